"""Dossiers, courses, lessons, methods and drafters."""
