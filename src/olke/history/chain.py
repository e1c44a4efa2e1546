"""The arithmetic of the chain, apart from the database."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Protocol

ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


class Chained(Protocol):
    """The parts of an entry that its digest covers."""

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


def canonical(snapshot: Mapping[str, Any] | None) -> str:
    """Return a record's state as one text, the same wherever it is made; "" for no record."""
    if snapshot is None:
        return ""
    return ENCODER.encode(snapshot)


def digest_of(entry: Chained) -> str:
    """Return the SHA-256 (hexadecimal) of an entry and of the digest of the entry before it.

    Who did it is a number: a name could not be erased without breaking the chain, see
    ``docs/decisions/0011-erasing-a-person.md``.
    """
    parts = (
        str(entry.number),
        entry.at.isoformat(timespec="microseconds"),
        "" if entry.by_id is None else str(entry.by_id),
        entry.kind,
        entry.key,
        entry.action,
        entry.why,
        entry.old,
        entry.new,
        entry.previous,
    )
    # Each part is preceded by its length, so that no two different entries give the same bytes.
    joined = "".join(f"{len(part)}:{part}" for part in parts)
    return hashlib.sha256(joined.encode()).hexdigest()
