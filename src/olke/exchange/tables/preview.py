"""What a corrected spreadsheet would change, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from olke.exchange.pack.checking import all_faults
from olke.exchange.pack.closest import Closest
from olke.exchange.pack.numbers import point_form
from olke.exchange.pack.report import Problem, Severity
from olke.exchange.pack.schema import TABLES
from olke.exchange.pack.sheets import place
from olke.exchange.pack.stored import Keys, stored_surroundings
from olke.exchange.pack.surroundings import Surroundings
from olke.exchange.tables.export import IDENTITY, REVISION, export_header, exported_rows
from olke.exchange.tables.uploads import Upload, UploadRefusedError, iter_cells, read_upload
from olke.packs.columns import ColumnType, Fault, Table
from olke.packs.models import Pack


class RowState(StrEnum):
    """What becomes of a row of the spreadsheet."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True)
class CellChange:
    """One cell that differs: what the database holds, and what the spreadsheet says."""

    column: str
    old: str
    new: str


@dataclass(frozen=True)
class RowPreview:
    """One row of the spreadsheet. ``row`` is its new state, complete; ``problems`` refuse it."""

    number: int
    key: str
    identity: str
    revision: int
    changes: tuple[CellChange, ...] = ()
    problems: tuple[Problem, ...] = ()
    row: Mapping[str, str] = field(default_factory=dict)

    @property
    def state(self) -> RowState:
        """Tell what becomes of the row."""
        if any(problem.severity is Severity.ERROR for problem in self.problems):
            return RowState.REFUSED
        return RowState.CHANGED if self.changes else RowState.UNCHANGED


