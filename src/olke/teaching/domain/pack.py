"""Documents that come from a pack. A load calls these inside its own transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime

from olke.accounts.models import Person
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from olke.packs.models import Pack
from olke.teaching.domain.documents import (
    Content,
    add_first_version,
    enter_change,
    kind_of,
    plain_content,
    put_content,
    snapshot_of,
)
from olke.teaching.domain.pictures import measured
from olke.teaching.models import Document, Picture, Visibility, listed_fields


def put_pack_document(
    pack: Pack, content: Content, *, layout: str, by: Person | None, why: str
) -> Document:
    """Add a document of a pack, or give it the state of its file.

    ``layout`` is the file's text; a document that is already as the file says keeps its version,
    and one that was removed comes back.
    """
    document = Document.objects.filter(pack=pack, key=content.key).first()
    if document is None:
        return _add(pack, content, layout=layout, by=by, why=why)
    data = plain_content(content, content.key)
    if document.content != data or document.removed_at:
        before = document.revision
        document.removed_at = None
        put_content(document, content, data, by=by, why=why)
        enter_change(document, Action.CHANGED, before=before, by=by, why=why)
    if document.layout != layout:
        document.layout = layout
        document.save(update_fields=["layout"])
    return document


def remove_pack_document(pack: Pack, key: str, *, by: Person | None, why: str) -> None:
    """Take a document that the files no longer have out of all lists."""
    document = Document.objects.get(pack=pack, key=key)
    document.removed_at = datetime.now(UTC)
    document.save(update_fields=["removed_at"])
    state = snapshot_of(document, document.revision)
    record_changes([Change(document.kind, key, Action.REMOVED, state, None)], by=by, why=why)


def put_pictures(document: Document, wanted: Mapping[str, bytes]) -> None:
    """Give a document exactly these pictures, byte for byte as the pack has them.

    A pack is a researcher's work and has been checked; raises ``PictureError`` all the same for
    what is none.
    """
    document.pictures.exclude(name__in=wanted).delete()
    held = dict(document.pictures.values_list("name", "digest"))
    for name, content in wanted.items():
        digest = hashlib.sha256(content).hexdigest()
        if held.get(name) == digest:
            continue
        media_type, (width, height) = measured(content)
        Picture.objects.update_or_create(
            document=document,
            name=name,
            defaults={
                "content": content,
                "digest": digest,
                "media_type": media_type,
                "width": width,
                "height": height,
            },
        )


def _add(pack: Pack, content: Content, *, layout: str, by: Person | None, why: str) -> Document:
    document = Document.objects.create(
        kind=kind_of(content),
        key=content.key,
        pack=pack,
        visibility=Visibility.PUBLIC,
        content=plain_content(content, content.key),
        layout=layout,
        changed_at=datetime.now(UTC),
        **listed_fields(content),
    )
    add_first_version(document, content, by=by, why=why)
    return document
