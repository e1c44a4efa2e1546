"""Faults in the middle of a class: whatever dies, nothing that was acknowledged is lost, nothing
counts twice, nobody has to join again, and the teacher reads what is wrong.

Each test runs real processes and real connections, at the size that every run can afford;
``benchmarks/classroom`` does the same with a thousand.
"""

from __future__ import annotations

import asyncio
import random
import resource
import shutil
import tempfile
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from tests.classroom.faults.phones import Phone
from tests.classroom.faults.servers import (
    OwnPostgres,
    OwnRedis,
    Place,
    Server,
    free_port,
    own_redis,
)

pytestmark = pytest.mark.faults
MANY = 40
"""Learners in a class here."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Return an installation with SQLite."""
    return Place(tmp_path)


@pytest.fixture
def servers() -> Iterator[list[Server]]:
    """Collect the servers of a test, to end them after it."""
    running: list[Server] = []
    yield running
    for server in running:
        server.stop()


@pytest.fixture
def grown(tmp_path: Path) -> Iterator[tuple[Place, OwnPostgres, OwnRedis]]:
    """Return an installation with PostgreSQL and Redis of its own."""
    # PostgreSQL runs as another user, who must not depend on the folder of the tests.
    home = Path(tempfile.mkdtemp())
    home.chmod(0o755)
    postgres = OwnPostgres(home / "postgres", free_port())
    postgres.create()
    with own_redis(tmp_path / "redis") as redis:
        extra = {"OLKE_DATABASE_URL": postgres.url, "OLKE_REDIS_URL": redis.url}
        yield Place(tmp_path, extra), postgres, redis
        postgres.stop()
        shutil.rmtree(home)


class Class:
    """A class that has begun: its phones, and what the teacher presses."""

    def __init__(self, place: Place, server: Server, size: int = MANY, times: int = 1) -> None:
        self.place = place
        self.server = server
        staged = place.stage("class", size)
        self.key = staged["key"]
        self.session = f"sessionid={staged['session']}"
        address = f"127.0.0.1:{server.port}"
        self.phones = [Phone(self.key, one, address, times) for one in staged["cookies"]]
        self.console = Phone(self.key, self.session, address, screen="console")

    async def gather(self) -> None:
        """Switch every phone on, and the teacher's console, and wait until they show the class."""
        for phone in [*self.phones, self.console]:
            phone.switch_on()
        for phone in [*self.phones, self.console]:
            await phone.until(lambda one: bool(one.state))

    async def press(self, times: int = 1, server: Server | None = None) -> None:
        """Press the one button."""
        for _ in range(times):
            where = server or self.server
            path = f"/classes/{self.key}/command/"
            status = await asyncio.to_thread(where.post, path, self.session, name="advance")
            assert status in {200, 204, 302, 303}, status

    async def everybody(self, so: Callable[[Phone], bool], seconds: float = 40.0) -> None:
        """Wait until something is so on every phone."""
        for phone in self.phones:
            await phone.until(so, seconds)

    async def go_home(self) -> None:
        """Switch everything off."""
        for phone in [*self.phones, self.console]:
            await phone.switch_off()

    def held(self) -> dict[str, Any]:
        """Return what the database holds, by submission."""
        return self.place.stage("held", self.key)

    def assert_nothing_lost(self) -> None:
        """Compare every acknowledged answer with the database, value by value."""
        held = self.held()
        for phone in self.phones:
            for name, status in phone.acknowledged.items():
                assert status in {"kept", "late"}
                assert held[name] == phone.values[name]
        assert len(held) == len({name for phone in self.phones for name in phone.acknowledged})


def run(lesson: Coroutine[Any, Any, None]) -> None:
    """Run a lesson on a loop of its own: a browser's may be running in this thread."""
    with ThreadPoolExecutor(1) as pool:
        pool.submit(asyncio.run, lesson).result()


def is_open(phone: Phone) -> bool:
    """Tell whether a phone shows an open question."""
    return phone.state.get("phase") == "open"


def test_the_server_dies_among_the_answers_and_comes_back(
    place: Place, servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, server)
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)
        for number, phone in enumerate(room.phones):
            await phone.answer(value=number % 2 == 0)
            if number == MANY // 2:
                await asyncio.to_thread(server.kill)
        await asyncio.to_thread(server.start)
        await room.everybody(lambda phone: not phone.outbox)
        assert all(len(phone.acknowledged) == 1 for phone in room.phones)
        assert all(is_open(phone) for phone in room.phones)  # nobody had to join again
        await room.go_home()
        room.assert_nothing_lost()

    place.stage("prepare")
    server = Server(place).start()
    servers.append(server)
    run(lesson())


