"""Erasing a person: what the account says goes, what the person did stays, without a name."""

from __future__ import annotations

from axes.utils import reset
from django.db import transaction
from django.utils import timezone

from olke.accounts.changes import snapshot, tell
from olke.accounts.domain.organisations import remove_member
from olke.accounts.domain.people import hold_account
from olke.accounts.errors import LastAdministratorError
from olke.accounts.models import Person, Role, new_salt
from olke.accounts.sessions import end_sessions


@transaction.atomic
def erase_person(person: Person, *, by: Person | None, why: str = "") -> Person:
    """Erase an account for good and return what is left of it: a number.

    Both names, the password, links, sessions, memberships and the record of wrong passwords go; the
    sign-in name is free again. Everything the person did keeps standing beside the number, and the
    history still verifies, because it never held the name. Raises ``LastAdministratorError`` when
    no active administrator would remain, and ``Person.DoesNotExist`` when it was erased before.
    """
    current, others = hold_account(person)
    if current.has_role(Role.ADMINISTRATOR) and not others:
        raise LastAdministratorError
    for membership in current.memberships.select_related("organisation", "person"):
        remove_member(membership, by=by, why=why)
    old = snapshot(current)
    reset(username=current.username)
    end_sessions(current)
    current.sign_in_links.all().delete()
    _empty(current)
    current.save()
    tell(current, old=old, new=snapshot(current), by=by, why=why)
    return current


def _empty(person: Person) -> None:
    # A sign-in name has to be there and to be nobody else's; 256 random bits are.
    person.username = f"erased-{new_salt()}"
    person.display_name = person.salt = ""
    person.role, person.is_active = Role.VISITOR, False
    person.last_login, person.erased_at = None, timezone.now()
    person.set_unusable_password()
