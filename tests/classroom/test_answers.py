"""Answers: each kept, each counted once, the late ones kept apart."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.answers import PEN, Submission, keep_answers
from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.models import Answer, LiveClass, Participant, Turn
from tests.classroom.rooms import (
    forward,
    joined,
    moment_of,
    prompt,
    sent,
    started,
    with_steps,
)
from tests.lessons import activity, statement

pytestmark = pytest.mark.django_db


def submission(live: LiveClass, participant: Participant, value: object, **fields) -> Submission:
    """Return an answer to the turn that is open, as a phone sends it."""
    turn = moment_of(live).turn
    made = {"id": uuid4(), "turn": turn.pk, "item": turn.item, "number": 0}
    made |= {"received": datetime.now(UTC), "participant": participant.pk, "value": value}
    return Submission(**(made | fields))


def test_an_answer_sent_three_times_is_acknowledged_three_times_and_counts_once(
    teacher: Person,
) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)
    again = submission(live, learner, value=True)

    receipts = [keep_answers([again])[0], *keep_answers([again, again])]

    assert [one.status for one in receipts] == ["kept"] * 3
    assert Answer.objects.count() == 1


def test_the_last_answer_before_the_end_of_a_timed_question_stands(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)
    assert sent(live, learner, value=False).status == "kept"
    assert sent(live, learner, value=True, edit=1).status == "kept"
    forward(live)
    Turn.objects.update(closed_at=datetime.now(UTC) - timedelta(seconds=2))

    assert sent(live, learner, value=False, edit=2).code == "closed"

    answer = Answer.objects.get()
    assert (answer.value, answer.right) == (True, True)


def test_an_answer_is_judged_and_earns_its_points(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    right, wrong = joined(live, 2)
    sent(live, right, value=True)
    sent(live, wrong, value=False)

    assert {a.participant_id: (a.right, a.points) for a in Answer.objects.all()} == {
        right.pk: (True, 1),
        wrong.pk: (False, 0),
    }


def test_what_comes_too_late_is_kept_and_does_not_count(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)
    late = submission(live, learner, value=True, received=datetime.now(UTC) + timedelta(minutes=30))

    (receipt,) = keep_answers([late])

    assert receipt.status == "late"
    assert Answer.objects.get().late
    assert moment_of(live).answers(moment_of(live).turn) == []


def test_an_answer_on_its_way_when_the_teacher_closes_still_counts(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)
    just = submission(live, learner, value=True)
    directing.close(live)

    assert keep_answers([just])[0].status == "kept"


def test_an_answer_of_another_class_or_to_no_question_is_refused(teacher: Person) -> None:
    live, other = forward(started(teacher), 2), forward(started(teacher), 2)
    (stranger,) = joined(other, 1)
    (learner,) = joined(live, 1)
    foreign = submission(live, stranger, value=True)
    nowhere = submission(live, learner, value=True, turn=10**9)

    codes = [one.code for one in keep_answers([foreign, nowhere])]

    assert codes == ["turn-unknown", "turn-unknown"]
    assert not Answer.objects.exists()


@pytest.mark.parametrize("value", [None, 1, "true", [], {"answer": True}, [True]])
def test_a_value_that_is_no_answer_to_the_item_is_refused(teacher: Person, value: object) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)

    assert sent(live, learner, value).code == "value-misshapen"


def test_a_bad_answer_among_good_ones_spoils_none(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    one, two, three = joined(live, 3)
    many = [
        submission(live, one, value=True),
        submission(live, two, value="?"),
        submission(live, three, value=False),
    ]

    assert [r.status for r in keep_answers(many)] == ["kept", "refused", "kept"]
    assert Answer.objects.count() == 2


def test_any_number_of_answers_takes_the_same_number_of_statements(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    learners = joined(live, 60)
    counted = []
    for some in (learners[:10], learners[10:]):
        many = [submission(live, learner, value=True) for learner in some]
        with CaptureQueriesContext(
            connection,
        ) as queries:
            keep_answers(many)
        counted.append(len(queries))

    assert counted[0] == counted[1]
    assert counted[0] <= 12


def test_in_a_group_one_writes_until_another_takes_the_pen(teacher: Person) -> None:
    live = with_steps(
        started(teacher, activity(1, method="true-or-false", items=[statement(1)])),
        {
            "primitive": "timed-question",
            "settings": {"by": "group", "seconds": 60},
            "items": "all",
        },
        items=[prompt(1)],
    )
    first, second = joined(live, 2)
    with changing(live) as moment:
        draw_groups(moment, (2,))
    forward(live, 2)

    assert sent(live, first, "Ours").status == "kept"
    assert sent(live, second, "Mine", number=0, edit=1).code == "pen-elsewhere"
    assert sent(live, second, value=True, item=PEN, edit=1).status == "kept"
    assert sent(live, second, "Better", edit=1).status == "kept"
    assert Answer.objects.exclude(item=PEN).get().party.startswith("g")


def test_the_same_answer_from_two_phones_is_kept_once(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)
    sent(live, learner, value=True)

    assert sent(live, learner, value=True).code == "answered-elsewhere"
    assert Answer.objects.count() == 1
    assert Turn.objects.count() == 1


def test_what_a_phone_kept_while_the_class_ended_is_kept_as_late(teacher: Person) -> None:
    live = forward(started(teacher), 2)
    (learner,) = joined(live, 1)
    waiting = submission(
        live, learner, value=True, received=datetime.now(UTC) + timedelta(minutes=30)
    )
    directing.end_class(live, by=teacher)

    assert keep_answers([waiting])[0].status == "late"