@dataclass(frozen=True)
class ImportPreview:
    """A spreadsheet read and compared; ``problems`` are about the file as a whole.

    ``table`` is None where the file is no table of the pack.
    """

    name: str
    pack: Pack
    table: Table | None = None
    rows: tuple[RowPreview, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> tuple[RowPreview, ...]:
        """Rows that would change something."""
        return tuple(row for row in self.rows if row.state is RowState.CHANGED)

    @property
    def refused(self) -> tuple[RowPreview, ...]:
        """Rows that cannot be taken as they are."""
        return tuple(row for row in self.rows if row.state is RowState.REFUSED)

    @property
    def acceptable(self) -> bool:
        """Tell whether the spreadsheet can be applied: nothing is wrong and something changes."""
        return not self.problems and not self.refused and bool(self.changed)


def preview(content: bytes, name: str, pack: Pack, table: Table | None = None) -> ImportPreview:
    """Read an uploaded CSV or XLSX file and compare it with the pack; writes nothing.

    ``table`` is found by the header, and where several have its columns by the keys, unless it is
    given. Rows are matched by key, the rows of an owned table by the number they were exported
    with. Columns and rows that are left out stay as they are.
    """
    try:
        upload = read_upload(content, name)
    except UploadRefusedError as fault:
        problem = Problem(name, fault.code, details=fault.details)
        return ImportPreview(name, pack, problems=(problem,))
    table = table or _table_of(upload, pack)
    if table is None:
        return ImportPreview(name, pack, problems=(Problem(name, "upload-no-table", 1),))
    problems = (*_header_problems(upload, table, name), *_unread_rows(upload, name))
    rows = tuple(_Comparison(table, pack, upload, name).rows())
    return ImportPreview(name, pack, table, rows, problems)


def _table_of(upload: Upload, pack: Pack) -> Table | None:
    """Find the table whose columns the file has most of; among equals, the one with its keys."""
    named = set(upload.header)
    fitting = [table for table in TABLES if (IDENTITY if table.owner else "key") in named]
    most = max((len(named & set(table.names)) for table in fitting), default=0)
    if most < 2:
        return None
    best = [table for table in fitting if len(named & set(table.names)) == most]
    if len(best) == 1 or best[0].owner:
        return best[0]
    keys, wanted = Keys(pack), {cells["key"].strip() for _, cells in iter_cells(upload)}
    return max(best, key=lambda table: len(wanted & keys.pks(table.name).keys()))


def _header_problems(upload: Upload, table: Table, name: str) -> Iterator[Problem]:
    known, named = export_header(table), set(upload.header)
    closest = Closest(set(table.names) - named)
    for at, column in enumerate(upload.header):
        if not column:
            yield Problem(name, "upload-nameless", 1)
        elif column in upload.header[:at]:
            yield Problem(name, "column-twice", 1, column)
        elif column not in known:
            yield Problem(name, "unknown-column", 1, column, meant=closest.to(column))


def _unread_rows(upload: Upload, name: str) -> Iterator[Problem]:
    """Report the rows that could not be read at all, for instance after a broken quote."""
    read = {number for number, _ in upload.rows}
    return (place(name, number, fault) for number, fault in upload.faults if number not in read)


class _Comparison:
    """An upload beside what the database holds."""

    def __init__(self, table: Table, pack: Pack, upload: Upload, name: str) -> None:
        self._table, self._upload, self._name = table, upload, name
        self._around: Surroundings = stored_surroundings(pack, Keys(pack))
        self._known = IDENTITY if table.owner else "key"
        header = export_header(table)
        self._stored = {
            cells[self._known]: cells
            for row in exported_rows(table, pack)
            for cells in [dict(zip(header, row, strict=True))]
        }
        self._closest = Closest(self._stored)
        self._faults: dict[int, list[Fault]] = {}
        for number, fault in upload.faults:
            self._faults.setdefault(number, []).append(fault)

    def rows(self) -> Iterator[RowPreview]:
        """Give each row of the upload, compared and judged."""
        seen: dict[str, int] = {}
        for number, cells in iter_cells(self._upload):
            identity = cells.get(self._known, "").strip()
            if identity in seen:
                details = {"identity": identity, "row": str(seen[identity])}
                self._faults.setdefault(number, []).append(Fault(self._known, "duplicate", details))
            seen.setdefault(identity, number)
            yield self._compared(number, identity, cells)

    def _compared(self, number: int, identity: str, cells: Mapping[str, str]) -> RowPreview:
        stored = self._stored.get(identity)
        faults = self._faults.get(number, [])
        if stored is None:
            details = {"key": identity}
            meant = self._closest.to(identity)
            faults = [*faults, Fault(self._known, "upload-unknown-row", details, meant)]
            return RowPreview(number, identity, identity, 0, problems=self._placed(number, faults))
        row = {name: self._new(name, cells, stored) for name in self._table.names}
        changes = tuple(
            CellChange(name, stored[name], row[name])
            for name in self._table.names
            if row[name] != stored[name]
        )
        if changes:
            faults = [*faults, *self._judged(row, changes, cells, stored)]
        key = stored[self._table.owned_by or "key"]
        revision = int(stored[REVISION])
        placed = self._placed(number, faults)
        return RowPreview(number, key, identity, revision, changes, placed, row)

    def _judged(
        self,
        row: Mapping[str, str],
        changes: tuple[CellChange, ...],
        cells: Mapping[str, str],
        stored: Mapping[str, str],
    ) -> Iterator[Fault]:
        seen = cells.get(REVISION, "").strip()
        if seen and seen != stored[REVISION]:
            yield Fault(REVISION, "upload-changed-meanwhile", {"key": stored.get("key", "")})
        if any(change.column == self._table.owned_by for change in changes):
            yield Fault(self._table.owned_by, "upload-moved")
        yield from all_faults(self._table, row, self._around)

    def _new(self, name: str, cells: Mapping[str, str], stored: Mapping[str, str]) -> str:
        """Return the new state of a cell; a number that is only written otherwise is no change."""
        if name not in cells:
            return stored[name]
        cell = cells[name].strip()
        if self._table.column(name).type not in {ColumnType.DECIMAL, ColumnType.COORDINATE}:
            return cell
        plain = point_form(cell) or cell
        return stored[name] if _equal(plain, stored[name]) else plain

    def _placed(self, number: int, faults: list[Fault]) -> tuple[Problem, ...]:
        return tuple(place(self._name, number, fault) for fault in faults)


def _equal(one: str, other: str) -> bool:
    try:
        return Decimal(one) == Decimal(other)
    except InvalidOperation:
        return one == other
