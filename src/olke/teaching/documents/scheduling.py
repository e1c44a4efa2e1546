"""Fitting activities into a lesson: how many whole minutes each of them gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Span:
    """How long something may take, in whole minutes; ``usual`` lies between the bounds."""

    least: int
    usual: int
    most: int

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.usual <= self.most:
            raise ValueError(f"{self.least} ≤ {self.usual} ≤ {self.most} does not hold")


def fitted(minutes: int, spans: Sequence[Span]) -> tuple[int, ...]:
    """Return whole minutes for each span that sum to ``minutes``, each within its bounds.

    What there is too much or too little of is shared out by the room that each span has between
    its usual time and the bound, so that nothing leaves its bounds before everything else has
    reached its own. Where all together cannot take so many or so few minutes, each gets its bound.
    """
    usual = [span.usual for span in spans]
    over = minutes - sum(usual)
    if over >= 0:
        room = [span.most - span.usual for span in spans]
        return tuple(u + s for u, s in zip(usual, shared(over, room), strict=True))
    room = [span.usual - span.least for span in spans]
    return tuple(u - s for u, s in zip(usual, shared(-over, room), strict=True))


def shared(amount: int, room: Sequence[int]) -> tuple[int, ...]:
    """Share a whole amount out by room, never more to one than its room.

    By the largest remainder (Hamilton's method), the earlier one first where remainders are equal.
    """
    total = sum(room)
    amount = min(amount, total)
    if not total:
        return tuple(0 for _ in room)
    whole = [amount * one // total for one in room]
    rest = amount - sum(whole)
    by_remainder = sorted(range(len(room)), key=lambda at: (-(amount * room[at] % total), at))
    for at in by_remainder[:rest]:
        whole[at] += 1
    return tuple(whole)
