"""Answers on their way to the database: kept together, acknowledged only when they are.

While the database cannot be written (locked, full, restarted) nothing is acknowledged and nothing
is thrown away: the batch is tried again, the phones repeat, the teacher is told.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Protocol
from uuid import UUID

from django.db import InterfaceError, OperationalError

from olke.classroom.live import frames, seam
from olke.classroom.live.batches import Batches
from olke.classroom.live.workers import Worker

LOG = logging.getLogger(__name__)
GATHER = 0.005
"""Seconds in which answers are gathered for one transaction."""
MOST = 250
"""Answers of one transaction."""
WAITING = 20_000
"""Answers that wait at most; further ones are not taken, and their phones repeat them."""
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 2.0
SLOW = 2.0
"""Seconds after which a batch that still is not kept counts as trouble."""


class Sender(Protocol):
    """Whoever sent an answer, and is told what became of it."""

    language: str
    participant: int

    def give(self, text: str) -> None:
        """Send a frame."""


class Answers:
    """Every answer that came to this process and is not acknowledged yet."""

    def __init__(
        self,
        writer: Worker,
        *,
        kept: Callable[[Sequence[seam.Receipt]], None],
        trouble: Callable[[bool], None],
    ) -> None:
        self._writer = writer
        self._kept = kept
        self._trouble = trouble
        self._senders: dict[UUID, Sender] = {}
        self._batches: Batches[seam.Submission] = Batches(self._keep, gather=GATHER, most=MOST)

    def take(self, given: frames.Given, sender: Sender) -> None:
        """Take an answer; one that is sent again while it waits is acknowledged where it came."""
        waits = given.id in self._senders
        if not waits and len(self._senders) >= WAITING:
            return
        self._senders[given.id] = sender
        if not waits:
            self._batches.add(submission(given, sender.participant))

    async def _keep(self, batch: Sequence[seam.Submission]) -> None:
        slow = asyncio.get_running_loop().call_later(SLOW, self._trouble, True)  # noqa: FBT003
        try:
            receipts = await self._insist(batch)
        finally:
            slow.cancel()
        self._trouble(False)  # noqa: FBT003
        for receipt in receipts:
            sender = self._senders.pop(receipt.id, None)
            if sender:
                sender.give(told(receipt, sender.language))
        for one in batch:  # whatever had no receipt is sent again by its phone
            self._senders.pop(one.id, None)
        self._kept(receipts)

    async def _insist(self, batch: Sequence[seam.Submission]) -> list[seam.Receipt]:
        """Keep a batch, however long the database cannot be written."""
        pause = FIRST_PAUSE
        while True:
            try:
                return await self._writer.do(seam.keep_answers, batch)
            except (OperationalError, InterfaceError) as fault:
                LOG.warning("Answers cannot be kept yet: %s", fault)
                self._trouble(True)  # noqa: FBT003
                await asyncio.sleep(pause)
                pause = min(2 * pause, LONGEST_PAUSE)
            except Exception:
                LOG.exception("Answers cannot be kept")
                return await self._one_by_one(batch)

    async def _one_by_one(self, batch: Sequence[seam.Submission]) -> list[seam.Receipt]:
        """Keep what can be kept of a batch that holds something the database refuses."""
        if len(batch) == 1:
            one = batch[0]
            return [seam.Receipt(one.id, "refused", one.participant, "value-misshapen")]
        return [receipt for one in batch for receipt in await self._insist([one])]


def submission(given: frames.Given, participant: int) -> seam.Submission:
    """Return an answer as the domain takes it: received now, by the server's clock."""
    return seam.Submission(
        id=given.id,
        participant=participant,
        turn=given.turn,
        item=given.item,
        number=given.number,
        value=given.value,
        received=datetime.now(UTC),
        edit=given.edit,
    )


def told(receipt: seam.Receipt, language: str) -> str:
    """Return the frame that says what became of an answer."""
    if receipt.status == "refused":
        return frames.refused(str(receipt.id), receipt.code, seam.say(receipt.code, language))
    return frames.acknowledged(receipt.id, receipt.status)
