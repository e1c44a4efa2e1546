"""Words and times on the screens of a class: ``{% load screens %}``."""

from __future__ import annotations

from typing import Any

from django import template

from olke.classroom import wording

register = template.Library()
STICKERS = 12
"""Colours of ``static/classroom/stickers.css``: further groups have them again."""


@register.simple_tag
def said(key: str, **values: object) -> str:
    """``{% said "console.joined" count=state.joined %}``: the word that the page's script says."""
    return wording.said(key, **values)


@register.filter
def entry(mapping: dict[str, Any], name: object) -> Any:
    """``{{ words|entry:key }}``: what a mapping has under a name that is only known here."""
    return mapping.get(str(name))


@register.filter
def sticker(number: int) -> int:
    """``{{ team.number|sticker }}``: the colour of a group, from 1; used again after the last."""
    return (number - 1) % STICKERS + 1


@register.filter
def spaced(code: str) -> str:
    """``{{ state.code|spaced }}``: a code in two halves, as one reads it from the back row."""
    return f"{code[:3]} {code[3:]}" if code else ""
