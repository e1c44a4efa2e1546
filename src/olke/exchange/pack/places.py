"""The order of rows: where each record stands in its file."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Mapping

from olke.exchange.pack.schema import TABLES
from olke.exchange.pack.sheets import Sheet
from olke.exchange.pack.stored import Keys, stored_rows
from olke.history.bulk import update
from olke.packs.columns import Table
from olke.packs.models import Pack


def follow_positions(pack: Pack, sheets: Mapping[str, Sheet], keys: Keys) -> None:
    """Give every stored row the place that its row has in the files.

    A place says nothing about the region's history, so no entry is made for it. Rows that the files
    lack come after all others.
    """
    for table in TABLES:
        sheet = sheets.get(table.name)
        moved = _moved(table, pack, sheet, keys)
        columns = {"position": list(moved.values())}
        update(table.model, list(moved), columns, revise=False)


def _moved(table: Table, pack: Pack, sheet: Sheet | None, keys: Keys) -> dict[int, int]:
    """Return the new position of each row, by primary key, whose position is another."""
    places: dict[tuple[str, ...], deque[int]] = defaultdict(deque)
    if sheet:
        columns = (sheet.cells[name] for name in _known_by(table))
        for index, cells in enumerate(zip(*columns, strict=True)):
            places[cells].append(index)
    after = len(sheet) if sheet else 0
    moved: dict[int, int] = {}
    for stored in stored_rows(table, pack, keys):
        found = places.get(tuple(stored.row[name] for name in _known_by(table)))
        if found:
            place = found.popleft()
        else:
            place, after = after, after + 1
        if place != stored.position:
            moved[stored.pk] = place
    return moved


def _known_by(table: Table) -> tuple[str, ...]:
    return table.names if table.owner else table.identity
