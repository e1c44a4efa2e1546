"""Frames from outside: read where they make sense, refused without harm where they do not."""

from __future__ import annotations

import contextlib
import json
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.classroom.live.frames import LONGEST, FrameError, Given, Hello, Ping, read_frame

NAME = "0b7a4f5e-3a51-4c86-9d0e-6f2b1c9f7a10"
ANSWER = {"type": "answer", "id": NAME, "turn": 3, "item": "q1", "number": 0, "value": True}


def read(**changes: Any) -> Any:
    return read_frame(json.dumps(ANSWER | changes))


def test_an_answer_is_read_with_everything_it_says() -> None:
    found = read(edit=2, value={"a": [1, "ә"]})

    assert found == Given(UUID(NAME), 3, "q1", 0, 2, {"a": [1, "ә"]})


def test_a_hello_may_come_without_a_state() -> None:
    found = read_frame('{"type":"hello","protocol":1,"language":"kk"}')

    assert found == Hello(1, "kk", "", 0)


def test_a_ping_comes_back_with_its_own_number() -> None:
    assert read_frame('{"type":"ping","sent":1732345678901}') == Ping(1732345678901)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "null",
        "[]",
        '"answer"',
        '{"type":"answer"}',
        '{"type":"dance"}',
        '{"type":["answer"]}',
        '{"type":"ping","sent":NaN}',
        '{"type":"ping","sent":-1}',
        '{"type":"hello","protocol":true}',
        '{"type":"hello","protocol":1,"language":7}',
        "[" * 100_000,
        "9" * 5000,
    ],
)
def test_what_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(FrameError) as refused:
        read_frame(text)

    assert refused.value.answer == ""


@pytest.mark.parametrize(
    "changes",
    [
        {"turn": "3"},
        {"turn": -1},
        {"turn": 2**63},
        {"turn": 1.5},
        {"number": True},
        {"item": None},
        {"item": "q" * 65},
        {"edit": []},
        {"value": [[[[[[[[[[1]]]]]]]]]]},
    ],
)
def test_a_misshapen_answer_is_refused_by_its_id(changes: dict[str, Any]) -> None:
    with pytest.raises(FrameError) as refused:
        read(**changes)

    assert refused.value.answer == NAME


@pytest.mark.parametrize("name", ["", "7", 7, None, NAME + "0"])
def test_an_answer_without_an_id_is_refused(name: object) -> None:
    with pytest.raises(FrameError):
        read(id=name)


def test_a_frame_may_be_so_long_and_no_longer() -> None:
    with pytest.raises(FrameError, match="too-long"):
        read_frame(json.dumps("ә" * (LONGEST // 2), ensure_ascii=False))


def test_what_no_database_keeps_is_replaced() -> None:
    assert read(value="a\0b\ud800c").value == "a\ufffdb?c"


@given(
    st.text()
    | st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    ).map(json.dumps)
)
def test_nothing_that_is_sent_breaks_the_reader(text: str) -> None:
    with contextlib.suppress(FrameError):
        read_frame(text)
