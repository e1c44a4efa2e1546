"""The strip of claims per year over the region's periods, drawn without script or style."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from olke.vocabulary.models import HistoricalPeriod

MOST_BARS = 120
HEIGHT = 92
CHARACTER = 7.2  # width of a digit at the strip's letter size, in its own units


@dataclass(frozen=True)
class Bar:
    """One year, or a run of years where the history is long."""

    first: int
    last: int
    number: int
    x: float
    y: float
    height: float

    @property
    def years(self) -> str:
        """The year or years as a query."""
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True)
class Mark:
    """A year under the bars; ``anchor`` keeps the outer ones inside the picture."""

    year: int
    x: float
    anchor: str


@dataclass(frozen=True)
class Stretch:
    """A period in its place and length."""

    period: HistoricalPeriod
    x: float
    width: float
    even: bool


@dataclass(frozen=True)
class Strip:
    """The whole drawing, in units of its ``width``."""

    width: int
    bars: list[Bar]
    bar_width: float
    marks: list[Mark]
    stretches: list[Stretch]
    highest: int


def draw_strip(
    years: Counter[int], first: int, last: int, periods: Sequence[HistoricalPeriod], width: int
) -> Strip:
    """Place bars, years and periods between the first and the last year, both included.

    Claims of other years are left out: the region's history has its own bounds.
    """
    size = last - first + 1
    step = -(-size // MOST_BARS)
    unit = width / size
    numbers = {
        start: sum(years[year] for year in range(start, min(start + step, last + 1)))
        for start in range(first, last + 1, step)
    }
    highest = max(numbers.values(), default=0)
    bars = [
        _bar(start, min(start + step - 1, last), number, (start - first) * unit, highest)
        for start, number in numbers.items()
    ]
    return Strip(
        width,
        bars,
        round(max(unit * step - min(2.0, unit * step / 4), 0.5), 2),
        _marks(first, last, unit, width),
        [
            stretch
            for i, period in enumerate(periods)
            if (stretch := _stretch(period, first, last, unit, even=i % 2 == 0))
        ],
        highest,
    )


def _bar(first: int, last: int, number: int, x: float, highest: int) -> Bar:
    # A single claim must still be seen beside a year that has hundreds.
    height = max(1.5, number / highest * (HEIGHT - 4)) if number else 0.0
    return Bar(first, last, number, round(x, 2), round(HEIGHT - height, 2), round(height, 2))


def _marks(first: int, last: int, unit: float, width: int) -> list[Mark]:
    """Return the outer years and the round ones between that have room."""
    room = 4 * CHARACTER + 14
    every = next(
        (n for n in (5, 10, 20, 25, 50, 100, 200, 500) if n * unit >= room), last - first + 1
    )
    marks = [Mark(first, 0, "start")]
    for year in range(first - first % every + every, last, every):
        x = (year - first + 0.5) * unit
        if x - room / 2 > room * 0.8 and x + room / 2 < width - room * 0.8:
            marks.append(Mark(year, round(x, 2), "middle"))
    return [*marks, Mark(last, width, "end")] if last > first else marks


def _stretch(
    period: HistoricalPeriod, first: int, last: int, unit: float, *, even: bool
) -> Stretch | None:
    start = max(first, period.earliest.year)
    end = min(last, period.latest.year)
    if start > end:
        return None
    return Stretch(
        period, round((start - first) * unit, 2), round((end - start + 1) * unit - 2, 2), even
    )
