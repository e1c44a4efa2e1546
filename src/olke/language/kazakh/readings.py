"""Every reading of a Kazakh word form, best first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .chains import MAX_SUFFIX_LETTERS, Chain, chains
from .guesser import guesses
from .lexicon import Stem, listed_forms, stems
from .sounds import VOICELESS_PAIR, infinitive

VOWELS = frozenset("аәеёиоөуүұыіэюя")
_WEIGHT_STEP = 0.7
_IMPERATIVE_COST = 3.2
_BASE_OF_VOICE_COST = 1.5
_ADVERB_SUFFIX_COST = 0.8
MOST_READINGS = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """One analysis: the lemma, its part of speech, the slots filled, and how sure it is.

    ``known`` is true where the lexicon has the word or the base it is derived from; ``cost`` is
    lower for better readings and comparable only among the readings of one form.
    """

    lemma: str
    pos: str
    slots: tuple[str, ...]
    known: bool
    cost: float


@lru_cache(maxsize=100_000)
def readings(form: str, *, name: bool = False) -> tuple[Reading, ...]:
    """Readings of a normalised lower-case ``form``; ``name`` where it is written as a name.

    Never empty: a form that nothing explains is read as a noun in its base form.
    """
    known = [*_listed(form), *_from_lexicon(form)]
    if not known:
        known = [Reading(g.lemma, g.pos, g.slots, False, g.cost) for g in guesses(form, name=name)]
    return _best_first(known) or (Reading(form, "noun", (), False, 99.0),)


def _listed(form: str) -> Iterator[Reading]:
    lemmas, pos = listed_forms().get(form, ((), ""))
    for place, lemma in enumerate(lemmas):
        yield Reading(lemma, pos, (), True, -10.0 + place)


def _from_lexicon(form: str) -> Iterator[Reading]:
    index = stems()
    for length in range(len(form), max(0, len(form) - MAX_SUFFIX_LETTERS), -1):
        for stem in index.get(form[:length], ()):
            yield from _with_suffixes(stem, form, length)


def _with_suffixes(stem: Stem, form: str, length: int) -> Iterator[Reading]:
    suffix = form[length:]
    prior = (5 - stem.weight) * _WEIGHT_STEP
    if not suffix:
        if not stem.bound:
            cost = prior + (_IMPERATIVE_COST if stem.state == "verb" else 0.0)
            yield Reading(stem.lemma, stem.pos, (), True, cost)
        return
    if stem.bound and not stem.joint and suffix[0] not in VOWELS:
        return
    if stem.pos == "adv":
        prior += _ADVERB_SUFFIX_COST
    for chain in chains(stem.state, stem.sound, stem.harmony, suffix, stem.joint):
        yield from _readings_of(stem, chain, form, length, prior)


def _readings_of(
    stem: Stem, chain: Chain, form: str, length: int, prior: float
) -> Iterator[Reading]:
    cost = prior + chain.cost
    if not chain.lemma_length:
        yield Reading(stem.lemma, stem.pos, chain.slots, True, cost)
        return
    derived = form[: length + chain.lemma_length]
    if chain.verbal:
        yield Reading(infinitive(derived), "verb", chain.slots, True, cost)
        if stem.state == "verb":
            yield Reading(stem.lemma, "verb", chain.slots, True, cost + _BASE_OF_VOICE_COST)
    else:
        lemma = derived[:-1] + VOICELESS_PAIR.get(derived[-1], derived[-1])
        yield Reading(lemma, "noun", chain.slots, True, cost)


def _best_first(found: Iterable[Reading]) -> tuple[Reading, ...]:
    best: dict[str, Reading] = {}
    for reading in sorted(found, key=lambda r: r.cost):
        best.setdefault(reading.lemma, reading)
    return tuple(best.values())[:MOST_READINGS]
