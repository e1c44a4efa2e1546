"""Words of the index that differ by one letter from a word that nothing is known of.

Damerau's one slip: a letter left out, put in, changed, or two exchanged (Damerau 1964, «A technique
for computer detection and correction of spelling errors»).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from olke.explore.models import SearchName
from olke.explore.search.matching import IN_LEMMAS, document_counts, starts_with
from olke.explore.search.terms import folded_words

SHORTEST = 5
LONGEST = 24
MOST_MEANT = 2
_CYRILLIC = "абвгдежзийклмнопрстуфхцчшщыэюя"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_AT_ONCE = 900  # values that a statement may hold on every SQLite


def nearest_terms(words: Iterable[str]) -> tuple[str, ...]:
    """Return up to two known terms that are one slip from one of some folded words.

    The most frequent come first: a slip is likelier in a word that much is said about. The first
    letter is taken as right. One statement for each 900 of some 60 candidates a letter.
    """
    candidates = list(dict.fromkeys(chain.from_iterable(map(_one_slip, words))))
    known: dict[str, int] = {}
    for start in range(0, len(candidates), _AT_ONCE):
        known.update(document_counts(candidates[start : start + _AT_ONCE]))
    return tuple(sorted(known, key=lambda term: (-known[term], term))[:MOST_MEANT])


def spelled(term: str) -> str:
    """Return a folded term as some name writes it: шуга is shown as Шұға (one statement)."""
    names = SearchName.objects.filter(starts_with("start", term), word__lt=IN_LEMMAS)
    name = names.order_by("document", "pk").values_list("name", flat=True).first() or ""
    found = (word for word in _WORD.findall(name) if " ".join(folded_words(word)) == term)
    return next(found, term)


def _one_slip(word: str) -> Iterator[str]:
    if not (SHORTEST <= len(word) <= LONGEST and word.isalpha()):
        return
    letters = _LATIN if word.isascii() else _CYRILLIC
    for i in range(1, len(word) + 1):
        head, tail = word[:i], word[i:]
        yield from (head + letter + tail for letter in letters)
        if tail:
            yield head + tail[1:]
            yield from (head + letter + tail[1:] for letter in letters)
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
