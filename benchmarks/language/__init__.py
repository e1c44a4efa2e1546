"""The Kazakh analyser: coverage, accuracy on a hand-judged sample, speed beside chunspell."""
