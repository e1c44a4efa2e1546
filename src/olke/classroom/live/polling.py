"""The live class without sockets: a phone asks for frames from time to time, and posts answers.

Called in a request's thread. Where a hub runs in the process it answers from the same streams and
batches as sockets do; where none does, the database is asked directly.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import TimeoutError as LateError
from threading import Event

from olke.classroom.live import frames, seam
from olke.classroom.live.answers import submission, told
from olke.classroom.live.hub import Hub, hub_of_process
from olke.classroom.live.sockets import Seen
from olke.classroom.live.streams import Stream

PATIENCE = 8.0
"""Seconds that a request waits at most; what is not there by then is asked for again."""


def asked_frames(
    live_class: int, audience: str, language: str, seen: Seen, participant: int = 0
) -> list[str]:
    """Return what brings a browser up to date: state or changes, and what only its learner sees."""
    hub = hub_of_process()
    shown = _from_hub(hub, live_class, audience, language, seen, participant) if hub else None
    texts = _from_database(live_class, audience, language) if shown is None else shown
    if participant:
        own = seam.mine(live_class, [participant])
        texts += [frames.mine(own[participant])] if participant in own else []
    return texts


def _from_hub(
    hub: Hub, live_class: int, audience: str, language: str, seen: Seen, participant: int
) -> list[str] | None:
    async def ask() -> list[str]:
        if participant:
            hub.asked(live_class, participant)
        texts = await hub.room(live_class).frames(audience, language, seen)
        return texts + ([hub.trouble_frame(language)] if audience == "console" else [])

    try:
        return asyncio.run_coroutine_threadsafe(ask(), hub.loop).result(PATIENCE)
    except LateError:
        return None


def _from_database(live_class: int, audience: str, language: str) -> list[str]:
    stream = Stream()
    _, states = seam.rendered(live_class, audience, (language,))
    stream.advance(states[language])
    return [stream.whole()]


def keep_posted(given: Sequence[frames.Given], participant: int, language: str) -> list[str]:
    """Keep answers and return what became of each; of one that is not kept in time, nothing."""
    hub = hub_of_process()
    if hub is None:
        receipts = seam.keep_answers([submission(one, participant) for one in given])
        return [told(receipt, language) for receipt in receipts]
    post = _Post(participant, language, len(given))
    for one in given:
        hub.tell(hub.answers.take, one, post)
    return post.texts()


class _Post:
    """A request that waits for receipts."""

    def __init__(self, participant: int, language: str, wanted: int) -> None:
        self.participant = participant
        self.language = language
        self._wanted = wanted
        self._texts: list[str] = []
        self._there = Event()

    def give(self, text: str) -> None:
        """Take a receipt, on the loop."""
        self._texts.append(text)
        if len(self._texts) == self._wanted:
            self._there.set()

    def texts(self) -> list[str]:
        """Wait for every receipt, in the request's thread, and return those that came in time."""
        self._there.wait(PATIENCE)
        return list(self._texts)
