"""The colours of groups: by name first, by shape second, so that grey paper tells them apart."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from olke.teaching.documents.lesson import Activity
from olke.teaching.documents.parts import Part
from olke.teaching.methods.library import UnknownMethodError, method_of
from olke.teaching.methods.method import Step
from olke.teaching.primitives import GroupSettings, Primitive

USUAL = 4
"""Groups there are where nothing else says how many: a class of 24 in groups of six."""


@dataclass(frozen=True)
class Colour:
    """A group's colour: its name, its value, whether dark words are read on it, and its shape.

    ``shape`` is the points of a polygon in a square of 100, or empty for a circle.
    """

    name: str | Promise
    value: str
    dark: bool = False
    shape: str = ""


COLOURS = (
    Colour(pgettext_lazy("colour of a group", "Blue"), "1B5E7D"),
    Colour(
        pgettext_lazy("colour of a group", "Yellow"),
        "F2C230",
        dark=True,
        shape="50,4 98,92 2,92",
    ),
    Colour(pgettext_lazy("colour of a group", "Green"), "2F7A45", shape="6,6 94,6 94,94 6,94"),
    Colour(pgettext_lazy("colour of a group", "Red"), "B3352B", shape="50,2 98,50 50,98 2,50"),
    Colour(
        pgettext_lazy("colour of a group", "Orange"),
        "E8862E",
        dark=True,
        shape="50,3 97,38 79,95 21,95 3,38",
    ),
    Colour(
        pgettext_lazy("colour of a group", "Violet"),
        "6A4C93",
        shape="27,6 73,6 97,50 73,94 27,94 3,50",
    ),
    Colour(
        pgettext_lazy("colour of a group", "White"),
        "FFFFFF",
        dark=True,
        shape="38,4 62,4 62,38 96,38 96,62 62,62 62,96 38,96 38,62 4,62 4,38 38,38",
    ),
    Colour(
        pgettext_lazy("colour of a group", "Brown"),
        "6B4A2F",
        shape="50,2 61,36 97,36 68,57 79,92 50,71 21,92 32,57 3,36 39,36",
    ),
)


def steps_of(activity: Activity) -> tuple[Step, ...]:
    """Return the steps of an activity's method; none where it has no method, or one not known."""
    try:
        return method_of(activity.method).steps if activity.method else ()
    except UnknownMethodError:
        return ()


def settings_of(activity: Activity, number: int, step: Step) -> Part:
    """Return a step's settings with the lesson's own; ``number`` counts from 1."""
    return step.chosen(activity.settings.get(str(number)))


def groups_of(activity: Activity) -> int:
    """Return how many groups an activity forms; 0 where it forms none."""
    for number, step in enumerate(steps_of(activity), 1):
        settings = settings_of(activity, number, step)
        if step.primitive is Primitive.GROUPS and isinstance(settings, GroupSettings):
            return min(settings.number or USUAL, len(COLOURS))
    return 0


def roles_of(activity: Activity, language: str) -> tuple[str, ...]:
    """Return the roles that members of a group have, in a language."""
    for number, step in enumerate(steps_of(activity), 1):
        settings = settings_of(activity, number, step)
        if isinstance(settings, GroupSettings) and settings.roles:
            return tuple(role.said(language) for role in settings.roles)
    return ()
