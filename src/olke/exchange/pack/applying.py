"""Writing a load's records: new ones, changed ones, and the rows they own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from olke.exchange.pack.schema import OWNED
from olke.exchange.pack.sheets import Sheet
from olke.exchange.pack.stored import Keys
from olke.history.bulk import in_batches, insert, prepare, update
from olke.packs.columns import Table
from olke.packs.models import Pack
from olke.packs.records import attribute, reader

Indexes = Sequence[int]


def add_records(sheet: Sheet, indexes: Indexes, pack: Pack, keys: Keys) -> None:
    """Insert the rows of a keyed table at these indexes of its sheet."""
    if not indexes:
        return
    table = sheet.table
    columns = prepared_columns(sheet, indexes, keys, refer=False)
    itself = [attribute(table, c.name) for c in table.references if c.refers_to == table.name]
    columns |= {name: [None] * len(indexes) for name in itself}
    columns["pack_id"] = [pack.pk] * len(indexes)
    columns["position"] = list(indexes)
    columns["revision"] = [1] * len(indexes)
    insert(table.model, columns)
    keys.forget(table.name)
    if itself:  # a row may refer to a later one, so references follow when all rows are there
        _refer_to_itself(sheet, indexes, keys)


def _refer_to_itself(sheet: Sheet, indexes: Indexes, keys: Keys) -> None:
    table = sheet.table
    for column in table.references:
        if column.refers_to == table.name:
            pairs = [(sheet.cells["key"][i], sheet.cells[column.name][i]) for i in indexes]
            pks = [keys.pk_of(table.name, key) for key, other in pairs if other]
            others = [keys.pk_of(table.name, other) for _, other in pairs if other]
            name = attribute(table, column.name)
            update(table.model, pks, {name: others}, revise=False)


def change_records(sheet: Sheet, indexes: Indexes, keys: Keys) -> None:
    """Rewrite records of a keyed table that exist, counting their revision up."""
    cells = sheet.cells["key"]
    pks = [keys.pk_of(sheet.table.name, cells[index]) for index in indexes]
    columns = prepared_columns(sheet, indexes, keys)
    columns["position"] = list(indexes)
    update(sheet.table.model, pks, columns, revise=True)


def replace_owned(table: Table, owners: set[str], sheets: Mapping[str, Sheet], keys: Keys) -> None:
    """Give the records with these keys the owned rows that the files have, and no others."""
    if not owners:
        return
    pks = [keys.pk_of(table.name, key) for key in owners]
    for other in OWNED[table.name]:
        for batch in in_batches(pks):
            QuerySet(other.model).filter(**{f"{other.owned_by}__in": batch}).delete()
        if other.name in sheets:
            _add_owned(sheets[other.name], owners, keys)


def add_owned(table: Table, owners: set[str], sheets: Mapping[str, Sheet], keys: Keys) -> None:
    """Insert the owned rows of records that have just been added."""
    for other in OWNED[table.name]:
        if other.name in sheets:
            _add_owned(sheets[other.name], owners, keys)


def _add_owned(sheet: Sheet, owners: set[str], keys: Keys) -> None:
    cells = sheet.cells[sheet.table.owned_by]
    indexes = [index for index, key in enumerate(cells) if key in owners]
    if indexes:
        columns = prepared_columns(sheet, indexes, keys)
        columns["position"] = list(indexes)
        insert(sheet.table.model, columns)


def prepared_columns(
    sheet: Sheet, indexes: Indexes, keys: Keys, *, refer: bool = True
) -> dict[str, list[Any]]:
    """Return what the database takes for these rows, by attribute, the derived ones too."""
    table = sheet.table
    whole = len(indexes) == len(sheet)
    columns: dict[str, list[Any]] = {}
    for column in table.columns:
        if column.refers_to == table.name and not refer:
            continue
        cells = sheet.cells[column.name]
        chosen = cells if whole else [cells[index] for index in indexes]
        name = attribute(table, column.name)
        columns[name] = prepare(table.model, name, chosen, reader(table, column, keys.pk_of))
    for derived in table.derived:
        cells = sheet.cells[derived.column]
        chosen = cells if whole else [cells[index] for index in indexes]
        columns[derived.name] = prepare(table.model, derived.name, chosen, derived.follow)
    return columns
