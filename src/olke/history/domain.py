"""Adding to the history. Every write in Olke ends here, inside its own transaction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from olke.accounts.models import Person
from olke.history.bulk import insert, prepared
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
    head = hold_history()
    entries = _Entries(head, by=by, why=why)
    for change in changes:
        entries.add(change)
    entries.write()
    head.save()
    return entries.added


def hold_history() -> Head:
    """Lock the end of the chain until the transaction ends: other writers wait for it.

    A write that reads very many records and then changes them begins with this, so that nobody
    changes one of them in between.
    """
    if not transaction.get_connection().in_atomic_block:
        raise transaction.TransactionManagementError(
            "History is written in the transaction of its change."
        )
    Head.objects.get_or_create(id=1)
    return Head.objects.select_for_update().get(id=1)


@dataclass(slots=True)
class _Link:
    """An entry before it is in the database; a model would take ten times as long to make."""

    number: int
    at: datetime
    by_id: int | None
    kind: str
    key: str
    action: str
    why: str
    old: str
    new: str
    previous: str
    digest: str = ""


class _Entries:
    """Entries under way: chained one by one, written in batches by column."""

    def __init__(self, head: Head, *, by: Person | None, why: str) -> None:
        self._head = head
        self._by, self._why = by.pk if by else None, why
        self._at = datetime.now(UTC)
        self._batch: list[_Link] = []
        self.added = 0

    def add(self, change: Change) -> None:
        """Chain one change to the one before."""
        link = _Link(
            number=self._head.number + 1,
            at=self._at,
            by_id=self._by,
            kind=change.kind,
            key=change.key,
            action=change.action.value,
            why=self._why,
            old=canonical(change.old),
            new=canonical(change.new),
            previous=self._head.digest,
        )
        link.digest = digest_of(link)
        self._head.number, self._head.digest = link.number, link.digest
        self._batch.append(link)
        self.added += 1
        if len(self._batch) == BATCH:
            self.write()

    def write(self) -> None:
        """Write what is not yet written."""
        names = [field.name for field in fields(_Link)]
        columns = {name: [getattr(link, name) for link in self._batch] for name in names}
        at = prepared(Entry, "at", self._at)
        insert(Entry, columns | {"at": [at] * len(self._batch)})
        self._batch.clear()
