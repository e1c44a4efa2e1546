"""Registers the room with Django, and its links with the page frame."""

from __future__ import annotations

from django.apps import AppConfig
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import pgettext_lazy

from olke.web.navigation import Link


def _teaches(request: HttpRequest) -> bool:
    # Models can be imported once every app is registered.
    from olke.accounts.access import has_role  # noqa: PLC0415
    from olke.accounts.models import Role  # noqa: PLC0415

    return has_role(request.user, Role.TEACHER)


def _learns(request: HttpRequest) -> bool:
    return not _teaches(request)


class Room(AppConfig):
    """The room's registration. Teachers find their classes, everybody else the way into one."""

    name = "olke.classroom"
    label = "classroom"
    navigation = (
        Link("classroom:classes", pgettext_lazy("menu", "Classes"), 85, _teaches),
        Link("classroom:join", pgettext_lazy("menu", "Join a class"), 85, _learns),
    )

    def frame(self, request: HttpRequest) -> dict[str, object]:
        """Tell the page frame where a class's code is typed, for who may have one."""
        return {"join_url": reverse("classroom:join")} if _learns(request) else {}
