"""Printing: what of a document can be had as a file, and the files."""
