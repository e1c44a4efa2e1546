"""Why a write was refused."""

from __future__ import annotations

from dataclasses import dataclass

from olke.packs.columns import Fault
from olke.packs.records import Snapshot


@dataclass(frozen=True)
class RowFault:
    """A fault of one row: ``table`` and ``index`` say which, index 0 for the record itself."""

    table: str
    index: int
    fault: Fault


class DraftRefusedError(Exception):
    """What was entered breaks rules; ``faults`` are all of them, not only the first."""

    def __init__(self, faults: tuple[RowFault, ...]) -> None:
        super().__init__(", ".join(f"{f.table} {f.fault.column} {f.fault.code}" for f in faults))
        self.faults = faults


class ChangedMeanwhileError(Exception):
    """Somebody else changed the record after it was opened; ``current`` is what it is now."""

    def __init__(self, key: str, revision: int, current: Snapshot) -> None:
        super().__init__(key)
        self.key = key
        self.revision = revision
        self.current = current


class NothingChangedError(Exception):
    """What was entered is what the record already says."""
