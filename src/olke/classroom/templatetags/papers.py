"""Groups and documents on a phone without script: ``{% load papers %}``."""

from __future__ import annotations

from typing import Any

from django import template

from olke.classroom.wording.groups import group_name as named

register = template.Library()
MORE_LINES = 3
"""Empty lines under those that are written: a page without script cannot add any."""
MOST_LINES = 40


@register.simple_tag
def group_name(number: int) -> str:
    """``{% group_name team.number %}``: what a group is called, by its colour."""
    return named(number)


@register.simple_tag(takes_context=True)
def mine_to_play(context: dict[str, Any]) -> bool:
    """Tell whether it is this learner's team that chooses or answers now; a class always does."""
    show, group = context["show"], context["mine"].get("group", {})
    if show["whole"]:
        return True
    own = next((t["number"] for t in show["teams"] if t["id"] == group.get("id")), None)
    return own is not None and own == show["choosing" if show["stage"] == "choose" else "asked"]


@register.simple_tag(takes_context=True)
def desk(context: dict[str, Any]) -> dict[str, Any]:
    """Return what lies before the learner: the same for all, or what was dealt or chosen."""
    return context["show"].get("work") or context["mine"].get("work") or {}


@register.simple_tag
def lines_to_write(own: dict[str, Any]) -> list[dict[str, str]]:
    """Return the lines of a field as they stand, and some empty ones."""
    written = own.get("value") or []
    return [*written, *[{"text": "", "claim": ""}] * min(MORE_LINES, MOST_LINES - len(written))]


@register.simple_tag
def blank_of(grid: dict[str, Any], row: int, column: int) -> int:
    """Return the number of an open cell, -1 for one that is filled."""
    blank = [list(cell) for cell in grid["blank"]]
    return blank.index([row, column]) if [row, column] in blank else -1


@register.simple_tag
def given_points(own: dict[str, Any], criterion: int, descriptor: int) -> int:
    """Return the points that a learner gave by a descriptor before, 0 for none."""
    try:
        return int(own["value"]["points"][criterion][descriptor])
    except (KeyError, IndexError, TypeError):
        return 0


@register.filter
def upto(most: int) -> range:
    """``{% for points in one.points|upto %}``: from nothing to all."""
    return range(most + 1)
