"""Locking accounts and organisations, so that two changes of one come one after the other.

The locks let others refer to what they hold (``no_key``). On PostgreSQL whoever adds to the history
holds its end and then, at the end of the transaction, proves that the account in the entry is
there; a full lock, held by somebody who waits for the end of the history, would keep that proof
waiting for ever.
"""

from __future__ import annotations

from olke.accounts.models import Organisation, Person


def lock_account(person: Person) -> Person:
    """Lock an account until the transaction ends and return it as it now is.

    Raises ``Person.DoesNotExist`` for an erased account.
    """
    return Person.objects.select_for_update(no_key=True).get(pk=person.pk, erased_at=None)


def lock_organisation(organisation: Organisation) -> Organisation:
    """Lock an organisation until the transaction ends and return it as it now is."""
    return Organisation.objects.select_for_update(no_key=True).get(pk=organisation.pk)
