"""The reference of the participant protocol names all there is, and its examples are real."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from olke.accounts.models import Person, Role
from olke.classroom.domain import directing
from olke.classroom.domain.directing import Next, next_of
from olke.classroom.domain.rehearsing import answer_some, fill_class
from olke.classroom.domain.starting import Choices, start_class
from olke.classroom.live import frames
from olke.classroom.live.streams import Stream
from olke.classroom.messages import REASONS
from olke.classroom.models import LiveClass
from olke.classroom.moment import Moment
from olke.classroom.rendering import Audience, mine, read_class, render
from olke.teaching.primitives import Primitive
from tests.classroom.test_every_lesson import read_lesson

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "classroom-protocol.md"
TEXT = PAGE.read_text(encoding="utf-8")
NAMED = set(re.findall(r"[\w-]+", " ".join(re.findall(r"`([^`\n]+)`", TEXT))))
EXAMPLES: list[dict[str, Any]] = [
    json.loads(block) for block in re.findall(r"```json\n(.+?)\n```", TEXT, re.DOTALL)
]


def server_frames() -> list[str]:
    """Return one frame of each type that the server writes."""
    stream = Stream()
    stream.advance({"phase": "lobby"})
    whole = stream.whole()
    stream.advance({"phase": "open"})
    return [
        whole,
        stream.newest(),
        frames.mine({}),
        frames.pong(1),
        frames.bye("removed", ""),
        frames.trouble("not-kept", ""),
        frames.acknowledged(uuid4(), "kept"),
        frames.refused(str(uuid4()), "closed", ""),
    ]


def test_every_frame_of_the_server_has_an_example_with_its_members() -> None:
    examples = {one["type"]: one for one in EXAMPLES}
    for text in server_frames():
        frame = json.loads(text)
        assert frame["type"] in examples
        assert frame.keys() <= examples[frame["type"]].keys()


def test_every_frame_of_a_client_has_an_example_that_the_server_reads() -> None:
    known = {json.loads(text)["type"] for text in server_frames()}
    sent = [one for one in EXAMPLES if one["type"] not in known]
    read = [type(frames.read_frame(json.dumps(one))) for one in sent]
    assert read == [frames.Hello, frames.Given, frames.Ping]


def test_every_code_stands_in_the_page() -> None:
    assert set(REASONS) - NAMED == set()


def test_every_primitive_stands_in_the_page() -> None:
    assert {one.value for one in Primitive} - set(re.findall(r"\*\*([\w-]+)\.\*\*", TEXT)) == set()


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["school-grade-7-enterprises", "seminar-8-kazakhstan-1950-1960"])
def test_every_member_that_phones_are_shown_stands_in_the_page(name: str, person_of) -> None:
    teacher: Person = person_of(Role.TEACHER)
    live = start_class(read_lesson(name), by=teacher, choices=Choices(rehearsal=True))
    fill_class(live, 8)
    found: set[str] = set()
    while next_of(Moment(read_class(live.pk))) != Next.END:
        directing.advance(live)
        answer_some(read_class(live.pk), portion=1)
        found |= members(live)
    directing.end_class(live, by=teacher)
    assert (found | members(live)) - NAMED == set()


def members(live: LiveClass) -> set[str]:
    """Return the names of the members of what phones are shown, two objects deep."""
    state = render(live.pk, Audience.LEARNER, ["en"])["en"]
    first = live.participants.values_list("pk", flat=True)[0]
    own = mine(live.pk, [first])[first]
    return {name for shown in (state, own) for name in names(shown, 2)}


def names(value: object, depth: int) -> set[str]:
    """Return the names of an object's members; those that are numbers or keys of items are none."""
    if not isinstance(value, Mapping) or not depth:
        return set()
    own = {name for name in value if not name.isdecimal()}
    return own.union(*(names(member, depth - 1) for member in value.values()))
