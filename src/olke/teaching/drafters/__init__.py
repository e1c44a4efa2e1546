"""Drafters fill a method from a dossier: deterministic for a seed, every item with its claims."""
