"""A socket: nobody waits for a receiver that takes nothing, and it misses nothing in the end."""

from __future__ import annotations

import asyncio
from typing import Any

from olke.classroom.live import sockets
from olke.classroom.live.sockets import Seen, Socket, message
from tests.classroom.live.loops import finished, until


class Receiver:
    """An ASGI server's ``send``: waits before it writes while nothing is taken."""

    def __init__(self) -> None:
        self.takes = asyncio.Event()
        self.takes.set()
        self.heard: list[Any] = []
        self.gone = False

    async def send(self, event: dict[str, Any]) -> None:
        await self.takes.wait()
        if self.gone:
            raise OSError
        self.heard.append(event.get("text", event.get("code")))


def socket_to(receiver: Receiver) -> Socket:
    return Socket(receiver.send, audience="learner", language="kk", participant=1)


def test_what_is_sent_is_written_before_the_call_returns() -> None:
    async def ask() -> list[Any]:
        receiver = Receiver()
        socket = socket_to(receiver)
        socket.give("one")
        socket.show(message("two"), Seen("s", 2))
        assert socket.seen == Seen("s", 2)
        return receiver.heard

    assert finished(ask) == ["one", "two"]


def test_a_slow_receiver_gets_private_frames_in_order_and_then_the_newest_state() -> None:
    async def ask() -> list[Any]:
        receiver = Receiver()
        socket = socket_to(receiver)
        missed = ["newest"]
        socket.attend(missing=lambda _: [missed.pop()] if missed else [], ended=lambda: None)
        receiver.takes.clear()
        socket.show(message("state 1"), Seen("s", 1))
        socket.give("ack 1")
        socket.show(message("state 2"), Seen("s", 2))
        socket.give("ack 2")
        assert socket.behind
        receiver.takes.set()
        await until(lambda: not socket.behind)
        socket.give("after")
        return receiver.heard

    assert finished(ask) == ["ack 1", "ack 2", "newest", "after"]


def test_a_receiver_that_takes_nothing_for_long_is_sent_away(monkeypatch: Any) -> None:
    monkeypatch.setattr(sockets, "PATIENCE", 0.01)

    async def ask() -> int:
        receiver = Receiver()
        socket = socket_to(receiver)
        ended: list[int] = []
        socket.attend(missing=lambda _: [], ended=lambda: ended.append(1))
        receiver.takes.clear()
        socket.give("one")
        await until(lambda: ended)
        return len(receiver.heard)

    assert finished(ask) == 0


def test_too_much_for_a_slow_receiver_ends_it() -> None:
    async def ask() -> list[int]:
        receiver = Receiver()
        socket = socket_to(receiver)
        ended: list[int] = []
        socket.attend(missing=lambda _: [], ended=lambda: ended.append(1))
        receiver.takes.clear()
        for number in range(sockets.QUEUE + 2):
            socket.give(str(number))
        return ended

    assert finished(ask)


def test_one_that_has_gone_is_no_fault() -> None:
    async def ask() -> bool:
        receiver = Receiver()
        receiver.gone = True
        socket = socket_to(receiver)
        socket.give("one")
        socket.close(1008)
        return socket.behind

    assert not finished(ask)


def test_what_only_a_learner_sees_is_sent_when_it_changed() -> None:
    async def ask() -> int:
        receiver = Receiver()
        socket = socket_to(receiver)
        for state in ({"points": 1}, {"points": 1}, {"points": 2}):
            socket.give_own(state)
        return len(receiver.heard)

    assert finished(ask) == 2
