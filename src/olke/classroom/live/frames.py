"""Frames: the JSON texts of protocol 1, read with distrust and written.

``docs/reference/classroom-protocol.md`` describes every one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from olke.classroom.live.streams import as_text, now_ms

PROTOCOL = 1
LONGEST = 64 * 1024
"""Bytes of a frame; the longest field of a document takes a third of it."""
DEEPEST = 8
HIGHEST = 2**31 - 1


class FrameError(Exception):
    """A frame cannot be read. ``answer`` is the id of the answer that it held, where it had one."""

    def __init__(self, code: str, answer: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.answer = answer


@dataclass(frozen=True, slots=True)
class Hello:
    """The first frame: what the browser speaks and which state it has; number 0: none."""

    protocol: int
    language: str
    stream: str
    number: int


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it came. ``edit`` counts what the learner changed about it."""

    id: UUID
    turn: int
    item: str
    number: int
    edit: int
    value: Any


@dataclass(frozen=True, slots=True)
class Ping:
    """Asks for the server's clock; ``sent`` goes back as it came."""

    sent: int


Frame = Hello | Given | Ping


def read_frame(text: str) -> Frame:
    """Read what a browser sent. Raises ``FrameError``."""
    if len(text) > LONGEST or len(text.encode(errors="replace")) > LONGEST:
        raise FrameError("too-long")
    try:
        frame = json.loads(text, parse_constant=_no_constant)
    except (ValueError, RecursionError) as fault:
        raise FrameError("malformed") from fault
    return frame_of(frame)


def frame_of(frame: object) -> Frame:
    """Return the frame that a JSON object is. Raises ``FrameError``."""
    if not isinstance(frame, Mapping):
        raise FrameError("malformed")
    match frame.get("type"):
        case "answer":
            return _given(frame)
        case "ping":
            return Ping(_count(frame, "sent", highest=2**53))
        case "hello":
            return Hello(
                _count(frame, "protocol"),
                _name(frame, "language"),
                _name(frame, "stream"),
                _count(frame, "n"),
            )
    raise FrameError("unknown-type")


def _given(frame: Mapping[str, Any]) -> Given:
    given = frame.get("id")
    try:
        answer = UUID(given) if isinstance(given, str) else None
    except ValueError:
        answer = None
    if answer is None:
        raise FrameError("malformed")
    try:
        return Given(
            answer,
            _count(frame, "turn"),
            _name(frame, "item"),
            _count(frame, "number", highest=32767),
            _count(frame, "edit"),
            clean(frame.get("value")),
        )
    except FrameError as fault:
        raise FrameError(fault.code, str(given)) from fault


def _count(frame: Mapping[str, Any], name: str, highest: int = HIGHEST) -> int:
    value = frame.get(name, 0)
    if type(value) is float and value.is_integer():
        value = int(value)
    if type(value) is not int or not 0 <= value <= highest:
        raise FrameError("malformed")
    return value


def _name(frame: Mapping[str, Any], name: str) -> str:
    value = frame.get(name, "")
    if not isinstance(value, str) or len(value) > 64:
        raise FrameError("malformed")
    return str(clean(value))


def clean(value: Any, depth: int = 0) -> Any:
    """Return a value that any database keeps: without NUL and without halves of a character.

    Raises ``FrameError`` where it is nested deeper than any answer.
    """
    if isinstance(value, str):
        return value.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    if depth > DEEPEST:
        raise FrameError("malformed")
    if isinstance(value, list):
        return [clean(member, depth + 1) for member in value]
    if isinstance(value, Mapping):
        return {clean(name): clean(member, depth + 1) for name, member in value.items()}
    return value


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is not JSON")


def pong(sent: int) -> str:
    """Return the answer to a ping."""
    return f'{{"type":"pong","sent":{sent},"now":{now_ms()}}}'


def mine(state: Mapping[str, Any]) -> str:
    """Return what only one learner sees."""
    return f'{{"type":"mine","mine":{as_text(state)}}}'


def bye(code: str, sentence: str) -> str:
    """Return the last frame before the server closes a socket for good."""
    return as_text({"type": "bye", "code": code, "sentence": sentence})


def trouble(code: str, sentence: str) -> str:
    """Return what tells the teacher that something is wrong; an empty code: it is over."""
    return as_text({"type": "trouble", "code": code, "sentence": sentence})


def acknowledged(answer: UUID, status: str, *, right: bool | None = None) -> str:
    """Return the frame that lets a phone forget an answer; it is on the disk."""
    frame: dict[str, object] = {"type": "ack", "id": str(answer), "status": status}
    if right is not None:
        frame["right"] = right
    return as_text(frame)


def refused(answer: str, code: str, sentence: str) -> str:
    """Return the frame that lets a phone forget an answer which will never be kept."""
    return as_text({"type": "refused", "id": answer, "code": code, "sentence": sentence})
