"""What a class was: who was there, what each question found, what to take up again."""
