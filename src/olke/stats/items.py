"""How well a test's items work: difficulty, discrimination, consistency."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from olke.stats.distributions import f_quantile
from olke.stats.errors import StatsError
from olke.stats.results import Estimate, Interval, Result, check_level
from olke.stats.samples import Score, number, reasons, require
from olke.stats.shares import wilson
from olke.stats.spreads import covariance, variance

END = (
    0.27  # Kelley (1939), J. Educational Psychology 30, 17-24: the sharpest upper and lower groups
)


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a test.

    difficulty: mean share of its marks (the share of yes, with an interval, where marks are 0 and
    1): high is easy. discrimination: correlation with the rest of the test, corrected for the item
    itself; None where either does not vary. upper_lower: difficulty among the best 27 % less that
    among the worst; None where everyone has the same total.
    """

    name: str
    answered: int
    difficulty: Estimate
    discrimination: float | None
    upper_lower: float | None


@dataclass(frozen=True, slots=True)
class _Complete:
    """The rows without a gap, one list of marks an item."""

    columns: tuple[tuple[float, ...], ...]
    missing: int

    @property
    def people(self) -> int:
        return len(self.columns[0]) if self.columns else 0

    @property
    def totals(self) -> list[float]:
        return [math.fsum(row) for row in zip(*self.columns, strict=True)]


def _complete(marks: Mapping[str, Sequence[Score]]) -> _Complete:
    lengths = {len(values) for values in marks.values()}
    if len(lengths) > 1:
        raise StatsError("unequal-lengths", one=min(lengths), other=max(lengths))
    rows = list(zip(*marks.values(), strict=True))
    kept = [
        [number(value) for value in row if value is not None] for row in rows if None not in row
    ]
    columns = tuple(zip(*kept, strict=True)) if kept else tuple(() for _ in marks)
    return _Complete(columns, len(rows) - len(kept))


def item_analysis(
    marks: Mapping[str, Sequence[Score]],
    highest: Mapping[str, float] | None = None,
    level: float = 0.95,
) -> tuple[Item, ...]:
    """Describe every item; marks by item, each in the same order of people.

    highest: the full marks of items, 1 unless named. Difficulty counts everyone who answered the
    item; discrimination those who answered all. Ties at the edge of the 27 % count by their share.
    Raises StatsError `no-data`, `unequal-lengths`, `bad-bounds`.
    """
    check_level(level)
    full = highest or {}
    rows = _complete(marks)
    return tuple(
        _item(name, values, full.get(name, 1.0), rows, place, level)
        for place, (name, values) in enumerate(marks.items())
    )


def _item(
    name: str, values: Sequence[Score], full: float, rows: _Complete, place: int, level: float
) -> Item:
    told = [number(value) for value in values if value is not None]
    require(len(told), 1)
    for value in told:
        if not 0 <= value <= full:
            raise StatsError("bad-bounds", value=value, lowest=0, highest=full)
    binary = full == 1 and all(value in (0, 1) for value in told)
    interval = wilson(round(sum(told)), len(told), level) if binary else None
    return Item(
        name,
        len(told),
        Estimate("difficulty", fmean(told) / full, interval),
        _item_rest(rows, place),
        _upper_lower(rows, place, full),
    )


def _item_rest(rows: _Complete, place: int) -> float | None:
    """Give the corrected item-total correlation: Henrysson (1963), Psychometrika 28, 211-218."""
    if rows.people < 2 or len(rows.columns) < 2:
        return None
    own = rows.columns[place]
    rest = [total - mark for total, mark in zip(rows.totals, own, strict=True)]
    spreads = variance(own) * variance(rest)
    if spreads <= 1e-20:
        return None
    return max(-1.0, min(1.0, covariance(own, rest) / math.sqrt(spreads)))


def _upper_lower(rows: _Complete, place: int, full: float) -> float | None:
    """Give the discrimination index of Kelley's 27 % groups."""
    totals = rows.totals
    if rows.people < 2 or max(totals) == min(totals):
        return None
    size = END * rows.people
    own = rows.columns[place]
    best = _end_mean(own, [-total for total in totals], size)
    worst = _end_mean(own, totals, size)
    return (best - worst) / full


def _end_mean(marks: Sequence[float], keys: Sequence[float], size: float) -> float:
    """Give the mean mark of the `size` people with the lowest keys; ties count in part."""
    left, total = size, 0.0
    for key in sorted(set(keys)):
        tied = [mark for mark, own in zip(marks, keys, strict=True) if own == key]
        taken = min(left, float(len(tied)))
        total += fmean(tied) * taken
        left -= taken
        if left <= 0:
            break
    return total / size


def cronbach_alpha(marks: Mapping[str, Sequence[Score]], level: float = 0.95) -> Result:
    """Tell how consistently the items of a test measure: Cronbach's alpha, or KR-20.

    Cronbach (1951), Psychometrika 16, 297-334; for marks of 0 and 1 it is Kuder & Richardson's
    formula 20 (1937, Psychometrika 2, 151-160) and is named so. Interval: Feldt (1965),
    Psychometrika 30, 357-370, exact for parallel items with normal errors. Those who left an item
    open are left out.
    figures: `items`, and alpha without each item (`without:NAME`) where three or more are.
    Raises StatsError `no-data`, `too-few` (two people, two items), `no-variation`.
    """
    check_level(level)
    rows = _complete(marks)
    require(len(rows.columns), 2)
    require(rows.people, 2)
    value = _alpha(rows.columns)
    if value is None:
        raise StatsError("no-variation")
    people, items = rows.people, len(rows.columns)
    tail, df = (1 - level) / 2, (people - 1, (people - 1) * (items - 1))
    interval = Interval(
        1 - (1 - value) * f_quantile(1 - tail, *df),
        1 - (1 - value) * f_quantile(tail, *df),
        level,
        "feldt",
    )
    binary = all(mark in (0, 1) for column in rows.columns for mark in column)
    without = (
        (f"without:{name}", _alpha(rows.columns[:place] + rows.columns[place + 1 :]))
        for place, name in enumerate(marks)
        if items > 2
    )
    return Result(
        method="kr-20" if binary else "cronbach-alpha",
        estimate=Estimate("alpha", value, interval),
        used=people,
        df=(float(df[0]), float(df[1])),
        left_out=reasons(["missing-value"] * rows.missing),
        figures=(
            ("items", items),
            *((name, told) for name, told in without if told is not None),
        ),
        assumptions=("independent-people", "parallel-items"),
    )


def _alpha(columns: Sequence[Sequence[float]]) -> float | None:
    """Give alpha; None where totals do not vary."""
    items = len(columns)
    total = variance([math.fsum(row) for row in zip(*columns, strict=True)])
    if total <= 1e-20:
        return None
    return items / (items - 1) * (1 - math.fsum(map(variance, columns)) / total)
