"""The teacher directs a class: one button, the clock, going back."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.directing import Next, next_of, place_token
from olke.classroom.domain.starting import start_class
from olke.classroom.errors import CommandError
from olke.classroom.models import LiveClass, Turn
from olke.classroom.rendering import phase_of
from olke.classroom.script import EmptyLessonError
from olke.history.models import Entry
from tests.classroom.rooms import (
    forward,
    joined,
    lesson_with,
    moment_of,
    sent,
    started,
    with_steps,
)
from tests.lessons import activity, lesson, statement

pytestmark = pytest.mark.django_db


def phase(live: LiveClass) -> str:
    """Return where a class is, as the database has it."""
    moment = moment_of(live)
    return phase_of(moment.live, moment.turn)


def two_statements(teacher: Person) -> LiveClass:
    """Return a class whose lesson is two statements, one after another, and no more."""
    step = {"primitive": "timed-question", "items": "all"}
    items = [statement(1), statement(2, answer=False)]
    return with_steps(started(teacher), step, items=items)


def test_one_button_leads_through_a_lesson_of_two_statements(teacher: Person) -> None:
    live = two_statements(teacher)
    seen = []
    while (then := next_of(moment_of(live))) != Next.END:
        seen.append((then, phase(live)))
        directing.advance(live)

    assert seen == [
        (Next.BEGIN, "lobby"),
        (Next.OPEN, "ready"),
        (Next.CLOSE, "open"),
        (Next.REVEAL, "closed"),
        (Next.ITEM, "revealed"),
        (Next.CLOSE, "open"),
        (Next.REVEAL, "closed"),
    ]
    assert phase(live) == "revealed"


def test_the_last_step_is_not_passed_by_the_button(teacher: Person) -> None:
    live = forward(two_statements(teacher), 7)

    with pytest.raises(CommandError, match="at-end"):
        directing.advance(live)


def test_two_clicks_at_one_place_are_one_step(teacher: Person) -> None:
    live = forward(started(teacher))
    at = place_token(moment_of(live))
    directing.advance(live, at)

    with pytest.raises(CommandError, match="moved-on"):
        directing.advance(live, at)
    assert phase(live) == "open"


def test_an_activity_without_a_method_is_on_the_screens_at_once(teacher: Person) -> None:
    live = started(teacher, activity(1), activity(2))
    forward(live)

    assert phase(live) == "open"
    assert next_of(moment_of(live)) == Next.ACTIVITY


def test_time_that_ran_out_leads_straight_to_the_solution(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    Turn.objects.update(closes_at=datetime.now(UTC) - timedelta(seconds=60))

    assert next_of(moment_of(live)) == Next.REVEAL


def test_a_paused_clock_keeps_what_was_left(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    directing.pause(live)
    left = moment_of(live).turn.left
    directing.extend(live, 30)

    assert phase(live) == "paused"
    assert moment_of(live).turn.left == left + timedelta(seconds=30)
    directing.resume(live)
    assert phase(live) == "open"
    with pytest.raises(CommandError, match="not-paused"):
        directing.resume(live)


def test_more_time_opens_a_closed_question_again_until_it_is_revealed(teacher: Person) -> None:
    live = forward(started(teacher), 3)
    directing.extend(live, 30)
    assert phase(live) == "open"

    directing.reveal(live)
    with pytest.raises(CommandError, match="nothing-open"):
        directing.extend(live, 30)


def test_going_back_shows_the_step_as_it_was_and_repeating_opens_it_anew(teacher: Person) -> None:
    method = {"method": "true-or-false", "items": [statement(1)]}
    live = started(teacher, activity(1, **method), activity(2, **method))
    (learner,) = joined(live, 1)
    forward(live, 2)
    sent(live, learner, value=True)
    directing.skip(live)
    assert phase(live) == "ready"
    directing.back(live)

    moment = moment_of(live)
    assert [kept.value for kept in moment.answers(moment.turn)] == [True]
    directing.repeat(live)
    moment = moment_of(live)
    assert moment.turn.attempt == 2
    assert moment.answers(moment.turn) == []


def test_a_class_keeps_its_lesson_as_it_was(teacher: Person) -> None:
    live = started(teacher)
    before = moment_of(live).script

    assert before.activities[0].items[0].text.en == "Statement 1"
    assert LiveClass.objects.get().script["activities"][0]["steps"]


def test_a_lesson_without_activities_cannot_start(teacher: Person) -> None:
    with pytest.raises(EmptyLessonError):
        start_class(lesson(), by=teacher)


def test_an_ended_class_frees_its_code_and_takes_no_more_commands(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    directing.end_class(live, by=teacher)

    assert live.code is None
    assert phase(live) == "ended"
    with pytest.raises(CommandError, match="class-ended"):
        directing.advance(live)
    assert [e.action for e in Entry.objects.filter(kind="class")] == ["added", "changed"]


def test_a_lesson_of_two_activities_has_two_in_its_script(teacher: Person) -> None:
    assert len(lesson_with(activity(1), activity(2)).activities) == 2


def test_a_class_left_running_since_yesterday_is_ended_when_the_next_one_starts(
    teacher: Person,
) -> None:
    forgotten = started(teacher)
    LiveClass.objects.update(started_at=datetime.now(UTC) - timedelta(hours=25))

    running = started(teacher)

    assert list(LiveClass.objects.filter(ended_at=None)) == [running]
    assert LiveClass.objects.get(pk=forgotten.pk).code is None
