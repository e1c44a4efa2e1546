"""Making, saving, restoring, copying and removing documents."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from django.db import transaction

from olke.accounts.models import Person
from olke.history.chain import canonical
from olke.history.domain import Change, hold_history, record_changes
from olke.history.models import Action
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.domain.evidence import follow_uses
from olke.teaching.domain.keys import free_key
from olke.teaching.errors import ChangedMeanwhileError, NothingChangedError
from olke.teaching.models import CONTENTS, Document, DocumentKind, Picture, Version, listed_fields

Content = Dossier | Course | Lesson


def kind_of(content: Content) -> DocumentKind:
    """Return the kind of document that a content makes."""
    return next(DocumentKind(kind) for kind, part in CONTENTS.items() if isinstance(content, part))


def create_document(content: Content, *, by: Person, why: str = "") -> Document:
    """Add a document of one's own; its key is made of its title."""
    with transaction.atomic():
        hold_history()
        return _create(content, by=by, why=why, copied_from=None)


def save_document(
    document: Document, content: Content, *, revision: int, by: Person | None, why: str = ""
) -> Version:
    """Give a document a new state; its key stays.

    ``revision`` is the one that the person began from: raises ``ChangedMeanwhileError`` where
    somebody saved meanwhile, ``NothingChangedError`` where the state is the old one. The person's
    draft is used up.
    """
    with transaction.atomic():
        hold_history()
        held = _hold(document, revision)
        data = plain_content(content, held.key)
        if data == held.content:
            raise NothingChangedError
        version = put_content(held, content, data, by=by, why=why)
        held.drafts.filter(person=by).delete()
        enter_change(held, Action.CHANGED, before=version.number - 1, by=by, why=why)
    document.refresh_from_db()
    return version


def change_document(
    document: Document, change: Callable[[Content], Content], *, by: Person, why: str = ""
) -> Version:
    """Give a document the state that ``change`` makes of its newest one.

    For changes that fit any state, such as adding an entry: nobody's work is lost, whoever saved
    meanwhile. Raises ``NothingChangedError``, and whatever ``change`` raises.
    """
    with transaction.atomic():
        hold_history()
        held = Document.objects.select_for_update().get(pk=document.pk)
        content = change(held.parsed())
        data = plain_content(content, held.key)
        if data == held.content:
            raise NothingChangedError
        version = put_content(held, content, data, by=by, why=why)
        enter_change(held, Action.CHANGED, before=version.number - 1, by=by, why=why)
    document.refresh_from_db()
    return version


def restore_version(
    document: Document, number: int, *, revision: int, by: Person, why: str = ""
) -> Version:
    """Make an earlier state the newest. Raises like ``save_document``, and ``Version.DoesNotExist``
    for a number that never was."""
    data = document.versions.get(number=number).content
    content = CONTENTS[document.kind].model_validate(data)
    said = why or f"version {number} restored"
    return save_document(document, content, revision=revision, by=by, why=said)


def copy_document(document: Document, *, by: Person, why: str = "") -> Document:
    """Add a copy that belongs to ``by``, with the pictures; it remembers where it is from."""
    with transaction.atomic():
        hold_history()
        copy = _create(document.parsed(), by=by, why=why, copied_from=document)
        Picture.objects.bulk_create(
            Picture(
                document=copy,
                name=picture.name,
                content=picture.content,
                media_type=picture.media_type,
                width=picture.width,
                height=picture.height,
                digest=picture.digest,
            )
            for picture in document.pictures.all()
        )
    return copy


def remove_document(document: Document, *, by: Person, why: str = "") -> None:
    """Take a document out of all lists; ``bring_back`` undoes it."""
    _set_removed(document, datetime.now(UTC), Action.REMOVED, by=by, why=why)


def bring_back(document: Document, *, by: Person, why: str = "") -> None:
    """Put a removed document back."""
    _set_removed(document, None, Action.RESTORED, by=by, why=why)


def snapshot_of(document: Document, number: int) -> dict[str, Any]:
    """Return what the history keeps of a state: its number and the SHA-256 of its content.

    The words themselves are in the version, so that the chain proves them without repeating them.
    """
    content = document.versions.get(number=number).content
    return {
        "revision": number,
        "content": hashlib.sha256(canonical(content).encode()).hexdigest(),
        "visibility": document.visibility,
    }


def _create(content: Content, *, by: Person, why: str, copied_from: Document | None) -> Document:
    key = free_key(content.title)
    document = Document.objects.create(
        kind=kind_of(content),
        key=key,
        owner=by,
        content=plain_content(content, key),
        copied_from=copied_from,
        changed_at=datetime.now(UTC),
        **listed_fields(content),
    )
    add_first_version(document, content, by=by, why=why)
    return document


def add_first_version(document: Document, content: Content, *, by: Person | None, why: str) -> None:
    """Enter a document that has just been made; inside the transaction that made it."""
    Version.objects.create(
        document=document,
        number=1,
        content=document.content,
        at=document.changed_at,
        by=by,
        why=why[:300],
    )
    follow_uses(document, content)
    enter_change(document, Action.ADDED, before=None, by=by, why=why)


def _hold(document: Document, revision: int) -> Document:
    held = Document.objects.select_for_update().get(pk=document.pk)
    if held.revision != revision:
        raise ChangedMeanwhileError(held.revision)
    return held


def plain_content(content: Content, key: str) -> dict[str, Any]:
    """Return a content as the database keeps it, under the key that it has there."""
    return {**content.plain(), "key": key}


def put_content(
    held: Document, content: Content, data: dict[str, Any], *, by: Person | None, why: str
) -> Version:
    """Give a document that is held a new state and version; the caller enters the change."""
    held.content, held.revision = data, held.revision + 1
    held.changed_at = datetime.now(UTC)
    for name, value in listed_fields(content).items():
        setattr(held, name, value)
    held.save()
    follow_uses(held, content)
    return Version.objects.create(
        document=held,
        number=held.revision,
        content=data,
        at=held.changed_at,
        by=by,
        why=why[:300],
    )


def _set_removed(
    document: Document, at: datetime | None, action: Action, *, by: Person, why: str
) -> None:
    with transaction.atomic():
        hold_history()
        held = Document.objects.select_for_update().get(pk=document.pk)
        if (held.removed_at is None) == (at is None):
            raise NothingChangedError
        held.removed_at = at
        held.save(update_fields=["removed_at"])
        state = snapshot_of(held, held.revision)
        gone = at is not None
        change = Change(held.kind, held.key, action, state, None if gone else state)
        record_changes([change], by=by, why=why)
    document.removed_at = at


def enter_change(
    document: Document, action: Action, *, before: int | None, by: Person | None, why: str
) -> None:
    """Add the history entry of a change from state ``before`` to the one it has now."""
    old = None if before is None else snapshot_of(document, before)
    new = snapshot_of(document, document.revision)
    record_changes([Change(document.kind, document.key, action, old, new)], by=by, why=why)
