"""Phones that show what others send: they keep up where the teacher looks at nothing first."""

from __future__ import annotations

from uuid import uuid4

import pytest

from olke.accounts.models import Person, Role
from olke.classroom.domain.moderating import show_everything
from olke.classroom.models import LiveClass
from olke.classroom.rendering import Audience
from tests.classroom.live.browsers import phone, served
from tests.classroom.live.loops import finished, until
from tests.classroom.primitives.entering import seen_by
from tests.classroom.rooms import forward, joined, started, with_steps

pytestmark = pytest.mark.django_db(transaction=True)


def opened(teacher: Person, **settings: object) -> LiveClass:
    """Return a class with an open wall."""
    step = {"primitive": "card-wall", "settings": settings}
    return forward(with_steps(started(teacher), step), 2)


@pytest.mark.parametrize(
    ("settings", "told"),
    [({"cards": 1}, "all"), ({"cards": 1, "by": "group"}, "own"), ({"passed_on": True}, None)],
)
def test_phones_are_told_to_follow_only_where_everything_is_shown_at_once(
    person_of, settings: dict[str, object], told: str | None
) -> None:
    live = opened(person_of(Role.TEACHER), **settings)
    assert "follows" not in seen_by(live, Audience.LEARNER)

    show_everything(live, at_once=True)

    assert seen_by(live, Audience.LEARNER).get("follows") == told


def test_a_card_reaches_the_other_phones_by_itself_where_all_is_shown_at_once(person_of) -> None:
    live = opened(person_of(Role.TEACHER), cards=1)
    show_everything(live, at_once=True)
    author, reader = joined(live, 2)

    async def ask() -> None:
        async with served():
            browsers = [await phone(one).connect() for one in (author, reader)]
            for browser in browsers:
                await browser.shows("open")
            card = {"id": str(uuid4()), "turn": browsers[0].state["turn"], "number": 0, "edit": 0}
            browsers[0].say(type="answer", item="entry", value="Rails came late", **card)
            await until(lambda: browsers[1].state["show"]["cards"])
            for browser in browsers:
                await browser.leave()

    finished(ask)
