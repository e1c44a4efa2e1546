"""A period: what an EDTF text says about time."""

import datetime as dt
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import total_ordering
from typing import Self

from olke.dates.days import as_date, calendar_day, days_in_month

EVER = 10**13  # further than any day number of a nine-digit year


class Precision(StrEnum):
    """How finely a period is stated; `RANGE` is an interval, `SET` a level 2 list of dates."""

    TIME = "time"
    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    QUADRIMESTER = "quadrimester"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    UNSPECIFIED = "unspecified"
    RANGE = "range"
    SET = "set"


class Limit(Enum):
    """A side of an interval that has no date: open (`..`), or not known (empty)."""

    OPEN = ".."
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One date expression: a side of an interval, or a period by itself.

    text: canonical EDTF. first_day, last_day: its bounds as day numbers (`olke.dates.days`).
    year, month, day: as written, None where absent or with an unspecified digit (X).
    part: 21-41 for a season, quarter, quadrimester or half. unspecified: some digit is X.
    """

    text: str
    precision: Precision
    first_day: int
    last_day: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    part: int | None = None
    unspecified: bool = False

    @property
    def uncertain(self) -> bool:
        """Tell whether any component is marked `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Tell whether any component is marked `~` or `%`."""
        return "~" in self.text or "%" in self.text

    def __str__(self) -> str:
        """Give the canonical EDTF text."""
        return self.text


@total_ordering
@dataclass(frozen=True, slots=True, eq=True)
class Period:
    """A time span with its EDTF wording; make one with `parse`.

    start, end: the two sides; the same point when it is no interval, the outer ones of a set.
    members: the dates of a level 2 set; `one_of` tells `[...]` (one of them) from `{...}` (all).
    Qualifiers do not widen the bounds: `1946~` still begins on 1946-01-01.
    """

    start: Point | Limit
    end: Point | Limit
    members: tuple[Self, ...] = ()
    one_of: bool = False

    @property
    def is_interval(self) -> bool:
        """Tell whether it is written with a slash."""
        return not self.members and (isinstance(self.start, Limit) or self.start != self.end)

    @property
    def point(self) -> Point | None:
        """Give the single date expression, or None for an interval or a set."""
        if self.members or isinstance(self.start, Limit) or self.start != self.end:
            return None
        return self.start

    @property
    def first_day(self) -> int | None:
        """Number the first day (0001-01-01 is 1); None when the start is open or unknown."""
        return None if isinstance(self.start, Limit) else self.start.first_day

    @property
    def last_day(self) -> int | None:
        """Number the last day; None when the end is open or unknown."""
        return None if isinstance(self.end, Limit) else self.end.last_day

    @property
    def earliest(self) -> dt.date | None:
        """Give the first day; None when open, unknown, or outside the years 1 to 9999."""
        return as_date(self.first_day)

    @property
    def latest(self) -> dt.date | None:
        """Give the last day; None when open, unknown, or outside the years 1 to 9999."""
        return as_date(self.last_day)

    @property
    def precision(self) -> Precision:
        """Tell how finely it is stated."""
        if self.members:
            return Precision.SET
        return Precision.RANGE if self.point is None else self.point.precision

    @property
    def uncertain(self) -> bool:
        """Tell whether any part is marked `?` or `%`."""
        return any(part.uncertain for part in self.members or self._points)

    @property
    def approximate(self) -> bool:
        """Tell whether any part is marked `~` or `%`."""
        return any(part.approximate for part in self.members or self._points)

    @property
    def is_open(self) -> bool:
        """Tell whether a side is open or unknown."""
        return self.first_day is None or self.last_day is None

    @property
    def _points(self) -> tuple[Point, ...]:
        return tuple(side for side in (self.start, self.end) if isinstance(side, Point))

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Order by start, then the whole before its parts, then by text."""
        first, last = self._bounds
        return first, -last, str(self)

    @property
    def _bounds(self) -> tuple[int, int]:
        return (
            -EVER if self.first_day is None else self.first_day,
            EVER if self.last_day is None else self.last_day,
        )

    @property
    def duration(self) -> int | None:
        """Count the days from the first to the last, both included; None when a side is open."""
        if self.first_day is None or self.last_day is None:
            return None
        return self.last_day - self.first_day + 1

    @property
    def months(self) -> int | None:
        """Count the months when it begins on a first and ends on a last of the month, else None."""
        if (
            self.point is not None
            and self.point.unspecified
            and self.point.precision is Precision.MONTH
        ):
            return 1
        if self.first_day is None or self.last_day is None:
            return None
        first, last = calendar_day(self.first_day), calendar_day(self.last_day)
        if first[2] != 1 or last[2] != days_in_month(last[0], last[1]):
            return None
        return (last[0] - first[0]) * 12 + last[1] - first[1] + 1

    def overlaps(self, other: Self) -> bool:
        """Tell whether the two share a day."""
        (first, last), (other_first, other_last) = self._bounds, other._bounds
        return first <= other_last and other_first <= last

    def contains(self, other: Self) -> bool:
        """Tell whether every day of the other is a day of this one."""
        (first, last), (other_first, other_last) = self._bounds, other._bounds
        return first <= other_first and other_last <= last

    def within(self, other: Self) -> bool:
        """Tell whether every day of this one is a day of the other."""
        return other.contains(self)

    def __str__(self) -> str:
        """Give the canonical EDTF text: `parse(str(period)) == period`."""
        if self.members:
            listed = ",".join(_listed(member) for member in self.members)
            return f"[{listed}]" if self.one_of else f"{{{listed}}}"
        if self.point is not None:
            return self.point.text
        return "/".join(
            side.value if isinstance(side, Limit) else side.text for side in (self.start, self.end)
        )

    def __lt__(self, other: Self) -> bool:
        """Compare by `sort_key`."""
        return self.sort_key < other.sort_key


def _listed(member: Period) -> str:
    """Write a member of a set, where an interval has dots for the slash."""
    start, slash, end = str(member).partition("/")
    return f"{start.strip('.')}..{end.strip('.')}" if slash else start


def comparable_length(one: Period, other: Period) -> bool:
    """Tell whether two periods last equally long, so that their totals may be compared.

    Periods of whole months compare by their number of months (a leap year equals any year, one
    quarter another); all others by their number of days. An open period compares with none.
    """
    if one.is_open or other.is_open:
        return False
    if one.months is not None and other.months is not None:
        return one.months == other.months
    return one.duration == other.duration
