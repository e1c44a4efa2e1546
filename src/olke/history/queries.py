"""Reading the history, and proving that nobody has altered it."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from olke.history.chain import digest_of
from olke.history.models import Entry, Head


@dataclass(frozen=True)
class Break:
    """The first place where the chain does not hold. ``number`` is the entry's number."""

    number: int
    reason: str


def entries_of(kind: str, key: str) -> QuerySet[Entry]:
    """Return a record's changes, newest first, with the people who made them (one statement)."""
    return Entry.objects.filter(kind=kind, key=key).select_related("by").order_by("-number")


def find_break() -> Break | None:
    """Compute every digest again and return the first that does not hold, or None.

    Reads all entries in one statement, without holding them in memory.
    """
    number, digest = 0, ""
    for entry in Entry.objects.order_by("number").iterator(chunk_size=2000):
        number += 1
        if entry.number != number:
            return Break(number, "missing")
        if entry.previous != digest or entry.digest != digest_of(entry):
            return Break(number, "altered")
        digest = entry.digest
    head = Head.objects.filter(id=1).first() or Head()
    if (head.number, head.digest) != (number, digest):
        return Break(number + 1, "cut off")
    return None
