"""Telling the rooms above that an account changed, so that the history can record it.

``accounts`` stands below ``history`` and may not import it. Whoever listens runs inside the
transaction of the change: what it raises undoes the change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.dispatch import Signal

from olke.accounts.models import Person

Snapshot = Mapping[str, str | bool]


@dataclass(frozen=True)
class PersonChange:
    """An account before and after; ``old`` is None when it was made. Secrets are never in it."""

    key: str
    old: Snapshot | None
    new: Snapshot
    by: Person | None
    why: str


person_changed = Signal()


def snapshot(person: Person) -> Snapshot:
    """Return what the history keeps of an account: neither password nor link."""
    return {
        "username": person.username,
        "display_name": person.display_name,
        "role": str(person.role),
        "is_active": person.is_active,
        "has_password": bool(person.password) and person.has_usable_password(),
    }


def tell(person: Person, *, old: Snapshot | None, by: Person | None, why: str) -> None:
    """Send ``person_changed`` when anything that the history keeps is different."""
    new = snapshot(person)
    if new != old:
        change = PersonChange(key=str(person.pk), old=old, new=new, by=by, why=why)
        person_changed.send(sender=Person, change=change)
