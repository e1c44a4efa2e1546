"""Choosing among a dossier's facts: no claim twice, and many sorts before several of one."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from olke.evidence.models import Claim

Thing = TypeVar("Thing")


def apart(
    things: Iterable[Thing],
    keys: Callable[[Thing], Iterable[Hashable]],
    used: Iterable[Hashable] = (),
) -> Iterator[Thing]:
    """Pass on what shares no key with ``used`` or with what was passed on before it."""
    taken = set(used)
    for thing in things:
        told = set(keys(thing))
        if taken.isdisjoint(told):
            taken |= told
            yield thing


def spread(things: Iterable[Thing], sort_of: Callable[[Thing], Hashable]) -> list[Thing]:
    """Return the first of every sort, then the second of every sort that has one, and so on."""
    lots = sorted(_turns(things, sort_of), key=lambda lot: lot[0])
    return [thing for _, thing in lots]


def _turns(
    things: Iterable[Thing], sort_of: Callable[[Thing], Hashable]
) -> Iterator[tuple[int, Thing]]:
    """Pass on each with how many of its sort came before it."""
    told = Counter[Hashable]()
    for thing in things:
        sort = sort_of(thing)
        yield told[sort], thing
        told[sort] += 1


def facts(claims: Sequence[Claim], most: int, chance: random.Random) -> list[Claim]:
    """Draw facts, of many indicators before several of one; in order of time."""
    waiting = list(claims)
    chance.shuffle(waiting)
    drawn = spread(waiting, lambda claim: claim.indicator_id)[:most]
    return in_time(drawn)


def in_time(claims: Iterable[Claim]) -> list[Claim]:
    """Return claims in order of time; those of no time come last."""
    return sorted(claims, key=lambda claim: (str(claim.earliest), claim.key))
