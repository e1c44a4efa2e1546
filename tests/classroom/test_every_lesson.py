"""Every built-in lesson runs from the first step to the report, with all eighteen methods.

The region is not loaded: what a class does must not depend on one. Simulated learners answer.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.directing import Next, next_of
from olke.classroom.domain.moderating import judge_entries, show_everything
from olke.classroom.domain.rehearsing import answer_some, fill_class
from olke.classroom.domain.starting import Choices, start_class
from olke.classroom.models import Answer, EntryState, LiveClass
from olke.classroom.moment import Moment
from olke.classroom.rendering import Audience, mine, read_class, render
from olke.classroom.report.reading import read_report
from olke.classroom.report.tables import sheets_of
from olke.exchange.tables.sheets import csv_of, workbook_of
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.reading import read_toml
from olke.teaching.methods.library import methods

pytestmark = pytest.mark.django_db
FOLDER = Path(__file__).parents[2] / "packs" / "semey" / "lessons"
LESSONS = sorted(path.stem for path in FOLDER.glob("*.toml"))
LANGUAGES = ("kk", "ru", "en")
SIZE = 11
MOST_STEPS = 400


def read_lesson(name: str) -> Lesson:
    """Read a built-in lesson."""
    path = FOLDER / f"{name}.toml"
    return read_toml(Lesson, path.read_text(encoding="utf-8"))


def run_through(live: LiveClass) -> Iterator[Moment]:
    """Run a class to its last step, everybody answering, and give each state on the way."""
    for _ in range(MOST_STEPS):
        here = read_class(live.pk)
        yield Moment(here)
        while answer_some(read_class(live.pk), portion=1):
            yield Moment(read_class(live.pk))
        if next_of(Moment(read_class(live.pk))) == Next.END:
            return
        directing.advance(live)
    pytest.fail("the lesson has no end")


def shown_everywhere(live: LiveClass, languages: Sequence[str] = LANGUAGES) -> dict[str, str]:
    """Return what each audience sees in some languages, and what phones see alone, as JSON."""
    shown = {
        audience.value: json.dumps(render(live.pk, audience, languages), ensure_ascii=False)
        for audience in Audience
    }
    people = list(live.participants.values_list("pk", flat=True))
    own: dict[int, Any] = mine(live.pk, people)
    assert set(own) == set(people)
    return shown | {"mine": json.dumps(list(own.values()), ensure_ascii=False)}


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_runs_from_its_first_step_to_its_report(name: str, teacher: Person) -> None:
    live = start_class(read_lesson(name), by=teacher, choices=Choices(rehearsal=True))
    fill_class(live, SIZE)
    names = list(live.participants.values_list("name", flat=True))

    for number, _ in enumerate(run_through(live)):
        shown = shown_everywhere(live, LANGUAGES if number % 3 == 0 else ["kk"])
        # Whatever phones share names nobody.
        assert not [one for one in names if f'"{one}"' in shown["learner"]]
    directing.end_class(live, by=teacher)

    shown_everywhere(live)
    for language in LANGUAGES:
        report = read_report(read_class(live.pk), language)
        sheets = sheets_of(report, language)
        assert len(report.people) == SIZE
        assert workbook_of(list(sheets.values()))
        assert all(csv_of(sheet) for sheet in sheets.values())
    assert len({activity.title for activity in report.activities if activity.turns}) > 2


@pytest.mark.parametrize("name", LESSONS)
def test_nothing_written_is_shown_before_the_teacher_lets_it(name: str, teacher: Person) -> None:
    live = start_class(read_lesson(name), by=teacher, choices=Choices(rehearsal=True))
    fill_class(live, 5)
    show_everything(live, at_once=False)
    lesson = json.dumps(live.script, ensure_ascii=False)  # what it says is no learner's word
    hidden: set[str] = set()
    for _ in run_through(live):
        seen = [render(live.pk, audience, ["kk"]) for audience in ("learner", "projector")]
        shown = json.dumps(seen, ensure_ascii=False)
        for answer in Answer.objects.filter(turn__live_class=live):
            said = answer.value.get("text") if isinstance(answer.value, dict) else answer.value
            if isinstance(said, str) and len(said) > 12 and said not in lesson:
                hidden.add(json.dumps(said, ensure_ascii=False).strip('"'))
        assert not [one for one in hidden if one in shown]

    entries = list(Answer.objects.filter(turn__live_class=live).values_list("pk", flat=True))
    assert judge_entries(live, entries, EntryState.SHOWN) == len(entries)


def test_the_built_in_lessons_use_every_method() -> None:
    used = {a.method for name in LESSONS for a in read_lesson(name).activities if a.method}

    assert used == set(methods())
