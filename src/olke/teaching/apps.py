"""The teaching room as a Django app."""

from __future__ import annotations

from django.apps import AppConfig


class TeachingConfig(AppConfig):
    """Dossiers, courses, lessons."""

    name = "olke.teaching"
    label = "teaching"
