"""Telling the rooms above that accounts changed, so that the history can record it.

``accounts`` stands below ``history`` and may not import it. Whoever listens runs inside the
transaction of the change: what it raises undoes the change.

No snapshot holds the name of a person: the history keeps what it has heard for ever, and a person
can be erased. See ``docs/decisions/0011-erasing-a-person.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.dispatch import Signal

from olke.accounts.models import Membership, Organisation, Person

Snapshot = Mapping[str, str | bool]


@dataclass(frozen=True)
class AccountChange:
    """A record of this room before and after; secrets are never in it.

    ``kind`` is ``person``, ``organisation`` or ``membership``; ``old`` is None when the record was
    made, ``new`` when it was removed.
    """

    kind: str
    key: str
    old: Snapshot | None
    new: Snapshot | None
    by: Person | None
    why: str


account_changed = Signal()


def snapshot(person: Person) -> Snapshot:
    """Return what the history keeps of an account: no password, no link, and a seal for the names.

    The seal changes with the names and proves them as long as the account has its salt.
    """
    return {
        "names": person.name_seal(),
        "role": str(person.role),
        "is_active": person.is_active,
        "has_password": bool(person.password) and person.has_usable_password(),
    }


def organisation_snapshot(organisation: Organisation) -> Snapshot:
    """Return what the history keeps of an organisation."""
    return {"name": organisation.name, "kind": str(organisation.kind)}


def membership_snapshot(membership: Membership) -> Snapshot:
    """Return what the history keeps of a membership: numbers and the role there."""
    return {
        "organisation": str(membership.organisation_id),
        "person": str(membership.person_id),
        "role": str(membership.role),
    }


def tell(
    record: Person | Organisation | Membership,
    *,
    old: Snapshot | None,
    new: Snapshot | None,
    by: Person | None,
    why: str,
) -> None:
    """Send ``account_changed`` when anything that the history keeps is different."""
    if new != old:
        kind, key = record._meta.model_name or "", str(record.pk)
        if isinstance(record, Membership):
            key = f"{record.organisation_id}-{record.person_id}"
        change = AccountChange(kind=kind, key=key, old=old, new=new, by=by, why=why)
        account_changed.send(sender=type(record), change=change)
