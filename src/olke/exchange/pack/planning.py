"""What a load will do to every record, before it does anything."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from olke.exchange.pack.checking import Checked
from olke.exchange.pack.differences import Difference, Resolution, Step, differences
from olke.exchange.pack.past import past_of
from olke.exchange.pack.report import Problem
from olke.exchange.pack.schema import KEYED
from olke.exchange.pack.sheets import Sheet
from olke.exchange.pack.snapshots import file_snapshots
from olke.exchange.pack.stored import StoredRecord
from olke.packs.models import Pack

Stored = Mapping[str, Mapping[str, StoredRecord]]


def plan_load(
    checked: Checked, pack: Pack, stored: Stored, resolution: Resolution
) -> dict[str, list[Difference]]:
    """Compare the files with what is stored, table by table."""
    past = past_of(pack, checked.descriptor.saved) if any(stored.values()) else {}
    return {
        table.name: list(
            differences(
                file_snapshots(table, checked.sheets),
                {key: record.snapshot for key, record in stored[table.name].items()},
                past.get(table.name, {}),
                resolution,
            )
        )
        for table in KEYED
    }


def conflict_problems(
    planned: Mapping[str, Iterable[Difference]], sheets: Mapping[str, Sheet]
) -> Iterator[Problem]:
    """Report each record that was changed on both sides, with the columns that differ."""
    for name, steps in planned.items():
        sheet = sheets.get(name)
        rows = dict(zip(sheet.cells["key"], sheet.numbers, strict=True)) if sheet else {}
        for difference in steps:
            if difference.step is Step.CONFLICT:
                details = {"key": difference.key, "columns": _differing(difference)}
                row = rows.get(difference.key)
                yield Problem(f"{name}.csv", "conflict", row, "key", details)


def _differing(difference: Difference) -> str:
    old, new = difference.old or {}, difference.new or {}
    return ", ".join(sorted(n for n in {*old, *new} if old.get(n) != new.get(n)))
