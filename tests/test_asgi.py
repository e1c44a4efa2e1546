"""The web application's threads: kept from request to request, and by nobody who sends slowly."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import ThreadSensitiveContext, sync_to_async

from olke.asgi import Workers

LAST = {"type": "http.request", "body": b"", "more_body": False}
PART = {"type": "http.request", "body": b"a", "more_body": True}


async def answering(scope: Any, receive: Any, send: Any) -> None:
    """Read the body, then send which thread answers, as Django does."""
    async with ThreadSensitiveContext():
        while (await receive())["more_body"]:
            pass
        await send(await sync_to_async(threading.get_ident)())


def finished(ask: Callable[[], Coroutine[Any, Any, Any]]) -> Any:
    """Return what a coroutine returns, run in a thread of its own: where tests in a browser went
    before, Playwright's loop runs in this one."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(lambda: asyncio.run(ask())).result()


async def thread_of(workers: Workers, events: asyncio.Queue[Any]) -> int:
    sent: list[int] = []

    async def send(event: Any) -> None:
        sent.append(event)

    await workers({"type": "http"}, events.get, send)  # type: ignore[arg-type]
    return sent[0]


def body(*events: Any) -> asyncio.Queue[Any]:
    queue: asyncio.Queue[Any] = asyncio.Queue()
    for event in events:
        queue.put_nowait(event)
    return queue


def test_one_request_after_another_is_answered_by_the_same_thread() -> None:
    async def ask() -> set[int]:
        workers = Workers(answering, size=3)
        return {await thread_of(workers, body(PART, LAST)) for _ in range(5)}

    assert len(finished(ask)) == 1


def test_as_many_threads_answer_as_there_are_workers() -> None:
    async def ask() -> list[int]:
        workers = Workers(answering, size=2)
        return await asyncio.gather(*(thread_of(workers, body(LAST)) for _ in range(9)))

    assert 1 <= len(set(finished(ask))) <= 2


def test_bodies_that_never_end_keep_nobody_waiting() -> None:
    async def ask() -> int:
        workers = Workers(answering, size=2)
        endless = [asyncio.create_task(thread_of(workers, body(PART))) for _ in range(20)]
        await asyncio.sleep(0)  # each has begun
        answered = await asyncio.wait_for(thread_of(workers, body(LAST)), timeout=20)
        for task in endless:
            task.cancel()
        return answered

    assert finished(ask)


def test_a_request_that_fails_gives_its_thread_back() -> None:
    async def failing(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        raise RuntimeError

    async def ask() -> int:
        workers = Workers(failing, size=1)
        results = await asyncio.wait_for(
            asyncio.gather(
                *(thread_of(workers, body(LAST)) for _ in range(3)), return_exceptions=True
            ),
            timeout=20,
        )
        return sum(isinstance(result, RuntimeError) for result in results)

    assert finished(ask) == 3


def test_a_server_that_draws_nothing_yet_loads_no_library_of_typefaces() -> None:
    loaded = "import sys, olke.asgi, olke.urls; print(*sys.modules)"
    found = subprocess.run([sys.executable, "-c", loaded], check=True, capture_output=True)
    assert "olke.urls" in found.stdout.decode().split()
    assert "fontTools" not in found.stdout.decode().split()
