"""Repairing a form that the lexicon cannot read: letters confused, doubled, lost or added.

Printed Kazakh of the last century, and text that went through fonts without Kazakh letters, is
full of these (техникалык, адамнын, қазаннында). A repair is only tried where nothing else is
known, and costs enough for an ordinary guess to win on a short word.
"""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .chains import Chain, Junction, junction
from .lexicon import Bound, Stem, stems
from .sounds import Harmony, Sound, last_sound

# Letters that stand for one another in old print, typing without a Kazakh layout, and scans.
_CONFUSED = {
    "к": "қ", "қ": "к", "г": "ғ", "ғ": "г", "н": "ң", "ң": "н", "у": "ұү", "ұ": "уү", "ү": "уұ",
    "о": "ө", "ө": "о", "а": "ә", "ә": "аэ", "э": "әө", "ы": "і", "і": "ыи", "и": "і", "х": "һқ",
    "һ": "х", "щ": "ш", "в": "б", "ф": "п", "е": "ө", "ц": "с", "с": "ц",
}  # fmt: skip
_CONFUSED_COST = 3.0
_MISFIT_COST = 3.5
_LETTER_COST = 5.0
_SHORTEST_FOR_LETTERS = 7
_SHORTEST_STEM = 4
_COMMON = 4


class Repair(NamedTuple):
    """A reading of a misspelt form: the stem that was meant, the suffixes, and the cost."""

    stem: Stem
    chain: Chain
    cost: float


def respellings(form: str) -> Iterator[tuple[str, float]]:
    """Other spellings ``form`` may stand for, with their cost: one letter confused or doubled."""
    for other in _respelled(form):
        yield other, _CONFUSED_COST


def shortened(form: str) -> Iterator[tuple[str, float]]:
    """A long ``form`` without one letter too many, or with two letters swapped back."""
    if len(form) >= _SHORTEST_FOR_LETTERS:
        for other in _letter_dropped(form):
            yield other, _LETTER_COST


def misfits(form: str) -> Iterator[Repair]:
    """A known stem with suffixes of the other harmony, or shaped for another last sound."""
    for length, alike in stems().beginning(form):
        if _SHORTEST_STEM - 1 <= length < len(form):
            for stem in alike:
                if stem.bound == Bound.FREE and not stem.joint and stem.state != "end":
                    yield from _any_fit(stem, form[:length], form[length:])


def lengthened(form: str) -> Iterator[Repair]:
    """A long ``form`` whose stem has lost a letter."""
    if len(form) >= _SHORTEST_FOR_LETTERS:
        yield from _letter_lost(form)


def _respelled(form: str) -> Iterator[str]:
    for i, letter in enumerate(form):
        for other in _CONFUSED.get(letter, ""):
            yield form[:i] + other + form[i + 1 :]
        if i and letter == form[i - 1]:
            yield form[:i] + form[i + 1 :]


def _letter_dropped(form: str) -> Iterator[str]:
    for i in range(1, len(form)):
        yield form[:i] + form[i + 1 :]
        yield form[: i - 1] + form[i] + form[i - 1] + form[i + 1 :]


def _suffixed(stem: Stem, suffix: str, cost: float) -> Iterator[Repair]:
    if suffix or not stem.bound:
        for chain in stem.junction.chains(suffix):
            if not chain.lemma_length:
                yield Repair(stem, chain, cost + chain.cost)


def _any_fit(stem: Stem, text: str, suffix: str) -> Iterator[Repair]:
    start = suffix[:2]
    for cost, after in _shapes(stem.state, last_sound(text)):
        branch = after.branches.get(start)
        if branch is not None:
            for chain in branch.chains(suffix):
                if not chain.lemma_length:
                    yield Repair(stem, chain, _MISFIT_COST + chain.cost + cost)


@cache
def _shapes(state: str, last: Sound) -> list[tuple[float, Junction]]:
    """Where suffixes may begin that were shaped for another stem, with what each costs."""
    sounds = dict.fromkeys((last, Sound.VOICELESS, Sound.GLIDE, Sound.NASAL))
    return [
        (place * 0.2, junction(state, sound, Harmony.EITHER)) for place, sound in enumerate(sounds)
    ]


@cache
def _stems_with_a_letter_lost() -> dict[str, list[str]]:
    """Common stems by what is left of them without one letter."""
    index: dict[str, list[str]] = {}
    words = stems()
    for text in words:
        if len(text) > _SHORTEST_STEM and words.weight(text) >= _COMMON:
            for lost in {text[:i] + text[i + 1 :] for i in range(1, len(text))}:
                index.setdefault(lost, []).append(text)
    return index


def _letter_lost(form: str) -> Iterator[Repair]:
    index, every = _stems_with_a_letter_lost(), stems()
    for length in range(len(form), _SHORTEST_STEM, -1):
        for text in index.get(form[:length], ()):
            for stem in every[text]:
                yield from _suffixed(stem, form[length:], _LETTER_COST)
