"""Keys of new documents: readable, from the title, and nobody else's."""

from __future__ import annotations

import secrets

from olke.language import slug
from olke.teaching.documents.parts import Text
from olke.teaching.models import Document

LONGEST = 60
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def free_key(title: Text) -> str:
    """Return a key made of a title and a few letters by chance.

    The letters keep it apart from the keys of packs, loaded now or later.
    """
    stem = slug(title.said("kk"))[:LONGEST].strip("-") or "document"
    while True:
        key = f"{stem}-{''.join(secrets.choice(_LETTERS) for _ in range(5))}"
        if not Document.objects.filter(key=key).exists():
            return key
