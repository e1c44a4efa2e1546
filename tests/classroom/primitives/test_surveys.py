"""The survey: what learners think of the lesson, as bars or apples, without anybody's name."""

from __future__ import annotations

import random

import pytest

from olke.accounts.models import Person
from olke.classroom.models import Answer, LiveClass
from olke.classroom.primitives.surveys import COMMENT, Surveys
from olke.classroom.rendering import Audience
from tests.classroom.primitives.asking import asked
from tests.classroom.primitives.entering import seen_by, show
from tests.classroom.rooms import (
    choice,
    forward,
    joined,
    moment_of,
    prompt,
    sent,
    started,
    with_steps,
    words,
)
from tests.lessons import statement

pytestmark = pytest.mark.django_db
APPLES = [words("Green"), words("Yellow"), words("Red")]


def opened(teacher: Person, *items: dict[str, object], **settings: object) -> LiveClass:
    """Return a class with an open survey."""
    step = {"primitive": "survey", "settings": settings, "items": "all" if items else ""}
    return forward(with_steps(started(teacher), step, items=items), 2)


def test_each_answer_hangs_an_apple_in_the_order_they_came(teacher: Person) -> None:
    live = opened(teacher, options=APPLES, shown="tree")
    learners = joined(live, 3)
    for learner, value in zip(learners, (0, 2, 1), strict=True):
        sent(live, learner, [value])
    assert seen_by(live, Audience.PROJECTOR)["apples"] == {"": [0, 2, 1]}

    sent(live, learners[1], [0], edit=1)

    assert seen_by(live, Audience.PROJECTOR)["apples"] == {"": [0, 0, 1]}
    assert seen_by(live, Audience.PROJECTOR)["counts"] == {"": {"0": 2, "1": 1, "2": 0}}


def test_every_item_is_a_question_of_its_own(teacher: Person) -> None:
    live = opened(teacher, prompt(1), prompt(2), options=APPLES, shown="tree")
    (learner,) = joined(live, 1)
    sent(live, learner, [0], item="p1")
    sent(live, learner, [2], item="p2")

    assert seen_by(live, Audience.PROJECTOR)["apples"] == {"p1": [0], "p2": [2]}


def test_phones_see_the_outcome_when_it_is_over(teacher: Person) -> None:
    live = opened(teacher, options=APPLES)
    (learner,) = joined(live, 1)
    sent(live, learner, [1])

    assert "counts" not in seen_by(live, Audience.LEARNER)
    forward(live)
    assert seen_by(live, Audience.LEARNER)["counts"] == {"": {"0": 0, "1": 1, "2": 0}}


def test_an_anonymous_survey_names_nobody_anywhere(teacher: Person) -> None:
    live = opened(teacher, options=APPLES, comment=True, anonymous=True)
    (learner,) = joined(live, 1)
    sent(live, learner, [2])
    sent(live, learner, "Too fast for me", item=COMMENT)
    show(live, Answer.objects.get(item=COMMENT).pk)

    told = [*(seen_by(live, one) for one in Audience)]
    told += Surveys().summary(moment_of(live), "en")

    assert "Too fast for me" in str(told)
    assert "Learner 1" not in str(told)
    assert learner.seat not in str(told)
    assert Surveys().is_anonymous(moment_of(live).activity, 0)


def test_a_comment_waits_for_the_teacher(teacher: Person) -> None:
    live = opened(teacher, options=APPLES, comment=True)
    (learner,) = joined(live, 1)
    sent(live, learner, "Slower, please", item=COMMENT)

    assert seen_by(live, Audience.PROJECTOR)["entries"] == {}
    assert [one["text"] for one in seen_by(live, Audience.CONSOLE)["entries"].values()] == [
        "Slower, please"
    ]


@pytest.mark.parametrize(
    ("item", "value", "code"),
    [
        ("", [3], "value-misshapen"),
        ("", [0, 1], "too-many"),
        ("", "Green", "value-misshapen"),
        (COMMENT, "words", "item-unknown"),
        ("p1", [0], "item-unknown"),
    ],
)
def test_what_is_no_answer_is_refused(teacher: Person, item: str, value: object, code: str) -> None:
    live = opened(teacher, options=APPLES)
    (learner,) = joined(live, 1)

    assert sent(live, learner, value, item=item).code == code


def test_questions_without_options_are_answered_in_words_or_by_yes_and_no(
    teacher: Person,
) -> None:
    live = opened(teacher, prompt(1), statement(1), choice(1))
    (learner,) = joined(live, 1)

    shown = seen_by(live, Audience.LEARNER)["questions"]
    assert [[one["text"] for one in question["options"]] for question in shown] == [
        [],
        ["Yes", "No"],
        ["Option A", "Option B", "Option C"],
    ]
    assert sent(live, learner, "I liked the map", item="p1").status == "kept"
    assert sent(live, learner, [1], item="i1").status == "kept"
    assert sent(live, learner, [2], item="c1").status == "kept"


def test_the_report_has_a_row_for_each_question_and_one_for_comments(teacher: Person) -> None:
    live = opened(teacher, prompt(1), options=APPLES, comment=True)
    (learner,) = joined(live, 1)
    sent(live, learner, [0], item="p1")
    sent(live, learner, "Thank you", item=COMMENT)

    question, comments = Surveys().summary(moment_of(live), "en")

    assert (question["text"], [bar["count"] for bar in question["bars"]]) == (
        "Question 1",
        [1, 0, 0],
    )
    assert [(entry["text"], entry["by"]) for entry in comments["entries"]] == [("Thank you", "")]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_simulated_learners_answer_every_question(teacher: Person, language: str) -> None:
    live = opened(teacher, prompt(1), statement(1), comment=True, shown="tree")
    live.language = language
    live.save()
    learners = joined(live, 3)
    chance = random.Random(1)  # noqa: S311 - a play, not a secret
    for learner in learners:
        for one in Surveys().simulated(asked(live, learner.pk), chance):
            assert sent(live, learner, one.value, item=one.item).status == "kept"

    assert {one.item for one in Answer.objects.all()} >= {"p1", "i1"}
