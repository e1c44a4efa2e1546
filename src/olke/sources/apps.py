"""Registers the room with Django."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room's registration."""

    name = "olke.sources"
    label = "sources"
    default_auto_field = "django.db.models.BigAutoField"
