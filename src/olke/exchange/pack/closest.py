"""Did you mean: the known word closest to an unknown one, quickly over very many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property

MOST_ASKED = 200
MOST_COMPARED = 3000


class Closest:
    """Finds the closest of a set of words.

    ``likeness`` is the least ratio of ``difflib``, between 0 and 1.

    After ``MOST_ASKED`` questions it answers with nothing: a file whose every row is wrong has
    another fault than spelling, and comparing costs time.
    """

    def __init__(self, words: Iterable[str], likeness: float = 0.7) -> None:
        self._given = words
        self._likeness = likeness
        self._by_end: dict[str, list[str]] | None = None
        self._asked = 0

    def to(self, word: str) -> str:
        """Return the closest word, or an empty text."""
        self._asked += 1
        if self._asked > MOST_ASKED or not word:
            return ""
        plain = plain_key(word)
        for form in (word, word.strip(), plain):
            if form != word and form in self._known:
                return form
        zeros = [known for known in self._candidates(plain) if known.lstrip("0") == plain]
        if zeros:
            return zeros[0]  # a spreadsheet drops leading zeros
        found = get_close_matches(plain, self._candidates(plain), n=1, cutoff=self._likeness)
        return found[0] if found else ""

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._given)  # many a check finds nothing wrong and asks for none

    @property
    def _known(self) -> frozenset[str]:
        return frozenset(self._words) if len(self._words) < MOST_COMPARED else frozenset()

    def _candidates(self, word: str) -> list[str]:
        """Narrow very many words to those that end or begin alike."""
        if len(self._words) <= MOST_COMPARED:
            return self._words
        if self._by_end is None:
            self._by_end = defaultdict(list)
            for known in self._words:
                for end in {known[:3], known[-3:]}:
                    self._by_end[end].append(known)
        found = [*self._by_end.get(word[:3], ()), *self._by_end.get(word[-3:], ())]
        return found[:MOST_COMPARED]


def plain_key(word: str) -> str:
    """Write a word the way keys are written: small letters, hyphens for spaces and underscores."""
    return "-".join(word.strip().lower().replace("_", " ").split())
