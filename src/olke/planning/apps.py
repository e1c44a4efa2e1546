"""Registers the room with Django, and its link with the page frame."""

from __future__ import annotations

from django.apps import AppConfig
from django.utils.translation import pgettext_lazy

from olke.web.navigation import Link


class Room(AppConfig):
    """The room's registration."""

    name = "olke.planning"
    label = "planning"
    navigation = (Link("planning:desk", pgettext_lazy("menu", "Teaching"), 80),)
