"""Readying what the first search would otherwise wait for."""

from __future__ import annotations

from olke.explore.search.answering import how_many, results, understand
from olke.explore.search.hits import told_hits
from olke.explore.search.selections import Selection

SAMPLE = "қала города town"
"""A word in each language: the dictionaries are read when the first word of theirs is met."""


def warm_up() -> None:
    """Read the dictionaries and the most important records: a quarter of a second, once a process.

    For a server to call before it says that it is ready.
    """
    question = understand(SAMPLE)
    how_many(question, Selection())
    told_hits(results(question, Selection(), limit=20), frozenset(), "kk")
