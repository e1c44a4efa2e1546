"""Writing what a previewed spreadsheet changes: all of it in one transaction, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Model, QuerySet

from olke.accounts.models import Person
from olke.exchange.pack.applying import prepared_columns
from olke.exchange.pack.loading import action_of, tell_changes
from olke.exchange.pack.schema import BY_NAME
from olke.exchange.pack.sheets import Sheet
from olke.exchange.pack.stored import Keys, stored_snapshots
from olke.exchange.tables.preview import ImportPreview, RowPreview
from olke.history.bulk import in_batches, update
from olke.history.domain import Change, hold_history, record_changes
from olke.packs.columns import Table
from olke.packs.models import Pack


class ImportRefusedError(Exception):
    """The spreadsheet was not applied.

    ``keys`` are the records that somebody changed since the preview, ``removed`` those that are no
    longer there: the spreadsheet's own, or what its cells refer to. Both are empty where the
    preview had faults or changed nothing.
    """

    def __init__(self, keys: Sequence[str] = (), removed: Sequence[str] = ()) -> None:
        self.keys, self.removed = tuple(keys), tuple(removed)
        super().__init__(self.keys, self.removed)


def apply(found: ImportPreview, *, by: Person | None, why: str) -> int:
    """Write the changed rows and return how many records changed.

    Raises ``ImportRefusedError`` when a row has faults, when nothing changes, or when a record is
    no longer as the preview saw it, or no longer there.
    """
    if not found.acceptable or found.table is None:
        raise ImportRefusedError
    with transaction.atomic():
        hold_history()  # before the records: an edit takes them in this order too
        return _apply(found.table, found.changed, found.pack, by=by, why=why)


def _apply(
    table: Table, rows: Sequence[RowPreview], pack: Pack, *, by: Person | None, why: str
) -> int:
    keyed = BY_NAME[table.owner] if table.owner else table
    keys = Keys(pack)
    pks = _unchanged_since(keyed, rows)
    old = stored_snapshots(keyed, pack, keys, list(pks.values()))
    sheet = _sheet(table, rows)
    if removed := _removed_since(sheet, keys):
        raise ImportRefusedError(removed=removed)
    columns = prepared_columns(sheet, range(len(rows)), keys)
    if table.owner:
        update(table.model, [int(row.identity) for row in rows], columns, revise=False)
        update(keyed.model, list(pks.values()), {}, revise=True)
    else:
        update(table.model, [pks[row.key] for row in rows], columns, revise=True)
    new = stored_snapshots(keyed, pack, keys, list(pks.values()))
    changes = [
        Change(keyed.kind, key, action_of(old[key], new[key]), old[key], new[key])
        for key in pks
        if old[key] != new[key]
    ]
    record_changes(changes, by=by, why=why)
    tell_changes(changes)
    return len(changes)


def _unchanged_since(keyed: Table, rows: Sequence[RowPreview]) -> dict[str, int]:
    """Lock the records and return their primary keys, refusing those of another revision."""
    wanted = {row.key: row.revision for row in rows}
    records: dict[str, tuple[int, int]] = {}
    for batch in in_batches(list(wanted)):
        locked: QuerySet[Model] = QuerySet(keyed.model).select_for_update().filter(key__in=batch)
        for key, pk, revision in locked.values_list("key", "pk", "revision"):
            records[key] = (pk, revision)
    removed = [key for key in wanted if key not in records]
    changed = [key for key, (_, revision) in records.items() if revision != wanted[key]]
    if removed or changed:
        raise ImportRefusedError(sorted(changed), removed)
    return {key: records[key][0] for key in wanted}


def _removed_since(sheet: Sheet, keys: Keys) -> list[str]:
    """Return what cells refer to and is no longer there."""
    named = {
        (column.refers_to, cell)
        for column in sheet.table.references
        for cell in sheet.cells[column.name]
        if cell
    }
    return sorted(cell for table, cell in named if cell not in keys.pks(table))


def _sheet(table: Table, rows: Sequence[RowPreview]) -> Sheet:
    cells = {name: [row.row[name] for row in rows] for name in table.names}
    return Sheet(table, table.names, cells, [row.number for row in rows])
