"""Blocks as DOCX, for a word processor."""
