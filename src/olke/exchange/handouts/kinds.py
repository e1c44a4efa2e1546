"""Which handouts a lesson has: it follows from its items and the primitives they are used with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from olke.exchange.handouts.colours import groups_of, settings_of, steps_of
from olke.teaching.documents.items import AnyItem, Exhibit, Grid, Statement
from olke.teaching.documents.lesson import Activity, Lesson
from olke.teaching.documents.parts import Part
from olke.teaching.methods.method import Step
from olke.teaching.primitives import (
    DocumentSettings,
    Primitive,
    QuestionSettings,
    SurveySettings,
)


class HandoutKind(Enum):
    """A sort of handout; the value stands in addresses and names of files."""

    STUDENT = "student"
    ANSWERS = "answers"
    LEVELS = "levels"
    PORTIONS = "portions"
    BOARD = "board"
    STATEMENTS = "statements"
    POSTERS = "posters"
    SIGNS = "signs"
    APPLES = "apples"
    MICROPHONE = "microphone"
    GRIDS = "grids"
    BESIDE = "beside"


LABELS: dict[HandoutKind, str | Promise] = {
    HandoutKind.STUDENT: _("Learner's sheet"),
    HandoutKind.ANSWERS: _("Answers, for the teacher"),
    HandoutKind.LEVELS: _("Tasks by level"),
    HandoutKind.PORTIONS: _("Texts for the groups"),
    HandoutKind.BOARD: _("Cards of the board"),
    HandoutKind.STATEMENTS: _("True-or-false cards"),
    HandoutKind.POSTERS: _("Posters for the debate"),
    HandoutKind.SIGNS: _("Signs of the groups"),
    HandoutKind.APPLES: _("Apples for the tree"),
    HandoutKind.MICROPHONE: _("Questions for the microphone"),
    HandoutKind.GRIDS: _("Tables to fill in"),
    HandoutKind.BESIDE: _("Documents side by side"),
}


@dataclass(frozen=True)
class Used:
    """A step of an activity with its settings in force and the items it shows."""

    activity: Activity
    step: Step
    settings: Part
    items: tuple[AnyItem, ...]


def handouts_of(lesson: Lesson) -> tuple[HandoutKind, ...]:
    """Return the handouts that a lesson has something for."""
    return tuple(kind for kind, has in _HAS.items() if has(lesson))


def used_in(lesson: Lesson) -> Iterator[Used]:
    """Pass on the steps of a lesson's activities, in order."""
    for activity in lesson.activities:
        for number, step in enumerate(steps_of(activity), 1):
            settings = settings_of(activity, number, step)
            yield Used(activity, step, settings, step.shown(activity.items))


def board_steps(lesson: Lesson) -> list[Used]:
    """Return the boards that hide something."""
    return [u for u in used_in(lesson) if u.step.primitive is Primitive.BOARD and u.items]


def dealt_steps(lesson: Lesson) -> list[Used]:
    """Return the first step of each activity that deals texts without a stand to groups."""
    found: dict[str, Used] = {}
    for used in used_in(lesson):
        if used.step.items == "dealt" and texts_of(used):
            found.setdefault(used.activity.id, used)
    return list(found.values())


def texts_of(used: Used) -> list[Exhibit]:
    """Return a step's texts that take no side in a debate."""
    return [item for item in used.items if isinstance(item, Exhibit) and not item.stand]


def side_by_side_steps(lesson: Lesson) -> list[Used]:
    """Return the first step of each activity that shows two texts or more beside one another."""
    found: dict[str, Used] = {}
    for used in used_in(lesson):
        beside = isinstance(used.settings, DocumentSettings) and used.settings.side_by_side
        if beside and len(texts_of(used)) > 1:
            found.setdefault(used.activity.id, used)
    return list(found.values())


def trees(lesson: Lesson) -> list[SurveySettings]:
    """Return the settings of the surveys that are shown as a tree."""
    settings = [used.settings for used in used_in(lesson)]
    return [one for one in settings if isinstance(one, SurveySettings) and one.shown == "tree"]


def spoken_steps(lesson: Lesson) -> list[Used]:
    """Return the steps in which learners ask for the word to answer."""
    return [
        used
        for used in used_in(lesson)
        if isinstance(used.settings, QuestionSettings) and used.settings.volunteers and used.items
    ]


def items_of(lesson: Lesson) -> list[AnyItem]:
    """Return the items of all activities."""
    return [item for activity in lesson.activities for item in activity.items]


def _levelled(items: tuple[AnyItem, ...]) -> bool:
    return any(item.level for item in items)


def _answered(lesson: Lesson) -> bool:
    answered = any(item.solution is not None or item.explanation for item in items_of(lesson))
    return answered or any(question.answer for question in lesson.consolidation)


def _any_item(tells: Callable[[AnyItem], bool]) -> Callable[[Lesson], bool]:
    return lambda lesson: any(tells(item) for item in items_of(lesson))


_HAS: dict[HandoutKind, Callable[[Lesson], bool]] = {
    HandoutKind.STUDENT: lambda lesson: bool(items_of(lesson) or lesson.consolidation),
    HandoutKind.ANSWERS: _answered,
    HandoutKind.LEVELS: lambda lesson: any(
        used.step.items == "chosen" and _levelled(used.items) for used in used_in(lesson)
    ),
    HandoutKind.PORTIONS: lambda lesson: bool(dealt_steps(lesson)),
    HandoutKind.BOARD: lambda lesson: bool(board_steps(lesson)),
    HandoutKind.STATEMENTS: _any_item(lambda item: isinstance(item, Statement)),
    HandoutKind.POSTERS: _any_item(lambda item: isinstance(item, Exhibit) and bool(item.stand)),
    HandoutKind.SIGNS: lambda lesson: any(map(groups_of, lesson.activities)),
    HandoutKind.APPLES: lambda lesson: bool(trees(lesson)),
    HandoutKind.MICROPHONE: lambda lesson: bool(spoken_steps(lesson)),
    HandoutKind.GRIDS: _any_item(lambda item: isinstance(item, Grid)),
    HandoutKind.BESIDE: lambda lesson: bool(side_by_side_steps(lesson)),
}
