"""Doors: who a browser is that connects. Many at once are let in with a few statements."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from olke.classroom.live import seam
from olke.classroom.live.batches import Batches
from olke.classroom.live.workers import Worker

GATHER = 0.005
MOST = 500
"""Learners let in together."""

LetIn = tuple[seam.Participant, seam.State]


@dataclass(frozen=True, eq=False)
class _Knock:
    key: str
    cookie: str
    answer: asyncio.Future[LetIn | None]


class Doors:
    """Looks up who knocks. Raises what the database raises: the browser comes again."""

    def __init__(self, reader: Worker) -> None:
        self._reader = reader
        self._batches: Batches[_Knock] = Batches(self._open, gather=GATHER, most=MOST)

    async def learner(self, key: str, cookie: str) -> LetIn | None:
        """Return the learner whom a seat's cookie names in a class, and what only they see."""
        knock = _Knock(key, cookie, asyncio.get_running_loop().create_future())
        self._batches.add(knock)
        return await knock.answer

    async def director(self, key: str, session: str) -> int:
        """Return the class that a session's person may direct; 0: none."""
        return await self._reader.do(seam.directed, key, session)

    async def _open(self, knocks: Sequence[_Knock]) -> None:
        try:
            found = await self._reader.do(seam.let_in, [(one.key, one.cookie) for one in knocks])
        except Exception as fault:  # noqa: BLE001 - handed to everybody who waits
            for knock in knocks:
                if not knock.answer.done():
                    knock.answer.set_exception(fault)
            return
        for knock, one in zip(knocks, found, strict=True):
            if not knock.answer.done():  # some went away meanwhile
                knock.answer.set_result(one)
