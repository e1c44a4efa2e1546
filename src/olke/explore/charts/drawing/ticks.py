"""Round numbers for an axis."""

from __future__ import annotations

import math
from dataclasses import dataclass

YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight mapping from ``low``..``high`` to pixels ``start``..``stop``."""

    low: float
    high: float
    start: float
    stop: float

    def __call__(self, value: float) -> float:
        """Give the pixel of a value."""
        share = (value - self.low) / (self.high - self.low)
        return self.start + share * (self.stop - self.start)


def value_ticks(low: float, high: float, *, wanted: int = 4) -> list[float]:
    """Choose about ``wanted`` steps of 1, 2 or 5 times a power of ten that cover low to high.

    The first tick is at or below ``low``, the last at or above ``high``.
    """
    if high - low < 1e-9:
        high = low + max(abs(low), 1)
    raw = (high - low) / wanted
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(power * unit for unit in (1, 2, 5, 10) if power * unit >= raw * 0.999)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [_tidy(number * step) for number in range(first, last + 1)]


def year_ticks(first: int, last: int, *, most: int) -> list[int]:
    """Choose at most ``most`` years between first and last, both included, at even steps."""
    step = next(step for step in YEAR_STEPS if (last - first) // step + 1 <= most)
    start = first if step == 1 else -(-first // step) * step
    return list(range(start, last + 1, step))


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
