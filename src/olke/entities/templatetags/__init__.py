"""Template tags that show entities."""