def test_a_fifth_of_the_phones_drop_and_come_back_and_each_answer_is_sent_three_times(
    place: Place, servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, server, times=3)
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)
        unlucky = random.sample(room.phones, MANY // 5)
        for phone in room.phones:
            await phone.answer(value=True)
            if phone in unlucky:
                phone.drop()
        await room.everybody(lambda phone: not phone.outbox)
        assert all(phone.connections >= 2 for phone in unlucky)
        await room.go_home()
        room.assert_nothing_lost()
        assert len(room.held()) == MANY

    place.stage("prepare")
    server = Server(place).start()
    servers.append(server)
    run(lesson())


def test_a_phone_that_was_away_comes_back_level_and_its_answer_is_kept_as_late(
    place: Place, servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, server, size=3)
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)
        away, *others = room.phones
        asked = away.state["turn"]
        await away.switch_off()
        away._socket = None
        name = await away.answer(value=True)
        for _ in range(50):  # more than a stream remembers
            await room.press()
        away.switch_on()
        await away.until(lambda phone: phone.state.get("turn") == others[0].state.get("turn"))
        await away.until(lambda phone: not phone.outbox)
        assert away.acknowledged[name] == "late"
        assert away.state["turn"] != asked
        await room.go_home()
        room.assert_nothing_lost()

    place.stage("prepare")
    server = Server(place).start()
    servers.append(server)
    run(lesson())


def test_two_classes_at_once_share_nothing(place: Place, servers: list[Server]) -> None:
    async def lesson() -> None:
        one, other = Class(place, server, size=15), Class(place, server, size=15)
        await one.gather()
        await other.gather()
        await one.press(2)
        await one.everybody(is_open)
        assert all(phone.state["phase"] == "lobby" for phone in other.phones)
        turn, item = one.phones[0].state["turn"], one.phones[0].state["show"]["item"]["id"]
        for phone in one.phones:
            await phone.answer(value=True)
        stranger = other.phones[0]
        name = await stranger.answer(value=True, turn=turn, item=item)
        await one.everybody(lambda phone: not phone.outbox)
        await stranger.until(lambda phone: name in phone.refused)
        await one.go_home()
        await other.go_home()
        one.assert_nothing_lost()
        assert other.held() == {}

    place.stage("prepare")
    server = Server(place).start()
    servers.append(server)
    run(lesson())


def test_a_full_disk_acknowledges_nothing_that_it_does_not_hold_and_the_teacher_is_told(
    place: Place, servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, server)
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)
        server.allow_files_of(4096)
        for phone in room.phones:
            await phone.answer(value=True)
        await room.console.until(lambda console: any(console.trouble))
        assert not any(phone.acknowledged for phone in room.phones)
        server.allow_files_of(resource.RLIM_INFINITY)
        await room.everybody(lambda phone: not phone.outbox)
        await room.console.until(lambda console: console.trouble[-1] == "")
        await room.go_home()
        room.assert_nothing_lost()
        assert len(room.held()) == MANY

    place.stage("prepare")
    server = Server(place).start()
    servers.append(server)
    run(lesson())


def test_one_of_two_processes_dies_and_its_phones_go_on_with_the_other(
    grown: tuple[Place, OwnPostgres, OwnRedis], servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, first)
        for phone in room.phones[::2]:
            phone.address = f"127.0.0.1:{second.port}"
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)  # both processes show what was pressed in one
        for number, phone in enumerate(room.phones):
            await phone.answer(value=True)
            if number == MANY // 2:
                await asyncio.to_thread(second.kill)
                for moved in room.phones:  # what a proxy in front of both does
                    moved.address = f"127.0.0.1:{first.port}"
        await room.everybody(lambda phone: not phone.outbox)
        await room.go_home()
        room.assert_nothing_lost()
        assert len(room.held()) == MANY

    place, _, _ = grown
    place.stage("prepare")
    first, second = Server(place).start(), Server(place).start()
    servers += [first, second]
    run(lesson())


def test_redis_is_restarted_and_screens_of_both_processes_are_level_again(
    grown: tuple[Place, OwnPostgres, OwnRedis], servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, first, size=10)
        for phone in room.phones[::2]:
            phone.address = f"127.0.0.1:{second.port}"
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)
        await asyncio.to_thread(redis.kill)
        for phone in room.phones:
            await phone.answer(value=True)
        await room.everybody(lambda phone: not phone.outbox)  # answers need no Redis
        await room.console.until(lambda console: any(console.trouble))
        await room.press()
        await asyncio.to_thread(redis.start)
        await room.everybody(lambda phone: phone.state["phase"] == "closed")
        await room.press()
        await room.everybody(lambda phone: phone.state["phase"] == "revealed")
        await room.go_home()
        room.assert_nothing_lost()

    place, _, redis = grown
    place.stage("prepare")
    first, second = Server(place).start(), Server(place).start()
    servers += [first, second]
    run(lesson())


def test_postgresql_is_restarted_among_the_answers(
    grown: tuple[Place, OwnPostgres, OwnRedis], servers: list[Server]
) -> None:
    async def lesson() -> None:
        room = Class(place, server)
        await room.gather()
        await room.press(2)
        await room.everybody(is_open)
        for number, phone in enumerate(room.phones):
            await phone.answer(value=number % 3 == 0)
            if number == MANY // 2:
                await asyncio.to_thread(postgres.stop)
        await room.console.until(lambda console: any(console.trouble))
        await asyncio.to_thread(postgres.start)
        await room.everybody(lambda phone: not phone.outbox)
        await room.press()
        await room.everybody(lambda phone: phone.state["phase"] == "closed")
        await room.go_home()
        room.assert_nothing_lost()
        assert len(room.held()) == MANY

    place, postgres, _ = grown
    place.stage("prepare")
    server = Server(place).start()
    servers.append(server)
    run(lesson())
