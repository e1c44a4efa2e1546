"""The names nearest to what was typed, for when nothing is found or a word is unknown."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from olke.explore.models import SearchName
from olke.explore.search.matching import IN_LEMMAS
from olke.explore.search.remembering import index_version
from olke.explore.search.terms import folded_words

MOST_NAMES = 50_000
COMPARED = 60
ALIKE = 0.72
"""How alike two names must be (Ratcliff and Obershelp's measure): below it, suggestions puzzle."""


@dataclass(frozen=True)
class _Names:
    """Names of the index by their runs of three letters."""

    names: list[tuple[str, str]]
    by_trigram: dict[str, list[int]]


def nearest_names(text: str, limit: int = 3) -> list[str]:
    """Return up to ``limit`` names that are spelt nearly as the text, the most alike first.

    The first letter is taken as right: few mistype it, and without it ёлка is near пчёлка.

    Reads every name once for each version of the index, one statement otherwise.
    """
    typed = " ".join(folded_words(text))[:80]
    if len(typed) < 3:
        return []
    known = _known_names(index_version())
    shared: Counter[int] = Counter()
    for trigram in _trigrams(typed):
        shared.update(known.by_trigram.get(trigram, ()))
    alike: dict[str, float] = {}
    for place, _ in shared.most_common(COMPARED):
        folded, name = known.names[place]
        likeness = SequenceMatcher(None, typed, folded).ratio()
        if likeness >= ALIKE and folded[0] == typed[0]:
            alike[name] = max(likeness, alike.get(name, 0))
    return sorted(alike, key=lambda name: (-alike[name], name))[:limit]


@lru_cache(maxsize=2)
def _known_names(version: int) -> _Names:
    """Return the names of one version of the index; reading them again would find the same."""
    del version
    return _read_names()


def _read_names() -> _Names:
    # From each of a name's words onward: somebody may have typed its end alone.
    rows = (
        SearchName.objects.exclude(word=IN_LEMMAS)
        .order_by("document", "pk")
        .values_list("start", "name")
    )
    names: dict[str, str] = {}
    for start, name in rows[:MOST_NAMES]:
        names.setdefault(start, name)
    by_trigram: dict[str, list[int]] = defaultdict(list)
    for place, folded in enumerate(names):
        for trigram in _trigrams(folded):
            by_trigram[trigram].append(place)
    return _Names(list(names.items()), dict(by_trigram))


def _trigrams(text: str) -> set[str]:
    padded = f"  {text} "
    return {padded[i : i + 3] for i in range(len(padded) - 2)}
