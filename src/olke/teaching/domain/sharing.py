"""Who may read and change a document."""

from __future__ import annotations

from django.db import transaction

from olke.accounts.models import Person
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action
from olke.teaching.errors import NothingChangedError
from olke.teaching.models import Document, Share, Visibility, new_secret


def set_visibility(document: Document, visibility: Visibility, *, by: Person) -> None:
    """Say who may read a document; raises ``NothingChangedError``."""
    with transaction.atomic():
        hold_history()
        held = Document.objects.select_for_update().get(pk=document.pk)
        if held.visibility == visibility:
            raise NothingChangedError
        old, held.visibility = held.visibility, visibility
        held.save(update_fields=["visibility"])
        _enter(held, {"visibility": old}, {"visibility": visibility.value}, by=by)
    document.visibility = visibility


def renew_link(document: Document, *, by: Person) -> None:
    """Give a document another private link; the one given away before leads nowhere."""
    with transaction.atomic():
        hold_history()
        document.secret = new_secret()
        document.save(update_fields=["secret"])
        _enter(document, {"link": "given"}, {"link": "renewed"}, by=by)


def share_with(document: Document, person: Person, *, may_change: bool, by: Person) -> Share:
    """Let a colleague read a document, or change it too; said again, it changes which."""
    with transaction.atomic():
        hold_history()
        before = Share.objects.filter(document=document, person=person).first()
        share, _ = Share.objects.update_or_create(
            document=document, person=person, defaults={"may_change": may_change}
        )
        old = _state(before) if before else {}
        _enter(document, old, _state(share), by=by)
    return share


def stop_sharing(document: Document, person: Person, *, by: Person) -> None:
    """Take a colleague's access back; nothing happens where there is none."""
    with transaction.atomic():
        hold_history()
        share = Share.objects.filter(document=document, person=person).first()
        if share:
            old = _state(share)
            share.delete()
            _enter(document, old, {}, by=by)


def _state(share: Share) -> dict[str, object]:
    return {"shared_with": share.person_id, "may_change": share.may_change}


def _enter(
    document: Document, old: dict[str, object], new: dict[str, object], *, by: Person
) -> None:
    change = Change(document.kind, document.key, Action.CHANGED, old, new)
    record_changes([change], by=by, why="")
