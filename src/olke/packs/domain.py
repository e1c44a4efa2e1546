"""Writes about packs: an edition is frozen."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from olke.accounts.models import Person
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action
from olke.packs.models import Edition, Pack


class EditionExistsError(Exception):
    """The pack has an edition of this number; ``checksum`` is what that one holds."""

    def __init__(self, number: str, checksum: str) -> None:
        self.number = number
        self.checksum = checksum
        super().__init__(number, checksum)


def record_edition(
    pack: Pack, *, number: str, checksum: str, descriptor: str, by: Person | None, note: str = ""
) -> Edition:
    """Enter a pack's edition, with the descriptor that names it, and one entry in the history.

    Raises ``EditionExistsError`` where the number is taken: what is cited may not change.
    """
    with transaction.atomic():
        hold_history()  # before the pack: a load takes them in this order too
        locked = Pack.objects.select_for_update().get(pk=pack.pk)
        taken = locked.editions.filter(number=number).first()
        if taken:
            raise EditionExistsError(number, taken.checksum)
        now = datetime.now(UTC)
        edition = locked.editions.create(number=number, checksum=checksum, at=now, note=note)
        locked.descriptor = descriptor
        locked.save(update_fields=["descriptor"])
        new = {"number": number, "checksum": checksum, "note": note}
        key = f"{locked.key}-{number}"
        change = Change("edition", key, Action.ADDED, None, {k: v for k, v in new.items() if v})
        record_changes([change], by=by, why=note)
    pack.descriptor = descriptor
    return edition
