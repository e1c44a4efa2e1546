"""The stems of the lexicon, each prepared when a form first asks for it."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ..chains import Branch, Junction, junction
from ..sounds import VOWELS, Harmony, harmony, last_sound
from .spelled import BORROWED, Bound, WrittenStem, written_stems
from .words import Entry, entries

_STATE_OF = {
    "noun": "noun", "loan": "noun", "propn": "noun", "abbr": "noun", "num": "adjective",
    "pron": "adjective", "adj": "adjective", "adv": "adjective", "mod": "adjective",
    "verb": "verb", "cop": "participle",
}  # fmt: skip
_MOST_COMMON = 5
_WEIGHT_STEP = 0.7
_IMPERATIVE_COST = 3.2
_ADVERB_SUFFIX_COST = 0.8
# How many letters of a form are enough to tell which lengths of stem are worth a look.
_HEAD = 4


class Stem(NamedTuple):
    """One written stem of an entry, and what may follow it.

    ``joint`` names what the stem has lost (see :func:`..allomorphs.allomorphs`); ``branches`` are
    those of its junction that fit it, by the letters suffixes begin with. ``rarity`` is what the
    word costs a reading, ``alone`` what it costs without a suffix and ``suffixed`` with one.
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
    rarity: float
    alone: float
    suffixed: float


Beginnings = tuple[tuple[int, tuple[Stem, ...]], ...]
"""The stems that a form may begin with, by their length, longest first."""


class Stems:
    """Every stem of some entries under the letters it is written with."""

    def __init__(self, words: tuple[Entry, ...]) -> None:
        self._written: dict[str, list[tuple[Entry, WrittenStem]]] = {}
        for entry in words:
            for shape in written_stems(entry):
                self._written.setdefault(shape.text, []).append((entry, shape))
        self._made: dict[str, tuple[Stem, ...]] = {}
        self._beginnings: dict[str, Beginnings] = {}
        self._lengths = _lengths_by_head(self._written)

    def __contains__(self, text: str) -> bool:
        return text in self._written

    def __iter__(self) -> Iterator[str]:
        return iter(self._written)

    def __getitem__(self, text: str) -> tuple[Stem, ...]:
        """The stems written exactly so, none if there are none."""
        found = self._made.get(text)
        if found is None and text in self._written:
            found = self._made[text] = tuple(_stem(*x) for x in self._written[text])
        return found or ()

    def weight(self, text: str) -> int:
        """How common the first word is whose stem is written ``text``, from 1 to 5."""
        return self._written[text][0][0].weight

    def prepare(self) -> None:
        """Make every stem now, and lay out every suffix that may follow one."""
        for text in self._written:
            if text not in self._beginnings:
                self._found(text)
        for after in {stem.junction for found in self._made.values() for stem in found}:
            after.prepare()

    def beginning(self, form: str) -> Beginnings:
        """The stems that ``form`` begins with."""
        length = self.longest(form)
        if not length:
            return ()
        text = form[:length]
        return self._beginnings.get(text) or self._found(text)

    def longest(self, form: str) -> int:
        """The length of the longest stem that ``form`` begins with, 0 if there is none."""
        size, written = len(form), self._written
        for length in self._lengths.get(form[:_HEAD], ()):
            if length <= size and form[:length] in written:
                return length
        for length in range(min(size, _HEAD), 0, -1):
            if form[:length] in written:
                return length
        return 0

    def _found(self, text: str) -> Beginnings:
        """A stem and all stems that it begins with itself."""
        size = len(text)
        shorter: Beginnings = ()
        for length in range(size - 1, 0, -1):
            if (start := text[:length]) in self._written:
                shorter = self._beginnings.get(start) or self._found(start)
                break
        found = self._beginnings[text] = ((size, self[text]), *shorter)
        return found


def _lengths_by_head(texts: Iterable[str]) -> dict[str, list[int]]:
    """The first letters of long stems → their lengths, longest first."""
    found: dict[str, list[int]] = {}
    for text in sorted(texts, key=len, reverse=True):
        size = len(text)
        if size <= _HEAD:
            break
        lengths = found.setdefault(text[:_HEAD], [])
        if not lengths or lengths[-1] != size:
            lengths.append(size)
    return found


@cache
def stems() -> Stems:
    """The stems of the whole lexicon."""
    return Stems(entries())


def _stem(entry: Entry, shape: WrittenStem) -> Stem:
    lemma, pos, weight, _ = entry
    text, joint, bound = shape
    side = _harmony(entry, shape)
    state = _STATE_OF.get(pos, "end")
    after = junction(state, last_sound(text), side, joint)
    branches = after.branches
    if bound is Bound.BEFORE_VOWEL and not joint:
        branches = _with_vowels(after)
    rarity = (_MOST_COMMON - weight) * _WEIGHT_STEP
    alone = rarity + _IMPERATIVE_COST if state == "verb" else rarity
    suffixed = rarity + _ADVERB_SUFFIX_COST if pos == "adv" else rarity
    return Stem(
        lemma, pos, weight, state, joint, bound, side, after, branches, rarity, alone, suffixed
    )


def _harmony(entry: Entry, shape: WrittenStem) -> Harmony:
    if entry.pos in BORROWED:
        # цехы, Назарбаевтың, but партиясы: the last vowel does not decide for a loan
        return Harmony.EITHER
    if shape.joint:
        return harmony(entry.stem or entry.lemma)
    if shape.bound and entry.pos != "verb":
        return harmony(entry.lemma)
    return harmony(shape.text)


@cache
def _with_vowels(after: Junction) -> dict[str, Branch]:
    return {start: branch for start, branch in after.branches.items() if start[0] in VOWELS}
