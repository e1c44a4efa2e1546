"""What can be refused when accounts are changed."""

from __future__ import annotations

from django.utils.translation import gettext as _


class AccountError(Exception):
    """An account cannot be changed this way; ``str()`` is a sentence for the person who tried."""


class NameTakenError(AccountError):
    """Somebody else already signs in with that name."""

    def __str__(self) -> str:
        return _("Somebody already signs in with this name. Choose another one.")


class OrganisationNameTakenError(AccountError):
    """Another organisation already has that name."""

    def __str__(self) -> str:
        return _("There is an organisation with this name already. Choose another one.")


class LastAdministratorError(AccountError):
    """Nobody would be left to look after the accounts."""

    def __str__(self) -> str:
        return _(
            "This is the only administrator. Give another person that role first, "
            "so that somebody can look after the accounts."
        )


class LinkUnusableError(AccountError):
    """A sign-in link is unknown, was used, or is too old."""

    def __str__(self) -> str:
        return _(
            "This link no longer works: it was used before, or it is older than 24 hours. "
            "Ask an administrator for a new one."
        )
