"""Lessons as slides, for a lecture hall."""
