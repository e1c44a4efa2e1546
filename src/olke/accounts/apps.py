"""Registers the room with Django."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room's registration."""

    name = "olke.accounts"
    label = "accounts"
    default_auto_field = "django.db.models.BigAutoField"
