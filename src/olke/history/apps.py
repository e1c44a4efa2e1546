"""Registers the room with Django."""

from django.apps import AppConfig


class Room(AppConfig):
    """The room's registration."""

    name = "olke.history"
    label = "history"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen for the changes of the room below."""
        from olke.history import people  # noqa: F401, PLC0415 - models exist only from here on
