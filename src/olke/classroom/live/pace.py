"""A pace: how often something is done at most, and which share of the time it may take."""

from __future__ import annotations


class Pace:
    """At least ``every`` seconds lie between two beginnings, and work takes ``share`` of the time.

    So that a class of a thousand, whose counts take longer to read, is counted less often.
    """

    def __init__(self, every: float, share: float) -> None:
        self._every = every
        self._share = share
        self._next = 0.0

    def wait(self, now: float) -> float:
        """Return the seconds until it may be done again; 0: now."""
        return max(0.0, self._next - now)

    def done(self, begun: float, ended: float) -> None:
        """Note that it was done from one moment to another, on the loop's clock."""
        self._next = max(begun + self._every, ended + (ended - begun) * (1 / self._share - 1))


class Bucket:
    """Tokens that come ``rate`` a second up to ``most``; each frame of a socket takes one."""

    __slots__ = ("_most", "_rate", "_then", "_tokens")

    def __init__(self, rate: float, most: float, now: float) -> None:
        self._rate = rate
        self._most = self._tokens = most
        self._then = now

    def take(self, now: float) -> float:
        """Take one and return how many seconds to wait first; 0 where there was one."""
        self._tokens = min(self._most, self._tokens + (now - self._then) * self._rate) - 1
        self._then = now
        return 0.0 if self._tokens >= 0 else -self._tokens / self._rate
