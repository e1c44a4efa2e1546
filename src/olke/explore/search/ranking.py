"""The order of what is found.

1. Records one of whose names is exactly what was typed, then those of whose name it is a form.
2. Documents with every word in a name or title, those first where words mean what they probably
   do; then the rest of those with every word.
3. Where none has every word: those with most of them, rare words counting more.

Within 2 and 3 the ``CANDIDATES`` most important matches are ordered by score; any further ones
follow in the index's own order, which is importance, then kind, then the order of the pack. The
score is BM25's for a word that stands once (Robertson and Zaragoza 2009: k1 = 1.2, b = 0.75), its
length that of the title, made larger by importance:

    weights × field × (k1 + 1) / (1 + k1 × (1 - b + b × length / MEAN)) × (1 + importance / 255)

Documents repeat a word only because languages and names share it, so repetition counts nothing.
Equal scores keep the index's order: the same query on the same evidence gives the same list.
"""

from __future__ import annotations

from dataclasses import dataclass

from olke.explore.search.expressions import Expression
from olke.explore.search.matching import Found
from olke.explore.search.numbering import MOST_IMPORTANT, parts_of

CANDIDATES = 100
K1 = 1.2
B = 0.75
MEAN_LENGTH = 8.0
IN_TITLE = 1.0
ANYWHERE = 0.5
EXACT = 100.0
IN_LEMMAS = 90.0
SURELY = 1.25


@dataclass(frozen=True, slots=True)
class Stage:
    """One step of the order: what its documents hold, and what that is worth."""

    expression: Expression | None
    weight: float
    field: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A found document and its score."""

    number: int
    score: float


def score(found: Found, stage: Stage) -> float:
    """Return a document's score within a stage."""
    saturation = (K1 + 1) / (1 + K1 * (1 - B + B * found.length / MEAN_LENGTH))
    importance = 1 + parts_of(found.number).importance / MOST_IMPORTANT
    return stage.weight * stage.field * saturation * importance


def ranked(candidates: list[Found], stage: Stage) -> list[Hit]:
    """Return the candidates of a stage, best first."""
    hits = [Hit(found.number, score(found, stage)) for found in candidates]
    return sorted(hits, key=lambda hit: (-hit.score, hit.number))


def never_rising(hits: list[Hit]) -> list[Hit]:
    """Return hits whose scores say the order they are in, across stages too."""
    lowest = float("inf")
    told = []
    for hit in hits:
        lowest = min(lowest, hit.score)
        told.append(Hit(hit.number, round(lowest, 4)))
    return told
