"""Keys of new documents: readable, from the title, and free."""

from __future__ import annotations

import secrets

from olke.language import slug
from olke.teaching.documents.parts import Text
from olke.teaching.models import Document

LONGEST = 60
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def free_key(title: Text) -> str:
    """Return a key made of a title that no document has; with a few letters added where taken."""
    stem = slug(title.said("kk"))[:LONGEST].strip("-") or "document"
    key = stem
    while Document.objects.filter(key=key).exists():
        key = f"{stem}-{''.join(secrets.choice(_LETTERS) for _ in range(4))}"
    return key
