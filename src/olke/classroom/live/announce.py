"""Announcing: what the domain calls after it wrote something, from any thread of any process.

It knows the hub of its process by what the hub said when it began, so that the domain can import
this and the hub the domain.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import Protocol

from olke.classroom.live.between import tell_from_outside
from olke.settings import ENVIRONMENT


class Teller(Protocol):
    """What is called of a hub; everything but ``tell`` and ``present`` on its loop."""

    loop: asyncio.AbstractEventLoop

    def tell(self, action: Callable[..., None], *args: object) -> None:
        """Have something done on the loop, from any thread."""

    def changed(self, live_class: int) -> None:
        """Show a class again."""

    def answered(self, live_class: int, groups: Collection[int], people: Collection[int]) -> None:
        """Show what answers change."""

    def present(self, live_class: int) -> frozenset[int]:
        """Return who is connected."""


_hub: Teller | None = None


def begin(hub: Teller) -> None:
    """Let announcements of this process go to a hub."""
    global _hub  # noqa: PLW0603 - one for each process
    _hub = hub


def hub_of_process() -> Teller | None:
    """Return the hub of this process, from any thread; None where it serves nobody."""
    return _hub if _hub and not _hub.loop.is_closed() else None


def announce(live_class: int) -> None:
    """Show a class again to everybody: the teacher did something. Call it after the commit."""
    if hub := hub_of_process():
        hub.tell(hub.changed, live_class)
    elif ENVIRONMENT.redis_url:
        tell_from_outside(ENVIRONMENT.redis_url, {"changed": live_class})


def announce_answers(
    live_class: int, groups: Collection[int] = (), participants: Collection[int] = ()
) -> None:
    """Show what answers change: the counts, and their group's other phones. After the commit."""
    if hub := hub_of_process():
        hub.tell(hub.answered, live_class, list(groups), list(participants))
    elif ENVIRONMENT.redis_url:
        told = {"answered": live_class, "groups": list(groups), "people": list(participants)}
        tell_from_outside(ENVIRONMENT.redis_url, told)


def present(live_class: int) -> frozenset[int]:
    """Return the participants of a class who are connected now, to this process or another."""
    hub = hub_of_process()
    return hub.present(live_class) if hub else frozenset()
