"""Phones of a class in faults: each keeps what it sends until it is acknowledged.

What a phone does here is what ``static/classroom/connection.js`` does: an outbox, the same id when
it sends again, a hello with the state it has when it comes back.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException

RESEND = 0.4
BACK = (0.05, 0.3)


@dataclass
class Phone:
    """One learner's phone. ``address`` may be changed while it is away: another process."""

    key: str
    cookie: str
    address: str
    times: int = 1
    """How often each answer is sent."""
    state: dict[str, Any] = field(default_factory=dict)
    acknowledged: dict[str, str] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    outbox: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    """Everything it ever sent, by id."""
    snapshots: int = 0
    connections: int = 0
    trouble: list[str] = field(default_factory=list)
    screen: str = ""
    """``console`` or ``projector`` for the teacher's; ``cookie`` is then the session's."""
    _stream: str = ""
    _number: int = 0
    _socket: ClientConnection | None = None
    _task: asyncio.Task[None] | None = None

    def switch_on(self) -> None:
        """Connect, and again whenever the connection is lost."""
        self._task = asyncio.get_running_loop().create_task(self._live())

    async def switch_off(self) -> None:
        """Go away without a word."""
        if self._task:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    def drop(self) -> None:
        """Lose the network for a moment."""
        if self._socket:
            self._socket.transport.abort()

    async def answer(self, value: Any, turn: int | None = None, item: str | None = None) -> str:
        """Put an answer into the outbox, send it, and return its id."""
        name = str(uuid4())
        frame = {
            "type": "answer",
            "id": name,
            "turn": self.state["turn"] if turn is None else turn,
            "item": self.state["show"]["item"]["id"] if item is None else item,
            "number": 0,
            "value": value,
        }
        self.outbox[name], self.values[name] = frame, value
        await self._send(frame)
        return name

    async def until(self, so: Callable[[Phone], bool], seconds: float = 30.0) -> None:
        """Wait until something is so on this phone."""
        async with asyncio.timeout(seconds):
            while not so(self):
                await asyncio.sleep(0.01)

    async def _live(self) -> None:
        resend = asyncio.get_running_loop().create_task(self._resend())
        try:
            while True:
                with contextlib.suppress(OSError, WebSocketException, TimeoutError):
                    await self._connection()
                await asyncio.sleep(random.uniform(*BACK))  # noqa: S311 - jitter
        finally:
            resend.cancel()

    async def _connection(self) -> None:
        query = f"?as={self.screen}" if self.screen else ""
        where = f"ws://{self.address}/class/{self.key}/socket{query}"
        headers = {"Cookie": self.cookie}
        origin: Any = f"http://{self.address}"
        async with connect(where, additional_headers=headers, origin=origin, compression=None) as s:
            self._socket = s
            self.connections += 1
            hello = {"type": "hello", "protocol": 1, "language": "kk"}
            await s.send(json.dumps({**hello, "stream": self._stream, "n": self._number}))
            for frame in list(self.outbox.values()):
                await self._send(frame)
            async for text in s:
                self._hear(json.loads(text))

    def _hear(self, frame: dict[str, Any]) -> None:
        match frame["type"]:
            case "state":
                self.snapshots += 1
                self.state, self._stream, self._number = frame["state"], frame["stream"], frame["n"]
            case "change":
                assert frame["since"] == self._number
                self.state, self._number = merged(self.state, frame["patch"]), frame["n"]
            case "ack":
                self.acknowledged[frame["id"]] = frame["status"]
                self.outbox.pop(frame["id"], None)
            case "refused":
                self.refused[frame["id"]] = frame["code"]
                self.outbox.pop(frame["id"], None)
            case "trouble":
                self.trouble.append(frame["sentence"])

    async def _send(self, frame: dict[str, Any]) -> None:
        if self._socket:
            with contextlib.suppress(OSError, WebSocketException):
                for _ in range(self.times):
                    await self._socket.send(json.dumps(frame))

    async def _resend(self) -> None:
        while True:
            await asyncio.sleep(RESEND)
            for frame in list(self.outbox.values()):
                await self._send(frame)


def merged(state: Any, patch: Any) -> Any:
    """Apply a JSON Merge Patch: RFC 7396, section 2."""
    if not isinstance(patch, dict):
        return patch
    result = dict(state) if isinstance(state, dict) else {}
    for key, value in patch.items():
        if value is None:
            result.pop(key, None)
        else:
            result[key] = merged(result.get(key), value)
    return result
