"""What the phone's page is made from: the state, the learner's own part, the words."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language

from olke.classroom.live.streams import now_ms
from olke.classroom.models import LiveClass, Participant
from olke.classroom.moment import script_of_class
from olke.classroom.rendering.own import mine
from olke.classroom.rendering.states import render
from olke.classroom.wording import Words, words_for

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
    "connection/outbox.js",
    "words.js",
    "phone/countdown.js",
    "phone/frame.js",
    "phone/making.js",
    "phone/stage.js",
)
"""Modules that the page's own asks for: known beforehand, they come all at once."""
USUAL = {"question", "talk"}
FIRST = {"phone", "question"}
"""What the words begin with that every page brings."""
OTHERS = ("console", "projector", "report")
STICKERS = "classroom/stickers.css"
WITH_STICKERS = {"board", "groups", "document", "wall"}
Module = dict[str, Any]
TYPED = {"prompt", "estimate", "choice", "ordering"}
"""Kinds of items where a page that loads itself again would take away what was begun."""


def page_data(live: LiveClass, participant: Participant) -> dict[str, Any]:
    """Return what a phone's page shows: ``state``, ``mine``, and what the template asks of them."""
    language = participant.language
    state = render(live.pk, "learner", [language])[language]
    own = _mine(state, participant)
    short = SHORT_NAMES[state["primitive"]]
    return {
        "state": state,
        "mine": own,
        "show": state.get("show", {}),
        "short": short,
        "plain": [f"classroom/phone/plain/{short}.html", "classroom/phone/plain/generic.html"],
        "styles": [] if short in USUAL else _module(short)["styles"],
        "preloaded": [f"classroom/{name}" for name in PRELOADED],
        "refresh": 0 if _is_typed_in(state, own) else 10,
        "data": {
            "state": state,
            "mine": own,
            "now": now_ms(),
            "words": first_words() if short in USUAL else all_words(),
            "more": _more_words(live) if short in USUAL else "",
            "modules": modules(live),
            "stickers": "" if own.get("group") else static(STICKERS),
        },
    }


def all_words() -> Words:
    """Return every word that a phone may show, in the language in force."""
    return words_for(get_language(), leave_out=OTHERS)


def first_words() -> Words:
    """Return the words of the page itself and of the usual screens: a page has to come quickly."""
    return {key: word for key, word in all_words().items() if key.partition(".")[0] in FIRST}


def _more_words(live: LiveClass) -> str:
    digest = sha256(repr(all_words()).encode()).hexdigest()[:12]
    path = reverse("phone:words", args=[live.key])
    return f"{path}?language={get_language()}&of={digest}"


def modules(live: LiveClass) -> dict[str, Module]:
    """Return the address of the module of each primitive of the lesson, and of its stylesheets.

    A phone loads them when its class comes to them, or while it waits.
    """
    steps = [step for activity in script_of_class(live).activities for step in activity.steps]
    used = {"talk", *(step.primitive.value for step in steps)}
    return {name: _module(short) for name, short in SHORT_NAMES.items() if name in used}


@cache
def _module(short: str) -> Module:
    styles = [f"classroom/phone/{short}.css"]
    if short in WITH_STICKERS:
        styles.insert(0, STICKERS)
    return {
        "script": static(f"classroom/phone/{short}.js"),
        "styles": [static(style) for style in styles if finders.find(style)],
    }


def _mine(state: dict[str, Any], participant: Participant) -> dict[str, Any]:
    if state["phase"] == "lobby":  # hundreds join within seconds, and nobody has anything yet
        return {
            "seat": participant.seat,
            "name": participant.name,
            "name_state": participant.name_state,
            "points": 0,
            "answers": [],
        }
    return mine(participant.live_class_id, [participant.pk])[participant.pk]


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
