"""Pages and files of charts. Everyone may read them; nothing is written."""
