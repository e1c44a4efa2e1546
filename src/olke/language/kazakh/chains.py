"""Reading a string of suffixes from left to right through the slots."""

from dataclasses import dataclass
from functools import lru_cache

from .allomorphs import Allomorph, allomorphs
from .slots import FINAL
from .sounds import Harmony, Sound


@dataclass(frozen=True, slots=True)
class Chain:
    """One way to read a string of suffixes.

    ``lemma_length`` counts the letters that belong to a derived lemma (0: none do), ``verbal``
    says whether that lemma is a verb; ``cost`` is the sum over the slots.
    """

    slots: tuple[str, ...]
    cost: float
    lemma_length: int = 0
    verbal: bool = False


_EMPTY = (Chain((), 0.0),)
MAX_SUFFIX_LETTERS = 24
_VERB_STATES = frozenset({"verb", "voiced"})


@lru_cache(maxsize=200_000)
def chains(
    state: str, sound: Sound, harmony: Harmony, suffix: str, joint: str = ""
) -> tuple[Chain, ...]:
    """Every reading of ``suffix`` after a stem in ``state``; the empty string where one may end."""
    if not suffix:
        return _EMPTY if state in FINAL and not joint else ()
    found: list[Chain] = []
    for item in allomorphs(state, sound, harmony, joint).get(suffix[0], ()):
        if suffix.startswith(item.surface):
            rest = suffix[len(item.surface) :]
            tails = chains(item.target, item.sound, item.harmony, rest)
            found.extend(_joined(item, tail) for tail in tails)
    return tuple(found)


def _joined(item: Allomorph, tail: Chain) -> Chain:
    slot = item.slot
    length, verbal = 0, False
    if tail.lemma_length:
        length, verbal = len(item.surface) + tail.lemma_length, tail.verbal
    elif slot.lemma:
        length, verbal = len(item.surface), slot.target in _VERB_STATES
    return Chain((slot.name, *tail.slots), slot.cost + tail.cost, length, verbal)
