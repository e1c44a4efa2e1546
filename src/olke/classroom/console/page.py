"""What the console's page shows before, and without, its script."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import override

from olke.classroom.models import LiveClass, NameState
from olke.classroom.moment import Moment
from olke.classroom.projector.joining import way_to_join
from olke.classroom.rendering import Audience, rendered
from olke.classroom.screen import teacher_setup


def console_page(request: HttpRequest, live: LiveClass, language: str) -> dict[str, Any]:
    """Return the context of the page: the state as everybody's script gets it, and the setup."""
    state = rendered(Moment(live), Audience.CONSOLE, language)
    chosen = request.GET.get("seat", "")
    people = state["people"].values()
    return {
        "live": live,
        "state": state,
        "setup": teacher_setup(live, "console", language) | {"state": state},
        "way": way_to_join(request, live) if live.code else None,
        "host": request.get_host(),
        "chosen": next((one for one in people if one["seat"] == chosen), None),
        "waiting": sum(
            bool(one["name"]) and one["name_state"] == NameState.WAITING for one in people
        ),
        "connected": sum(one["here"] for one in people),
        "projector": projector_address(live),
    }


def projector_address(live: LiveClass) -> str:
    """Return the address of a class's projector in the language of the class."""
    with override(live.language):
        return reverse("classroom:projector", args=[live.key])
