"""Olke: a region's history from the archive to the classroom and back."""
