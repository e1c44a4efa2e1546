"""Running what belongs on a loop, apart from the loop that Playwright keeps in this thread."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

Result = TypeVar("Result")


def finished(ask: Callable[[], Coroutine[Any, Any, Result]]) -> Result:
    """Return what a coroutine returns, run in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as pool:
        return pool.submit(lambda: asyncio.run(ask())).result(60)


async def until(so: Callable[[], object]) -> None:
    """Let others work until something is so; half a minute at most."""
    async with asyncio.timeout(30):
        while not so():
            await asyncio.sleep(0.001)
