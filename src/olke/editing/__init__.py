"""Adding, correcting, reviewing and reverting records, by people on pages."""
