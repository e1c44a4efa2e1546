"""Controlled vocabulary: themes, periods, indicators, products, units, terms."""
