"""Where long words may be broken: the typesetter knows Russian and English, no Kazakh.

In the narrow columns of a table a word that is wider than its column would run over the rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise

SOFT_HYPHEN, SOFT_SPACE = "\u00ad", "\u200b"
SHORTEST = 9
"""Letters of a word that is not broken."""
LONGEST = 40
"""Characters of an address or number that stand without a place to break; 14 in a cell."""
_VOWELS = "аәеёиоөуұүыіэюя"
_WORD = re.compile(rf"[^\W\d_]{{{SHORTEST},}}")
# A syllable ends before the last consonant that stands before a vowel: мек-теп, ба-ла, қырт-қы.
_BETWEEN = re.compile(
    rf"(?<=[{_VOWELS}])(?=[^\W\d_{_VOWELS}][{_VOWELS}])"
    rf"|(?<=[{_VOWELS}][^\W\d_{_VOWELS}])(?=[^\W\d_{_VOWELS}ьъ][{_VOWELS}])",
    re.IGNORECASE,
)


class Breaking:
    """Puts invisible places to break into text that needs them."""

    def __init__(self, language: str) -> None:
        self._by_syllables = language == "kk"
        self._depth = 0

    @contextmanager
    def in_cell(self) -> Iterator[None]:
        """Break what is written meanwhile for a narrow column."""
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1

    def of(self, text: str) -> str:
        """Return text with places to break."""
        longest = 14 if self._depth else LONGEST
        if self._depth and self._by_syllables:
            text = _WORD.sub(lambda word: syllables(word[0]), text)
        return re.sub(rf"\S{{{longest + 1},}}", lambda run: _parted(run[0], longest), text)


def syllables(word: str) -> str:
    """Return a Kazakh word with soft hyphens between syllables, three letters from either end."""
    parts = [0, *(at.start() for at in _BETWEEN.finditer(word)), len(word)]
    inner = [at for at in parts if 3 <= at <= len(word) - 3]
    cuts = [0, *inner, len(word)]
    return SOFT_HYPHEN.join(word[a:b] for a, b in pairwise(cuts))


def _parted(run: str, longest: int) -> str:
    """Part what has neither spaces nor letters to hyphenate, such as an address."""
    if SOFT_HYPHEN in run or run.isalpha():
        return run
    return SOFT_SPACE.join(run[at : at + longest] for at in range(0, len(run), longest))
