"""A comparison: claims about several subjects in one table, by indicator or by period."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from olke.evidence.models import Aspect
from olke.explore.charts.observations import Named, Observation


class By(StrEnum):
    """What stands against the subjects."""

    INDICATORS = "indicators"
    PERIODS = "periods"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table: its heading, and for each column the claims that belong there."""

    heading: Named
    cells: tuple[tuple[Observation, ...], ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A table of claims. subjects_first: the rows are the subjects, else the columns are."""

    columns: tuple[Named, ...] = ()
    lines: tuple[Line, ...] = ()
    subjects_first: bool = False


def matrix_of(observations: Iterable[Observation], by: By, asked: Sequence[Named] = ()) -> Matrix:
    """Set claims out against their subjects; the longer side makes the rows.

    asked: subjects that have their place even where no claim is about them.
    Withdrawn and deprecated claims are left out. A cell holds every claim that belongs there, the
    earliest first and what was reached before what was planned: nothing is averaged or chosen.
    """
    found = sorted((one for one in observations if one.drawn), key=lambda one: one.position)
    present = {one.subject.key for one in found}
    missing = [subject for subject in asked if subject.key not in present]
    subjects = [*dict.fromkeys(one.subject for one in found), *missing]
    others = _headings(found, by)
    subjects_first = len(subjects) > len(others)
    rows, columns = (subjects, others) if subjects_first else (others, subjects)
    cells: dict[tuple[str, str], list[Observation]] = {}
    for one in found:
        subject, other = one.subject.key, _heading(one, by).key
        place = (subject, other) if subjects_first else (other, subject)
        cells.setdefault(place, []).append(one)
    return Matrix(
        columns=tuple(columns),
        lines=tuple(
            Line(row, tuple(_ordered(cells.get((row.key, column.key), [])) for column in columns))
            for row in rows
        ),
        subjects_first=subjects_first,
    )


def _heading(one: Observation, by: By) -> Named:
    if by is By.PERIODS:
        return Named(str(one.period) if one.period else "", "")
    product = one.product
    key = f"{one.indicator.key}/{product.key}" if product else one.indicator.key
    label = f"{one.indicator.label}: {product.label}" if product else one.indicator.label
    return Named(key, label, one.indicator.url)


def _headings(found: Sequence[Observation], by: By) -> list[Named]:
    """List the headings: periods by time, the undated last; indicators most share first."""
    if by is By.PERIODS:
        dated = {str(one.period): one.period for one in found if one.period}
        ordered = sorted(dated, key=lambda text: dated[text].sort_key)
        undated = [""] if any(one.period is None for one in found) else []
        return [Named(text, "") for text in (*ordered, *undated)]
    sharing: dict[Named, set[str]] = {}
    for one in found:
        sharing.setdefault(_heading(one, by), set()).add(one.subject.key)
    return sorted(sharing, key=lambda heading: -len(sharing[heading]))


def _ordered(cell: Sequence[Observation]) -> tuple[Observation, ...]:
    order = list(Aspect)

    def place(one: Observation) -> tuple[object, ...]:
        when = one.period.sort_key if one.period else (10**14, 0, "")
        return (*when, order.index(one.aspect), one.precedence)

    return tuple(sorted(cell, key=place))
