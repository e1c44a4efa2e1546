"""Registers the room with Django."""

from __future__ import annotations

from django.apps import AppConfig
from django.http import HttpRequest
from django.utils.translation import pgettext_lazy

from olke.web.navigation import Link


def _editors(request: HttpRequest) -> bool:
    from olke.accounts.access import may_edit  # noqa: PLC0415 - models must be ready

    return may_edit(request.user)


class Room(AppConfig):
    """The room's registration."""

    name = "olke.editing"
    label = "editing"
    navigation = (Link("editing:desk", pgettext_lazy("menu", "Editing"), 90, _editors),)
