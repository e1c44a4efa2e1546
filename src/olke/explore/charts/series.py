"""A series: claims about one quantity, set out so that only like is drawn beside like.

Panels keep apart what must not share an axis: another indicator or product, another measure
(a percentage is no tonnage), units that do not convert, and, where parts add up, periods of another
length. Nothing is interpolated: a line joins only neighbouring periods. ``assembly`` builds one.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from olke.dates import Period
from olke.evidence.models import Aspect, Measure
from olke.explore.charts.observations import Named, Observation
from olke.explore.charts.spans import Extent, Length

DAY = 1 / 365  # of a year; two periods this close follow one another


class Style(Enum):
    """How a panel is drawn."""

    ROWS = "rows"  # one period or two: a horizontal bar for each subject
    BARS = "bars"  # one subject over time, plan as an outline and actual as its filling
    DOTS = "dots"  # several subjects over time, or a state at a date


@dataclass(frozen=True, slots=True)
class Break:
    """A date at which a series stops being comparable: a merger, a split.

    subject: key of the subject it concerns, empty for all.
    """

    year: float
    label: str
    subject: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """One claim on a panel. low, high: in the panel's unit, equal unless the source gives a range.

    turn: 0 for the claim that stands first among those about the same point, 1 for the next ...
    turns: how many there are.
    """

    observation: Observation
    low: Decimal
    high: Decimal
    extent: Extent
    length: Length
    turn: int = 0
    turns: int = 1


@dataclass(frozen=True, slots=True)
class Track:
    """The marks of one subject and aspect in order of time, and the runs a line may join."""

    name: Named
    aspect: Aspect
    marks: tuple[Mark, ...]
    runs: tuple[tuple[Mark, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Panel:
    """Marks that share one axis. ``length`` is None where length does not matter."""

    indicator: Named
    product: Named | None
    measure: Measure
    unit: str
    length: Length | None
    style: Style
    tracks: tuple[Track, ...]
    breaks: tuple[Break, ...] = ()

    @property
    def marks(self) -> tuple[Mark, ...]:
        """All marks, track by track."""
        return tuple(mark for track in self.tracks for mark in track.marks)

    @property
    def names(self) -> tuple[Named, ...]:
        """What the tracks are about, each once."""
        return tuple(dict.fromkeys(track.name for track in self.tracks))

    @property
    def periods(self) -> tuple[Period, ...]:
        """The different periods of its marks, in order of time."""
        return tuple(
            sorted({mark.observation.period for mark in self.marks if mark.observation.period})
        )

    @property
    def lengths(self) -> tuple[Length, ...]:
        """The different lengths of its periods, shortest first."""
        return tuple(sorted({mark.length for mark in self.marks}))

    @property
    def missing_years(self) -> tuple[int, ...]:
        """Years between the first mark and the last that no mark covers."""
        covered: set[int] = set()
        for mark in self.marks:
            covered.update(range(int(mark.extent.start), int(mark.extent.end - DAY / 2) + 1))
        span = range(min(covered), max(covered) + 1) if covered else range(0)
        return tuple(year for year in span if year not in covered)


@dataclass(frozen=True, slots=True)
class Series:
    """Panels, and the claims that no panel can show."""

    panels: tuple[Panel, ...] = ()
    undated: tuple[Observation, ...] = ()
    set_aside: tuple[Observation, ...] = ()

    @property
    def observations(self) -> tuple[Observation, ...]:
        """Every claim, drawn or not, in the order of the panels."""
        drawn = tuple(mark.observation for panel in self.panels for mark in panel.marks)
        return (*drawn, *self.undated, *self.set_aside)
