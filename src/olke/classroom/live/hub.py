"""The hub: every live class of this process, and what they share.

One for each process that serves, on its loop. Other threads reach it with ``tell`` only.
"""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, datetime
from typing import Any

from django.db import DatabaseError

from olke.classroom.live import announce, frames, seam
from olke.classroom.live.answers import Answers
from olke.classroom.live.between import EVERYTHING, Between
from olke.classroom.live.doors import Doors
from olke.classroom.live.presence import Presence
from olke.classroom.live.rooms import Room
from olke.classroom.live.sockets import Socket
from olke.classroom.live.workers import Worker
from olke.settings import ENVIRONMENT

LOG = logging.getLogger(__name__)
TICK = 1.0
"""Seconds between two looks at what time changes."""
LOOK = 5.0
"""Seconds after which the database is asked whether anything changed that nobody told of."""
SEEN = 20.0
"""Seconds between two notes of who is there."""
IDLE = 120.0
"""Seconds for which a class that nobody watches is kept."""
TROUBLES = ("not-kept", "not-read", "apart")
"""From bad to bearable: answers cannot be kept, states cannot be read, Redis is away."""


class Hub:
    """What runs in this process. Everything but ``tell`` is called on its loop."""

    def __init__(self, loop: asyncio.AbstractEventLoop, redis_url: str = "") -> None:
        self.loop = loop
        self.reader = Worker("live-reader")
        self.writer = Worker("live-writer")
        self.doors = Doors(self.reader)
        self.answers = Answers(
            self.writer,
            kept=self._kept,
            trouble=lambda there: self.trouble("not-kept", there=there),
        )
        self.presence = Presence()
        self._rooms: dict[int, Room] = {}
        self._troubles: set[str] = set()
        self._left: set[int] = set()
        self._spoken: dict[int, list[int]] = {}
        self._between: Between | None = None
        if redis_url:
            self._between = Between(
                redis_url,
                told=self._hear,
                there=lambda there: self.trouble("apart", there=not there),
            )
        self._ticking = loop.create_task(self._tick())

    def tell(self, action: Callable[..., None], *args: object) -> None:
        """Have something done on the loop, from any thread."""
        try:
            self.loop.call_soon_threadsafe(action, *args)
        except RuntimeError:  # it has ended, and its sockets with it
            LOG.info("Nobody is connected any more.")

    def room(self, live_class: int) -> Room:
        """Return a class's room, opened where it is not."""
        if live_class not in self._rooms:
            self._rooms[live_class] = Room(live_class, self)
        return self._rooms[live_class]

    def forget(self, room: Room) -> None:
        """Let go of a room whose class is no more, or that nobody watches."""
        self._rooms.pop(room.live_class, None)

    def enter(self, live_class: int, socket: Socket) -> Room:
        """Let a socket into its class."""
        room = self.room(live_class)
        room.enter(socket)
        if socket.audience == "console" and self.worst():
            socket.give(self.trouble_frame(socket.language))
        return room

    def leave(self, room: Room, socket: Socket) -> None:
        """Let a socket go; its learner was there until now."""
        room.leave(socket)
        if socket.participant and socket.participant not in room.phones:
            self._left.add(socket.participant)

    def changed(self, live_class: int) -> None:
        """Show a class again, here and in the other processes."""
        self._show(live_class)
        if self._between:
            self._between.tell({"changed": live_class})

    def answered(self, live_class: int, groups: Collection[int], people: Collection[int]) -> None:
        """Show what answers change, here and in the other processes: the counts, what the phones of
        groups show, what only some people see."""
        self._show_answers(live_class, groups, people)
        self._tell_answers(live_class, groups, people)

    def trouble(self, code: str, *, there: bool) -> None:
        """Note that something is wrong, or well again, and tell every teacher the worst."""
        before = self.worst()
        if there:
            self._troubles.add(code)
        else:
            self._troubles.discard(code)
        if before == self.worst():
            return
        for room in self._rooms.values():
            for socket in room.sockets:
                if socket.audience == "console":
                    socket.give(self.trouble_frame(socket.language))

    def asked(self, live_class: int, participant: int) -> None:
        """Note that a learner's phone asked, which has no socket."""
        if self.room(live_class).asked(participant):
            self._counted([live_class])

    def present(self, live_class: int) -> frozenset[int]:
        """Return who of a class is connected, here or elsewhere; from any thread."""
        room = self._rooms.get(live_class)
        here = room.present() if room else frozenset()
        return here | self.presence.of(live_class)

    async def stop(self) -> None:
        """Let go of everything."""
        self._ticking.cancel()
        if self._between:
            await self._between.stop()
        await self.reader.stop()
        await self.writer.stop()

    def _show(self, live_class: int) -> None:
        if live_class in self._rooms:
            self._rooms[live_class].changed()

    def _show_answers(
        self, live_class: int, groups: Collection[int], people: Collection[int]
    ) -> None:
        if room := self._rooms.get(live_class):
            room.answered(groups)
            room.show_own(people)

    def _tell_answers(
        self, live_class: int, groups: Collection[int], people: Collection[int]
    ) -> None:
        if self._between:
            told = {"answered": live_class, "groups": list(groups), "people": list(people)}
            self._between.tell(told)

    def _kept(self, receipts: Sequence[seam.Receipt]) -> None:
        """Show each class what its answers change."""
        by_class: dict[int, list[seam.Receipt]] = defaultdict(list)
        for receipt in receipts:
            if receipt.live_class and receipt.status != "refused":
                by_class[receipt.live_class].append(receipt)
        for live_class, kept in by_class.items():
            groups = sorted({receipt.group for receipt in kept if receipt.group})
            people = [receipt.participant for receipt in kept]
            own = [receipt.participant for receipt in kept if receipt.own]
            own += self.room(live_class).with_other_phones(people)
            self._show_answers(live_class, groups, own)
            self._tell_answers(live_class, groups, people)
            own = [receipt.participant for receipt in kept if receipt.own]
            if own and live_class in self._rooms:
                self._rooms[live_class].show_own(own)

    def _hear(self, told: dict[str, Any]) -> None:
        """Do what another process said."""
        if "changed" in told:
            self._show(told["changed"])
        elif "answered" in told:
            self._show_answers(told["answered"], told["groups"], told["people"])
        elif "present" in told:
            classes = {int(one): there for one, there in told["present"].items()}
            self._counted(self.presence.hear(told["from"], classes))
        elif told.items() >= EVERYTHING.items():
            self._spoken = {}
            for live_class in list(self._rooms):
                self._show(live_class)

    def _counted(self, classes: Sequence[int]) -> None:
        for live_class in classes:
            if live_class in self._rooms:
                self._rooms[live_class].refresh("console")

    def worst(self) -> str:
        """Return the worst trouble that there is, empty where all is well."""
        return next((code for code in TROUBLES if code in self._troubles), "")

    def trouble_frame(self, language: str) -> str:
        """Return the frame that tells a teacher what is wrong, or that nothing is."""
        code = self.worst()
        return frames.trouble(code, seam.say(code, language) if code else "")

    async def _tick(self) -> None:
        """Do what comes up with time."""
        looked = noted = self.loop.time()
        while True:
            await asyncio.sleep(TICK)
            now = self.loop.time()
            self._speak_of_presence(now)
            self._counted(self.presence.forget_silent())
            self._forget_idle(now)
            self._counted([one for one, room in self._rooms.items() if room.forget_silent()])
            if now - looked > (TICK if "apart" in self._troubles else LOOK):
                looked = now
                await self._look()
            if now - noted > SEEN:
                noted = now
                await self._note_seen()

    def _speak_of_presence(self, now: float) -> None:
        """Tell the others who is here: when that changed, and from time to time."""
        here = {one: sorted(room.present()) for one, room in self._rooms.items()}
        if self._between and (here != self._spoken or int(now) % 10 == 0):
            self._spoken = here
            self._between.tell({"present": here})

    def _forget_idle(self, now: float) -> None:
        for room in list(self._rooms.values()):
            if room.is_empty and now - room.used > IDLE:
                self.forget(room)

    async def _look(self) -> None:
        """Show a class that changed without anybody telling: by a command, or while cut off."""
        watched = [one for one, room in self._rooms.items() if not room.is_empty]
        if not watched:
            return
        try:
            now = await self.reader.do(seam.revisions, watched)
        except DatabaseError:
            self.trouble("not-read", there=True)
            return
        self.trouble("not-read", there=False)
        for live_class in watched:
            room = self._rooms.get(live_class)
            if room and now.get(live_class) != room.revision:
                room.changed()
            elif room and "apart" in self._troubles:
                room.refresh("projector", "console")

    async def _note_seen(self) -> None:
        there = self._left.union(*(room.present() for room in self._rooms.values()))
        if not there:
            return
        try:
            await self.writer.do(seam.seen, there, datetime.now(UTC))
        except DatabaseError as fault:
            LOG.warning("Who is there cannot be noted: %s", fault)
        else:
            self._left -= there


_hub: Hub | None = None


def hub_of_process() -> Hub | None:
    """Return the hub of this process, from any thread; None where it serves nobody."""
    return _hub if _hub and _hub.loop.is_running() else None


def hub_here() -> Hub:
    """Return the hub of the loop that runs here, begun where there is none."""
    global _hub  # noqa: PLW0603 - one for each process
    loop = asyncio.get_running_loop()
    if _hub is None or _hub.loop is not loop:
        _hub = Hub(loop, ENVIRONMENT.redis_url)
        announce.begin(_hub)
    return _hub
