"""Courses: the list, the syllabus, its editor."""
