"""Unsaved work: kept as it is typed, for each person apart."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from olke.accounts.models import Person
from olke.teaching.models import Document, Draft


def keep_draft(document: Document, data: dict[str, Any], *, revision: int, by: Person) -> Draft:
    """Keep what somebody has typed, in place of what they typed before.

    A draft is nobody else's and no part of the document's history; ``revision`` is the version it
    began from, so that saving can tell that somebody else saved meanwhile.
    """
    draft, _ = Draft.objects.update_or_create(
        document=document,
        person=by,
        defaults={"data": data, "revision": revision, "at": datetime.now(UTC)},
    )
    return draft


def discard_draft(document: Document, *, by: Person) -> None:
    """Throw one's own unsaved work away."""
    Draft.objects.filter(document=document, person=by).delete()
