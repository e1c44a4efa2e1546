"""The console: what the teacher of a running class sees and does."""
