"""A timeline: events and roles in the order of time, under the periods of the region's history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from olke.dates import Period
from olke.explore.charts.observations import Cited, Named


@dataclass(frozen=True, slots=True)
class Event:
    """One claim of kind event or role, in the reader's words."""

    key: str
    title: str
    url: str
    period: Period | None
    subject: Named
    kind: str = "event"
    indicator: Named | None = None
    theme: Named | None = None
    place: Named | None = None
    questioned: bool = False
    deprecated: bool = False
    citations: tuple[Cited, ...] = ()
    note: str = ""

    @property
    def year(self) -> int | None:
        """The year it stands under: that of its first known day."""
        if self.period is None:
            return None
        day = self.period.earliest or self.period.latest
        return day.year if day else None

    @property
    def last_year(self) -> int | None:
        """The year of its last known day."""
        if self.period is None or self.period.latest is None:
            return self.year
        return self.period.latest.year

    @property
    def loose(self) -> bool:
        """Tell whether it happened some time within a longer period, or its date is in doubt."""
        if self.period is None:
            return False
        several = self.year != self.last_year or self.period.is_open
        return several or self.period.uncertain or self.period.approximate


@dataclass(frozen=True, slots=True)
class Year:
    """Events that stand under one year; ``number`` is None for undated ones."""

    number: int | None
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Age:
    """Years of one historical period; ``name`` is None outside all of them."""

    name: Named | None
    years: tuple[Year, ...]


def in_order(events: Iterable[Event]) -> list[Event]:
    """Sort by first day, the longer before the shorter, the undated last."""

    def place(event: Event) -> tuple[object, ...]:
        if event.period is None or event.year is None:
            return (1, 0, 0, 0, "", event.key)
        known = (
            event.period.first_day
            if event.period.first_day is not None
            else (event.period.last_day)
        )
        return (0, known, *event.period.sort_key, event.key)

    return sorted(events, key=place)


def ages_of(events: Sequence[Event], periods: Sequence[tuple[Named, int, int]]) -> tuple[Age, ...]:
    """Group ordered events by historical period and year.

    periods: name, first and last year of each, without overlap. An event stands where it begins; a
    period that begins in the course of a year has that whole year.
    """

    def age(event: Event) -> Named | None:
        year = event.year
        if year is None:
            return None
        holding = [name for name, first, last in periods if first <= year <= last]
        return holding[-1] if holding else None

    return tuple(
        Age(
            name,
            tuple(
                Year(number, tuple(group))
                for number, group in groupby(within, key=lambda event: event.year)
            ),
        )
        for name, within in groupby(events, key=age)
    )


def every_year(
    counted: Mapping[int, int], first: int | None = None, last: int | None = None
) -> dict[int, int]:
    """Give a count for every year from the first to the last, within the years asked for."""
    if not counted:
        return {}
    begin = max(min(counted), first or 0)
    end = min(max(counted), last or max(counted))
    return {year: counted.get(year, 0) for year in range(begin, end + 1)}
