"""Repositories, fonds, files, publications: what claims rest on."""
