"""What the database holds of a pack, in the form in which files are compared and written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Model, QuerySet

from olke.exchange.pack.schema import BY_NAME, KEYED, OWNED
from olke.exchange.pack.surroundings import Surroundings
from olke.history.bulk import in_batches
from olke.packs.columns import Table
from olke.packs.models import Pack
from olke.packs.records import Snapshot, attributes, filled, row_of_values
from olke.vocabulary.rows import INDICATORS, UNITS


@dataclass(frozen=True)
class StoredRow:
    """One row of a table: its primary key, its place in the file, its cells.

    ``owner`` is the primary key of the record that an owned row belongs to.
    """

    pk: int
    position: int
    row: dict[str, str]
    owner: int | None = None


@dataclass(frozen=True)
class StoredRecord:
    """One record with everything it owns; ``snapshot`` is what the history keeps of it."""

    pk: int
    position: int
    snapshot: Snapshot


class Keys:
    """Keys and primary keys of one pack's records, each table read at most once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._keys: dict[str, dict[int, str]] = {}
        self._pks: dict[str, dict[str, int]] = {}

    def key_of(self, table: str, pk: int) -> str:
        """Return the key of a record by its primary key."""
        if table not in self._keys:
            self._keys[table] = {pk: key for key, pk in self.pks(table).items()}
        return self._keys[table][pk]

    def pk_of(self, table: str, key: str) -> int:
        """Return the primary key of a record by its key; raises ``KeyError``."""
        return self.pks(table)[key]

    def holds(self, table: str, key: str) -> bool:
        """Tell whether a table has a record with this key."""
        return key in self.pks(table)

    def pks(self, table: str) -> dict[str, int]:
        """Return all keys of a table with their primary keys."""
        if table not in self._pks:
            self._pks[table] = dict(self._records(table).values_list("key", "pk"))
        return self._pks[table]

    def _records(self, table: str) -> QuerySet[Model]:
        return QuerySet(BY_NAME[table].model).filter(pack=self._pack).order_by()

    def forget(self, table: str) -> None:
        """Read a table again when it is next asked for, because rows were added."""
        self._pks.pop(table, None)
        self._keys.pop(table, None)


class KeysAround(Keys):
    """Keys for the work on one record: its own is asked for singly, without all those beside it.

    Where 100,000 claims stand, reading their keys took most of the time that saving one took.
    """

    def __init__(self, pack: Pack, table: str) -> None:
        super().__init__(pack)
        self._table = table
        self._own: tuple[str, int | None] | None = None

    def key_of(self, table: str, pk: int) -> str:
        """Return the key of a record by its primary key."""
        if self._own is None and table == self._table:
            keys = self._records(table).filter(pk=pk).values_list("key", flat=True)
            self._own = (keys.get(), pk)
        if self._own and (table, pk) == (self._table, self._own[1]):
            return self._own[0]
        return super().key_of(table, pk)

    def pk_of(self, table: str, key: str) -> int:
        """Return the primary key of a record by its key; raises ``KeyError``."""
        if self._is_own(table, key) and (pk := self._pk_of_own(key)):
            return pk
        return super().pk_of(table, key)

    def holds(self, table: str, key: str) -> bool:
        """Tell whether a table has a record with this key."""
        if self._is_own(table, key):
            return self._pk_of_own(key) is not None
        return super().holds(table, key)

    def _is_own(self, table: str, key: str) -> bool:
        return table == self._table and (self._own is None or self._own[0] == key)

    def _pk_of_own(self, key: str) -> int | None:
        if self._own is None:
            pks = self._records(self._table).filter(key=key).values_list("pk", flat=True)
            self._own = (key, pks.first())
        return self._own[1]

    def forget(self, table: str) -> None:
        """Read a table again when it is next asked for, because rows were added."""
        super().forget(table)
        if table == self._table:
            self._own = None


