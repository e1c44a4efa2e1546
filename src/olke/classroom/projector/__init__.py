"""The projector: what the whole room sees."""
