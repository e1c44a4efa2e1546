"""Records changes of accounts, which stand below the history and cannot call it."""

from __future__ import annotations

from django.dispatch import receiver

from olke.accounts.changes import PersonChange, person_changed
from olke.history.domain import Change, record_changes
from olke.history.models import Action


@receiver(person_changed)
def record_person(change: PersonChange, **_kwargs: object) -> None:
    """Add the entry of an account's change, in the transaction of that change."""
    action = Action.ADDED if change.old is None else Action.CHANGED
    entry = Change("person", change.key, action, change.old, change.new)
    record_changes([entry], by=change.by, why=change.why)
