"""Blocks as PDF, set by Typst."""
