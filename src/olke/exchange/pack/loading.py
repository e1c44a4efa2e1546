"""Loading a pack: whole, in one transaction, or not at all."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from django.db import transaction

from olke.accounts.models import Person
from olke.evidence.models import Review
from olke.evidence.signals import evidence_changed
from olke.exchange.pack.applying import add_owned, add_records, change_records, replace_owned
from olke.exchange.pack.checking import Checked, check_folder
from olke.exchange.pack.differences import Difference, Resolution, Step
from olke.exchange.pack.document_loading import apply_documents, plan_documents
from olke.exchange.pack.files import store_files
from olke.exchange.pack.folder import checksum
from olke.exchange.pack.past import last_number
from olke.exchange.pack.places import follow_positions
from olke.exchange.pack.planning import conflict_problems, plan_load
from olke.exchange.pack.report import Problem, Report, Severity, in_reading_order
from olke.exchange.pack.schema import KEYED
from olke.exchange.pack.stored import Keys, StoredRecord, stored_records
from olke.exchange.pack.vanishing import remove_unused, withdraw
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action
from olke.packs.columns import Table
from olke.packs.domain import record_edition
from olke.packs.models import Pack
from olke.packs.queries import keys_of_other_packs
from olke.packs.records import Snapshot

FEW = 500


@dataclass
class _Work:
    """A load under way: what is done so far."""

    checked: Checked
    pack: Pack
    keys: Keys
    stored: Mapping[str, Mapping[str, StoredRecord]]
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


def load_folder(
    path: Path,
    *,
    by: Person | None,
    why: str = "",
    resolution: Resolution = Resolution.ASK,
) -> Report:
    """Check a folder and, where nothing is wrong, bring the database into agreement with it.

    ``by`` is None when the system loads the built-in pack by itself; ``why`` stands in the history,
    by default that the pack was loaded. Records that people changed here and the file changed too
    are errors unless ``resolution`` says who is right. Nothing is written when there is an error,
    nor when the process ends half way.
    """
    with _collector_at_rest():
        checked = check_folder(path, keys_of_other_packs)
        if not checked.report.loadable:
            return checked.report
        with transaction.atomic():
            return _load(checked, by=by, why=why or _reason(checked), resolution=resolution)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep Python from looking for cycles: a load makes millions of objects and no cycle.

    Looking took a tenth of the time of a hundred thousand claims.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _reason(checked: Checked) -> str:
    version = checked.descriptor.version
    edition = f", edition {version}" if version else ""
    return f"pack {checked.descriptor.name}{edition} loaded"


def _load(checked: Checked, *, by: Person | None, why: str, resolution: Resolution) -> Report:
    work = _begin(checked)
    planned = plan_load(checked, work.pack, work.stored, resolution)
    documents = plan_documents(checked.documents, work.pack, checked.descriptor.saved, resolution)
    conflicts = [*conflict_problems(planned, checked.sheets), *documents.problems()]
    if conflicts:
        problems = in_reading_order([*checked.report.problems, *conflicts])
        return replace(checked.report, problems=problems)
    for table in KEYED:
        _apply(work, table, planned[table.name])
    _let_go(work, planned)
    if any(work.stored.values()):  # in a pack that has just been made, every row is in its place
        follow_positions(work.pack, checked.sheets, work.keys)
    record_changes(work.changes, by=by, why=why)
    # After the evidence, so that a document has seen the state of it that it came with.
    work.counts += apply_documents(documents, work.pack, checked.folder, by=by, why=why)
    store_files(work.pack, checked.folder, checked.documents)
    _note_edition(work, by)
    _finish(work)
    tell_changes(work.changes)
    found = in_reading_order([*checked.report.problems, *work.problems])
    return replace(checked.report, problems=found, changes=dict(work.counts), loaded=True)


def _begin(checked: Checked) -> _Work:
    """Lock the pack, or make it, so that two loads come one after the other."""
    hold_history()
    descriptor = checked.descriptor
    facts = {f"title_{code}": title for code, title in descriptor.titles.items()}
    facts |= {f"lead_{code}": lead for code, lead in descriptor.leads.items()}
    facts |= {"span": descriptor.span, "region_key": descriptor.region}
    facts["descriptor"] = checked.folder.descriptor
    now = datetime.now(UTC)
    pack, made = Pack.objects.select_for_update().get_or_create(
        key=descriptor.name, defaults={**facts, "loaded_at": now}
    )
    for name, value in facts.items():
        setattr(pack, name, value)
    keys = Keys(pack)
    stored = {table.name: {} for table in KEYED} if made else stored_records(pack, keys)
    return _Work(checked, pack, keys, stored)


def _apply(work: _Work, table: Table, steps: list[Difference]) -> None:
    """Add and change the records of one table, with the rows they own."""
    sheets = work.checked.sheets
    sheet = sheets.get(table.name)
    by_step = _keys_by_step(steps)
    added, changed = by_step.get(Step.ADD, set()), by_step.get(Step.CHANGE, set())
    if sheet:
        cells = sheet.cells["key"]
        add_records(sheet, [i for i, k in enumerate(cells) if k in added], work.pack, work.keys)
        change_records(sheet, [i for i, k in enumerate(cells) if k in changed], work.keys)
        add_owned(table, added, sheets, work.keys)
        replace_owned(table, changed, sheets, work.keys)
    for difference in steps:
        if difference.step in {Step.ADD, Step.CHANGE}:
            action = action_of(difference.old, difference.new)
            change = Change(table.kind, difference.key, action, difference.old, difference.new)
            work.changes.append(change)
        if difference.step is not Step.VANISH:
            work.counts[difference.step.value] += 1


def _keys_by_step(steps: Iterable[Difference]) -> dict[Step, set[str]]:
    keys: dict[Step, set[str]] = {}
    for difference in steps:
        keys.setdefault(difference.step, set()).add(difference.key)
    return keys


def action_of(old: Snapshot | None, new: Snapshot | None) -> Action:
    """Name what was done to a record by what changed in it."""
    if old is None:
        return Action.ADDED
    if new is None:
        return Action.REMOVED
    before, after = old.get("review"), new.get("review")
    if before != after:
        if after == Review.WITHDRAWN:
            return Action.WITHDRAWN
        if before == Review.WITHDRAWN:
            return Action.RESTORED
        if {**old, "review": after} == new:
            return Action.REVIEWED
    return Action.CHANGED


def _let_go(work: _Work, planned: Mapping[str, list[Difference]]) -> None:
    """Withdraw the claims that the files no longer have; remove other records that nothing needs.

    Backwards through the tables, so that what referred is gone before what it referred to.
    """
    for table in reversed(KEYED):
        gone = {d.key: d.old for d in planned[table.name] if d.step is Step.VANISH and d.old}
        stored = {key: work.stored[table.name][key] for key in gone}
        settle = withdraw if table.name == "claims" else remove_unused
        for key, code, change in settle(table, stored):
            work.counts[code] += 1
            if change:
                work.changes.append(change)
            if code != "unchanged":
                details = {"key": key}
                found = Problem(
                    table.path, f"vanished-{code}", None, "key", details, "", Severity.WARNING
                )
                work.problems.append(found)


def _note_edition(work: _Work, by: Person | None) -> None:
    """Enter the edition that the files say they are, where they are as it was frozen."""
    descriptor = work.checked.descriptor
    frozen, number = descriptor.checksum, descriptor.version
    if not frozen or not number or frozen != checksum(work.checked.folder.digests):
        return
    if not work.pack.editions.filter(number=number).exists():
        text = work.checked.folder.descriptor
        record_edition(work.pack, number=number, checksum=frozen, descriptor=text, by=by)


def _finish(work: _Work) -> None:
    pack = work.pack
    pack.layout = {
        "tables": {name: list(sheet.header) for name, sheet in work.checked.sheets.items()},
        "digests": work.checked.folder.digests,
        "history": last_number(),
    }
    pack.loaded_at = datetime.now(UTC)
    pack.save()


def tell_changes(changes: Sequence[Change]) -> None:
    """Send one signal: the keys of a few changes, ``everything`` for many."""
    if len(changes) > FEW:
        evidence_changed.send(sender=Pack, keys={}, everything=True)
    elif changes:
        keys: dict[str, set[str]] = {}
        for change in changes:
            keys.setdefault(change.kind, set()).add(change.key)
        frozen = {kind: frozenset(found) for kind, found in keys.items()}
        evidence_changed.send(sender=Pack, keys=frozen, everything=False)
