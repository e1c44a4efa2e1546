"""Registers the room with Django."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room's registration."""

    name = "olke.explore"
    label = "explore"
    default_auto_field = "django.db.models.BigAutoField"
