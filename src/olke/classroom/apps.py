"""Registers the room with Django."""

from __future__ import annotations

from django.apps import AppConfig


class Room(AppConfig):
    """The room's registration."""

    name = "olke.classroom"
    label = "classroom"
