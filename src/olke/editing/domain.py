"""Writes of single records: one transaction, one history entry, who and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from django.db import transaction
from django.db.models import Max, Min, Model, QuerySet

from olke.accounts.models import Person
from olke.editing.drafts import Draft, draft_of, faults_of
from olke.editing.errors import (
    ChangedMeanwhileError,
    DraftRefusedError,
    NothingChangedError,
    RowFault,
)
from olke.editing.keys import proposed_key
from olke.evidence.signals import evidence_changed
from olke.exchange.pack.loading import action_of
from olke.exchange.pack.schema import OWNED
from olke.exchange.pack.stored import Keys, KeysAround, stored_surroundings
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action, Entry
from olke.packs.columns import Fault, Table
from olke.packs.models import Pack, PackRecord
from olke.packs.queries import next_position
from olke.packs.records import Snapshot, fields_of, filled, row_of


def add_record(table: Table, draft: Draft, *, pack: Pack, by: Person, why: str) -> PackRecord:
    """Add a record with the rows it owns, at the end of its table.

    A draft without a key is given one. Raises ``DraftRefusedError`` with every fault; a key that
    is taken is one of them.
    """
    with transaction.atomic():
        hold_history()
        keys = KeysAround(pack, table.name)
        draft = _with_key(table, draft)
        _refuse_faults(_new_faults(table, draft, pack, keys))
        fields = fields_of(table, draft.row, keys.pk_of)
        position = next_position(table.model, pack)  # type: ignore[arg-type]
        record = _records(table).create(pack=pack, position=position, **fields)
        keys.forget(table.name)
        _write_owned(table, draft, keys)
        _enter(table, record.key, None, draft.snapshot(table), Action.ADDED, by=by, why=why)
    return record


def judge(table: Table, draft: Draft, *, pack: Pack, is_new: bool) -> None:
    """Raise ``DraftRefusedError`` where a draft could not be written; write nothing."""
    keys = KeysAround(pack, table.name)
    if is_new:
        _refuse_faults(_new_faults(table, _with_key(table, draft), pack, keys))
    else:
        _refuse_faults(faults_of(table, draft, stored_surroundings(pack, keys)))


def change_record(table: Table, draft: Draft, *, revision: int, by: Person, why: str) -> PackRecord:
    """Give a record and the rows it owns the state of a draft; its key stays.

    ``revision`` is the one that the person saw. Raises ``DraftRefusedError``,
    ``ChangedMeanwhileError`` where somebody else was faster, ``NothingChangedError``.
    """
    return _change(
        table, draft.row["key"], lambda _: draft, revision=revision, by=by, why=why, action=None
    )


def set_cell(
    table: Table, key: str, column: str, value: str, *, revision: int, by: Person, why: str
) -> PackRecord:
    """Change one cell of a record: its rank, its review. Raises like ``change_record``."""

    def changed(snapshot: Snapshot) -> Draft:
        return draft_of(table, {**snapshot, column: value})

    return _change(table, key, changed, revision=revision, by=by, why=why, action=None)


def revert_record(
    table: Table, entry: Entry, before: Snapshot, *, revision: int, by: Person, why: str
) -> PackRecord:
    """Give a record back the state it had before an entry of its history.

    The state is judged like any other: what it refers to may be gone. Raises like
    ``change_record``.
    """
    return _change(
        table,
        entry.key,
        lambda _: draft_of(table, before),
        revision=revision,
        by=by,
        why=why,
        action=Action.REVERTED,
    )


def stored_snapshot(table: Table, record: PackRecord) -> Snapshot:
    """Return the state of a record as the history keeps it: one statement a table it refers to."""
    keys = KeysAround(record.pack, table.name)
    snapshot: Snapshot = filled(row_of(table, record, keys.key_of))
    for other in OWNED[table.name]:
        rows: QuerySet[Model] = (
            QuerySet(other.model).filter(**{other.owned_by: record}).order_by("position", "pk")
        )
        cells = [filled(row_of(other, row, keys.key_of), without=other.owned_by) for row in rows]
        if cells:
            snapshot[other.name] = cells
    return snapshot


def _change(
    table: Table,
    key: str,
    draft_from: Callable[[Snapshot], Draft],
    *,
    revision: int,
    by: Person,
    why: str,
    action: Action | None,
) -> PackRecord:
    with transaction.atomic():
        hold_history()  # before the record: a load takes them in this order too
        record = _records(table).select_for_update().select_related("pack").get(key=key)
        old = stored_snapshot(table, record)
        if record.revision != revision:
            raise ChangedMeanwhileError(key, record.revision, old)
        draft = draft_from(old)
        keys = KeysAround(record.pack, table.name)
        _refuse_faults(faults_of(table, draft, stored_surroundings(record.pack, keys)))
        new = draft.snapshot(table)
        if new == old:
            raise NothingChangedError(key)
        for name, value in fields_of(table, draft.row, keys.pk_of).items():
            setattr(record, name, value)
        record.revision += 1
        record.save()
        _write_owned(table, draft, keys)
        _enter(table, key, old, new, action or action_of(old, new), by=by, why=why)
    return record


class _Taken:
    """The keys of a table, in whichever pack."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __contains__(self, key: object) -> bool:
        return _records(self._table).filter(key=key).exists()


def _with_key(table: Table, draft: Draft) -> Draft:
    if draft.row.get("key"):
        return draft
    key = proposed_key(table, draft.row, _Taken(table))
    owned = {
        other.name: [{**row, other.owned_by: key} for row in draft.owned.get(other.name, ())]
        for other in OWNED[table.name]
    }
    return Draft({**draft.row, "key": key}, owned)


def _new_faults(table: Table, draft: Draft, pack: Pack, keys: Keys) -> Iterator[RowFault]:
    yield from faults_of(table, draft, stored_surroundings(pack, keys))
    if draft.row["key"] in _Taken(table):
        taken = Fault("key", "duplicate", {"identity": draft.row["key"], "row": "—"})
        yield RowFault(table.name, 0, taken)


def _refuse_faults(faults: Iterable[RowFault]) -> None:
    found = tuple(faults)
    if found:
        raise DraftRefusedError(found)


def _write_owned(table: Table, draft: Draft, keys: Keys) -> None:
    """Give a record the owned rows of the draft, in their order, and no others.

    They take the place in their file where the record's rows began, so that a save moves no row of
    another record; rows of one place keep the order in which they were written.
    """
    owner = keys.pk_of(table.name, draft.row["key"])
    for other in OWNED[table.name]:
        rows: QuerySet[Model] = QuerySet(other.model)
        own = rows.filter(**{f"{other.owned_by}_id": owner})
        place = own.aggregate(place=Min("position"))["place"]
        if place is None:
            last = rows.aggregate(last=Max("position"))["last"]
            place = 0 if last is None else last + 1
        own.delete()
        for row in draft.owned.get(other.name, ()):
            cells = {**row, other.owned_by: draft.row["key"]}
            rows.create(position=place, **fields_of(other, cells, keys.pk_of))


def _enter(
    table: Table,
    key: str,
    old: Snapshot | None,
    new: Snapshot,
    action: Action,
    *,
    by: Person,
    why: str,
) -> None:
    record_changes([Change(table.kind, key, action, old, new)], by=by, why=why)
    evidence_changed.send(sender=Pack, keys={table.kind: frozenset({key})}, everything=False)


def _records(table: Table) -> QuerySet[PackRecord]:
    return QuerySet(table.model)
