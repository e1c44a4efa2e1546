"""One run: the same lesson with both servers, question by question in turn."""

from __future__ import annotations

import asyncio
import json
import tempfile
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.request import urlopen

import uvloop

from olke.cli.bench import servers
from olke.cli.bench.lesson import Class, Measured
from olke.cli.bench.ours import Ours, Screen
from olke.cli.bench.phones import Dialect, Phone
from olke.cli.bench.reference import Reference
from olke.cli.bench.servers import Server
from olke.cli.bench.teacher import Teacher, of_olke

HOST = "127.0.0.1"
FORM, JSON = "application/x-www-form-urlencoded", "application/json"
OPEN = b'"phase":"open"'
READING = 0.5
"""Seconds that learners read before the first answers."""
ALONE = 5
"""Phones that drop out and come back one by one."""


@dataclass
class Found:
    """What a run found, in seconds and bytes."""

    ours: Measured = field(default_factory=Measured)
    reference: Measured = field(default_factory=Measured)
    lost: int = 0
    reference_lost: int = 0
    bytes_to_phone: int = 0
    frames_to_phone: int = 0
    memory: int = 0
    processor: float = 0.0
    back_alone: list[float] = field(default_factory=list)
    back_together: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Asked:
    """What is to be measured."""

    participants: int
    window: float
    processes: int
    questions: int


def measure(asked: Asked) -> Found:
    """Run both servers and the lesson, and compare what they hold with what they said."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with (
            servers.ours(folder, asked.processes, asked.participants) as (server, told),
            servers.reference() as peer,
        ):
            found = uvloop.run(_lesson(asked, server, told, peer))
            held = servers.stage(told["environment"], "held", told["key"])
            found.lost = _lost(found.ours, held)
            with urlopen(f"http://{HOST}:{peer.port}/") as answer:
                found.reference_lost = _lost(found.reference, json.load(answer))
    return found


def _lost(measured: Measured, held: Mapping[str, Any]) -> int:
    """Count what was acknowledged and is not held as it was sent."""
    missing = object()
    return sum(
        held.get(name, missing) != json.loads(value) for name, value in measured.sent.items()
    )


async def _lesson(asked: Asked, server: Server, told: dict[str, Any], peer: Server) -> Found:
    found = Found()
    async with _screens(server.port, told):
        teacher = of_olke(server.port, told["key"], told["session"])
        director = Teacher(peer.port, "/")
        dialect = Ours(told["key"], told["cookies"])
        ours = Class(dialect, HOST, server.port, asked.participants)
        theirs = Class(Reference(), HOST, peer.port, asked.participants)
        found.memory = await _join(ours, server)
        await theirs.join()
        await _advance(teacher)
        before, computed = (ours.phones[0].bytes, ours.phones[0].frames), server.processor()
        for _ in range(asked.questions):
            pages = await _question_of_ours(asked, ours, dialect, teacher, found.ours)
            await _question_of_peer(asked, theirs, director, pages, found.reference)
        found.bytes_to_phone = ours.phones[0].bytes - before[0]
        found.frames_to_phone = ours.phones[0].frames - before[1]
        found.processor = server.processor() - computed
        for number in range(min(ALONE, asked.participants)):
            found.back_alone += await ours.come_back([number])
        found.back_together = await ours.come_back(range(asked.participants))
        ours.leave()
        theirs.leave()
    return found


@asynccontextmanager
async def _screens(port: int, told: dict[str, Any]) -> AsyncIterator[None]:
    """Keep the teacher's console and the projector open."""
    screens = []
    for name in ("console", "projector"):
        dialect: Dialect = Screen(told["key"], name, told["session"])
        screens.append(Phone(0, dialect))
        await screens[-1].connect(HOST, port)
    try:
        yield
    finally:
        for screen in screens:
            screen.hang_up()


async def _join(ours: Class, server: Server) -> int:
    """Connect everybody; returns the bytes of memory that this took on the server."""
    await asyncio.to_thread(server.settle)
    before = server.memory()
    await ours.join()
    await asyncio.to_thread(server.settle)
    return server.memory() - before


async def _advance(teacher: Teacher) -> None:
    await teacher.post(b"name=advance", FORM)


async def _question_of_ours(
    asked: Asked, ours: Class, dialect: Ours, teacher: Teacher, measured: Measured
) -> list[bytes]:
    """Open, answer, close and reveal a question; returns the frames that a phone was shown."""
    await ours.ask(OPEN, lambda: _advance(teacher), measured)
    pages = [ours.shown]
    dialect.take_up(ours.shown)
    await asyncio.sleep(READING)
    await ours.answer(asked.window, _value, measured)
    for _ in ("close", "reveal"):
        await _advance(teacher)
        await asyncio.sleep(READING)
        pages.append(ours.shown)
    return pages


async def _question_of_peer(
    asked: Asked, theirs: Class, director: Teacher, pages: list[bytes], measured: Measured
) -> None:
    """Do the same with the bare server: the same texts at the same times."""
    await theirs.ask(OPEN, lambda: director.post(pages[0], JSON), measured)
    await asyncio.sleep(READING)
    await theirs.answer(asked.window, _value, measured)
    for page in pages[1:]:
        await director.post(page, JSON)
        await asyncio.sleep(READING)


def _value(number: int) -> str:
    return "true" if number % 2 else "false"
