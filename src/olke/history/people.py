"""Records changes of accounts, which stand below the history and cannot call it."""

from __future__ import annotations

from django.dispatch import receiver

from olke.accounts.changes import AccountChange, account_changed
from olke.history.domain import Change, record_changes
from olke.history.models import Action


@receiver(account_changed)
def record_account(change: AccountChange, **_kwargs: object) -> None:
    """Add the entry of a person, organisation or membership, in the transaction of its change."""
    entry = Change(change.kind, change.key, _action(change), change.old, change.new)
    record_changes([entry], by=change.by, why=change.why)


def _action(change: AccountChange) -> Action:
    if change.old is None:
        return Action.ADDED
    return Action.REMOVED if change.new is None else Action.CHANGED
