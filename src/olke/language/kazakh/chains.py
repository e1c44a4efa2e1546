"""Reading a string of suffixes from left to right through the slots.

Each situation a suffix may meet (state, last sound, harmony, what the stem has lost) is one
:class:`Junction`. Together they are an automaton in plain dictionaries, which is laid out as far
as it is walked, and whose branches remember every string they have read.
"""

from collections.abc import Callable
from functools import cache, cached_property, partial
from itertools import chain
from typing import NamedTuple, cast

from .allomorphs import Allomorph, allomorphs
from .slots import FINAL, SLOTS, Slot
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
    """A suffix that may follow, and the reading it is by itself."""

    surface: str
    size: int
    after: "Junction"
    alone: Chain


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

    def _parsed(self, suffix: str) -> list[Chain]:
        found = []
        whole = len(suffix)
        for surface, size, after, alone in self._items:
            if not suffix.startswith(surface):
                continue
            if size == whole:
                if after.may_end:
                    found.append(alone)
                continue
            branch = after.branches.get(suffix[size : size + 2])
            if branch is not None:
                slots, cost, length, verbal = alone
                for more, tail_cost, tail_length, tail_verbal in branch.chains(suffix[size:]):
                    both = (slots + more, cost + tail_cost)
                    if tail_length:
                        found.append(_chain((*both, size + tail_length, tail_verbal)))
                    else:
                        found.append(_chain((*both, length, verbal)))
        return found


class Junction:
    """Where suffixes begin; what may follow is laid out when first asked for."""

    def __init__(self, situation: _Situation) -> None:
        state, _, _, joint = self._situation = situation
        self.may_end = state in FINAL and not joint

    def chains(self, suffix: str) -> Chains:
        """Every reading of ``suffix`` here; the empty one only where a word may end."""
        branch = self.branches.get(suffix[:2])
        if branch is not None:
            return branch.chains(suffix)
        return _EMPTY if self.may_end and not suffix else _NONE

    @cached_property
    def branches(self) -> dict[str, Branch]:
        """What reads a string by its first two letters (by the one, where it is no longer).

        All that may be read here are in it, so that most others are turned away by one look-up.
        """
        found: dict[str, Branch] = {}
        for letter, alike in self.followers.items():
            single = tuple(x for x in alike if x.size == 1)
            if single:
                beyond = {second for item in single for second in item.after.followers}
                starts = (letter, *(letter + second for second in beyond))
                found |= dict.fromkeys(starts, _branch(single))
            for start in {x.surface[:2] for x in alike if x.size > 1}:
                fitting = tuple(x for x in alike if x.size == 1 or x.surface.startswith(start))
                found[start] = _branch(fitting)
        return found

    @cached_property
    def followers(self) -> dict[str, list[_Item]]:
        """The suffixes that may come next, by their first letters."""
        state, sound, harmony, joint = self._situation
        found: dict[str, list[_Item]] = {}
        for slot in SLOTS[state]:
            for item in _items(slot, sound, harmony, joint):
                found.setdefault(item.surface[0], []).append(item)
        return found

    def prepare(self) -> None:
        """Lay out this junction and all that can be reached from it."""
        if "branches" not in self.__dict__:
            self.branches  # noqa: B018 -- laid out by being asked for
            for item in chain.from_iterable(self.followers.values()):
                item.after.prepare()


@cache
def _branch(items: tuple[_Item, ...]) -> Branch:
    return Branch(items)


@cache
def _items(slot: Slot, sound: Sound, harmony: Harmony, joint: str) -> tuple[_Item, ...]:
    """What may follow in one slot, the same in every state that has it."""
    return tuple(map(_item, allomorphs(slot, sound, harmony, joint)))


def _item(allomorph: Allomorph) -> _Item:
    surface, slot, target, sound, harmony = allomorph
    size = len(surface)
    verbal = slot.lemma and slot.target in _VERB_STATES
    alone = Chain((slot.name,), slot.cost, size if slot.lemma else 0, verbal)
    return _Item(surface, size, junction(target, sound, harmony), alone)


@cache
def junction(state: str, sound: Sound, harmony: Harmony, joint: str = "") -> Junction:
    """The one junction of this situation."""
    return Junction((state, sound, harmony, joint))


def chains(state: str, sound: Sound, harmony: Harmony, suffix: str, joint: str = "") -> Chains:
    """Every reading of ``suffix`` after a stem in ``state``."""
    return junction(state, sound, harmony, joint).chains(suffix)
