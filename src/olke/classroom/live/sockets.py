"""A socket: one browser's connection, to which nothing is sent that has to be waited for.

An ASGI server makes ``send`` wait before it writes where a receiver does not take what it got. A
thousand phones cannot wait for one: what cannot be written at once is not written. A socket that is
behind gets private frames from a short queue, and the newest state when it can take it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from olke.classroom.live import frames

Message = dict[str, Any]
Send = Callable[[Any], Awaitable[None]]
PATIENCE = 30.0
"""Seconds that a receiver may take nothing."""
QUEUE = 256
"""Private frames kept for a receiver that is behind."""


def message(text: str) -> Message:
    """Return a text as the ASGI message that any number of sockets may be sent."""
    return {"type": "websocket.send", "text": text}


@dataclass(slots=True)
class Seen:
    """The state that a browser has: of which stream, which number."""

    stream: str = ""
    number: int = 0


class Socket:
    """One connection of somebody in a class; ``participant`` is 0 for console and projector."""

    __slots__ = (
        "_ended",
        "_missing",
        "_own",
        "_queue",
        "_send",
        "_task",
        "audience",
        "language",
        "participant",
        "seen",
    )

    def __init__(self, send: Send, *, audience: str, language: str, participant: int = 0) -> None:
        self._send = send
        self.audience = audience
        self.language = language
        self.participant = participant
        self.seen = Seen()
        self._own = 0  # the hash of the private state that it was sent last
        self._queue: deque[Message] | None = None
        self._task: asyncio.Task[None] | None = None
        self._missing: Callable[[Socket], list[str]] | None = None
        self._ended: Callable[[], object] | None = None

    def attend(
        self, *, missing: Callable[[Socket], list[str]], ended: Callable[[], object]
    ) -> None:
        """Say what it still has to be shown, and what to do when its receiver takes nothing."""
        self._missing = missing
        self._ended = ended

    @property
    def behind(self) -> bool:
        """Whether its receiver has not taken yet what was sent."""
        return self._queue is not None

    def give(self, text: str) -> None:
        """Send a private frame, now or when the receiver can take it."""
        one = message(text)
        if self._queue is not None:
            self._queue_up(one)
        elif not self._written(one):
            self._fall_behind(one)

    def give_own(self, state: dict[str, Any]) -> None:
        """Send what only its learner sees, where that changed."""
        text = frames.mine(state)
        if hash(text) != self._own:
            self._own = hash(text)
            self.give(text)

    def show(self, one: Message, seen: Seen) -> None:
        """Send the state that everybody gets, now or not at all."""
        if self._queue is None:
            if self._written(one):
                self.seen = seen
            else:
                self._fall_behind(None)

    def close(self, code: int, reason: str = "") -> None:
        """Close it; its receiver is told why where it still listens."""
        one = {"type": "websocket.close", "code": code, "reason": reason}
        if self._queue is not None or not self._written(one):
            self._end()

    def _written(self, one: Message) -> bool:
        """Write without waiting; true also where nobody is there any more."""
        sending = self._deliver(one)
        try:
            sending.send(None)
        except (StopIteration, OSError):
            return True
        sending.close()
        return False

    async def _deliver(self, one: Message) -> None:
        await self._send(one)

    def _queue_up(self, one: Message) -> None:
        assert self._queue is not None  # noqa: S101 - asked before
        self._queue.append(one)
        if len(self._queue) > QUEUE:
            self._end()

    def _fall_behind(self, one: Message | None) -> None:
        self._queue = deque([one] if one else [])
        self._task = asyncio.get_running_loop().create_task(self._catch_up(self._queue))

    async def _catch_up(self, queue: deque[Message]) -> None:
        try:
            while queue or self._missing_queued(queue):
                async with asyncio.timeout(PATIENCE):
                    await self._send(queue[0])
                queue.popleft()
        except TimeoutError:
            self._end()
        except OSError:  # it is gone; whoever reads from it ends
            return
        else:
            self._queue = self._task = None

    def _missing_queued(self, queue: deque[Message]) -> bool:
        if self._missing:
            queue.extend(map(message, self._missing(self)))
        return bool(queue)

    def _end(self) -> None:
        if self._task:
            self._task.cancel()
        if self._ended:
            self._ended()
