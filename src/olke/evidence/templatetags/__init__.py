"""Template tags that show claims."""
