"""Figures drawn from cited claims: series, comparison, timeline, map."""
