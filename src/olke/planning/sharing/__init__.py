"""Versions, copies, colleagues and links: the same for every kind of document."""
