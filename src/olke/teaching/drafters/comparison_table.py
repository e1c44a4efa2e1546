"""A blank table: subjects or indicators by time, with its key.

No blank can be read off the rest: the columns are times that do not overlap, no row is a part of
another, and a number that stands elsewhere in the table, or is the sum or the difference of two
that do, is never blanked.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from django.utils.translation import gettext

from olke.evidence.models import Claim, Measure
from olke.teaching.documents.items import Grid, Level
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import apart
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.facts_table import facts_grids
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.pairing import middle, sayable
from olke.teaching.drafters.titles import quoting
from olke.teaching.drafters.truth import touch

MOST_ROWS, MOST_COLUMNS = 8, 5
FULL = 0.6
"""So much of a table is filled: a sparser one teaches gaps."""
BLANK = 0.5
"""This share of the numbers is left to fill in."""
EMPTY = Text(kk="—", ru="—", en="—")
Row = tuple[object, ...]
Cells = Mapping[tuple[int, int], Claim]


@dataclass(frozen=True)
class Table:
    """Claims by row and column; a claim stands for its row and for its column."""

    heading: Text
    rows: tuple[Claim, ...]
    columns: tuple[Claim, ...]
    cells: Cells
    of_subjects: bool


def draft_comparison_table(material: Material, order: Order) -> Draft:
    """Draft as many tables as are wanted, no claim in two of them, the fullest first."""
    made = apart(grids(material, order.chance()), lambda grid: grid.claims)
    return draft_of(made, order.wanted, "tables")


def grids(material: Material, chance: random.Random) -> Iterator[Grid]:
    """Pass on the tables by time, then those of time and figure."""
    made = (grid_of(table, material, chance) for table in tables(material))
    yield from (grid for grid in made if grid is not None)
    yield from facts_grids(material, chance)


@found_once
def tables(material: Material) -> list[Table]:
    """Return the tables that a dossier's undisputed numbers fill, the largest first."""
    plain = [c for c in sayable(material) if c.measure in (Measure.ABSOLUTE, Measure.SHARE)]
    plain = [c for c in plain if not c.base_period]
    found = [
        *_by(plain, _thing, lambda c: (c.subject_id,), material, of_subjects=True),
        *_by(plain, lambda c: (c.subject_id,), _thing, material, of_subjects=False),
    ]
    return sorted(found, key=lambda table: -len(table.cells))


def grid_of(table: Table, material: Material, chance: random.Random) -> Grid | None:
    """Return a table to fill in; None where nothing could be left blank."""
    blank = _blanks(table, chance)
    if not blank:
        return None
    places = [[table.cells.get((r, c)) for c in _range(table.columns)] for r in _range(table.rows)]
    answers = [sentence(table.cells[place], material) for place in sorted(blank)]
    return Grid(
        id=UNNUMBERED,
        text=quoting(
            lambda: gettext("“%(heading)s”. Fill in the table from the evidence, then compare."),
            heading=table.heading,
        ),
        columns=tuple(asking.time(claim) for claim in table.columns),
        rows=tuple(_row_name(claim, table) for claim in table.rows),
        cells=tuple(
            tuple(asking.value(c, material.units) if c else EMPTY for c in row) for row in places
        ),
        blank=tuple(sorted(blank)),
        explanation=asking.listed(answers),
        claims=tuple(claim.key for row in places for claim in row if claim),
        level=Level.B,
    )


def _row_name(claim: Claim, table: Table) -> Text:
    return asking.name(claim) if table.of_subjects else asking.what(claim)


def _range(claims: Sequence[Claim]) -> range:
    return range(len(claims))


def _thing(claim: Claim) -> Row:
    return claim.indicator_id, claim.product_id, claim.measure


