"""A step's settings in words: what its primitive is set to, where that is not its default."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from olke.teaching.documents.parts import Text
from olke.teaching.methods.labels import CHOICES, SETTINGS
from olke.teaching.methods.method import Step


def said_settings(step: Step) -> list[tuple[str, str]]:
    """Return the settings that a step makes, each with its name and its value."""
    chosen = step.chosen()
    found = []
    for name in step.settings:
        value = _said(name, getattr(chosen, name))
        if value:
            found.append((str(SETTINGS.get(name, name)), value))
    return found


def _said(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Text):
        return value.said(get_language() or "kk")
    if isinstance(value, tuple):
        return ", ".join(_said(name, one) for one in value)
    if isinstance(value, StrEnum | str):
        return str(CHOICES.get(name, {}).get(value, value))
    return str(value)
