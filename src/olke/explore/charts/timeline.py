"""A timeline: events and roles in the order of time, under the periods of the region's history."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
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
    """Events that stand under one year; ``number`` is None for undated ones.

    open: shown at once; else behind the year and how many there are. folded: as many of its last
    events stand behind a further fold.
    """

    number: int | None
    events: tuple[Event, ...]
    open: bool = True
    folded: int = 0

    @property
    def shown(self) -> tuple[Event, ...]:
        """The events before the further fold."""
        return self.events[: len(self.events) - self.folded]

    @property
    def rest(self) -> tuple[Event, ...]:
        """The events behind it."""
        return self.events[len(self.events) - self.folded :]


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
        return None if event.year is None else _holding(event.year, periods)

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


@dataclass(frozen=True, slots=True)
class Chapter:
    """A run of years of a timeline that is read at a time: a historical period, or what is outside.

    first, last: the years it covers, None for the undated. ``name`` is None outside all periods.
    """

    key: str
    name: Named | None
    first: int | None
    last: int | None
    events: int

    @property
    def dated(self) -> bool:
        """Tell whether it has years."""
        return self.first is not None


UNDATED = "undated"


def chapters_of(
    counted: Mapping[int | None, int], periods: Sequence[tuple[Named, int, int]]
) -> tuple[Chapter, ...]:
    """Cut a timeline into chapters; each has events. counted: events by year, None without one.

    periods: name, first and last year of each, as ``ages_of`` takes them.
    """
    years = sorted(year for year, events in counted.items() if year is not None and events)
    chapters = [
        _chapter(name, list(run), counted)
        for name, run in groupby(years, key=lambda year: _holding(year, periods))
    ]
    undated = counted.get(None, 0)
    more = [Chapter(UNDATED, None, None, None, undated)] if undated else []
    return (*chapters, *more)


def _chapter(
    name: Named | None, years: Sequence[int], counted: Mapping[int | None, int]
) -> Chapter:
    key = name.key if name else f"{years[0]}-{years[-1]}"
    return Chapter(key, name, years[0], years[-1], sum(counted[year] for year in years))


def opened(ages: Iterable[Age], most: int) -> tuple[Age, ...]:
    """Leave the first years open, until ``most`` events are shown; the first one always.

    Of a year of more than ``most``, half as many are shown before the rest.
    """
    shown = 0
    told = []
    for age in ages:
        years = []
        for year in age.years:
            count = len(year.events)
            folded = count - most // 2 if count > most else 0
            years.append(replace(year, open=not shown or shown + count <= most, folded=folded))
            shown += count
        told.append(replace(age, years=tuple(years)))
    return tuple(told)


def _holding(year: int, periods: Sequence[tuple[Named, int, int]]) -> Named | None:
    holding = [name for name, first, last in periods if first <= year <= last]
    return holding[-1] if holding else None


def every_year(
    counted: Mapping[int, int], first: int | None = None, last: int | None = None
) -> dict[int, int]:
    """Give a count for every year from the first to the last, within the years asked for."""
    if not counted:
        return {}
    begin = max(min(counted), first or 0)
    end = min(max(counted), last or max(counted))
    return {year: counted.get(year, 0) for year in range(begin, end + 1)}
