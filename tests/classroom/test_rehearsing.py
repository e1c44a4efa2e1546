"""A rehearsal: simulated learners join and answer as a class would."""

from __future__ import annotations

import pytest

from olke.accounts.models import Role
from olke.classroom.domain import directing
from olke.classroom.domain.rehearsing import MOST_SIMULATED, answer_some, fill_class
from olke.classroom.errors import CommandError
from olke.classroom.models import Answer, LiveClass
from olke.classroom.rendering import read_class
from tests.classroom.rooms import forward, joined, started

pytestmark = pytest.mark.django_db


@pytest.fixture
def rehearsal(person_of) -> LiveClass:
    """Return a rehearsal with ten simulated learners."""
    live = started(person_of(Role.TEACHER), rehearsal=True)
    fill_class(live, 10)
    return live


def test_simulated_learners_are_marked_and_have_names_that_are_shown(rehearsal) -> None:
    people = rehearsal.participants.all()

    assert {one.simulated for one in people} == {True}
    assert {one.name_state for one in people} == {"shown"}
    assert len({one.name for one in people}) == 10


def test_filling_twice_adds_only_who_is_missing_and_never_too_many(rehearsal) -> None:
    assert fill_class(rehearsal, 10) == 0
    assert fill_class(rehearsal, 1000) == MOST_SIMULATED - 10


def test_a_real_class_has_no_simulated_learners(person_of) -> None:
    live: LiveClass = started(person_of(Role.TEACHER))

    with pytest.raises(CommandError):
        fill_class(live)
    assert answer_some(forward(live, 2)) == 0


def test_some_answer_each_time_until_all_have(rehearsal) -> None:
    forward(rehearsal, 2)
    rounds = 0
    while answer_some(read_class(rehearsal.pk)):
        rounds += 1

    assert rounds > 2
    assert Answer.objects.filter(turn=read_class(rehearsal.pk).turn).count() == 10
    assert len(set(Answer.objects.values_list("right", flat=True))) == 2


def test_nobody_answers_what_is_closed_or_paused(rehearsal) -> None:
    forward(rehearsal, 2)
    directing.pause(rehearsal)
    assert answer_some(read_class(rehearsal.pk)) == 0
    directing.resume(rehearsal)
    directing.close(rehearsal)
    assert answer_some(read_class(rehearsal.pk)) == 0


def test_a_real_learner_in_a_rehearsal_answers_for_nobody_but_oneself(rehearsal) -> None:
    (person,) = joined(rehearsal, 1)
    forward(rehearsal, 2)
    while answer_some(read_class(rehearsal.pk)):
        pass

    assert not Answer.objects.filter(participant=person).exists()
