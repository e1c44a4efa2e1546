"""What a person typed, written as the pack writes it, wherever only one meaning is possible."""

from __future__ import annotations

import re
from collections.abc import Callable

from olke.dates import EdtfError, parse, read
from olke.editing.queries import key_named
from olke.evidence.models import ClaimKind
from olke.evidence.rules import MEASURED
from olke.exchange.pack.cells import KEY
from olke.exchange.pack.numbers import EXPONENT, NUMBER, point_form
from olke.packs.columns import Column, ColumnType, Table
from olke.packs.records import Row
from olke.vocabulary.units import unit_registry

# A comma before exactly three digits: a decimal comma in Kazakh and Russian, thousands in English.
AMBIGUOUS = re.compile(r"-?[1-9]\d{0,2},\d{3}")
USUAL = frozenset({"aspect", "measure"})
"""Cells of a number that a new form fills by itself."""


def understood(table: Table, row: Row) -> dict[str, str]:
    """Return a row with names as keys, numbers with a point, wordings of dates in EDTF.

    What can be read in more than one way, or in none, stays as it was typed, for the check to
    name. At most one statement for each name that is no key.
    """
    cells = {
        name: _cell(table.column(name), cell) if cell else ""
        for name, cell in row.items()
        if name in table.names
    }
    return _without_unused(cells) if table.kind == "claim" else cells


def _cell(column: Column, cell: str) -> str:
    if column.type is ColumnType.REFERENCE:
        return cell if KEY.fullmatch(cell) else key_named(column.refers_to, cell) or cell
    return _READERS.get(column.type, str)(cell)


def number(cell: str) -> str:
    """Write 79,4 and 1 400 000 as a pack does: 79.4 and 1400000."""
    if NUMBER.fullmatch(cell) or EXPONENT.fullmatch(cell) or AMBIGUOUS.fullmatch(cell):
        return cell
    return point_form(cell) or cell


def period(cell: str) -> str:
    """Write 1943 жылғы 5 мамыр as EDTF, unless the wording leaves something in doubt."""
    try:
        parse(cell)
    except EdtfError:
        found = read(cell)
        whole = len(found) == 1 and found[0].wording == cell and not found[0].doubts
        return str(found[0].period) if whole else cell
    return cell


def unit(cell: str) -> str:
    """Return the key of a unit that goes by this name."""
    found = unit_registry().find(cell)
    return found.key if found else cell


def _without_unused(cells: dict[str, str]) -> dict[str, str]:
    """Take away what the form filled for a number where the claim turned out to hold none."""
    holds_number = any(cells.get(name) for name in MEASURED if name not in USUAL)
    if cells.get("kind") in {"", ClaimKind.OBSERVATION} or holds_number:
        return cells
    return cells | dict.fromkeys(USUAL, "")


_READERS: dict[ColumnType, Callable[[str], str]] = {
    ColumnType.DECIMAL: number,
    ColumnType.COORDINATE: number,
    ColumnType.EDTF: period,
    ColumnType.UNIT: unit,
    ColumnType.KEY: str.lower,
}
