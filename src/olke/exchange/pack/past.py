"""What people have changed here since the files and the database last agreed."""

from __future__ import annotations

import json
from collections.abc import Mapping

from olke.exchange.pack.schema import BY_KIND
from olke.history.models import Entry, Head
from olke.packs.models import Pack
from olke.packs.records import Snapshot

Past = Mapping[str, Mapping[str, Snapshot | None]]
"""Table name → key → the record's state when files and database last agreed; None: not there."""


def last_number() -> int:
    """Return the number of the newest entry of the history."""
    return Head.objects.filter(id=1).values_list("number", flat=True).first() or 0


def last_entry() -> dict[str, object]:
    """Return number and digest of the newest entry, by which a load knows where files come from."""
    head = Head.objects.filter(id=1).first() or Head()
    return {"number": head.number, "digest": head.digest}


def past_of(pack: Pack, saved: Mapping[str, object]) -> Past:
    """Return the former state of every record changed since the pack was loaded, or saved.

    ``saved`` is what the descriptor says of the save that wrote the files; it counts only where the
    digest shows that they were saved from this database.
    """
    since = agreed_number(pack, saved)
    past: dict[str, dict[str, Snapshot | None]] = {table.name: {} for table in BY_KIND.values()}
    entries = Entry.objects.filter(number__gt=since, kind__in=list(BY_KIND)).order_by("number")
    for kind, key, old in entries.values_list("kind", "key", "old").iterator(chunk_size=2000):
        past[BY_KIND[kind].name].setdefault(key, json.loads(old) if old else None)
    return past


def agreed_number(pack: Pack, saved: Mapping[str, object]) -> int:
    """Return the number of the newest history entry when files and database last agreed."""
    return max(int(pack.layout.get("history", 0)), _saved_here(saved))


def _saved_here(saved: Mapping[str, object]) -> int:
    number, digest = saved.get("number"), saved.get("digest")
    if not isinstance(number, int) or not isinstance(digest, str):
        return 0
    return number if Entry.objects.filter(number=number, digest=digest).exists() else 0
