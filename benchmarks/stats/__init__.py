"""How often intervals cover and tests err."""
