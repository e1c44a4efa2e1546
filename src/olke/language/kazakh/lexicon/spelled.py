"""How the stem of a word is written before its suffixes."""

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from ..sounds import VOICED_PAIR, VOICELESS_PAIR
from .words import Entry

BORROWED = frozenset({"loan", "propn"})


class Bound(IntEnum):
    """What must follow a written stem."""

    FREE = 0
    BEFORE_SUFFIX = 1  # медал- of медаль
    BEFORE_VOWEL = 2  # кітаб- of кітап


class WrittenStem(NamedTuple):
    """One shape of a stem; ``joint`` names what it has lost (:func:`..allomorphs.allomorphs`)."""

    text: str
    joint: str
    bound: Bound


def written_stems(entry: Entry) -> list[WrittenStem]:
    """Every shape in which the word's stem is written."""
    if entry.pos == "verb":
        texts = (entry.stem or free_stem(entry.lemma)).split("|")
        return [shape for text in texts for shape in _verb_stems(text)]
    lemma, stem = entry.lemma, entry.stem
    found = [WrittenStem(lemma, "", Bound.FREE)]
    if stem:
        found.append(WrittenStem(stem, "", Bound.BEFORE_VOWEL))
    elif lemma[-1] in VOICED_PAIR and entry.pos != "abbr":
        found.append(WrittenStem(lemma[:-1] + VOICED_PAIR[lemma[-1]], "", Bound.BEFORE_VOWEL))
    if entry.pos in BORROWED:
        found += [WrittenStem(x, "", Bound.BEFORE_SUFFIX) for x in _shortened_loans(lemma)]
    return found


def _shortened_loans(lemma: str) -> Iterator[str]:
    """A Russian ending gives way to a Kazakh suffix: медалі, процесі, тресі, съезі, объектілер."""
    if lemma.endswith(("ь", "ст", "зд")) or lemma[-1] == lemma[-2:-1]:
        yield lemma[:-1]
    if lemma.endswith(("кт", "нкт")):
        yield lemma + "і"


def _verb_stems(stem: str) -> Iterator[WrittenStem]:
    last = stem[-1]
    yield WrittenStem(stem, "i-final" if last == "и" else "", Bound.FREE)
    if last in VOICED_PAIR:
        yield WrittenStem(stem[:-1] + VOICED_PAIR[last], "", Bound.BEFORE_VOWEL)
        if last == "п":
            yield WrittenStem(stem[:-1] + "у", "weakened", Bound.BEFORE_VOWEL)
    elif stem.endswith(("йы", "йі")):
        yield WrittenStem(stem[:-2], "merged", Bound.BEFORE_VOWEL)
        yield WrittenStem(stem[:-1], "dropped", Bound.BEFORE_VOWEL)
    elif last in "ыі":
        yield WrittenStem(stem[:-1], "dropped", Bound.BEFORE_VOWEL)
    elif last == "й":
        yield WrittenStem(stem[:-1], "merged", Bound.BEFORE_VOWEL)


def free_stem(infinitive: str) -> str:
    """The stem of a regular infinitive: бару → бар, табу → тап, жою → жой, кию → ки."""
    if infinitive.endswith("ию"):
        return infinitive[:-1]
    if infinitive.endswith("ю"):
        return infinitive[:-1] + "й"
    stem = infinitive[:-1]
    if stem[-1] in VOICELESS_PAIR and len(stem) > 1:
        return stem[:-1] + VOICELESS_PAIR[stem[-1]]
    return stem
