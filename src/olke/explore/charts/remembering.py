"""Markup kept until the evidence changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import TypedDict

from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from olke.history.models import Head

KEEP = 3600  # seconds; Django's local cache drops the oldest of 300 sooner


class Drawn(TypedDict):
    """The part of a page that depends on the evidence alone, not on who reads it."""

    title: str
    body: SafeString


def remembered(address: str, draw: Callable[[], Drawn]) -> Drawn:
    """Draw what an address shows, or give what was drawn since the last change: one statement.

    The end of the history's chain is part of the key, so that a correction shows at once, in every
    process. An installation without history keeps nothing.
    """
    digest = Head.objects.values_list("digest", flat=True).first()
    if not digest:
        return draw()
    named = "\n".join((digest, get_language() or "", address))
    key = "olke-drawn-" + hashlib.sha256(named.encode()).hexdigest()
    known: Drawn | None = cache.get(key)
    if known is None:
        known = draw()
        cache.set(key, known, KEEP)
    # A template has rendered it, escaping what it was given; the cache forgets that.
    return {"title": known["title"], "body": mark_safe(known["body"])}  # noqa: S308
