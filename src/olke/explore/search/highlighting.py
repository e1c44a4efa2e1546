"""Marking the words of a text that answer a query, in whatever form they stand there."""

from __future__ import annotations

import re
from collections.abc import Set

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from olke.explore.search.terms import word_terms

_WORD = re.compile(r"[^\W_]+(?:[-'’\u2010\u2011][^\W_]+)*")
_BETWEEN_MARKS = re.compile(r"</mark>(\s+)<mark>")


def highlighted(text: str, wanted: Set[str]) -> SafeString:
    """Return a text as HTML with ``<mark>`` around the words that hold a wanted term."""
    if not wanted:
        return escape(text)
    parts: list[str] = []
    end = 0
    for word in _WORD.finditer(text):
        parts.append(escape(text[end : word.start()]))
        shown = escape(word.group())
        parts.append(f"<mark>{shown}</mark>" if holds(word.group(), wanted) else shown)
        end = word.end()
    parts.append(escape(text[end:]))
    # Every piece above is escaped; neighbours share one mark.
    return mark_safe(_BETWEEN_MARKS.sub(r"\1", "".join(parts)))  # noqa: S308


def holds(text: str, wanted: Set[str]) -> bool:
    """Tell whether any word of a text holds a wanted term."""
    return any(not wanted.isdisjoint(word_terms(word)) for word in _WORD.findall(text))
