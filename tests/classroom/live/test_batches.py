"""Batches: what comes together is done together, in order, and nothing is left behind."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from olke.classroom.live.batches import Batches
from tests.classroom.live.loops import finished, until


def test_what_comes_while_one_batch_is_done_is_the_next_batch() -> None:
    async def ask() -> list[list[int]]:
        done: list[list[int]] = []
        gate = asyncio.Event()

        async def do(batch: Sequence[int]) -> None:
            done.append(list(batch))
            await gate.wait()

        batches: Batches[int] = Batches(do, gather=0, most=10)
        for one in (1, 2, 3):
            batches.add(one)
        await until(lambda: done)
        for one in (4, 5):
            batches.add(one)
        gate.set()
        await until(lambda: len(done) == 2)
        return done

    assert finished(ask) == [[1, 2, 3], [4, 5]]


def test_a_batch_is_no_larger_than_it_may_be() -> None:
    async def ask() -> list[list[int]]:
        done: list[list[int]] = []

        async def do(batch: Sequence[int]) -> None:
            done.append(list(batch))

        batches: Batches[int] = Batches(do, gather=0, most=2)
        for one in range(5):
            batches.add(one)
        await until(lambda: sum(map(len, done)) == 5)
        return done

    assert finished(ask) == [[0, 1], [2, 3], [4]]
