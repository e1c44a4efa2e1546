"""Every reading of a Kazakh word form, best first."""

from collections.abc import Callable, Iterator
from functools import partial
from operator import itemgetter
from typing import NamedTuple, cast

from .chains import Chains
from .guesser import guesses
from .lexicon import Stem, listed_forms, stems
from .sounds import VOICELESS_PAIR, infinitive
from .spelling import Repair, lengthened, misfits, respellings, shortened

_KNOWN, _GUESSED = True, False
_IMPERATIVE_COST = 3.2
_BASE_OF_VOICE_COST = 1.5
_REPAIR_COST = 3.5
_SHORTEST_MENDED = 5
_LONGEST_SUFFIX = 24
_PLAIN = 3.5
# How much shorter than the longest stem found another may be: салын- and сал- of салынды.
_SHORTER_STEMS = 5
_MOST_READINGS = 8
_FAR_FETCHED = 6.0
# What is read so easily is read alike with and without a capital; guesses and mends cost more.
_EVEN_AS_NAME = 5.5
_MOST_REMEMBERED = 200_000
LONGEST_WORD = 64
"""Letters; what is longer is no word, and is not read."""


class Reading(NamedTuple):
    """One analysis: the lemma, its part of speech, the slots filled, and how sure it is.

    ``known`` is true where the lexicon has the word or the base it is derived from; ``cost`` is
    lower for better readings and comparable only among the readings of one form.
    """

    lemma: str
    pos: str
    slots: tuple[str, ...]
    known: bool
    cost: float


_cost = itemgetter(4)
_reading = cast(
    "Callable[[tuple[str, str, tuple[str, ...], bool, float]], Reading]",
    partial(tuple.__new__, Reading),
)
_alike: dict[str, tuple[Reading, ...]] = {}
_by_case: dict[tuple[str, bool], tuple[Reading, ...]] = {}


def readings(form: str, *, name: bool = False) -> tuple[Reading, ...]:
    """Readings of a normalised lower-case ``form``; ``name`` where it is written as a name.

    Never empty: a form that nothing explains is read as a noun in its base form.
    """
    found = _alike.get(form) or _by_case.get((form, name))
    if found is None:
        found = _read(form, name=name)
        if len(_alike) + len(_by_case) > _MOST_REMEMBERED:
            _alike.clear()
            _by_case.clear()
        if found[0].cost < _EVEN_AS_NAME:
            _alike[form] = found
        else:
            _by_case[form, name] = found
    return found


def _read(form: str, *, name: bool) -> tuple[Reading, ...]:
    if len(form) > LONGEST_WORD:
        return (_unread(form),)
    found = _looked_up(form)
    if not found:
        found = [
            Reading(g.lemma, g.pos, g.slots, _GUESSED, g.cost) for g in guesses(form, name=name)
        ]
        if not name:
            found.extend(_repaired(form))
    best = _best_first(found) or (_unread(form),)
    if name and best[0].known and best[0].cost > _FAR_FETCHED:
        return (*_as_name(form), *best)[:_MOST_READINGS]
    return best


def _unread(form: str) -> Reading:
    return Reading(form, "noun", (), _GUESSED, 99.0)


def known_readings(form: str) -> tuple[Reading, ...]:
    """Readings of ``form`` by the lexicon alone, without guesses and mended slips."""
    return _best_first(_looked_up(form))


def _looked_up(form: str) -> list[Reading]:
    found = _from_lexicon(form)
    if form in listed_forms():
        found.extend(_listed(form))
    return found


def _as_name(form: str) -> tuple[Reading, ...]:
    """The likeliest reading as a name: Аққайың is not an imperative."""
    found = min(guesses(form, name=True), key=itemgetter(3), default=None)
    return (
        () if found is None else (Reading(found.lemma, "propn", found.slots, _GUESSED, found.cost),)
    )


def _listed(form: str) -> Iterator[Reading]:
    lemmas, pos = listed_forms()[form]
    for place, lemma in enumerate(lemmas):
        yield Reading(lemma, pos, (), _KNOWN, -10.0 + place)


def _repaired(form: str) -> list[Reading]:
    """Readings with one slip mended; lost and added letters only where no letter is confused."""
    if len(form) < _SHORTEST_MENDED:
        return []
    found = [*_mended(misfits(form)), *_respelled(respellings(form))]
    return found or [*_mended(lengthened(form)), *_respelled(shortened(form))]


def _mended(found: Iterator[Repair]) -> Iterator[Reading]:
    for stem, chain, cost in found:
        prior = _REPAIR_COST + stem.rarity
        if stem.state == "verb" and not chain.slots:
            prior += _IMPERATIVE_COST
        yield Reading(stem.lemma, stem.pos, chain.slots, _KNOWN, prior + cost)


def _respelled(others: Iterator[tuple[str, float]]) -> Iterator[Reading]:
    for other, cost in others:
        for lemma, pos, slots, known, plain_cost in _from_lexicon(other):
            if len(lemma) >= _SHORTEST_MENDED - 1:
                yield Reading(lemma, pos, slots, known, plain_cost + cost + _REPAIR_COST)


def _from_lexicon(form: str) -> list[Reading]:
    size = len(form)
    found: list[Reading] = []
    shortest = size - _LONGEST_SUFFIX
    for length, alike in stems().beginning(form):
        if length <= shortest:
            break
        if length == size:
            found += [_reading((x.lemma, x.pos, (), _KNOWN, x.alone)) for x in alike if not x.bound]
            if found:
                shortest = size - _SHORTER_STEMS
            continue
        start = form[length : length + 2]
        for stem in alike:
            branch = stem.branches.get(start)
            if branch is not None:
                chains = branch.chains(form[length:])
                if chains:
                    _add_suffixed(stem, form, length, chains, found)
        if found and found[-1][4] < _PLAIN and length - _SHORTER_STEMS > shortest:
            shortest = length - _SHORTER_STEMS
    return found


def _add_suffixed(stem: Stem, form: str, length: int, chains: Chains, found: list[Reading]) -> None:
    prior = stem.suffixed
    for slots, cost, lemma_length, verbal in chains:
        if not lemma_length:
            found.append(_reading((stem.lemma, stem.pos, slots, _KNOWN, prior + cost)))
            continue
        derived = form[: length + lemma_length]
        if verbal:
            found.append(_reading((infinitive(derived), "verb", slots, _KNOWN, prior + cost)))
            if stem.state == "verb":
                base_cost = prior + cost + _BASE_OF_VOICE_COST
                found.append(_reading((stem.lemma, "verb", slots, _KNOWN, base_cost)))
        else:
            lemma = derived[:-1] + VOICELESS_PAIR.get(derived[-1], derived[-1])
            found.append(_reading((lemma, "noun", slots, _KNOWN, prior + cost)))


def _best_first(found: list[Reading]) -> tuple[Reading, ...]:
    if len(found) < 2:
        return tuple(found)
    best: dict[str, Reading] = {}
    for reading in sorted(found, key=_cost):
        best.setdefault(reading.lemma, reading)
    return tuple(best.values())[:_MOST_READINGS]
