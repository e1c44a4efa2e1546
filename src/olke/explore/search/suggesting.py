"""Names that begin as somebody types, for the list under a search field."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import or_

from olke.explore.models import SearchName
from olke.explore.search.hits import Item, told_hits
from olke.explore.search.matching import IN_LEMMAS, starts_with
from olke.explore.search.ranking import Hit
from olke.explore.search.terms import folded_words
from olke.language import fold, from_latin

SUGGESTED = 8
READ = 60


@dataclass(frozen=True)
class Suggestion:
    """A name to look for, and what bears it."""

    value: str
    label: str
    note: str


def suggestions(text: str, language: str, limit: int = SUGGESTED) -> list[Suggestion]:
    """Return names with a word that begins as the text does, those of important records first.

    The name that was typed is kept, even where it is not the main one: a former name leads on.
    """
    typed = " ".join(folded_words(text))
    if len(typed) < 2:
        return []
    found: dict[int, str] = {}
    for document, name in _starting(typed, language):
        found.setdefault(document, name)
    numbers = sorted(found)[:limit]
    items = told_hits((Hit(number, 0.0) for number in numbers), frozenset(), language)
    return [_told(item, found[item.number]) for item in items]


def _starting(typed: str, language: str) -> list[tuple[int, str]]:
    """Return documents with a name that begins so: names in the reader's language come first."""
    forms = dict.fromkeys((typed, fold(from_latin(typed)) if typed.isascii() else typed))
    condition = reduce(or_, (starts_with("start", form) for form in forms))
    rows = SearchName.objects.filter(condition, word__lt=IN_LEMMAS)
    read = rows.order_by("document", "word", "pk").values_list("document", "name", "language")[
        :READ
    ]
    return [row[:2] for row in sorted(read, key=lambda row: (row[0], row[2] != language))]


def _told(item: Item, name: str) -> Suggestion:
    note = item.label if name == item.title else f"{item.title} · {item.label}"
    return Suggestion(name, name, note)
