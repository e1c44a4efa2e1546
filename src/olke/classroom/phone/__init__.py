"""The learner's side: joining without an account, and the page that a phone shows."""
