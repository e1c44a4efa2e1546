"""How long a claim's period is and where it lies on an axis of years."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from olke.dates import Period


@dataclass(frozen=True, slots=True, order=True)
class Length:
    """How long a period lasts: whole months where it has them, else days; both 0 when open."""

    months: int = 0
    days: int = 0

    @property
    def is_open(self) -> bool:
        """Tell whether one side of the period is open or unknown."""
        return not self.months and not self.days

    @property
    def years(self) -> float:
        """Length in years, for spacing only."""
        return self.months / 12 if self.months else self.days / 365.2425


def length_of(period: Period) -> Length:
    """Measure a period as ``olke.dates.comparable_length`` compares: leap years equal others."""
    if period.is_open:
        return Length()
    if period.months:
        return Length(months=period.months)
    return Length(days=period.duration or 0)


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a period lies: decimal years, the end exclusive (1946 is 1946.0 to 1947.0)."""

    start: float
    end: float
    open_start: bool = False

    @property
    def middle(self) -> float:
        """Half way between start and end."""
        return (self.start + self.end) / 2


def extent_of(period: Period) -> Extent | None:
    """Place a period on the axis; None when neither side has a date of the years 1 to 9999.

    An open side is drawn one year long, or as far as the first of January if that is nearer: it
    says only that the period goes on there.
    """
    first, last = period.earliest, period.latest
    start = None if first is None else decimal_year(first)
    end = None if last is None else decimal_year(last, after=True)
    if start is None and end is None:
        return None
    if start is None:
        return Extent(float(end or 0) - 1, float(end or 0), open_start=True)
    if end is None:
        return Extent(start, start + 1)
    return Extent(start, end)


def decimal_year(day: dt.date, *, after: bool = False) -> float:
    """Turn a day into a decimal year at its beginning, or at its end when ``after``."""
    days = 366 if calendar.isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1 + after) / days
