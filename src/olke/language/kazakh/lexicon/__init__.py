"""The Kazakh lexicon: tab-separated files by part of speech, read once into an index of stems.

Columns: ``lemma``, ``pos``, ``weight`` (5 among the few hundred commonest words ... 1 rare),
``stem`` (where spelling does not give it: оқу has оқы, халық before a possessive has халқ;
қорқу has two, ``қорық|қорқ``).
``forms.tsv`` lists whole forms whose lemma the slots cannot give or should not decide:
``form``, ``lemmas`` (best first, parted by ``|``), ``pos``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..chains import Branch, Junction, junction
from ..sounds import VOICED_PAIR, VOICELESS_PAIR, VOWELS, Harmony, harmony, last_sound

FILES = (
    "nouns", "loans", "adjectives", "verbs", "adverbs", "numerals", "closed",
    "places", "people", "abbreviations",
)  # fmt: skip
DEFAULT_WEIGHT = 2
_STATE_OF = {
    "noun": "noun", "loan": "noun", "propn": "noun", "abbr": "noun", "num": "adjective",
    "pron": "adjective", "adj": "adjective", "adv": "adjective", "mod": "adjective",
    "verb": "verb", "cop": "participle",
}  # fmt: skip


BORROWED = frozenset({"loan", "propn"})


class Bound(IntEnum):
    """What must follow a written stem."""

    FREE = 0
    BEFORE_SUFFIX = 1  # медал- of медаль
    BEFORE_VOWEL = 2  # кітаб- of кітап


@dataclass(frozen=True, slots=True)
class Entry:
    """A dictionary word; ``stem`` is empty where the spelling of the lemma gives it."""

    lemma: str
    pos: str
    weight: int
    stem: str


@dataclass(frozen=True, slots=True)
class Stem:
    """One written stem of an entry, and what may follow it.

    ``joint`` names what the stem has lost (see :func:`..allomorphs.allomorphs`); ``branches`` are
    those of its junction that fit it, by the letters suffixes begin with.
    """

    lemma: str
    pos: str
    weight: int
    state: str
    joint: str
    bound: Bound
    harmony: Harmony
    junction: Junction
    branches: dict[str, Branch]


def _rows(name: str) -> Iterator[list[str]]:
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        yield line.split("\t")


@cache
def entries() -> tuple[Entry, ...]:
    """Every word of the lexicon, in the order of the files."""
    found = []
    for name in FILES:
        for row in _rows(name):
            lemma, pos, weight, stem = [*row, "", "", ""][:4]
            found.append(Entry(lemma, pos, int(weight or DEFAULT_WEIGHT), stem))
    return tuple(found)


@cache
def listed_forms() -> dict[str, tuple[tuple[str, ...], str]]:
    """Whole forms → (lemmas best first, part of speech)."""
    return {row[0]: (tuple(row[1].split("|")), row[2]) for row in _rows("forms")}


@cache
def stems() -> dict[str, tuple[Stem, ...]]:
    """Every written stem → the entries it may belong to."""
    index: dict[str, list[Stem]] = {}
    for entry in entries():
        for text, joint, bound in _written_stems(entry):
            index.setdefault(text, []).append(_stem(entry, text, joint=joint, bound=bound))
    return {text: tuple(found) for text, found in index.items()}


HEAD = 4
"""How many letters of a form are enough to tell which lengths of stem are worth a look."""


class _StemLengths(dict[str, tuple[int, ...]]):
    """The first letters of a form → the lengths of the stems that may begin it, longest first."""

    def __init__(self, index: Iterable[str]) -> None:
        longer: dict[str, set[int]] = {}
        self._short = set()
        for text in index:
            if len(text) > HEAD:
                longer.setdefault(text[:HEAD], set()).add(len(text))
            else:
                self._short.add(text)
        self._longer = {x: tuple(sorted(sizes, reverse=True)) for x, sizes in longer.items()}

    def __missing__(self, head: str) -> tuple[int, ...]:
        short = [size for size in range(len(head), 0, -1) if head[:size] in self._short]
        found = (*self._longer.get(head, ()), *short)
        if len(self) < _MOST_HEADS:
            self[head] = found
        return found


_MOST_HEADS = 50_000


class StemIndex(NamedTuple):
    """``stems`` under their letters, and the ``lengths`` of those that share the first letters."""

    stems: dict[str, tuple[Stem, ...]]
    lengths: _StemLengths


@cache
def stem_index() -> StemIndex:
    """What finds the stems that a form may begin with: ``lengths[form[:HEAD]]``, longest first."""
    return StemIndex(stems(), _StemLengths(stems()))


def _stem(entry: Entry, text: str, *, joint: str, bound: Bound) -> Stem:
    side = harmony(entry.stem or entry.lemma) if joint else harmony(text)
    if entry.pos in BORROWED:
        # цехы, Назарбаевтың, but партиясы: the last vowel does not decide for a loan
        side = Harmony.EITHER
    elif bound and entry.pos != "verb":
        side = harmony(entry.lemma)
    state = _STATE_OF.get(entry.pos, "end")
    after = junction(state, last_sound(text), side, joint)
    branches = after.branches
    if bound == Bound.BEFORE_VOWEL and not joint:
        branches = _with_vowels(after)
    return Stem(entry.lemma, entry.pos, entry.weight, state, joint, bound, side, after, branches)


@cache
def _with_vowels(after: Junction) -> dict[str, Branch]:
    return {start: branch for start, branch in after.branches.items() if start[0] in VOWELS}


def _written_stems(entry: Entry) -> Iterator[tuple[str, str, Bound]]:
    """(text, joint, bound) of every shape in which the word's stem is written."""
    if entry.pos == "verb":
        for stem in (entry.stem or free_stem(entry.lemma)).split("|"):
            yield from _verb_stems(stem)
        return
    yield entry.lemma, "", Bound.FREE
    if entry.stem:
        yield entry.stem, "", Bound.BEFORE_VOWEL
    elif entry.lemma[-1] in VOICED_PAIR and entry.pos != "abbr":
        yield entry.lemma[:-1] + VOICED_PAIR[entry.lemma[-1]], "", Bound.BEFORE_VOWEL
    if entry.pos in BORROWED:
        yield from ((text, "", Bound.BEFORE_SUFFIX) for text in _shortened_loans(entry.lemma))


def _shortened_loans(lemma: str) -> Iterator[str]:
    """A Russian ending gives way to a Kazakh suffix: медалі, процесі, тресі, съезі, объектілер."""
    if lemma.endswith(("ь", "ст", "зд")) or lemma[-1] == lemma[-2:-1]:
        yield lemma[:-1]
    if lemma.endswith(("кт", "нкт")):
        yield lemma + "і"


def _verb_stems(stem: str) -> Iterator[tuple[str, str, Bound]]:
    last = stem[-1]
    yield stem, "i-final" if last == "и" else "", Bound.FREE
    if last in VOICED_PAIR:
        yield stem[:-1] + VOICED_PAIR[last], "", Bound.BEFORE_VOWEL
        if last == "п":
            yield stem[:-1] + "у", "weakened", Bound.BEFORE_VOWEL
    elif stem.endswith(("йы", "йі")):
        yield stem[:-2], "merged", Bound.BEFORE_VOWEL
        yield stem[:-1], "dropped", Bound.BEFORE_VOWEL
    elif last in "ыі":
        yield stem[:-1], "dropped", Bound.BEFORE_VOWEL
    elif last == "й":
        yield stem[:-1], "merged", Bound.BEFORE_VOWEL


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
