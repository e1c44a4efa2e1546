"""What learners get in their hands: sheets, cards, posters and signs of a lesson, as blocks."""
