"""What a load will do to each record: files, database and their common past compared."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from olke.packs.records import Snapshot


class Step(StrEnum):
    """What happens to one record."""

    ADD = "added"
    CHANGE = "changed"
    NOTHING = "unchanged"
    KEEP_OURS = "yours"
    VANISH = "vanished"
    CONFLICT = "conflict"


class Resolution(StrEnum):
    """Who is right about a record changed on both sides: not said, the database, the file."""

    ASK = "ask"
    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True)
class Difference:
    """One record's step; ``old`` is what the database holds, ``new`` what the file says."""

    key: str
    step: Step
    old: Snapshot | None
    new: Snapshot | None


def differences(
    files: Mapping[str, Snapshot],
    stored: Mapping[str, Snapshot],
    past: Mapping[str, Snapshot | None],
    resolution: Resolution,
) -> Iterator[Difference]:
    """Compare the records of one table, in the order of the file, then those it lacks.

    ``past`` holds, of the records that people changed here since the files and the database last
    agreed, the state of then (None: not there yet). It makes the comparison three-way: what was
    changed on one side only is no conflict.
    """
    for key, new in files.items():
        old = stored.get(key)
        step = _step(old, new, key in past, past.get(key), resolution)
        yield Difference(key, step, old, new)
    for key, old in stored.items():
        if key not in files:
            step = _step(old, None, key in past, past.get(key), resolution)
            yield Difference(key, step, old, None)


def _step(
    old: Snapshot | None,
    new: Snapshot | None,
    changed_here: bool,  # noqa: FBT001 - one of five facts
    past: Snapshot | None,
    resolution: Resolution,
) -> Step:
    if old == new:
        return Step.NOTHING
    if changed_here and new == past:
        return Step.KEEP_OURS
    if changed_here and old != past:
        if resolution is Resolution.ASK:
            return Step.CONFLICT
        if resolution is Resolution.OURS:
            return Step.KEEP_OURS
    if old is None:
        return Step.ADD
    return Step.VANISH if new is None else Step.CHANGE
