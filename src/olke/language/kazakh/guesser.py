"""Readings of words the lexicon does not have.

Every split of the form into a stem and a well-formed string of suffixes is a candidate. Its cost
adds what the suffixes cost, a price for every letter of the stem (so that a suffix is taken off
where it explains more letters than it costs) and what makes the stem an unlikely one.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .chains import Chains, Junction, junction
from .sounds import (
    VOICED_PAIR,
    VOICELESS_PAIR,
    Harmony,
    Sound,
    first_vowel,
    harmonies,
    infinitive,
    last_sound,
)

_UNKNOWN = 6.0
_LETTER = 0.75
_SHORTEST = 3
_LONGEST_SUFFIX = 16
_VERB = 1.4
_VERB_AS_NAME = 2.6
_POSSESSED_NAME = 1.2
_UNVERBLIKE = 1.2
_VERB_ENDINGS = (
    "ла", "ле", "да", "де", "та", "те", "ар", "ер", "ай", "ей", "лан", "лен", "дан", "ден", "тан",
    "тен", "лас", "лес", "дас", "дес", "тас", "тес", "ыл", "іл", "ын", "ін", "ыс", "іс", "дыр",
    "дір", "тыр", "тір", "ғыз", "гіз", "ыт", "іт", "ат", "ет",
)  # fmt: skip


class Guess(NamedTuple):
    """A reading made of a stem that is in no list."""

    lemma: str
    pos: str
    slots: tuple[str, ...]
    cost: float


def guesses(form: str, *, name: bool = False) -> Iterator[Guess]:
    """Candidate readings of an unknown ``form``; ``name`` where it is written as a name."""
    sides = harmonies(form)
    shortest = max(_SHORTEST, len(form) - _LONGEST_SUFFIX, first_vowel(form) + 1)
    for length in range(len(form), shortest - 1, -1):
        stem, suffix = form[:length], form[length:]
        ending = form[length - 1] if form[length - 1] not in "ьъ" else _ending(stem)
        # Назарбаевтың, Киевтің: a name from Russian takes either harmony
        nominal, verbal = _after(ending, sides[length], name=name)
        if not suffix or suffix[:2] in nominal.branches:
            yield from _nominal(stem, nominal.chains(suffix), suffix, name=name)
        if suffix[:2] in verbal.branches:
            yield from _verbal(stem, verbal.chains(suffix), suffix, name=name)


def _ending(stem: str) -> str:
    """The last letter with a sound, and the sign after it."""
    return stem[max(0, len(stem.rstrip("ьъ")) - 1) :]


@lru_cache(maxsize=2_000)
def _after(ending: str, side: Harmony, *, name: bool) -> tuple[Junction, Junction]:
    """Where suffixes begin after a noun and after a verb."""
    sound = last_sound(ending)
    nominal = junction("noun", sound, Harmony.EITHER if name else side)
    return nominal, junction("verb", sound, side, "i-final" if ending == "и" else "")


def _nominal(stem: str, chains: Chains, suffix: str, *, name: bool) -> Iterator[Guess]:
    base = _UNKNOWN + _LETTER * len(stem) + _shape_cost(stem, suffix)
    for chain in chains:
        if not chain.lemma_length:
            cost = base + chain.cost
            if name and chain.slots[:1] == ("poss3",):
                cost += _POSSESSED_NAME
            yield Guess(_noun_lemma(stem, suffix), "noun", chain.slots, cost)


def _noun_lemma(stem: str, suffix: str) -> str:
    """Before a vowel қ, к, п have become ғ, г, б: шаруашылығы has шаруашылық."""
    if suffix and suffix[0] in "ыі" and stem[-1] in VOICELESS_PAIR:
        return stem[:-1] + VOICELESS_PAIR[stem[-1]]
    return stem


def _shape_cost(stem: str, suffix: str) -> float:
    """What makes ``stem`` an unlikely noun."""
    cost = 0.0
    if suffix and suffix[0] in "ыі" and stem[-1] in VOICED_PAIR:
        cost += 1.5  # a plain қ, к, п before a vowel
    if suffix in ("ы", "і") and stem[-1] in "лд":
        cost += 1.2  # more often the adjective: баламалы, тиесілі, сәнді
    if stem[-1] in "ыі" and suffix[:2] in ("сы", "сі"):
        cost += 1.6  # more often a noun in -ыс: болмысы has болмыс
    if stem[-1] == "ғ" and not suffix:
        cost += 2.0
    if suffix and stem[-2:] not in _CLUSTERS and not _VOWEL.search(stem[-2:]):
        cost += 2.0  # a cluster that ends no word
    return cost


_CLUSTERS = frozenset(
    {a + b for a in "рлйнм" for b in "тсқкпшмдгзнфжвлчцх"}
    | {"ст", "кт", "пт", "фт", "кс", "шт", "ск"}
)
_VOWEL = re.compile("[аәеёиоөуүұыіэюя]")


def _verbal(stem: str, chains: Chains, suffix: str, *, name: bool) -> Iterator[Guess]:
    base = _UNKNOWN + _LETTER * len(stem) + (_VERB_AS_NAME if name else _VERB)
    if not stem.endswith(_VERB_ENDINGS):
        base += _UNVERBLIKE
    for chain in chains:
        if not chain.lemma_length:
            yield Guess(_verb_lemma(stem, suffix), "verb", chain.slots, base + chain.cost)


def _verb_lemma(stem: str, suffix: str) -> str:
    """Before a vowel the stem is already voiced, and takes у as it is."""
    if suffix[:1] in ("а", "е", "ы", "і", "у") and last_sound(stem) != Sound.VOWEL:
        return stem[:-1] + "ю" if stem[-1] == "й" else stem + "у"
    return infinitive(stem)
