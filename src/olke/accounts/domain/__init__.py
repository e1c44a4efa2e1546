"""Writes to accounts: each is one transaction, and the history hears of it."""

from olke.accounts.domain.erasing import erase_person
from olke.accounts.domain.organisations import (
    add_organisation,
    change_organisation,
    remove_member,
    set_member,
)
from olke.accounts.domain.people import (
    PersonFields,
    change_person,
    change_role,
    create_person,
    first_administrator,
    normalised_username,
    set_password,
)

__all__ = [
    "PersonFields",
    "add_organisation",
    "change_organisation",
    "change_person",
    "change_role",
    "create_person",
    "erase_person",
    "first_administrator",
    "normalised_username",
    "remove_member",
    "set_member",
    "set_password",
]
