"""Searching from the command line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypedDict

from django.utils.translation import get_language

from olke.explore.search.answering import results, understand
from olke.explore.search.hits import told_hits
from olke.explore.search.noting import notes
from olke.explore.search.parsing import typed
from olke.explore.search.selections import Selection


class SearchLine(TypedDict):
    """One result."""

    key: str
    kind: str
    title: str
    score: float


def search_lines(
    query: str, limit: int = 20, say: Callable[[str], None] | None = None
) -> Iterator[SearchLine]:
    """Yield the results of a query in the language in force, best first.

    ``say`` is given each sentence on a query that was not read as it stands.
    """
    read = typed(query)
    question = understand(read.text)
    if say:
        for note in notes(read, question.plan):
            say(note)
    hits = results(question, Selection(), limit=limit)
    for item in told_hits(hits, frozenset(), get_language() or "kk"):
        yield SearchLine(key=item.key, kind=item.kind.code, title=item.title, score=item.score)