@dataclass(frozen=True)
class StoredKeys(AbstractSet[str]):
    """The keys of one table as a set; nothing is read before it is asked."""

    keys: Keys
    table: str

    @classmethod
    def _from_iterable(cls, it: Iterable[Any]) -> frozenset[Any]:  # what | and & make
        return frozenset(it)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self.keys.holds(self.table, key)

    def __iter__(self) -> Iterator[str]:
        return iter(self.keys.pks(self.table))

    def __len__(self) -> int:
        return len(self.keys.pks(self.table))


def stored_rows(
    table: Table, pack: Pack, keys: Keys, owners: Sequence[int] | None = None
) -> Iterator[StoredRow]:
    """Give the rows of a table in the order of its file, in one statement.

    ``owners`` narrows them to records with these primary keys, or to what such records own.
    """
    owner = f"{table.owned_by}__pack" if table.owner else "pack"
    extra = ("pk", "position", *([f"{table.owned_by}_id"] if table.owner else []))
    query: QuerySet[Model] = QuerySet(table.model).filter(**{owner: pack})
    if owners is not None:
        query = query.filter(**{f"{table.owned_by or 'pk'}__in": owners})
    ordered = query.order_by("position", "pk")
    for values in ordered.values_list(*extra, *attributes(table)).iterator(chunk_size=5000):
        row = row_of_values(table, values[len(extra) :], keys.key_of)
        yield StoredRow(values[0], values[1], row, values[2] if table.owner else None)


def stored_records(pack: Pack, keys: Keys) -> dict[str, dict[str, StoredRecord]]:
    """Return every record of a pack by table and key: one statement a table."""
    return {table.name: records_of(table, pack, keys) for table in KEYED}


def stored_snapshots(
    table: Table, pack: Pack, keys: Keys, pks: Sequence[int]
) -> dict[str, Snapshot]:
    """Return the snapshots of the records with these primary keys, by key."""
    found: dict[str, Snapshot] = {}
    for batch in in_batches(pks):
        records = records_of(table, pack, keys, batch)
        found |= {key: record.snapshot for key, record in records.items()}
    return found


def records_of(
    table: Table, pack: Pack, keys: Keys, pks: Sequence[int] | None = None
) -> dict[str, StoredRecord]:
    """Return the records of one table with what they own, by key."""
    owned: dict[int, Snapshot] = defaultdict(dict)
    for other in OWNED[table.name]:
        for stored in stored_rows(other, pack, keys, pks):
            if stored.owner is not None:
                rows = owned[stored.owner].setdefault(other.name, [])
                rows.append(filled(stored.row, without=other.owned_by))
    return {
        stored.row["key"]: StoredRecord(
            stored.pk, stored.position, filled(stored.row) | owned.get(stored.pk, {})
        )
        for stored in stored_rows(table, pack, keys, pks)
    }


def stored_surroundings(pack: Pack, keys: Keys) -> Surroundings:
    """Return what cells are judged against; each table is read when it is first asked for."""
    known = {table.name: StoredKeys(keys, table.name) for table in KEYED}
    units = (stored.row for stored in stored_rows(UNITS, pack, keys))
    return Surroundings(known, _StoredIndicators(pack, keys), units)


class _StoredIndicators(Mapping[str, Mapping[str, Mapping[str, str]]]):
    """The one table that rules look into, by its name."""

    def __init__(self, pack: Pack, keys: Keys) -> None:
        self._pack, self._keys = pack, keys

    @cached_property
    def _rows(self) -> dict[str, dict[str, str]]:
        stored = stored_rows(INDICATORS, self._pack, self._keys)
        return {one.row["key"]: one.row for one in stored}

    def __getitem__(self, table: str) -> Mapping[str, Mapping[str, str]]:
        if table != INDICATORS.name:
            raise KeyError(table)
        return self._rows

    def __iter__(self) -> Iterator[str]:
        return iter((INDICATORS.name,))

    def __len__(self) -> int:
        return 1
