"""Writes to organisations and to who belongs to them."""

from __future__ import annotations

from django.db import IntegrityError, transaction

from olke.accounts.changes import membership_snapshot, organisation_snapshot, tell
from olke.accounts.errors import OrganisationNameTakenError
from olke.accounts.locking import lock_account, lock_organisation
from olke.accounts.models import Membership, Organisation, OrganisationKind, Person, Role


def add_organisation(
    *, name: str, kind: OrganisationKind, by: Person | None, why: str = ""
) -> Organisation:
    """Add an organisation without members.

    Raises ``OrganisationNameTakenError`` when another one has that name.
    """
    return _save(Organisation(name=_spaced(name), kind=kind), by=by, why=why)


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, name: str, kind: OrganisationKind, by: Person, why: str = ""
) -> Organisation:
    """Give an organisation another name or kind and return it as it now is.

    Raises ``OrganisationNameTakenError`` when another one has that name.
    """
    current = lock_organisation(organisation)
    current.name, current.kind = _spaced(name), kind
    return _save(current, by=by, why=why)


@transaction.atomic
def set_member(
    organisation: Organisation, person: Person, role: Role, *, by: Person | None, why: str = ""
) -> Membership:
    """Let somebody belong to an organisation in a role, or give a member another role there.

    The role is the one in that organisation; what the person may do in Olke stays as it is.
    Raises ``Person.DoesNotExist`` for an erased account.
    """
    organisation = lock_organisation(organisation)
    # This lock keeps out an erasure, which would leave the membership behind.
    person = lock_account(person)
    found = Membership.objects.filter(organisation=organisation, person=person).first()
    old = membership_snapshot(found) if found else None
    membership = found or Membership(organisation=organisation, person=person)
    membership.role = role
    membership.save()
    tell(membership, old=old, new=membership_snapshot(membership), by=by, why=why)
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: Person | None, why: str = "") -> None:
    """End a membership; account and organisation stay. One that has ended is left alone."""
    current = Membership.objects.select_for_update().filter(pk=membership.pk).first()
    if current:
        tell(current, old=membership_snapshot(current), new=None, by=by, why=why)
        current.delete()


def _save(organisation: Organisation, *, by: Person | None, why: str) -> Organisation:
    before = Organisation.objects.filter(pk=organisation.pk).first()
    old = organisation_snapshot(before) if before else None
    try:
        with transaction.atomic():
            organisation.save()
            tell(organisation, old=old, new=organisation_snapshot(organisation), by=by, why=why)
    except IntegrityError as fault:
        raise OrganisationNameTakenError from fault
    return organisation


def _spaced(name: str) -> str:
    """Return a name with single spaces, so that two spellings of one name are the same."""
    return " ".join(name.split())
