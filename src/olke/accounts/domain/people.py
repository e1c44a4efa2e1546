"""Writes to single accounts."""

from __future__ import annotations

import unicodedata
from typing import TypedDict, Unpack

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from olke.accounts.changes import snapshot, tell
from olke.accounts.errors import LastAdministratorError, NameTakenError
from olke.accounts.links import issue_sign_in_link
from olke.accounts.locking import lock_account
from olke.accounts.models import Person, Role
from olke.accounts.sessions import end_sessions

FIRST_USERNAME = "administrator"


class PersonFields(TypedDict, total=False):
    """What can be changed about an account."""

    display_name: str
    role: Role
    is_active: bool


def normalised_username(text: str) -> str:
    """Return the one spelling of a sign-in name, so that АЙГҮЛ and Айгүл are the same person.

    Neither SQLite's LOWER nor its LIKE knows letters beyond ASCII, hence here and not there.
    """
    return unicodedata.normalize("NFKC", text).strip().casefold()


def create_person(
    *, username: str, display_name: str = "", role: Role, by: Person | None, why: str = ""
) -> Person:
    """Add an account without a password; ``issue_sign_in_link`` lets its owner in.

    Raises ``NameTakenError`` when somebody already signs in with that name.
    """
    name = normalised_username(username)
    person = Person(username=name, display_name=display_name.strip() or name, role=role)
    person.set_unusable_password()
    try:
        with transaction.atomic():
            person.save(force_insert=True)
            tell(person, old=None, new=snapshot(person), by=by, why=why)
    except IntegrityError as fault:
        raise NameTakenError from fault
    return person


@transaction.atomic
def change_person(
    person: Person, *, by: Person | None, why: str = "", **fields: Unpack[PersonFields]
) -> Person:
    """Change an account's name, role or whether it may sign in, and return it as it now is.

    Somebody who may no longer sign in is signed out everywhere, and a link not yet used is void.
    Raises ``LastAdministratorError`` when no active administrator would remain, and
    ``Person.DoesNotExist`` for an erased account.
    """
    current, others = hold_account(person)
    old = snapshot(current)
    could_administer = current.has_role(Role.ADMINISTRATOR)
    for name, value in fields.items():
        setattr(current, name, value)
    if could_administer and not others and not current.has_role(Role.ADMINISTRATOR):
        raise LastAdministratorError
    current.save(update_fields=["display_name", "role", "is_active"])
    if old["is_active"] and not current.is_active:
        end_sessions(current)
        current.sign_in_links.filter(used_at=None).delete()
    tell(current, old=old, new=snapshot(current), by=by, why=why)
    return current


def hold_account(person: Person) -> tuple[Person, bool]:
    """Lock an account and all administrators; return it and whether others of them may sign in.

    Locked together, so that two administrators cannot demote each other at once. Raises
    ``Person.DoesNotExist`` for an erased account.
    """
    administrators = Person.objects.filter(role=Role.ADMINISTRATOR).order_by("pk")
    locked = list(administrators.select_for_update(no_key=True))
    current = lock_account(person)
    return current, any(admin.pk != current.pk and admin.is_active for admin in locked)


def change_role(person: Person, role: Role, *, by: Person | None, why: str = "") -> Person:
    """Give a person another role."""
    return change_person(person, by=by, why=why, role=role)


@transaction.atomic
def set_password(person: Person, password: str, *, by: Person | None) -> Person:
    """Set a password that was checked before and return the account as it now is.

    Other sessions of this person end. Raises ``Person.DoesNotExist`` for an erased account.
    """
    current = lock_account(person)
    old = snapshot(current)
    current.set_password(password)
    current.save(update_fields=["password"])
    tell(current, old=old, new=snapshot(current), by=by, why="")
    return current


def first_administrator() -> str | None:
    """Return the address that lets the first administrator in, or None when somebody can already.

    The account is made on the first start. A link that nobody used is replaced on the next start,
    so that a lost terminal window locks nobody out.
    """
    administrators = Person.objects.filter(role=Role.ADMINISTRATOR, is_active=True)
    if any(_can_enter(person) for person in administrators):
        return None
    person = administrators.order_by("pk").first() or _make_first()
    return issue_sign_in_link(person)


def _can_enter(person: Person) -> bool:
    return person.last_login is not None or person.has_usable_password()


def _make_first() -> Person:
    try:
        return create_person(
            username=FIRST_USERNAME,
            display_name=_("Administrator"),
            role=Role.ADMINISTRATOR,
            by=None,
            why=_("The first start"),
        )
    except NameTakenError:
        # Two servers started on one database at the same moment, or the account lost its role.
        person = Person.objects.get(username=FIRST_USERNAME)
        return change_person(
            person, by=None, why=_("The first start"), role=Role.ADMINISTRATOR, is_active=True
        )
