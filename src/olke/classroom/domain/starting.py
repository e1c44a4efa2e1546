"""Starting a class: the lesson is frozen, a code is drawn, the door is open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.db import transaction

from olke.accounts.models import Person
from olke.classroom.domain.directing import end_forgotten
from olke.classroom.domain.erasing import erase_expired
from olke.classroom.models import CODE_LENGTH, ClassList, LiveClass, Naming, random_code
from olke.classroom.script import script_of
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from olke.teaching.documents.lesson import Lesson

KEPT_DAYS = 365
"""A class is erased after a school year unless its teacher says otherwise."""


@dataclass(frozen=True)
class Choices:
    """How a class is run, as far as the teacher chooses."""

    language: str = "kk"
    naming: Naming = Naming.NICKNAME
    class_list: ClassList | None = None
    group_name: str = ""
    rehearsal: bool = False
    shows_at_once: bool = False
    keep_until: date | None = None


def start_class(lesson: Lesson, *, by: Person, choices: Choices | None = None) -> LiveClass:
    """Start a class with a lesson as it is now.

    Classes that were left running are ended meanwhile, those that were kept long enough erased.

    Raises ``EmptyLessonError`` for a lesson without activities.
    """
    erase_expired()
    end_forgotten()
    chosen, now = choices or Choices(), datetime.now(UTC)
    script = script_of(lesson)
    with transaction.atomic():
        live = LiveClass.objects.create(
            code=free_code(),
            teacher=by,
            lesson_key=lesson.key,
            title_kk=lesson.title.kk,
            title_ru=lesson.title.ru,
            title_en=lesson.title.en,
            group_name=chosen.group_name,
            script=script.plain(),
            language=chosen.language,
            naming=chosen.naming,
            class_list=chosen.class_list if chosen.naming == Naming.LIST else None,
            rehearsal=chosen.rehearsal,
            shows_at_once=chosen.shows_at_once or chosen.rehearsal,
            started_at=now,
            keep_until=chosen.keep_until or now.date() + timedelta(days=KEPT_DAYS),
        )
        state = {"lesson": lesson.key, "rehearsal": chosen.rehearsal}
        record_changes([Change("class", live.key, Action.ADDED, None, state)], by=by, why="")
    return live


def free_code() -> str:
    """Return a code that no class has now. The column is unique: two starts at once cannot share.

    887 million codes against some hundred classes: the first is free, or the second.
    """
    while LiveClass.objects.filter(code=(code := random_code(CODE_LENGTH))).exists():
        continue
    return code
