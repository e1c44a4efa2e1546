"""A page for each claim, entity, source, indicator, theme and period."""
