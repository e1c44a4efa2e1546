"""Template tags that show changes."""
