"""What other people may learn of a learner: never the seat code, which is the key to the seat."""

from __future__ import annotations

import json

import pytest

from olke.accounts.models import Person
from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.domain.joining import judge_name, take_out
from olke.classroom.models import NameState
from olke.classroom.rendering import mine, render
from tests.classroom.rooms import forward, joined, moment_of, started

pytestmark = pytest.mark.django_db


def test_no_seat_code_stands_on_the_projector_or_on_anothers_phone(teacher: Person) -> None:
    live = started(teacher)
    learners = joined(live, 4)
    with changing(live) as moment:
        draw_groups(moment, (2, 2))
    forward(live, 2)
    seats = {one.seat for one in learners}

    shared = [render(live.pk, audience, ["en"]) for audience in ("projector", "learner")]
    assert not [seat for seat in seats if seat in json.dumps(shared)]
    for one, own in mine(live.pk, [one.pk for one in learners]).items():
        others = {learner.seat for learner in learners if learner.pk != one}
        assert not [seat for seat in others if seat in json.dumps(own)]


def test_who_has_no_name_that_may_be_read_is_a_number_that_stays(teacher: Person) -> None:
    live = started(teacher)
    first, second, third = joined(live, 3)
    judge_name(live, third.seat, NameState.SHOWN)
    take_out(live, first.seat)
    people = moment_of(live).learners

    assert people[second.pk].shown_name == "№ 2"
    assert people[third.pk].shown_name == third.name
    assert first.pk not in people
