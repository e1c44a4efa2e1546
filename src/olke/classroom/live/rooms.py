"""A room: a live class in this process, its sockets and the streams that they watch."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError

from olke.classroom.live import frames, seam
from olke.classroom.live.pace import Pace
from olke.classroom.live.sockets import Seen, Socket, message
from olke.classroom.live.streams import Stream
from olke.classroom.live.workers import Worker

LOG = logging.getLogger(__name__)
AUDIENCES = ("learner", "projector", "console")
"""In the order in which they are served: a question reaches the phones first."""
PACES = {"learner": (0.05, 0.5), "projector": (0.1, 0.1), "console": (0.1, 0.1)}
"""Seconds between two states at least, and the share of the time that making them may take."""
OWN_PACE = (0.1, 0.3)
PORTION = 1000
"""Learners whose own states are read at once."""
SILENT = 25.0
"""Seconds after which a phone that asks from time to time has gone; in the background it asks every
ten."""
FOLLOWED = 1.0
"""Seconds between two states of phones that show what others send without the teacher's leave."""
AGAIN = 1.0
"""Seconds after which the database is asked again that could not answer."""


class Around(Protocol):
    """What a room needs of the process that it is in."""

    reader: Worker

    def trouble(self, code: str, *, there: bool) -> None:
        """Note that something is wrong, or well again."""

    def forget(self, room: Room) -> None:
        """Let go of a room whose class is no more."""


@dataclass
class Channel:
    """One audience in one language: its states, and who watches them."""

    stream: Stream = field(default_factory=Stream)
    sockets: set[Socket] = field(default_factory=set)
    fresh: bool = False
    """Whether nothing happened since its newest state was made."""
    seen: Seen = field(default_factory=Seen)
    """Having the newest state; shared by everybody who has it."""
    waiting: list[asyncio.Future[None]] = field(default_factory=list)


