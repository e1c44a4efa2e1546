"""What learners write, on a phone without script: ``{% load entries %}``."""

from __future__ import annotations

from typing import Any

from django import template

from olke.classroom.primitives.entries import ENTRY, VOTES, words_in

register = template.Library()


@register.simple_tag(takes_context=True)
def own_entries(context: dict[str, Any], most: int) -> list[dict[str, Any]]:
    """Return the places of the learner's entries: each that holds one, and the first free one."""
    turn = context["state"].get("turn")
    texts = {
        one["number"]: words_in(one["value"])
        for one in context["mine"].get("answers", [])
        if one["turn"] == turn and one["item"] == ENTRY
    }
    places = [{"number": n, "text": texts.get(n, "")} for n in range(most)]
    free = next((one for one in places if not one["text"]), None)
    return [one for one in places if one["text"] or one is free]


@register.simple_tag(takes_context=True)
def votable(context: dict[str, Any], entries: dict[str, Any] | None) -> list[dict[str, Any]]:
    """Return what the learner may vote for, with what was chosen: nothing of one's own."""
    answers = context["mine"].get("answers", [])
    own = {one.get("id") for one in answers if one["item"] == ENTRY}
    turn = context["state"].get("turn")
    voted = [one["value"] for one in answers if one["item"] == VOTES and one["turn"] == turn]
    chosen = set(voted[0]) if voted else set()
    return [
        {"id": int(number), "text": one["text"], "chosen": int(number) in chosen}
        for number, one in (entries or {}).items()
        if int(number) not in own
    ]
