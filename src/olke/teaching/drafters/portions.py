"""Cutting a dossier into portions that belong together and take equally long to read.

The claims are put into an order in which like stands beside like (by section, theme, subject or
time), and that line is cut where the portions come out most even and a cut parts the least that
belongs together: the linear partition problem, solved by dynamic programming.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

from olke.evidence.models import Claim
from olke.teaching.documents.parts import Text

WORDS_OF_A_CLAIM = 6
"""A claim takes as long to understand as so many words take to read, beside its own."""
TORN = 0.15
"""A cut through what belongs together costs as much as a portion that is off by 39 percent."""
Name = Callable[[Claim], Text]


@dataclass(frozen=True)
class Portion:
    """Claims to read together, and the names of what they are about, the most frequent first."""

    claims: tuple[Claim, ...]
    names: tuple[Text, ...]


def cut(claims: Sequence[Claim], weights: Sequence[int], name: Name, count: int) -> list[Portion]:
    """Cut claims into ``count`` portions; fewer where there are fewer claims.

    ``weights`` are words to read, one for each claim; ``name`` says what a claim is about. Time is
    the square of the number of claims, times the portions.
    """
    order = _like_beside_like(claims, name)
    line = [claims[place] for place in order]
    names = [name(claim) for claim in line]
    sums = [0, *accumulate(weights[place] + WORDS_OF_A_CLAIM for place in order)]
    ends = _best_cuts(sums, names, min(count, len(line)))
    return [
        Portion(tuple(line[begin:end]), _most_frequent(names[begin:end]))
        for begin, end in zip([0, *ends], ends, strict=False)
    ]


def unevenness(portions: Sequence[Portion], weight: Callable[[Claim], int]) -> float:
    """Return the heaviest portion divided by the mean, less one: 0 where all weigh the same."""
    sums = [sum(weight(c) + WORDS_OF_A_CLAIM for c in portion.claims) for portion in portions]
    return max(sums) * len(sums) / sum(sums) - 1 if sums else 0.0


def torn(portions: Sequence[Portion]) -> int:
    """Return how many more names the portions have than there are: what is spread over several."""
    held = [name for portion in portions for name in portion.names]
    return len(held) - len(set(held))


def _like_beside_like(claims: Sequence[Claim], name: Name) -> list[int]:
    """Return the places of the claims, those of one name together, each in order of time."""
    first: dict[Text, int] = {}
    for place, claim in enumerate(claims):
        first.setdefault(name(claim), place)

    def key(place: int) -> tuple[int, str, int]:
        claim = claims[place]
        return first[name(claim)], str(claim.earliest), place

    return sorted(range(len(claims)), key=key)


def _best_cuts(sums: Sequence[int], names: Sequence[Text], count: int) -> list[int]:
    """Return where each portion ends. ``sums`` are the weights up to each claim, from 0."""
    if not count:
        return []
    size = len(names)
    ideal = sums[-1] / count
    costs = [0.0, *(float("inf") for _ in range(size))]
    backward: list[list[int]] = []
    for portion in range(1, count + 1):
        fresh, came = [float("inf")] * (size + 1), [0] * (size + 1)
        for end in range(portion, size - (count - portion) + 1):
            tear = TORN if end < size and names[end] == names[end - 1] else 0.0
            for begin in range(portion - 1, end):
                off = (sums[end] - sums[begin]) / ideal - 1
                cost = costs[begin] + off * off + tear
                if cost < fresh[end]:
                    fresh[end], came[end] = cost, begin
        costs = fresh
        backward.append(came)
    ends = [size]
    for came in reversed(backward):
        ends.append(came[ends[-1]])
    return ends[-2::-1]


def _most_frequent(names: Sequence[Text]) -> tuple[Text, ...]:
    counted: dict[Text, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    return tuple(sorted(counted, key=lambda name: -counted[name]))
