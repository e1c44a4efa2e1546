"""What the console's page shows before, and without, its script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override

from olke.classroom.models import LiveClass, NameState
from olke.classroom.moment import Moment
from olke.classroom.projector.joining import qr_drawing, way_to_join
from olke.classroom.rendering import Audience, rendered
from olke.classroom.screen import teacher_setup
from olke.classroom.wording import said
from olke.teaching.primitives import Primitive

FORMS = (
    "extend",
    "go",
    "show-name",
    "hide-name",
    "take-out",
    "let-back",
    "show-entries",
    "hide-entries",
    "pin",
    "unpin",
    "answered",
    "unanswered",
    "part",
    "at-once",
)
"""Commands whose buttons carry one value; a form of each stands on the page for all of them."""


NOBODY: dict[str, Any] = {"seat": "", "name": "", "name_state": "", "points": 0}
"""Stands in the panel of one learner until one is chosen."""


def console_page(request: HttpRequest, live: LiveClass, language: str) -> dict[str, Any]:
    """Return the context of the page: the state as everybody's script gets it, and the setup."""
    state = rendered(Moment(live), Audience.CONSOLE, language)
    way = way_to_join(request, live) if live.code else None
    chosen = request.GET.get("seat", "")
    people = state["people"].values()
    return {
        "live": live,
        "state": state,
        "setup": teacher_setup(live, "console", language) | {"state": state},
        "way": way,
        "qr": qr_drawing(way.link) if way else "",
        "host": request.get_host(),
        "chosen": next((one for one in people if one["seat"] == chosen), NOBODY),
        "waiting": sum(
            bool(one["name"]) and one["name_state"] == NameState.WAITING for one in people
        ),
        "connected": sum(one["here"] for one in people),
        "projector": projector_address(live),
        "forms": FORMS,
        "clock_buttons": ("pause", "resume", "close", "reveal"),
        "move_buttons": ("back", "repeat", "skip"),
        "next_label": next_label(state),
        "phones": phones_label(state),
    }


def next_label(state: dict[str, Any]) -> str:
    """Return what the one button says."""
    is_question = state["primitive"] == Primitive.QUESTION
    match state["next"]:
        case "":
            return ""
        case "own":
            return str(state["then"])
        case "reveal" if not is_question:
            return said("console.next.reveal.other")
        case "open" if is_question:
            return said("console.next.open.question")
        case next_one:
            return said(f"console.next.{next_one}")


def phones_label(state: dict[str, Any]) -> str:
    """Return what phones show now."""
    phase = state["phase"]
    if phase == "ended":
        return said("console.ended.more")
    if phase in {"open", "paused", "closed"} and not state["takes_answers"]:
        phase = "shown"
    if phase == "revealed" and state["primitive"] != Primitive.QUESTION:
        phase = "result"
    return said(f"console.phones.{phase}")


def projector_address(live: LiveClass) -> str:
    """Return the address of a class's projector in the language of the class."""
    with override(live.language):
        return reverse("classroom:projector", args=[live.key])
