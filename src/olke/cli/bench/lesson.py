"""What the phones of a class go through together, whichever server they talk to."""

from __future__ import annotations

import asyncio
import random
import uuid
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from time import perf_counter

from olke.cli.bench.phones import Dialect, Phone

PATIENCE = 60.0
"""Seconds after which what is missing counts as lost."""
AT_ONCE = 50
"""Phones that connect at the same time, when that is not what is measured."""


@dataclass
class Measured:
    """What was noted, in seconds; ``sent`` are the values that were acknowledged, by name.

    ``unseen`` counts phones that a question never reached, ``unanswered`` answers without receipt.
    """

    questions: list[float] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    sent: dict[str, str] = field(default_factory=dict)
    unanswered: int = 0
    refused: int = 0
    unseen: int = 0


def percentile(values: Sequence[float], part: float) -> float:
    """Return the value that ``part`` of the values do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, ceil(part * len(ordered)) - 1)] if ordered else float("nan")


class Class:
    """The phones of a class on one server."""

    def __init__(self, dialect: Dialect, host: str, port: int, size: int, seed: int = 1) -> None:
        self._dialect = dialect
        self._host = host
        self._port = port
        self._chance = random.Random(seed)  # noqa: S311 - the same load for both servers
        self.phones: list[Phone] = []
        self.size = size
        self.shown = b""
        """The newest frame that the first phone was shown."""

    async def join(self) -> None:
        """Connect every phone, some at a time."""
        for first in range(0, self.size, AT_ONCE):
            numbers = range(first, min(first + AT_ONCE, self.size))
            self.phones += await asyncio.gather(*(self._connect(number) for number in numbers))

    async def _connect(self, number: int) -> Phone:
        phone = Phone(number, self._dialect)
        await phone.connect(self._host, self._port)
        return phone

    async def come_back(self, numbers: Sequence[int]) -> list[float]:
        """Lose some phones at once and connect them at once; seconds until each is level."""
        for number in numbers:
            self.phones[number].hang_up()
        await asyncio.gather(*(self.phones[number].lost for number in numbers))

        async def again(number: int) -> float:
            begun = perf_counter()
            self.phones[number] = await self._connect(number)
            return perf_counter() - begun

        return list(await asyncio.gather(*(again(number) for number in numbers)))

    async def ask(
        self, mark: bytes, open_question: Callable[[], Awaitable[None]], measured: Measured
    ) -> None:
        """Open a question and note how long it took to each phone.

        ``mark`` is what a frame that shows the question holds.
        """
        seen: dict[int, float] = {}
        everybody = asyncio.Event()

        def shown(phone: Phone, text: bytes, when: float) -> None:
            if phone.number == 0:
                self.shown = text
            if mark in text:
                seen.setdefault(phone.number, when)
                if len(seen) == len(self.phones):
                    everybody.set()

        for phone in self.phones:
            phone.shown = shown
        begun = perf_counter()
        await open_question()
        try:
            async with asyncio.timeout(PATIENCE):
                await everybody.wait()
        except TimeoutError:
            pass
        measured.questions += [when - begun for when in seen.values()]
        measured.unseen += len(self.phones) - len(seen)

    async def answer(
        self, window: float, value_of: Callable[[int], str], measured: Measured
    ) -> None:
        """Let everybody answer within a window of seconds; note how long each receipt took."""
        sent: dict[str, tuple[Phone, float]] = {}
        loop = asyncio.get_running_loop()

        def send(phone: Phone, value: str) -> None:
            name = str(uuid.UUID(int=self._chance.getrandbits(128), version=4))
            text = self._dialect.answer(phone, name, value.encode())
            sent[name] = (phone, phone.say(text))
            values[name] = value

        values: dict[str, str] = {}
        refused = sum(len(phone.refused) for phone in self.phones)
        begin = loop.time() + 0.05
        for phone in self.phones:
            moment = begin + (self._chance.uniform(0, window) if window else 0)
            loop.call_at(moment, send, phone, value_of(phone.number))
        await asyncio.sleep(window + 0.1)
        await self._receipts(sent, refused)
        measured.refused += sum(len(phone.refused) for phone in self.phones) - refused
        for name, (phone, when) in sent.items():
            if name in phone.acknowledged:
                measured.answers.append(phone.acknowledged[name] - when)
                measured.sent[name] = values[name]
            else:
                measured.unanswered += 1

    async def _receipts(self, sent: dict[str, tuple[Phone, float]], refused: int) -> None:
        end = perf_counter() + PATIENCE
        while perf_counter() < end:
            waiting = any(name not in phone.acknowledged for name, (phone, _) in sent.items())
            told = sum(len(phone.refused) for phone in self.phones) - refused
            if not waiting or told == len(sent):
                return
            await asyncio.sleep(0.05)

    def leave(self) -> None:
        """Hang up everybody."""
        for phone in self.phones:
            phone.hang_up()