def _by(
    claims: Iterable[Claim],
    one: Callable[[Claim], Row],
    row: Callable[[Claim], Row],
    material: Material,
    *,
    of_subjects: bool,
) -> Iterator[Table]:
    groups: dict[Row, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(one(claim), []).append(claim)
    for group in groups.values():
        table = _table(group, row, material, of_subjects=of_subjects)
        if table is not None:
            yield table


def _table(
    group: Sequence[Claim],
    row: Callable[[Claim], Row],
    material: Material,
    *,
    of_subjects: bool,
) -> Table | None:
    """Return the fullest table of a group: rows and columns with least in them are left out."""
    cells = {(row(claim), _column(claim)): claim for claim in reversed(group)}
    rows = _apart(group, row, cells, lambda a, b: _one_in_other(a, b, material))
    columns = _apart(group, _column, cells, touch)
    while True:
        filled = [(r, c) for r, c in cells if r in rows and c in columns]
        if len(rows) < 2 or len(columns) < 2:
            return None
        shares = _shares(rows, columns, filled)
        fits = len(rows) <= MOST_ROWS and len(columns) <= MOST_COLUMNS
        full = len(filled) >= FULL * len(rows) * len(columns)
        if fits and full and min(shares.values()) > 0:
            break
        _leave_out(rows, columns, shares)
    lines = sorted(rows.values(), key=lambda c: c.position)
    heads = sorted(columns.values(), key=lambda c: (str(c.earliest), str(c.latest)))
    placed = {
        (r, c): cells[row(line), _column(head)]
        for r, line in enumerate(lines)
        for c, head in enumerate(heads)
        if (row(line), _column(head)) in cells
    }
    heading = asking.what(group[0]) if of_subjects else asking.name(group[0])
    return Table(heading, tuple(lines), tuple(heads), placed, of_subjects)


def _column(claim: Claim) -> Row:
    return claim.earliest, claim.latest


def _apart(
    group: Sequence[Claim],
    key: Callable[[Claim], Row],
    cells: Mapping[tuple[Row, Row], Claim],
    together: Callable[[Claim, Claim], bool],
) -> dict[Row, Claim]:
    """Return rows or columns of which no two go together; those with most in them come first."""
    held: dict[Row, int] = {}
    for claim in cells.values():
        held[key(claim)] = held.get(key(claim), 0) + 1
    first = {key(claim): claim for claim in reversed(group)}
    kept: dict[Row, Claim] = {}
    for each in sorted(first, key=lambda k: (-held[k], first[k].position)):
        if not any(together(first[each], other) for other in kept.values()):
            kept[each] = first[each]
    return kept


def _one_in_other(one: Claim, other: Claim, material: Material) -> bool:
    """Tell whether one row is a part of another: a workshop of a works, sausage of meat."""
    if one.subject_id != other.subject_id:
        return material.kin.related(one.subject_id, other.subject_id)
    if one.indicator_id != other.indicator_id:
        return False
    return material.kin.of_one_kind(one.product_id, other.product_id)


def _shares(
    rows: Iterable[Row], columns: Iterable[Row], filled: Sequence[tuple[Row, Row]]
) -> dict[tuple[int, Row], float]:
    """Return how full each row (0) and column (1) is."""
    rows, columns = list(rows), list(columns)
    shares = {(0, row): sum(r == row for r, _ in filled) / len(columns) for row in rows}
    shares |= {(1, col): sum(c == col for _, c in filled) / len(rows) for col in columns}
    return shares


def _leave_out(
    rows: dict[Row, Claim], columns: dict[Row, Claim], shares: Mapping[tuple[int, Row], float]
) -> None:
    """Take the row or column out that is filled least; of equals, the last."""
    least = min(shares.values())
    side, key = [place for place, share in shares.items() if share == least][-1]
    (columns if side else rows).pop(key)


def _blanks(table: Table, chance: random.Random) -> set[tuple[int, int]]:
    places = list(table.cells)
    chance.shuffle(places)
    free = [place for place in places if not _given_away(place, table.cells)]
    return set(free[: max(1, int(len(places) * BLANK))])


def _given_away(place: tuple[int, int], cells: Cells) -> bool:
    """Tell whether a number can be had from others of its unit: as one, a sum or a difference."""
    claim = cells[place]
    value = middle(claim)
    others = [middle(c) for p, c in cells.items() if p != place and c.unit == claim.unit]
    if value in others or (len(others) > 1 and value == sum(others, Decimal(0))):
        return True
    return any(value in (a + b, a - b, b - a) for a, b in combinations(others, 2))
