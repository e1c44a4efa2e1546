"""People, what they may do, and the organisations they belong to."""
