"""Classes in a school that never was: a lesson with any steps, started, joined, answered."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.answers import Receipt, Submission, keep_answers
from olke.classroom.domain.joining import join
from olke.classroom.domain.starting import Choices, start_class
from olke.classroom.models import LiveClass, Participant
from olke.classroom.moment import Moment
from olke.classroom.rendering import read_class
from olke.classroom.script import Script
from olke.teaching.documents.lesson import Lesson
from tests.lessons import activity, lesson, stage, statement


def words(text: str) -> dict[str, str]:
    """Return a text in three languages."""
    return {"kk": f"{text} kk", "ru": f"{text} ru", "en": text}


def choice(number: int = 1, answer: Iterable[int] = (0,), **fields: Any) -> dict[str, Any]:
    """Return the data of a choice of three."""
    made = {"id": f"c{number}", "kind": "choice", "text": words(f"Choice {number}")}
    options = [words(f"Option {letter}") for letter in "ABC"]
    return made | {"options": options, "answer": list(answer)} | fields


def prompt(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Return the data of an open question."""
    return {"id": f"p{number}", "kind": "prompt", "text": words(f"Question {number}")} | fields


def exhibit(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Return the data of something to read."""
    made = {"id": f"e{number}", "kind": "exhibit", "text": words(f"Text {number}")}
    return made | {"title": words(f"Card {number}")} | fields


def lesson_with(*activities: dict[str, Any], **fields: Any) -> Lesson:
    """Return a lesson of one stage; without activities, two true-or-false statements."""
    usual = activity(1, method="true-or-false", items=[statement(1), statement(2, answer=False)])
    return lesson(stages=[stage("middle", *(activities or (usual,)))], **fields)


def started(by: Person, *activities: dict[str, Any], **choices: Any) -> LiveClass:
    """Return a class that has just started with a lesson of some activities."""
    return start_class(lesson_with(*activities), by=by, choices=Choices(**choices))


def with_steps(
    live: LiveClass, *steps: dict[str, Any], items: Iterable[dict[str, Any]] = ()
) -> LiveClass:
    """Give the only activity of a class steps of one's own: any primitive with any settings.

    Each step has a primitive, and may have settings, items and takes_up. Must be called before
    anything is read of the class's script.
    """
    script = Script.model_validate(live.script).plain()
    made = [
        {
            "title": words(f"Step {number}"),
            "teacher": words("The teacher asks."),
            "learner": words("Learners answer."),
            "share": 100 if number == 1 else 0,
            **step,
        }
        for number, step in enumerate(steps, 1)
    ]
    script["activities"][0] |= {"steps": made, "seconds": [60] * len(made), "items": list(items)}
    live.script = Script.model_validate(script).plain()
    live.save(update_fields=["script"])
    return live


def joined(live: LiveClass, number: int, **fields: Any) -> list[Participant]:
    """Let some learners join."""
    return [join(live, name=f"Learner {n}", **fields) for n in range(1, number + 1)]


def forward(live: LiveClass, times: int = 1) -> LiveClass:
    """Press the one button some times."""
    for _ in range(times):
        directing.advance(live)
    return live


def moment_of(live: LiveClass) -> Moment:
    """Return the class as the database has it."""
    return Moment(read_class(live.pk))


def sent(
    live: LiveClass,
    participant: Participant,
    value: object,
    *,
    item: str | None = None,
    number: int = 0,
    edit: int = 0,
) -> Receipt:
    """Send one answer to what is open; the item is that of the turn unless told otherwise."""
    turn = read_class(live.pk).turn
    assert turn is not None
    submission = Submission(
        id=uuid4(),
        participant=participant.pk,
        turn=turn.pk,
        item=turn.item if item is None else item,
        number=number,
        value=value,
        received=datetime.now(UTC),
        edit=edit,
    )
    return keep_answers([submission])[0]
