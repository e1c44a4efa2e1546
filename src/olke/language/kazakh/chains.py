"""Reading a string of suffixes from left to right through the slots.

Each situation a suffix may meet (state, last sound, harmony, what the stem has lost) is one
:class:`Junction`. All that can be reached from a junction are made with it: together they are an
automaton in plain dictionaries, in which each junction remembers every string it has read.
"""

from collections.abc import Callable, Iterator
from functools import partial
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


class Junction:
    """Where suffixes begin: what may follow, and what has been read here.

    ``starts`` holds the first two letters of every string that may be read here (the one letter,
    where the string is no longer), so that most others are turned away by one look-up.
    """

    __slots__ = ("_items", "_read", "letters", "may_end", "starts")

    def __init__(self, state: str, joint: str) -> None:
        self.may_end = state in FINAL and not joint
        self.letters: frozenset[str] = frozenset()
        self.starts: frozenset[str] = frozenset()
        self._items: dict[str, list[_Item]] = {}
        self._read: dict[str, Chains] = {"": _EMPTY if self.may_end else _NONE}

    def chains(self, suffix: str) -> Chains:
        """Every reading of ``suffix`` here; the empty one only where a word may end."""
        found = self._read.get(suffix)
        if found is None:
            if suffix[:2] not in self.starts:
                return _NONE
            if len(self._read) > _MOST_REMEMBERED:
                self._read.clear()
                self._read[""] = _EMPTY if self.may_end else _NONE
            found = self._read[suffix] = self._parse(suffix)
        return found

    def _parse(self, suffix: str) -> Chains:
        found: list[Chain] = []
        items = self._items.get(suffix[:2]) or self._items.get(suffix[0], [])
        for surface, size, after, slots, cost, length, verbal in items:
            if suffix.startswith(surface):
                for tail in after.chains(suffix[size:]):
                    more, tail_cost, tail_length, tail_verbal = tail
                    if tail_length:
                        joined = slots + more, cost + tail_cost, size + tail_length, tail_verbal
                    else:
                        joined = slots + more, cost + tail_cost, length, verbal
                    found.append(_chain(joined))
        return tuple(found)

    def connect(self, followers: list[_Item]) -> None:
        """Lay out the suffixes that may follow by the letters they are found by: two, or one
        where what comes after it is not told by the second.
        """
        self.letters = frozenset(x.surface[0] for x in followers)
        for start in {x.surface[:2] for x in followers}:
            self._items[start] = [x for x in followers if x.surface[:2] in (start, start[0])]

    def look_ahead(self) -> None:
        """Note the ``starts``, once all junctions that may come next know their ``letters``."""
        self.starts = frozenset(_starts(x for items in self._items.values() for x in items))


def _starts(items: Iterator[_Item]) -> Iterator[str]:
    for item in items:
        yield item.surface[:2]
        if item.size == 1:
            yield from (item.surface + letter for letter in item.after.letters)


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
            each.look_ahead()
    return found


def _reached(situation: _Situation, waiting: list[_Situation]) -> Junction:
    found = _made.get(situation)
    if found is None:
        found = _made[situation] = Junction(situation[0], situation[3])
        waiting.append(situation)
    return found


def _connected(situation: _Situation, waiting: list[_Situation]) -> Junction:
    found = _made[situation]
    followers = []
    for item in chain.from_iterable(allomorphs(*situation).values()):
        surface, slot = item.surface, item.slot
        after = _reached((item.target, item.sound, item.harmony, ""), waiting)
        length = len(surface) if slot.lemma else 0
        verbal = slot.lemma and slot.target in _VERB_STATES
        followers.append(
            _Item(surface, len(surface), after, (slot.name,), slot.cost, length, verbal)
        )
    found.connect(followers)
    return found


def chains(state: str, sound: Sound, harmony: Harmony, suffix: str, joint: str = "") -> Chains:
    """Every reading of ``suffix`` after a stem in ``state``."""
    return junction(state, sound, harmony, joint).chains(suffix)
