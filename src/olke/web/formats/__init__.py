"""Date and number formats of the three languages, for ``FORMAT_MODULE_PATH``."""
