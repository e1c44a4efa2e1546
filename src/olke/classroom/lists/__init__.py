"""Class lists: the names of a teacher's classes, kept on this machine."""
