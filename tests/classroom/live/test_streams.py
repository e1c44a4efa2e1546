"""A stream: whoever follows it, from wherever, has its newest state."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from olke.classroom.live.patches import merged, without_nulls
from olke.classroom.live.streams import KEPT, Stream
from tests.classroom.live.test_patches import STATES


class Reader:
    """A browser: keeps a state and applies what it hears."""

    def __init__(self) -> None:
        self.stream, self.number = "", 0
        self.state: Any = None
        self.frames: list[str] = []

    def hear(self, texts: list[str]) -> None:
        for text in texts:
            frame = json.loads(text)
            self.frames.append(frame["type"])
            if frame["type"] == "state":
                self.state = frame["state"]
            else:
                assert (frame["stream"], frame["since"]) == (self.stream, self.number)
                self.state = merged(self.state, frame["patch"])
            self.stream, self.number = frame["stream"], frame["n"]


def long_state(number: int) -> dict[str, Any]:
    """Return a state that is longer than what changes in it."""
    return {"number": number, "text": "Колхоздың егістік көлемі " * 10}


def stream_of(*states: dict[str, Any]) -> Stream:
    stream = Stream()
    for state in states:
        stream.advance(state)
    return stream


@given(st.lists(STATES, min_size=1, max_size=12), st.data())
def test_whoever_asks_from_time_to_time_has_the_newest_state(
    states: list[dict[str, Any]], data: st.DataObject
) -> None:
    stream, reader = Stream(), Reader()
    for state in states:
        stream.advance(state)
        if data.draw(st.booleans()):
            reader.hear(stream.since(reader.stream, reader.number))
    reader.hear(stream.since(reader.stream, reader.number))

    assert reader.state == without_nulls(states[-1])
    assert stream.since(reader.stream, reader.number) == []


def test_a_state_that_is_known_gets_no_new_number() -> None:
    stream = stream_of({"phase": "open", "left": None})

    assert not stream.advance({"phase": "open"})
    assert stream.number == 1


def test_a_follower_gets_what_changed_and_a_stranger_everything() -> None:
    stream = stream_of(long_state(1), long_state(2))

    follower, stranger = stream.since(stream.name, 1), stream.since("another", 1)

    assert [json.loads(text)["patch"] for text in follower] == [{"number": 2}]
    assert [json.loads(text)["state"] for text in stranger] == [long_state(2)]


def test_a_number_that_was_never_given_gets_everything() -> None:
    stream = stream_of(long_state(1))

    assert [json.loads(text)["type"] for text in stream.since(stream.name, 7)] == ["state"]


def test_who_was_away_for_long_gets_everything() -> None:
    stream = stream_of(*(long_state(number) for number in range(KEPT + 3)))

    assert [json.loads(text)["type"] for text in stream.since(stream.name, 1)] == ["state"]
    assert len(stream.since(stream.name, stream.number - 2)) == 2


def test_changes_that_are_longer_than_the_state_are_not_sent() -> None:
    stream = stream_of({"text": "а" * 100}, {"text": "ә" * 100}, {"text": ""})

    assert [json.loads(text)["type"] for text in stream.since(stream.name, 1)] == ["state"]


def test_letters_go_over_the_wire_as_they_are() -> None:
    assert "Ұлы Отан соғысы" in stream_of({"title": "Ұлы Отан соғысы"}).whole()
