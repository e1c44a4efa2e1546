"""Reading a string of suffixes from left to right through the slots.

Each situation a suffix may meet (state, last sound, harmony, what the stem has lost) is one
:class:`Junction`. Together they are an automaton in plain dictionaries, which is laid out as far
as it is walked, and whose branches remember every string they have read.
"""

from collections.abc import Callable
from functools import cache, partial
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
_MOST_STARTS = 2_000
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
            branch = after.branches[suffix[size : size + 2]]
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
    """Where suffixes begin; what may follow is laid out when first asked for.

    ``branches`` gives what reads a string by its first two letters (by the one letter, where the
    string is no longer), so that most strings are turned away by one look-up.
    """

    __slots__ = ("_by_letter", "_situation", "branches", "may_end")

    def __init__(self, situation: _Situation) -> None:
        state, _, _, joint = situation
        self.may_end = state in FINAL and not joint
        self.branches = Branches(self)
        self._situation = situation
        self._by_letter: dict[str, list[_Item]] | None = None

    def chains(self, suffix: str) -> Chains:
        """Every reading of ``suffix`` here; the empty one only where a word may end."""
        branch = self.branches[suffix[:2]]
        if branch is not None:
            return branch.chains(suffix)
        return _EMPTY if self.may_end and not suffix else _NONE

    def branch(self, start: str) -> Branch | None:
        """What reads strings that begin with the one or two letters of ``start``."""
        second = start[1:]
        fitting = tuple(
            item
            for item in self.followers().get(start[:1], ())
            if item.surface[:2] == start
            or (item.size == 1 and second and second in item.after.followers())
        )
        return _branch(fitting) if fitting else None

    def followers(self) -> dict[str, list[_Item]]:
        """The suffixes that may come next, by their first letters."""
        if self._by_letter is None:
            state, sound, harmony, joint = self._situation
            self._by_letter = {}
            for slot in SLOTS[state]:
                for item in _items(slot, sound, harmony, joint):
                    self._by_letter.setdefault(item.surface[0], []).append(item)
        return self._by_letter


class Branches(dict[str, Branch | None]):
    """The first letters of a string → what reads it after a junction, ``None`` if nothing does.

    ``letters`` are those that may be the first, where not every letter may.
    """

    __slots__ = ("_after", "_letters")

    def __init__(self, after: Junction, letters: frozenset[str] | None = None) -> None:
        super().__init__()
        self._after = after
        self._letters = letters

    def __missing__(self, start: str) -> Branch | None:
        fits = self._letters is None or start[:1] in self._letters
        found = self._after.branch(start) if fits else None
        if len(self) < _MOST_STARTS:
            self[start] = found
        return found


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
