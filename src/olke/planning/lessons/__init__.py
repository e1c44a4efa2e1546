"""Lessons: proposed from a dossier, read, edited."""
