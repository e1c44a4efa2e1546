"""What a simulated learner is asked, and what it would say."""

from __future__ import annotations

import random
from dataclasses import replace

from olke.classroom.models import LiveClass
from olke.classroom.primitives.base import Asked, Sent
from olke.classroom.primitives.registry import play_of
from tests.classroom.rooms import moment_of


def asked(live: LiveClass, participant: int) -> Asked:
    """Return what the open turn asks of a learner."""
    moment = moment_of(live)
    turn = moment.turn
    assert turn is not None
    return Asked(
        moment.script,
        moment.activity,
        turn.step,
        turn,
        moment.activity.item(turn.item),
        moment.seat_of(participant),
        participant,
        frozenset(moment.parties_of(participant)),
    )


def simulated(live: LiveClass, seed: int = 1) -> list[Sent]:
    """Return what simulated learners in everybody's place would send, each of which must fit."""
    chance = random.Random(seed)  # noqa: S311 - a play, not a secret
    found = []
    for participant in moment_of(live).learners:
        what = asked(live, participant)
        play = play_of(what.activity, what.step)
        assert play is not None
        for one in play.simulated(what, chance):
            play.check(replace(what, item=what.activity.item(one.item)), one)
            found.append(one)
    return found
