"""Adding to the history. Every write in Olke ends here, inside its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from olke.accounts.models import Person
from olke.history.chain import canonical, digest_of
from olke.history.models import Action, Entry, Head

BATCH = 2000


@dataclass(frozen=True)
class Change:
    """What happened to one record; ``old`` is None when it was added, ``new`` when removed."""

    kind: str
    key: str
    action: Action
    old: Mapping[str, Any] | None
    new: Mapping[str, Any] | None


def record_changes(changes: Iterable[Change], *, by: Person | None, why: str) -> int:
    """Add one entry for each change, in order, and return how many were added.

    Must run inside the transaction that makes the changes, so that there is never a change without
    its entry nor an entry without its change. ``by`` is None for what the system did by itself, for
    instance when the built-in pack is loaded on the first start.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "History is written in the transaction of its change."
        )
    Head.objects.get_or_create(id=1)
    head = Head.objects.select_for_update().get(id=1)
    now = datetime.now(UTC)
    batch: list[Entry] = []
    added = 0
    for change in changes:
        entry = Entry(
            number=head.number + 1,
            at=now,
            by=by,
            by_name=str(by) if by else "",
            kind=change.kind,
            key=change.key,
            action=change.action,
            why=why,
            old=canonical(change.old),
            new=canonical(change.new),
            previous=head.digest,
        )
        entry.digest = digest_of(entry)
        head.number, head.digest = entry.number, entry.digest
        batch.append(entry)
        added += 1
        if len(batch) == BATCH:
            Entry.objects.bulk_create(batch)
            batch.clear()
    Entry.objects.bulk_create(batch)
    head.save()
    return added