class Room:
    """What this process knows of one live class. Everything here runs on the loop."""

    def __init__(self, live_class: int, around: Around) -> None:
        self.live_class = live_class
        self.revision = 0
        self.used = asyncio.get_running_loop().time()
        self.phones: dict[int, set[Socket]] = {}
        self._around = around
        self._asked: dict[int, float] = {}
        self._channels: dict[tuple[str, str], Channel] = {}
        self._paces = {audience: Pace(*PACES[audience]) for audience in AUDIENCES}
        self._own_pace = Pace(*OWN_PACE)
        self._own_begun = 0.0
        self._portions: list[list[int]] = []
        self._dirty: set[str] = set()
        self._mine: set[int] = set()
        self._groups: set[int] = set()
        self._changed = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._follows = ""
        self._following: asyncio.TimerHandle | None = None

    @property
    def sockets(self) -> Iterable[Socket]:
        """Everybody who is connected here."""
        return [socket for channel in self._channels.values() for socket in channel.sockets]

    @property
    def is_empty(self) -> bool:
        """Whether nobody is connected here."""
        return not any(channel.sockets for channel in self._channels.values())

    def enter(self, socket: Socket) -> None:
        """Take a socket in, and show it the state as soon as there is one."""
        self.used = asyncio.get_running_loop().time()
        channel = self._channel(socket.audience, socket.language)
        channel.sockets.add(socket)
        if socket.participant:
            known = self.phones.setdefault(socket.participant, set())
            known.add(socket)
            if len(known) == 1:
                self.refresh("console")
        if channel.fresh:
            self._level(channel, socket)
        else:
            self.refresh(socket.audience)

    def leave(self, socket: Socket) -> None:
        """Let a socket go."""
        self.used = asyncio.get_running_loop().time()
        self._channel(socket.audience, socket.language).sockets.discard(socket)
        known = self.phones.get(socket.participant)
        if known is not None:
            known.discard(socket)
            if not known:
                del self.phones[socket.participant]
                self.refresh("console")

    def missing(self, socket: Socket) -> list[str]:
        """Return what a socket that could not keep up has not been shown."""
        channel = self._channel(socket.audience, socket.language)
        if socket not in channel.sockets or socket.seen is channel.seen:
            return []
        texts = channel.stream.since(socket.seen.stream, socket.seen.number)
        socket.seen = channel.seen
        return texts

    def asked(self, participant: int) -> bool:
        """Note that a phone without a socket asked; true where it was not there before."""
        was_there = participant in self.present()
        self._asked[participant] = asyncio.get_running_loop().time()
        return not was_there

    def forget_silent(self) -> bool:
        """Forget phones that stopped asking; true where there were some."""
        oldest = asyncio.get_running_loop().time() - SILENT
        silent = [one for one, when in self._asked.items() if when < oldest]
        for one in silent:
            del self._asked[one]
        return bool(silent)

    def present(self) -> frozenset[int]:
        """Return who is connected here; from any thread."""
        return frozenset([*self.phones, *self._asked])

    def changed(self) -> None:
        """Show everybody the state again: the teacher did something."""
        self._mine.update(self.phones)
        self.refresh(*AUDIENCES)

    def answered(self, groups: Collection[int]) -> None:
        """Show the counts again, and those who wrote together what the others wrote."""
        self._groups.update(groups)
        self.refresh("projector", "console")
        if self._follows and self._following is None:
            loop = asyncio.get_running_loop()
            self._following = loop.call_later(FOLLOWED, self._follow)

    def _follow(self) -> None:
        """Show phones what came in meanwhile, where the teacher looks at nothing first."""
        self._following = None
        if self._follows == "own":
            self._mine.update(self.phones)
        self.refresh("learner")

    def with_other_phones(self, participants: Collection[int]) -> list[int]:
        """Return who has a second phone: the one that answered knows it from its receipt."""
        return [one for one in participants if len(self.phones.get(one, ())) > 1]

    def show_own(self, participants: Collection[int]) -> None:
        """Show some learners again what only they see."""
        self._mine.update(one for one in participants if one in self.phones)
        if self._mine:
            self._wake()

    def refresh(self, *audiences: str) -> None:
        """Make the states of some audiences again, as soon as their pace allows it."""
        for (audience, _), channel in self._channels.items():
            channel.fresh = channel.fresh and audience not in audiences
        self._dirty.update(audiences)
        self._wake()

    async def frames(self, audience: str, language: str, seen: Seen) -> list[str]:
        """Return what brings somebody up to date who asks from time to time."""
        self.used = asyncio.get_running_loop().time()
        channel = self._channel(audience, language)
        if not channel.fresh:
            there = asyncio.get_running_loop().create_future()
            channel.waiting.append(there)
            self.refresh(audience)
            await there
        return channel.stream.since(seen.stream, seen.number)

    def end(self, code: str) -> None:
        """Say good-bye to everybody: there is nothing to watch any more."""
        for socket in self.sockets:
            dismiss(socket, code)
        if self._task:
            self._task.cancel()
        if self._following:
            self._following.cancel()

    def _channel(self, audience: str, language: str) -> Channel:
        return self._channels.setdefault((audience, language), Channel())

    def _wake(self) -> None:
        self._changed.set()
        if self._task is None or self._task.done():
            self._task = asyncio.get_running_loop().create_task(self._work())

    async def _work(self) -> None:
        """Do what is due until nothing is left to do."""
        while self._dirty or self._mine or self._groups or self._portions:
            self._changed.clear()
            try:
                if not await self._do_next():
                    await self._until_due()
            except ObjectDoesNotExist:
                self.end("class-gone")
                self._around.forget(self)
            except DatabaseError as fault:
                LOG.warning("A class cannot be read: %s", fault)
                self._around.trouble("not-read", there=True)
                await asyncio.sleep(AGAIN)
            except Exception as fault:
                LOG.exception("A class cannot be shown")
                self._give_up(fault)

    def _give_up(self, fault: Exception) -> None:
        """Wait for the next change: what cannot be shown now cannot be shown a moment later."""
        self._dirty.clear()
        self._mine.clear()
        self._groups.clear()
        self._portions.clear()
        for channel in self._channels.values():
            for there in channel.waiting:
                if not there.done():
                    there.set_exception(fault)
            channel.waiting.clear()

    async def _do_next(self) -> bool:
        """Do the most urgent thing that is due; false where nothing is."""
        now = asyncio.get_running_loop().time()
        for audience in AUDIENCES:
            if audience == "console" and self._own_is_due(now):
                await self._send_own()
                return True
            if audience in self._dirty and not self._paces[audience].wait(now):
                await self._render(audience)
                return True
        return False

    def _own_is_due(self, now: float) -> bool:
        if self._portions:
            return True
        return bool(self._mine or self._groups) and not self._own_pace.wait(now)

    async def _until_due(self) -> None:
        now = asyncio.get_running_loop().time()
        waits = [self._paces[audience].wait(now) for audience in self._dirty]
        if self._mine or self._groups:
            waits.append(self._own_pace.wait(now))
        try:
            async with asyncio.timeout(min(waits)):
                await self._changed.wait()
        except TimeoutError:
            pass

    async def _render(self, audience: str) -> None:
        """Make the newest state in every language that somebody watches, and send it."""
        loop = asyncio.get_running_loop()
        self._dirty.discard(audience)
        channels = {
            language: channel
            for (whose, language), channel in self._channels.items()
            if whose == audience and (channel.sockets or channel.waiting)
        }
        if not channels:
            return
        begun = loop.time()
        for channel in channels.values():
            channel.fresh = True  # whatever happens from now on makes it stale again
        try:
            revision, states = await self._around.reader.do(
                seam.rendered, self.live_class, audience, tuple(channels)
            )
        except BaseException:
            self._dirty.add(audience)
            for channel in channels.values():
                channel.fresh = False
            raise
        self.revision = revision
        if audience == "learner":
            shown = [state.get("show", {}) for state in states.values()]
            self._follows = next((one["follows"] for one in shown if one.get("follows")), "")
        self._around.trouble("not-read", there=False)
        for language, channel in channels.items():
            self._advance(channel, states[language])
        self._paces[audience].done(begun, loop.time())

    def _advance(self, channel: Channel, state: dict[str, object]) -> None:
        before = channel.seen
        if channel.stream.advance(state):
            channel.seen = Seen(channel.stream.name, channel.stream.number)
            newest = message(channel.stream.newest())
        for socket in list(channel.sockets):
            if socket.seen is before and before is not channel.seen:
                socket.show(newest, channel.seen)
            elif socket.seen is not channel.seen:
                self._level(channel, socket)
        for there in channel.waiting:
            if not there.done():
                there.set_result(None)
        channel.waiting.clear()

    def _level(self, channel: Channel, socket: Socket) -> None:
        if socket.behind:
            return  # it asks for what it missed once it can take it
        for text in channel.stream.since(socket.seen.stream, socket.seen.number):
            socket.give(text)
        socket.seen = channel.seen

    async def _send_own(self) -> None:
        """Read what some learners see alone, and send it to those for whom it changed.

        All who are due are read portion by portion, so that a new question need not wait for them.
        """
        loop = asyncio.get_running_loop()
        if not self._portions:
            self._own_begun = loop.time()
            await self._divide()
        if self._portions:
            portion = self._portions.pop()
            try:
                states = await self._around.reader.do(seam.mine, self.live_class, portion)
            except BaseException:
                self._mine.update(portion)
                raise
            for participant in portion:
                self._give_own(participant, states.get(participant))
        if not self._portions:
            self._own_pace.done(self._own_begun, loop.time())

    async def _divide(self) -> None:
        """Make portions of the learners who are due, and of the members of groups that are."""
        groups, self._groups = self._groups, set()
        if groups:
            try:
                self._mine |= await self._around.reader.do(seam.members_of, groups)
            except BaseException:
                self._groups |= groups
                raise
        due = [one for one in self._mine if one in self.phones]
        self._mine = set()
        self._portions = [due[at : at + PORTION] for at in range(0, len(due), PORTION)]

    def _give_own(self, participant: int, state: dict[str, object] | None) -> None:
        for socket in list(self.phones.get(participant, ())):
            if state is None:
                dismiss(socket, "removed")
            else:
                socket.give_own(state)


def dismiss(socket: Socket, code: str) -> None:
    """Say good-bye to a browser, in its language, and close its socket for good."""
    socket.give(frames.bye(code, seam.say(code, socket.language)))
    socket.close(4000, code)
