"""Slowing down who guesses codes, without locking out a school behind one address.

Wrong codes are counted for the address they come from. While very many come from everywhere, an
address that sends wrong ones waits much sooner; one that sends none never waits. Counts live in the
cache for some minutes and nowhere else.
"""

from __future__ import annotations

import logging
import time
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address

from django.core.cache import caches
from django.http import HttpRequest
from redis.exceptions import RedisError

from olke.classroom.errors import JoinError

LOG = logging.getLogger(__name__)
ALIAS = "pacing"


@dataclass(frozen=True)
class Limit:
    """At most so many in a window of so many seconds."""

    name: str
    most: int
    seconds: int

    def left(self) -> int:
        """Return the seconds until the window ends."""
        return self.seconds - int(time.time()) % self.seconds

    def count(self, who: str) -> int:
        """Return how many there were in this window; 0 where nobody can count."""
        try:
            return int(caches[ALIAS].get(self._key(who), 0))
        except RedisError as fault:
            LOG.warning("Nobody counts wrong codes: %s", fault)
            return 0

    def add(self, who: str) -> None:
        """Count one more."""
        cache, key = caches[ALIAS], self._key(who)
        try:
            cache.add(key, 0, timeout=self.seconds)
            cache.incr(key)
        except ValueError:  # the window ended meanwhile
            return
        except RedisError as fault:
            LOG.warning("Nobody counts wrong codes: %s", fault)

    def refuse_beyond(self, who: str, code: str) -> None:
        """Raise ``JoinError`` with the seconds to wait where there were as many."""
        if self.count(who) >= self.most:
            raise JoinError(code, seconds=self.left())

    def _key(self, who: str) -> str:
        return f"{self.name}:{who}:{int(time.time()) // self.seconds}"


# A class of 300 behind one router mistypes some ten codes a minute. There are 31**6 codes: at this
# rate somebody who guesses day and night while 100 classes run finds one in seven weeks.
WRONG_CODES = Limit("code", 120, 60)
WRONG_CODES_EVERYWHERE = Limit("codes", 600, 60)
WRONG_CODES_STRICT = Limit("code-strict", 3, 600)
# There are 31**4 seat codes, and 300 of them may be taken: guessing has to be slow. Somebody who
# comes back on another phone types one once.
WRONG_SEATS = Limit("seat", 5, 300)
WRONG_SEATS_OF_CLASS = Limit("seats", 20, 300)
JOINS = Limit("join", 2500, 60)


def refuse_guessing(address: str) -> None:
    """Raise ``JoinError`` for an address from which too many wrong codes came."""
    WRONG_CODES.refuse_beyond(address, "slow-down")
    if WRONG_CODES_EVERYWHERE.count("") >= WRONG_CODES_EVERYWHERE.most:
        WRONG_CODES_STRICT.refuse_beyond(address, "slow-down")


def note_wrong_code(address: str) -> None:
    """Count a wrong code."""
    WRONG_CODES.add(address)
    WRONG_CODES_STRICT.add(address)
    WRONG_CODES_EVERYWHERE.add("")


def refuse_guessing_seats(address: str, key: str) -> None:
    """Raise ``JoinError`` where too many wrong seat codes were typed for a class."""
    WRONG_SEATS.refuse_beyond(f"{key}:{address}", "slow-down")
    WRONG_SEATS_OF_CLASS.refuse_beyond(key, "slow-down")


def note_wrong_seat(address: str, key: str) -> None:
    """Count a wrong seat code."""
    WRONG_SEATS.add(f"{key}:{address}")
    WRONG_SEATS_OF_CLASS.add(key)


def refuse_crowd(address: str) -> None:
    """Raise ``JoinError`` for an address from which more join than any school has."""
    JOINS.refuse_beyond(address, "too-many-joins")
    JOINS.add(address)


def address_of(request: HttpRequest) -> str:
    """Return where a request comes from; of IPv6 the network, which one household has."""
    told = request.META.get("REMOTE_ADDR", "")
    try:
        address = ip_address(told)
    except ValueError:
        return "nowhere"
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            return str(address.ipv4_mapped)
        return address.exploded[:19]
    return str(address)
