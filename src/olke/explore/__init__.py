"""Search, timeline, map, series and comparison: reads everything, owns nothing."""
