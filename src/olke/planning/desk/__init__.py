"""Where a teacher begins."""
