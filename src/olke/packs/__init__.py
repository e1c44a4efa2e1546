"""Regions as packs: their editions and files."""
