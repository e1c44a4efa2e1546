"""Ranks with ties, and the exact distributions of sums of ranks."""

import math
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Array = npt.NDArray[np.float64]


def midranks(values: Sequence[float]) -> list[float]:
    """Rank from 1, equal values sharing the mean of their ranks."""
    order = sorted(range(len(values)), key=values.__getitem__)
    ranks = [0.0] * len(values)
    place = 0
    for _, run in groupby(order, key=values.__getitem__):
        tied = list(run)
        for index in tied:
            ranks[index] = place + (len(tied) + 1) / 2
        place += len(tied)
    return ranks


def evened(values: Sequence[float]) -> list[float]:
    """Make values equal that differ only by rounding: 0.3 - 0.2 and 0.2 - 0.1 are a tie."""
    largest = max(map(abs, values), default=0.0)
    if not largest:
        return [0.0] * len(values)
    digits = 11 - math.floor(math.log10(largest))
    return [round(value, digits) + 0.0 for value in values]


def tie_sizes(values: Sequence[float]) -> list[int]:
    """Count how many share each value."""
    return [len(list(run)) for _, run in groupby(sorted(values))]


def signed_sum_tails(ranks: Sequence[float], observed: float) -> tuple[float, float]:
    """Give P(sum <= observed) and P(sum >= observed), each rank being counted or not by a coin.

    Exact, by adding one rank after another to the distribution; ranks are whole or half.
    """
    chances = _signed_sums(tuple(sorted(round(2 * rank) for rank in ranks)))
    at = round(2 * observed)
    return float(chances[: at + 1].sum()), float(chances[at:].sum())


@lru_cache(maxsize=64)
def _signed_sums(doubled: tuple[int, ...]) -> "Array":
    import numpy as np

    chances = np.zeros(sum(doubled) + 1)
    chances[0] = 1.0
    reached = 0
    for rank in doubled:
        reached += rank
        shifted = np.zeros(reached + 1)
        shifted[rank:] = chances[: reached + 1 - rank]
        chances[: reached + 1] = (chances[: reached + 1] + shifted) / 2
    return chances


@lru_cache(maxsize=64)
def signed_rank_critical(size: int, level: float) -> int:
    """Give the largest w with P(W <= w) <= (1 - level)/2 for untied ranks 1 to size; -1 if none."""
    chances = _signed_sums(tuple(2 * rank for rank in range(1, size + 1)))[::2]
    tail = (1 - level) / 2
    return int((chances.cumsum() <= tail * (1 + 1e-12)).sum()) - 1


def rank_sum_tails(ranks: Sequence[float], size: int, observed: float) -> tuple[float, float]:
    """Give P(sum <= observed) and P(sum >= observed) of `size` ranks drawn from all of them.

    Exact, ties included; ranks are whole or half.
    """
    import numpy as np

    doubled = sorted(round(2 * rank) for rank in ranks)
    top = sum(doubled[-size:])
    ways = np.zeros((size + 1, top + 1))
    ways[0, 0] = 1.0
    for done, (rank, total) in enumerate(zip(doubled, accumulate(doubled), strict=True)):
        reach = min(total, top)
        for drawn in range(min(done + 1, size), 0, -1):
            ways[drawn, rank : reach + 1] += ways[drawn - 1, : reach + 1 - rank]
    chances = ways[size] / ways[size].sum()
    at = round(2 * observed)
    return float(chances[: at + 1].sum()), float(chances[at:].sum())
