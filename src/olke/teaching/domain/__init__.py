"""Writing documents: plain functions, one transaction, one history entry, who and why."""
