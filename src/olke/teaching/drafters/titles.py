"""Headings that fit a line, and names put in quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from olke.evidence.models import Claim
from olke.teaching.documents.parts import LONGEST_TITLE, NO_TEXT, Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.material import in_three

_INNER = str.maketrans({"«": "„", "»": "“", "“": "‘", "”": "’"})
"""Names bring their own quotation marks; within others they take the second sort."""


def short_title(text: Text) -> Text:
    """Return a text that fits a heading: what is longer ends with an ellipsis."""

    def cut(language: str) -> str:
        words = text.said(language)
        return words if len(words) <= LONGEST_TITLE else f"{words[: LONGEST_TITLE - 1]}…"

    return in_three(cut)


def quoting(message: Callable[[], str], **parts: Text) -> Text:
    """Return a message that puts its parts in quotation marks; marks inside them become inner."""
    return asking.filled(message, **{name: _inner(part) for name, part in parts.items()})


def _inner(text: Text) -> Text:
    return in_three(lambda code: inner_quoted(text.said(code)))


def inner_quoted(words: str) -> str:
    """Return words to be put in quotation marks: their own marks become inner ones."""
    return words.translate(_INNER)


def years_of(claims: Sequence[Claim]) -> Text:
    """Say the years that claims lie in, no text where they are not dated."""
    firsts = [claim.earliest.year for claim in claims if claim.earliest]
    lasts = [claim.latest.year for claim in claims if claim.latest]
    if not firsts or not lasts:
        return NO_TEXT
    first, last = min(firsts), max(lasts)
    years = str(first) if first == last else f"{first}–{last}"
    return Text(kk=years, ru=years, en=years)


def with_years(topic: Text, years: Text) -> Text:
    """Return a topic with its years behind it."""
    if not years:
        return topic
    return asking.filled(lambda: gettext("%(topic)s (%(years)s)"), topic=topic, years=years)
