"""Lessons, courses and dossiers laid out on their forms, ready for the writers."""
