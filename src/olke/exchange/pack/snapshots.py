"""The records that a pack's files describe, in the form in which the history keeps them."""

from __future__ import annotations

from collections.abc import Mapping

from olke.exchange.pack.schema import OWNED
from olke.exchange.pack.sheets import Sheet
from olke.packs.columns import Table
from olke.packs.records import Snapshot, filled


def file_snapshots(table: Table, sheets: Mapping[str, Sheet]) -> dict[str, Snapshot]:
    """Return the records of a keyed table with the rows they own, in the order of the file."""
    if table.name not in sheets:
        return {}
    snapshots: dict[str, Snapshot] = {row["key"]: filled(row) for row in sheets[table.name].rows()}
    for other in OWNED[table.name]:
        if other.name in sheets:
            for row in sheets[other.name].rows():
                owned = snapshots[row[other.owned_by]].setdefault(other.name, [])
                owned.append(filled(row, without=other.owned_by))
    return snapshots
