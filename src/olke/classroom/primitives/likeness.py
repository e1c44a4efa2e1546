"""Which texts speak of the same as another: by the dictionary forms of their words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from olke.language.matching import search_terms


def most_alike(text: str, others: Sequence[str]) -> list[int]:
    """Return the places of the other texts, the likest first, the rest in their order.

    Words that many of the texts share say little: a shared word counts by the logarithm of how few
    have it (inverse document frequency).
    """
    terms = [_terms(other) for other in others]
    shared = Counter(term for found in terms for term in found)
    wanted = _terms(text)
    weights = {term: math.log((1 + len(others)) / shared[term]) for term in wanted if shared[term]}
    scores = [sum(weights.get(term, 0.0) for term in found) for found in terms]
    return sorted(range(len(others)), key=lambda place: (-scores[place], place))


@lru_cache(maxsize=1024)
def _terms(text: str) -> frozenset[str]:
    return frozenset(term for term in search_terms(text) if len(term) > 2)
