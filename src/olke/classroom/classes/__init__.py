"""The teacher's classes: those that run, those that were, and starting one."""
