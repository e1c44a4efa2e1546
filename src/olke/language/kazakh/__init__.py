"""Kazakh morphology: sounds, suffix slots, a lexicon, a guesser and their ranking."""
