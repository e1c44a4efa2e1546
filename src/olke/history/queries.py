"""Reading the history, and proving that nobody has altered it."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db.models import QuerySet

from olke.accounts.models import Person
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

    Reads all entries in one statement, without holding them in memory. A name is not in the chain,
    only its seal: a person who was given another name behind the history's back is a break too.
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
    return _first_renamed()


def _first_renamed() -> Break | None:
    """Return the newest entry about the first person whose names do not fit the seal in it."""
    newest: dict[str, tuple[int, str]] = {}
    entries = Entry.objects.filter(kind="person").exclude(new="").order_by("number")
    for number, key, new in entries.values_list("number", "key", "new").iterator():
        newest[key] = (number, json.loads(new)["names"])
    for person in Person.objects.order_by("pk").iterator():
        number, seal = newest.get(str(person.pk), (0, person.name_seal()))
        if seal != person.name_seal():
            return Break(number, "contradicted by a name")
    return None
