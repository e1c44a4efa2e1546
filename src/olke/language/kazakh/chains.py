"""Reading a string of suffixes from left to right through the slots.

Each situation a suffix may meet (state, last sound, harmony, what the stem has lost) is one
:class:`Junction`. All that can be reached from a junction are made with it: together they are an
automaton in plain dictionaries, whose branches remember every string they have read.
"""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import chain
from typing import NamedTuple, cast

from .allomorphs import allomorphs
from .slots import FINAL
from .sounds import Harmony, Sound


class Chain(NamedTuple):
    """One way to read a string of suffixes.

    ``lemma_length`` counts the letters that belong to a derived lemma (0: none do), ``verbal``
    says whether that lemma is a verb; ``cost`` is the sum over the slots.
    """

    slots: tuple[str, ...]
    cost: float
    lemma_length: int = 0
    verbal: bool = False


Chains = tuple[Chain, ...]
_EMPTY: Chains = (Chain((), 0.0),)
_NONE: Chains = ()
_MOST_REMEMBERED = 20_000
_VERB_STATES = frozenset({"verb", "voiced"})
_Situation = tuple[str, Sound, Harmony, str]
_chain = cast(
    "Callable[[tuple[tuple[str, ...], float, int, bool]], Chain]", partial(tuple.__new__, Chain)
)


class _Item(NamedTuple):
    """A suffix that may follow; ``lemma_length`` and ``verbal`` as in :class:`Chain`."""

    surface: str
    size: int
    after: "Junction"
    slots: tuple[str]
    cost: float
    lemma_length: int
    verbal: bool


class Branch:
    """The suffixes that may follow where the first two letters are given, and what they have read.

    Junctions that differ elsewhere share a branch, so that a string is read once for all of them.
    """

    __slots__ = ("_items", "_read")

    def __init__(self, items: tuple[_Item, ...]) -> None:
        self._items = items
        self._read: dict[str, Chains] = {}

    def chains(self, suffix: str) -> Chains:
        """Every reading of ``suffix``, which begins with the letters of this branch."""
        found = self._read.get(suffix)
        if found is None:
            if len(self._read) > _MOST_REMEMBERED:
                self._read.clear()
            found = self._read[suffix] = tuple(self._parsed(suffix))
        return found

    def _parsed(self, suffix: str) -> Iterator[Chain]:
        for surface, size, after, slots, cost, length, verbal in self._items:
            if suffix.startswith(surface):
                for more, tail_cost, tail_length, tail_verbal in after.chains(suffix[size:]):
                    if tail_length:
                        yield _chain(
                            (slots + more, cost + tail_cost, size + tail_length, tail_verbal)
                        )
                    else:
                        yield _chain((slots + more, cost + tail_cost, length, verbal))


class Junction:
    """Where suffixes begin.

    ``branches`` has the first two letters of every string that may be read here (the one letter,
    where the string is no longer), so that most others are turned away by one look-up.
    """

    __slots__ = ("branches", "followers", "may_end")

    def __init__(self, state: str, joint: str) -> None:
        self.may_end = state in FINAL and not joint
        self.followers: list[_Item] = []
        self.branches: dict[str, Branch] = {}

    def chains(self, suffix: str) -> Chains:
        """Every reading of ``suffix`` here; the empty one only where a word may end."""
        branch = self.branches.get(suffix[:2])
        if branch is not None:
            return branch.chains(suffix)
        return _EMPTY if self.may_end and not suffix else _NONE

    def spread(self) -> None:
        """Lay out the branches, once every junction that may come next has its followers."""
        items: dict[str, tuple[_Item, ...]] = {}
        for start in {x.surface[:2] for x in self.followers}:
            items[start] = tuple(x for x in self.followers if x.surface[:2] in (start, start[0]))
        for start in frozenset(self._starts()):
            self.branches[start] = _branch(items.get(start) or items[start[0]])

    def _starts(self) -> Iterator[str]:
        for item in self.followers:
            yield item.surface[:2]
            if item.size == 1:
                yield from (item.surface + x.surface[0] for x in item.after.followers)


@cache
def _branch(items: tuple[_Item, ...]) -> Branch:
    return Branch(items)


_made: dict[_Situation, Junction] = {}


def junction(state: str, sound: Sound, harmony: Harmony, joint: str = "") -> Junction:
    """The one junction of this situation, with all that can be reached from it."""
    situation = state, sound, harmony, joint
    found = _made.get(situation)
    if found is None:
        waiting: list[_Situation] = []
        found = _reached(situation, waiting)
        new = [_connected(x, waiting) for x in waiting]
        for each in new:
            each.spread()
    return found


def _reached(situation: _Situation, waiting: list[_Situation]) -> Junction:
    found = _made.get(situation)
    if found is None:
        found = _made[situation] = Junction(situation[0], situation[3])
        waiting.append(situation)
    return found


def _connected(situation: _Situation, waiting: list[_Situation]) -> Junction:
    found = _made[situation]
    for item in chain.from_iterable(allomorphs(*situation).values()):
        surface, slot = item.surface, item.slot
        after = _reached((item.target, item.sound, item.harmony, ""), waiting)
        length = len(surface) if slot.lemma else 0
        verbal = slot.lemma and slot.target in _VERB_STATES
        found.followers.append(
            _Item(surface, len(surface), after, (slot.name,), slot.cost, length, verbal)
        )
    return found


def chains(state: str, sound: Sound, harmony: Harmony, suffix: str, joint: str = "") -> Chains:
    """Every reading of ``suffix`` after a stem in ``state``."""
    return junction(state, sound, harmony, joint).chains(suffix)
