"""Views of the learner's side."""
