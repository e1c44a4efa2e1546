"""Showing a class: ``{% load classes %}``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template

register = template.Library()


@register.filter
def clock(seconds: int | None) -> str:
    """``{{ turn.seconds|clock }}``: 185 as 3:05; a dash where it is not known."""
    if seconds is None:
        return "–"
    return f"{seconds // 60}:{seconds % 60:02}"


@register.filter
def percent_of(count: int, whole: int) -> int:
    """``{{ bar.count|percent_of:row.answered }}``: a whole percent, 0 of nothing."""
    return round(100 * count / whole) if whole else 0


@register.filter
def citations(evidence: Iterable[dict[str, Any]]) -> list[str]:
    """``{{ row.evidence|citations }}``: the citations of some claims in words, each once."""
    return list(dict.fromkeys(one for claim in evidence for one in claim["citations"]))
