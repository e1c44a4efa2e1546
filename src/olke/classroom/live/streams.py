"""A stream: the numbered states of one audience in one language, in one process.

Whoever has a state of it gets what changed since; everybody else the whole state.
"""

from __future__ import annotations

import json
import secrets
import time
from collections import deque
from typing import Any

from olke.classroom.live.patches import difference, without_nulls

KEPT = 32
"""Changes remembered: a phone that was away for so many gets the whole state."""


def as_text(value: object) -> str:
    """Write JSON as it goes over the wire: letters as they are, no blanks."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def now_ms() -> int:
    """Return the server's clock, milliseconds since 1970."""
    return time.time_ns() // 1_000_000


class Stream:
    """States in order; ``number`` counts them from 1, 0 means that there is none yet."""

    def __init__(self) -> None:
        self.name = secrets.token_hex(4)
        self.number = 0
        self._state: dict[str, Any] = {}
        self._text = "{}"
        self._changes: deque[tuple[int, str]] = deque(maxlen=KEPT)

    def advance(self, state: dict[str, Any]) -> bool:
        """Take the next state; false where it is the one that is known."""
        state = without_nulls(state)
        patch = difference(self._state, state)
        if self.number and not patch:
            return False
        self.number += 1
        self._state, self._text = state, as_text(state)
        if self.number > 1:
            self._changes.append((self.number, as_text(patch)))
        return True

    def whole(self) -> str:
        """Return the frame of the newest state."""
        return (
            f'{{"type":"state","stream":"{self.name}","n":{self.number},"now":{now_ms()},'
            f'"state":{self._text}}}'
        )

    def since(self, stream: str, number: int) -> list[str]:
        """Return the frames that bring somebody up to date who has a state of some stream.

        Empty where nothing is new; the whole state where the changes are not known or not shorter.
        """
        if stream != self.name or number > self.number:
            return [self.whole()]
        missing = [change for change in self._changes if change[0] > number]
        if len(missing) != self.number - number:
            return [self.whole()]
        if sum(len(patch) for _, patch in missing) > len(self._text):
            return [self.whole()]
        return [self._change(n, patch) for n, patch in missing]

    def newest(self) -> str:
        """Return the frame that goes to everybody who has the state before the newest."""
        return self.since(self.name, self.number - 1)[-1]

    def _change(self, number: int, patch: str) -> str:
        return (
            f'{{"type":"change","stream":"{self.name}","since":{number - 1},"n":{number},'
            f'"now":{now_ms()},"patch":{patch}}}'
        )
