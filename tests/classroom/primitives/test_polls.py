"""The choice poll: options or items, one or several, an outcome that decides what follows."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person
from olke.classroom.errors import RefusedError
from olke.classroom.models import LiveClass
from olke.classroom.primitives.polls import Polls, chosen
from olke.classroom.rendering import Audience, moment_choices
from tests.classroom.primitives.asking import simulated
from tests.classroom.primitives.entering import own_of, seen_by
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

pytestmark = pytest.mark.django_db
FORMS = [words("Presentation"), words("Table"), words("Essay")]


def opened(teacher: Person, *items: dict[str, object], **settings: object) -> LiveClass:
    """Return a class with an open poll."""
    step = {"primitive": "choice-poll", "settings": settings, "items": "all" if items else ""}
    return forward(with_steps(started(teacher), step, items=items), 2)


def options(live: LiveClass) -> list[str]:
    """Return the options that phones show."""
    return [one["text"] for one in seen_by(live, Audience.LEARNER)["options"]]


def test_the_outcome_is_live_on_the_screen_and_on_phones_when_it_is_over(teacher: Person) -> None:
    live = opened(teacher, options=FORMS)
    for learner, value in zip(joined(live, 3), (0, 2, 0), strict=True):
        assert sent(live, learner, [value]).status == "kept"

    assert seen_by(live, Audience.PROJECTOR)["counts"] == {"0": 2, "1": 0, "2": 1}
    assert "counts" not in seen_by(live, Audience.LEARNER)
    forward(live)
    assert seen_by(live, Audience.LEARNER)["counts"] == {"0": 2, "1": 0, "2": 1}


def test_whoever_changes_their_mind_counts_once(teacher: Person) -> None:
    live = opened(teacher, options=FORMS)
    (learner,) = joined(live, 1)
    sent(live, learner, [0])

    assert sent(live, learner, [1], edit=1).status == "kept"

    assert seen_by(live, Audience.CONSOLE)["counts"] == {"0": 0, "1": 1, "2": 0}
    assert own_of(live, learner)["answers"][0]["value"] == [1]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ([3], "value-misshapen"),
        ([-1], "value-misshapen"),
        ([True], "value-misshapen"),
        ([], "empty"),
        (0, "value-misshapen"),
        (["0"], "value-misshapen"),
        ([0, 1], "too-many"),
    ],
)
def test_what_is_no_option_is_refused(teacher: Person, value: object, code: str) -> None:
    live = opened(teacher, options=FORMS)
    (learner,) = joined(live, 1)

    assert sent(live, learner, value).code == code


@given(st.lists(st.integers(-1, 6), max_size=8))
def test_several_options_are_kept_each_once_in_their_order(value: list[int]) -> None:
    if value and all(0 <= one < 5 for one in value):
        assert chosen(value, 5, several=True) == sorted(set(value))
    else:
        with pytest.raises(RefusedError):
            chosen(value, 5, several=True)


def test_without_options_the_items_are_chosen_from(teacher: Person) -> None:
    live = opened(teacher, prompt(1), prompt(2))

    assert options(live) == ["Question 1", "Question 2"]


def test_one_question_without_options_of_the_step_brings_its_own(teacher: Person) -> None:
    live = opened(teacher, choice(1))

    shown = seen_by(live, Audience.LEARNER)
    assert options(live) == ["Option A", "Option B", "Option C"]
    assert [item["text"] for item in shown["items"]] == ["Choice 1"]


def test_an_option_has_the_text_of_the_item_it_stands_for(teacher: Person) -> None:
    live = opened(teacher, prompt(1), prompt(2), prompt(3), options=FORMS)

    shown = seen_by(live, Audience.LEARNER)
    assert [one["item"]["text"] for one in shown["options"]] == [
        "Question 1",
        "Question 2",
        "Question 3",
    ]
    assert shown["items"] == []


def test_what_was_chosen_decides_what_follows(teacher: Person) -> None:
    poll = {"primitive": "choice-poll", "settings": {"options": FORMS, "used": True}}
    document = {"primitive": "rubric-document", "takes_up": 1, "items": "chosen"}
    live = with_steps(
        started(teacher), poll | {"items": "all"}, document, items=[prompt(n) for n in (1, 2, 3)]
    )
    forward(live, 2)
    one, other = joined(live, 2)
    sent(live, one, [2])
    sent(live, other, [0])

    forward(live, 3)

    moment = moment_of(live)
    choices = moment_choices(moment)
    assert choices == {one.pk: 2, other.pk: 0}
    seats = [moment.seat_of(learner.pk, choices) for learner in (one, other)]
    dealt = [moment.activity.dealt(1, seat) for seat in seats]
    assert [[item.id for item in items] for items in dealt] == [["p3"], ["p1"]]


def test_the_report_says_how_many_chose_what(teacher: Person) -> None:
    live = opened(teacher, options=FORMS)
    (learner,) = joined(live, 1)
    sent(live, learner, [1])

    (row,) = Polls().summary(moment_of(live), "en")

    assert row["answered"] == 1
    assert [(bar["label"], bar["count"]) for bar in row["bars"]] == [
        ("Presentation", 0),
        ("Table", 1),
        ("Essay", 0),
    ]


def test_simulated_learners_choose_an_option(teacher: Person) -> None:
    live = opened(teacher, options=FORMS)
    (learner,) = joined(live, 1)

    (one,) = simulated(live)

    assert sent(live, learner, one.value).status == "kept"
