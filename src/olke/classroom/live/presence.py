"""Who is connected, in this process and in the others."""

from __future__ import annotations

import time
from collections.abc import Collection, Mapping

GONE_AFTER = 30.0
"""Seconds after which a process that says nothing counts as dead, and nobody is there by it."""


class Presence:
    """What every process last said about who is connected to it."""

    def __init__(self) -> None:
        self._heard: dict[str, tuple[float, dict[int, frozenset[int]]]] = {}

    def hear(self, process: str, classes: Mapping[int, Collection[int]]) -> list[int]:
        """Take what a process says; returns the classes for which that changes something."""
        new = {live_class: frozenset(there) for live_class, there in classes.items()}
        _, before = self._heard.get(process, (0.0, {}))
        self._heard[process] = (time.monotonic(), new)
        return [one for one in {*before, *new} if before.get(one) != new.get(one)]

    def forget_silent(self) -> list[int]:
        """Forget processes that say nothing any more; returns the classes they had people of."""
        oldest = time.monotonic() - GONE_AFTER
        silent = [name for name, (when, _) in self._heard.items() if when < oldest]
        return [one for name in silent for one in self._heard.pop(name)[1]]

    def of(self, live_class: int) -> frozenset[int]:
        """Return who of a class is connected to other processes."""
        found = [there.get(live_class, frozenset()) for _, there in list(self._heard.values())]
        return frozenset().union(*found)
