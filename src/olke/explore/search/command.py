"""Searching from the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypedDict

from django.utils.translation import get_language

from olke.explore.search.answering import results, understand
from olke.explore.search.hits import told_hits
from olke.explore.search.parsing import readable
from olke.explore.search.selections import Selection


class SearchLine(TypedDict):
    """One result."""

    key: str
    kind: str
    title: str
    score: float


def search_lines(query: str, limit: int = 20) -> Iterator[SearchLine]:
    """Yield the results of a query in the language in force, best first."""
    hits = results(understand(readable(query)), Selection(), limit=limit)
    for item in told_hits(hits, frozenset(), get_language() or "kk"):
        yield SearchLine(key=item.key, kind=item.kind.code, title=item.title, score=item.score)
