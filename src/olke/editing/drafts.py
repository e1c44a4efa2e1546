"""What a person enters for one record, and judging it against everything else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from olke.editing.errors import RowFault
from olke.exchange.pack.checking import all_faults
from olke.exchange.pack.schema import BY_NAME, OWNED
from olke.exchange.pack.surroundings import Surroundings
from olke.packs.columns import Fault, Table
from olke.packs.records import Row, Snapshot, filled

NEEDS_ONE = {"claims": "citations"}


@dataclass(frozen=True)
class Draft:
    """The cells of one record, and by table the rows that it owns (names, relations, citations)."""

    row: Row
    owned: Mapping[str, Sequence[Row]] = field(default_factory=dict)

    def snapshot(self, table: Table) -> Snapshot:
        """Return the record as the history keeps it."""
        snapshot: Snapshot = filled(self.row)
        for other in OWNED[table.name]:
            rows = [filled(row, without=other.owned_by) for row in self.owned.get(other.name, ())]
            if rows:
                snapshot[other.name] = rows
        return snapshot


def draft_of(table: Table, snapshot: Snapshot) -> Draft:
    """Return the draft that would give a record this state."""
    owned_names = {other.name for other in OWNED[table.name]}
    row = {name: cell for name, cell in snapshot.items() if name not in owned_names}
    key = row.get("key", "")
    owned = {
        other.name: [{**cells, other.owned_by: key} for cells in snapshot.get(other.name, ())]
        for other in OWNED[table.name]
    }
    return Draft(row, owned)


def faults_of(table: Table, draft: Draft, around: Surroundings) -> Iterator[RowFault]:
    """Give every fault of a record and of the rows it owns; minor ones do not count here."""
    for fault in all_faults(table, draft.row, around):
        if not fault.minor:
            yield RowFault(table.name, 0, fault)
    needed = NEEDS_ONE.get(table.name)
    if needed and not draft.owned.get(needed):
        key = draft.row.get("key", "")
        yield RowFault(needed, 0, Fault(BY_NAME[needed].names[1], "uncited", {"key": key}))
    for name, rows in draft.owned.items():
        yield from _owned_faults(BY_NAME[name], rows, around)


def _owned_faults(owned: Table, rows: Sequence[Row], around: Surroundings) -> Iterator[RowFault]:
    seen: set[tuple[str, ...]] = set()
    for index, row in enumerate(rows):
        # A record that is being added is not among the known keys yet.
        for fault in all_faults(owned, row, around, without=owned.owned_by):
            if not fault.minor:
                yield RowFault(owned.name, index, fault)
        identity = tuple(row.get(name, "") for name in owned.identity if name != owned.owned_by)
        if identity in seen:
            said = ", ".join(filter(None, identity))
            details = {"identity": said, "row": str(index)}
            yield RowFault(owned.name, index, Fault(owned.identity[1], "duplicate", details))
        seen.add(identity)
