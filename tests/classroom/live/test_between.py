"""Several processes on one class: what happens in one is shown by the others, through Redis."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import ExitStack, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connections

from olke.accounts.models import Person, Role
from olke.classroom.live import between
from olke.classroom.live.announce import announce, begin
from olke.classroom.live.between import tell_from_outside
from olke.classroom.live.hub import Hub
from olke.classroom.live.sockets import Socket
from olke.classroom.models import LiveClass
from olke.classroom.rendering import read_class
from olke.cli.bench.services import free_port, redis_server
from tests.classroom.live.loops import finished, until
from tests.classroom.rooms import forward, joined, sent, started

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def live(person_of: Callable[[Role], Person]) -> LiveClass:
    """A class whose first question is open."""
    return forward(started(person_of(Role.TEACHER)), 2)


@asynccontextmanager
async def processes(url: str, number: int = 2) -> AsyncIterator[list[Hub]]:
    """Run hubs as several processes do: each with a line of its own to Redis."""
    hubs = [Hub(asyncio.get_running_loop(), url) for _ in range(number)]
    begin(hubs[0])
    try:
        yield hubs
    finally:
        for hub in hubs:
            await hub.stop()
        await sync_to_async(connections.close_all)()


class Watcher:
    """Somebody who is connected to one of the processes."""

    def __init__(self, hub: Hub, live: LiveClass, audience: str, participant: int = 0) -> None:
        self.frames: list[dict[str, Any]] = []
        socket = Socket(self._send, audience=audience, language="en", participant=participant)
        hub.enter(live.pk, socket)

    async def _send(self, event: dict[str, Any]) -> None:
        self.frames.append(json.loads(event["text"]))

    def patches(self, name: str) -> list[Any]:
        """Return what the changes so far said of a member of the state."""
        changes = (frame["patch"] for frame in self.frames if frame["type"] == "change")
        return [patch[name] for patch in changes if name in patch]

    def troubles(self) -> list[str]:
        """Return the codes of the troubles that it was told."""
        return [frame["code"] for frame in self.frames if frame["type"] == "trouble"]


def test_what_the_teacher_does_in_one_process_is_shown_by_the_other(
    live: LiveClass, tmp_path: Path
) -> None:
    async def ask(url: str) -> list[str]:
        async with processes(url) as hubs:
            watcher = Watcher(hubs[1], live, "learner")
            await until(lambda: watcher.frames)
            await sync_to_async(forward)(live)
            await until(lambda: watcher.patches("phase"))
            return watcher.patches("phase")

    with redis_server(tmp_path) as url:
        assert finished(lambda: ask(url)) == ["closed"]


def test_answers_are_counted_by_the_console_of_another_process(
    live: LiveClass, tmp_path: Path
) -> None:
    (learner,) = joined(live, 1)

    async def ask(url: str) -> list[int]:
        async with processes(url) as hubs:
            watcher = Watcher(hubs[1], live, "console")
            await until(lambda: watcher.frames)
            await sync_to_async(sent)(live, learner, True)
            hubs[0].answered(live.pk, [], [learner.pk])
            await until(lambda: watcher.patches("answered"))
            return watcher.patches("answered")

    with redis_server(tmp_path) as url:
        assert finished(lambda: ask(url)) == [1]


def test_who_is_connected_to_one_process_is_known_to_the_other(
    live: LiveClass, tmp_path: Path
) -> None:
    (learner,) = joined(live, 1)

    async def ask(url: str) -> frozenset[int]:
        async with processes(url) as hubs:
            Watcher(hubs[0], live, "learner", learner.pk)
            await until(lambda: hubs[1].present(live.pk))
            return hubs[1].present(live.pk)

    with redis_server(tmp_path) as url:
        assert finished(lambda: ask(url)) == {learner.pk}


def test_a_command_that_serves_nobody_is_heard_by_every_process(
    live: LiveClass, tmp_path: Path
) -> None:
    async def ask(url: str) -> None:
        async with processes(url) as hubs:
            watchers = [Watcher(hub, live, "learner") for hub in hubs]
            await until(lambda: all(watcher.frames for watcher in watchers))
            await sync_to_async(live.__class__.objects.filter(pk=live.pk).update)(title_en="New")
            turn = await sync_to_async(lambda: read_class(live.pk).turn)()
            assert turn
            turn.closed_at = turn.opened_at
            await turn.asave()
            await sync_to_async(tell_from_outside)(url, {"changed": live.pk})
            for watcher in watchers:
                await until(lambda watcher=watcher: watcher.patches("phase"))

    with redis_server(tmp_path) as url:
        finished(lambda: ask(url))


def test_without_redis_the_teacher_is_told_and_afterwards_everything_is_shown_again(
    live: LiveClass, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: Any
) -> None:
    monkeypatch.setattr(between, "AGAIN", 0.02)
    caplog.set_level(logging.ERROR, logger=between.__name__)
    port = free_port()

    async def ask(stack: ExitStack, url: str) -> tuple[list[str], list[str]]:
        async with processes(url) as hubs:
            console = Watcher(hubs[1], live, "console")
            phone = Watcher(hubs[1], live, "learner")
            await until(lambda: console.frames and phone.frames)
            await until(lambda: not hubs[1].worst())
            await asyncio.to_thread(stack.close)
            await until(console.troubles)
            await sync_to_async(forward)(live)
            await asyncio.to_thread(stack.enter_context, redis_server(tmp_path, port))
            await until(lambda: phone.patches("phase"))
            await until(lambda: not hubs[1].worst())
            return console.troubles()[-2:], phone.patches("phase")

    with ExitStack() as stack:
        url = stack.enter_context(redis_server(tmp_path, port))
        troubles, phases = finished(lambda: ask(stack, url))

    assert troubles == ["apart", ""]
    assert phases == ["closed"]


def test_an_announcement_where_nobody_is_served_is_no_fault(live: LiveClass) -> None:
    announce(live.pk)
