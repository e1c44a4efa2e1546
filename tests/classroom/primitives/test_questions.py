"""Timed questions: what is asked of texts that were read before."""

from __future__ import annotations

import pytest

from olke.accounts.models import Person
from olke.classroom.models import LiveClass
from olke.classroom.primitives.questions import Questions
from olke.classroom.rendering import Audience
from tests.classroom.primitives.asking import simulated
from tests.classroom.primitives.entering import seen_by
from tests.classroom.rooms import (
    exhibit,
    forward,
    joined,
    moment_of,
    prompt,
    sent,
    started,
    with_steps,
    words,
)

pytestmark = pytest.mark.django_db
STEP = {"primitive": "timed-question", "settings": {}, "items": "all"}
TWO = [words("When did it begin?"), words("What was made?")]


def asked(live: LiveClass) -> tuple[str, str]:
    """Return what phones show of the question: its kind and text."""
    item = seen_by(live, Audience.LEARNER)["item"]
    return item["kind"], item["text"]


def test_a_text_that_was_read_is_asked_by_its_questions_in_turn(teacher: Person) -> None:
    texts = [exhibit(number, questions=TWO) for number in (1, 2)]
    live = forward(with_steps(started(teacher), STEP, items=texts), 2)

    assert asked(live) == ("prompt", "Card 1: When did it begin?")
    forward(live, 3)
    assert asked(live) == ("prompt", "Card 2: What was made?")


def test_an_answer_about_a_text_is_kept_in_words_and_read_by_the_teacher(teacher: Person) -> None:
    live = with_steps(started(teacher), STEP, items=[exhibit(1, questions=TWO)])
    learner = joined(live, 1)[0]
    forward(live, 2)

    assert sent(live, learner, "In 1941").status == "kept"
    row = Questions().summary(moment_of(live), "en")[0]
    assert row["text"] == "Card 1: When did it begin?"
    assert [one["text"] for one in row["entries"]] == ["In 1941"]
    assert row["right"] is None
    assert simulated(live)


def test_a_text_without_questions_is_not_asked_about(teacher: Person) -> None:
    items = [exhibit(1), exhibit(2, questions=TWO), prompt(3)]
    live = with_steps(started(teacher), STEP, items=items)

    names = Questions().items_in_turn(moment_of(live).activity, 0)
    assert names == ("e2", items[2]["id"])
