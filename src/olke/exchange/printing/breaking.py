"""Where a word may be broken that is wider than its column: it would run over the rule.

The typesetter hyphenates Russian and English, no Kazakh, and short words as readily as long ones;
here only a word that has no room is broken, between its syllables.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

SOFT_HYPHEN, SOFT_SPACE = "\u00ad", "\u200b"
LETTER = 2.2
"""Millimetres: the width of a letter in a cell's bold headings."""
INDENT = 5.0
"""Millimetres that the entries of a list are set in."""
FEWEST = 5
"""Letters that any column has room for."""
PAGE = 60
"""Characters that stand on a line of the page itself without a place to break."""
_VOWELS = "аәеёиоөуұүыіэюяaeiouy"
_CONSONANT = rf"[^\W\d_{_VOWELS}]"
# A syllable ends before the last consonant that stands before a vowel: мек-теп, ба-ла, қырт-қы.
_BETWEEN = re.compile(
    rf"(?<=[{_VOWELS}])(?={_CONSONANT}[{_VOWELS}])"
    rf"|(?<=[{_VOWELS}]{_CONSONANT})(?=(?![ьъ]){_CONSONANT}[{_VOWELS}])",
    re.IGNORECASE,
)

_HYPHENS = re.compile(r"(?<=[^\W\d_][-‐–—/])(?=[^\W\d_])")


class Breaking:
    """Puts invisible places to break into what is too long for where it stands."""

    def __init__(self) -> None:
        self._longest = PAGE

    @contextmanager
    def within(self, room: float) -> Iterator[None]:
        """Break what is written meanwhile for a column with ``room``, in millimetres."""
        before, self._longest = self._longest, max(int(room / LETTER), FEWEST)
        try:
            yield
        finally:
            self._longest = before

    @contextmanager
    def narrowed(self, by: float) -> Iterator[None]:
        """Break what is written meanwhile for so many millimetres less than before."""
        before = self._longest
        self._longest = max(before - math.ceil(by / LETTER), FEWEST)
        try:
            yield
        finally:
            self._longest = before

    def of(self, text: str) -> str:
        """Return text with places to break."""
        return re.sub(r"\S+", lambda run: self._fitted(run[0]), text)

    def _fitted(self, run: str) -> str:
        """Break what is too long; a compound already breaks at its hyphens."""
        parts = _HYPHENS.split(run)
        return "".join(one if len(one) <= self._longest else self._broken(one) for one in parts)

    def _broken(self, run: str) -> str:
        parts = syllables(run).split(SOFT_HYPHEN)
        return SOFT_HYPHEN.join(map(self._parted, parts))

    def _parted(self, part: str) -> str:
        """Part what has no syllables, such as an address or a row of signs."""
        size = self._longest
        return SOFT_SPACE.join(part[at : at + size] for at in range(0, len(part), size))


def syllables(word: str) -> str:
    """Return a word with soft hyphens between syllables, three letters from either end."""
    cuts = [at.start() for at in _BETWEEN.finditer(word) if 3 <= at.start() <= len(word) - 3]
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise([0, *cuts, len(word)]))
