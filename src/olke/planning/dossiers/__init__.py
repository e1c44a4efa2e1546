"""Dossiers: lists, the page, arranging, collecting."""
