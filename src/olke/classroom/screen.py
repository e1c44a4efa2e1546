"""What the page of a screen carries for its script: words, state, where each primitive's parts are.

A screen's shell (``static/classroom/<screen>.js``) loads the element of a primitive when it is
first shown; its address carries the digest of its content, so a browser keeps it.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from typing import Any

from django.contrib.staticfiles import finders
from django.templatetags.static import static
from django.urls import reverse

from olke.classroom.live.streams import now_ms
from olke.classroom.models import LiveClass
from olke.classroom.primitives.short import SHORT
from olke.classroom.wording import words_for


def screen_setup(
    live: LiveClass, screen: str, language: str, leave_out: Collection[str] = ()
) -> dict[str, Any]:
    """Return what the shell of a screen needs besides the state, as plain data."""
    return {
        "key": live.key,
        "audience": screen,
        "language": language,
        "words": words_for(language, leave_out),
        "parts": parts_of(screen),
        "now": now_ms(),
    }


def teacher_setup(live: LiveClass, screen: str, language: str) -> dict[str, Any]:
    """Return the setup of a screen of the teacher's, who may send commands."""
    command = reverse("classroom:command", args=[live.key])
    return screen_setup(live, screen, language) | {"command": command}


@lru_cache(maxsize=8)
def parts_of(screen: str) -> dict[str, dict[str, str]]:
    """Return each primitive's element on a screen: its name, its script and style where it has."""
    return {
        primitive: {"element": f"olke-{screen}-{short}"}
        | {
            kind: static(path)
            for kind in ("js", "css")
            if finders.find(path := f"classroom/{screen}/{short}.{kind}")
        }
        for primitive, short in SHORT.items()
    }
