"""What the phone's page is made from: the state, the learner's own part, the words."""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.utils.translation import get_language

from olke.classroom.live.streams import now_ms
from olke.classroom.models import Participant
from olke.classroom.rendering.own import mine
from olke.classroom.rendering.states import render
from olke.classroom.wording import words_for

SHORT_NAMES = {
    "timed-question": "question",
    "submission-queue": "queue",
    "card-wall": "wall",
    "choice-poll": "poll",
    "hidden-board": "board",
    "group-assigner": "groups",
    "rubric-document": "document",
    "survey": "survey",
    "talk": "talk",
}
PRELOADED = (
    "connection.js",
    "connection/clock.js",
    "connection/line.js",
    "connection/merging.js",
    "connection/outbox.js",
    "words.js",
    "phone/bar.js",
    "phone/countdown.js",
    "phone/making.js",
    "phone/stage.js",
    "phone/trouble.js",
)
"""Modules that the page's own asks for: known beforehand, they come all at once."""
TYPED = {"prompt", "estimate", "choice", "ordering"}
"""Kinds of items where a page that loads itself again would take away what was begun."""


def page_data(live_class: int, participant: Participant) -> dict[str, Any]:
    """Return what a phone's page shows: ``state``, ``mine``, and what the template asks of them."""
    language = participant.language
    state = render(live_class, "learner", [language])[language]
    own = _mine(state, participant, live_class)
    short = SHORT_NAMES[state["primitive"]]
    return {
        "state": state,
        "mine": own,
        "show": state.get("show", {}),
        "short": short,
        "plain": [f"classroom/phone/plain/{short}.html", "classroom/phone/plain/generic.html"],
        "preloaded": [f"classroom/{name}" for name in PRELOADED],
        "refresh": 0 if _is_typed_in(state, own) else 10,
        "data": {
            "state": state,
            "mine": own,
            "now": now_ms(),
            "words": words_for(get_language(), leave_out=("console", "projector", "report")),
            "modules": modules(),
        },
    }


def modules() -> dict[str, dict[str, str]]:
    """Return the address of each primitive's module, and of its stylesheet where it has one.

    A phone loads them when its class comes to them.
    """
    return {
        primitive: _module(f"classroom/phone/{name}") for primitive, name in SHORT_NAMES.items()
    }


@cache
def _module(path: str) -> dict[str, str]:
    style = {"style": static(f"{path}.css")} if finders.find(f"{path}.css") else {}
    return {"script": static(f"{path}.js"), **style}


def _mine(state: dict[str, Any], participant: Participant, live_class: int) -> dict[str, Any]:
    if state["phase"] == "lobby":  # hundreds join within seconds, and nobody has anything yet
        return {
            "seat": participant.seat,
            "name": participant.name,
            "name_state": participant.name_state,
            "points": 0,
            "answers": [],
        }
    return mine(live_class, [participant.pk])[participant.pk]


def _is_typed_in(state: dict[str, Any], own: dict[str, Any]) -> bool:
    """Tell whether there is something on the page that may be half filled in."""
    if state["phase"] not in {"open", "paused"} or not state["takes_answers"]:
        return False
    show = state.get("show", {})
    if state["primitive"] != "timed-question":
        return True
    item = show.get("item", {})
    if show.get("aloud") or item.get("kind") not in TYPED:
        return False
    return not any(one["item"] == item["id"] for one in own["answers"])
