"""Reading a string of suffixes from left to right through the slots.

Each situation a suffix may meet (state, last sound, harmony, what the stem has lost) is one
:class:`Junction`, made once; it remembers every string of suffixes it has read.
"""

from functools import cache
from typing import NamedTuple

from .allomorphs import Allomorph, allomorphs
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


class Junction:
    """Where suffixes begin: what may follow, by first letter, and what has been read here."""

    __slots__ = ("_followers", "_next", "_read", "first_letters", "may_end")

    def __init__(self, state: str, sound: Sound, harmony: Harmony, joint: str) -> None:
        self.may_end = state in FINAL and not joint
        self._next = allomorphs(state, sound, harmony, joint)
        self.first_letters = frozenset(self._next)
        self._followers: dict[str, list[tuple[Allomorph, Junction]]] = {}
        self._read: dict[str, Chains] = {"": _EMPTY if self.may_end else _NONE}

    def chains(self, suffix: str) -> Chains:
        """Every reading of ``suffix`` here; the empty one only where a word may end."""
        found = self._read.get(suffix)
        if found is None:
            if suffix[0] not in self.first_letters:
                return _NONE
            if len(self._read) > _MOST_REMEMBERED:
                self._read.clear()
                self._read[""] = _EMPTY if self.may_end else _NONE
            found = self._read[suffix] = self._parse(suffix)
        return found

    def _parse(self, suffix: str) -> Chains:
        found: list[Chain] = []
        for item, after in self._items(suffix[0]):
            if suffix.startswith(item.surface):
                for tail in after.chains(suffix[len(item.surface) :]):
                    found.append(_joined(item, tail))  # noqa: PERF401 -- the hottest loop
        return tuple(found)

    def _items(self, letter: str) -> list[tuple[Allomorph, "Junction"]]:
        items = self._followers.get(letter)
        if items is None:
            items = [(x, junction(x.target, x.sound, x.harmony)) for x in self._next[letter]]
            self._followers[letter] = items
        return items


@cache
def junction(state: str, sound: Sound, harmony: Harmony, joint: str = "") -> Junction:
    """The one junction of this situation."""
    return Junction(state, sound, harmony, joint)


def chains(state: str, sound: Sound, harmony: Harmony, suffix: str, joint: str = "") -> Chains:
    """Every reading of ``suffix`` after a stem in ``state``."""
    return junction(state, sound, harmony, joint).chains(suffix)


def _joined(item: Allomorph, tail: Chain) -> Chain:
    slot = item.slot
    length, verbal = 0, False
    if tail.lemma_length:
        length, verbal = len(item.surface) + tail.lemma_length, tail.verbal
    elif slot.lemma:
        length, verbal = len(item.surface), slot.target in _VERB_STATES
    return Chain((slot.name, *tail.slots), slot.cost + tail.cost, length, verbal)
