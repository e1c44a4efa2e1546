"""Threads that talk to the database for the loop, each with one connection of its own."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

from django.db import close_old_connections, connections

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


class Worker:
    """One thread: what it is given is done in order, on one connection."""

    def __init__(self, name: str) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix=name)

    async def do(
        self, action: Callable[Parameters, Result], *args: Parameters.args, **kw: Parameters.kwargs
    ) -> Result:
        """Do something in the thread and return what it returns, or raise what it raises."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._pool, lambda: _connected(action, *args, **kw))

    async def stop(self) -> None:
        """Finish what it was given, close the connection and let the thread go."""
        await asyncio.get_running_loop().run_in_executor(self._pool, connections.close_all)
        self._pool.shutdown()


def _connected(
    action: Callable[Parameters, Result], *args: Parameters.args, **kw: Parameters.kwargs
) -> Result:
    # As Django does around every request: a connection that broke is opened again.
    close_old_connections()
    try:
        return action(*args, **kw)
    finally:
        close_old_connections()
