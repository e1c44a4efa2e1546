"""Periods written out in Kazakh, Russian and English."""
