"""A batch: what came within some milliseconds is done together by one worker.

A thousand answers are then some dozen transactions, a thousand phones that come back some dozen
statements; nobody waits longer than the batch before and a moment.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Given = TypeVar("Given")


class Batches(Generic[Given]):
    """Collects things and does them together; while one batch is done the next one collects."""

    def __init__(
        self, do: Callable[[Sequence[Given]], Awaitable[None]], *, gather: float, most: int
    ) -> None:
        """``gather``: seconds from the first thing to the beginning; ``most``: in one batch."""
        self._do = do
        self._gather = gather
        self._most = most
        self._waiting: list[Given] = []
        self._task: asyncio.Task[None] | None = None

    def __len__(self) -> int:
        return len(self._waiting)

    def add(self, one: Given) -> None:
        """Take one more."""
        self._waiting.append(one)
        if self._task is None:
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        try:
            while self._waiting:
                await asyncio.sleep(self._gather)
                batch, self._waiting = self._waiting[: self._most], self._waiting[self._most :]
                await self._do(batch)
        finally:
            self._task = None
