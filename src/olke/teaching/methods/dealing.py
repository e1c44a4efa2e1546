"""Which of an activity's items a learner sees in a step: all, the group's, or those chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from olke.teaching.documents.items import AnyItem, Exhibit, Level
from olke.teaching.methods.method import Step

STANDS = ("for", "against")


@dataclass(frozen=True)
class Seat:
    """Where a learner is: in which of how many groups, and which option of a poll they chose.

    Groups and options are counted from 0; ``option`` is None before the poll.
    """

    group: int = 0
    groups: int = 1
    option: int | None = None


def items_for(step: Step, items: Iterable[AnyItem], seat: Seat) -> tuple[AnyItem, ...]:
    """Return the items that a learner sees in a step, in their order."""
    shown = step.shown(items)
    if step.items == "dealt":
        return dealt([item for item in shown if isinstance(item, Exhibit)], seat)
    return chosen(shown, seat) if step.items == "chosen" else shown


def dealt(exhibits: Sequence[Exhibit], seat: Seat) -> tuple[AnyItem, ...]:
    """Deal texts to groups: every group has one, and every text some group.

    Where texts take a stand, groups are for and against in turn, and get all texts of theirs and
    those without a stand. Questions are not dealt: they are asked of all in another step.
    """
    if any(exhibit.stand for exhibit in exhibits):
        stand = STANDS[seat.group % 2]
        return tuple(exhibit for exhibit in exhibits if exhibit.stand in {"", stand})
    first = seat.group % max(len(exhibits), 1)
    return tuple(exhibits[first :: max(seat.groups, 1)])


def chosen(items: Sequence[AnyItem], seat: Seat) -> tuple[AnyItem, ...]:
    """Return what an option stands for: the items of the level, or the item, of its number.

    Options of levels are A, B, C in order; where the items are not of several levels, an option is
    an item. Whoever chose nothing has all to choose from.
    """
    if seat.option is None:
        return tuple(items)
    if are_levelled(items):
        level = list(Level)[min(seat.option, len(Level) - 1)]
        return tuple(item for item in items if item.level in {None, level})
    return tuple(items[seat.option : seat.option + 1])


def are_levelled(items: Iterable[AnyItem]) -> bool:
    """Tell whether items are of several levels, so that a learner can choose among these."""
    return len({item.level for item in items if item.level}) > 1
