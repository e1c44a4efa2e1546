"""Sound classes and vowel harmony, which decide the shape of every Kazakh suffix.

Source of the rules: Kazakh grammar (Қазақ грамматикасы, Astana 2002, phonetics and morphology).
"""

import re
from enum import IntFlag


class Sound(IntFlag):
    """The class of a stem's last sound; a suffix begins differently after each."""

    VOWEL = 1
    GLIDE = 2  # р й у и ю: the plural begins with л
    LATERAL = 4
    NASAL = 8
    SIBILANT = 16  # з ж
    VOICED = 32  # б в г ғ д: mostly loans; devoiced in speech, so voiceless suffixes follow
    VOICELESS = 64


class Harmony(IntFlag):
    """Back (жуан) or front (жіңішке) vowels; both bits where spelling does not decide."""

    BACK = 1
    FRONT = 2
    EITHER = 3


_LETTERS: dict[Sound, str] = {
    Sound.VOWEL: "аәеёоөүұыіэя",
    Sound.GLIDE: "рйуию",
    Sound.LATERAL: "л",
    Sound.NASAL: "мнң",
    Sound.SIBILANT: "зж",
    Sound.VOICED: "бвгғд",
    Sound.VOICELESS: "пткқсшщчцфхһ",
}
_SOUND_OF = {letter: sound for sound, letters in _LETTERS.items() for letter in letters}
_HARMONY_OF = dict.fromkeys("аоұыя", Harmony.BACK) | dict.fromkeys("әеөүіэ", Harmony.FRONT)
# и, у, ю and ь fit either harmony: тарихы but социалистер, институты but округтер, рубльдер.
_UNDECIDED = frozenset("иуюёьъ")
_HARMONY_LEFT = _HARMONY_OF | dict.fromkeys(_UNDECIDED, Harmony.EITHER)
_A_VOWEL = re.compile(f"[{''.join(_HARMONY_OF)}иуюё]")
VOWELS = frozenset("аәеёиоөуүұыіэюя")
"""Letters before which қ, к, п are voiced; и and у may also be glides."""
VOICELESS_PAIR = {"б": "п", "г": "к", "ғ": "қ"}
VOICED_PAIR = {voiceless: voiced for voiced, voiceless in VOICELESS_PAIR.items()}
ALL_SOUNDS = Sound(127)


def last_sound(text: str) -> Sound:
    """The sound class a suffix meets at the end of ``text``; a soft or hard sign is passed over."""
    for letter in reversed(text):
        if letter not in "ьъ":
            return _SOUND_OF.get(letter, ALL_SOUNDS)
    return ALL_SOUNDS


def harmony(text: str) -> Harmony:
    """The harmony of the suffixes that may follow ``text``."""
    undecided = False
    for letter in reversed(text):
        found = _HARMONY_OF.get(letter)
        if found is not None:
            return Harmony.EITHER if undecided else found
        undecided = undecided or letter in _UNDECIDED
    return Harmony.EITHER


def harmonies(text: str) -> list[Harmony]:
    """The :func:`harmony` of each beginning of ``text``, the empty one first."""
    side = Harmony.EITHER
    found = [side]
    for letter in text:
        side = _HARMONY_LEFT.get(letter, side)
        found.append(side)
    return found


def first_vowel(text: str) -> int:
    """The place of the first vowel, as :func:`has_vowel` counts them; the length without one."""
    match = _A_VOWEL.search(text)
    return len(text) if match is None else match.start()


def strict_harmony(text: str) -> Harmony:
    """Harmony by the last vowel that shows it, passing over и, у, ю: оқу is back, келу front."""
    return next((_HARMONY_OF[x] for x in reversed(text) if x in _HARMONY_OF), Harmony.EITHER)


def has_vowel(text: str) -> bool:
    """Whether ``text`` can be a syllable at all."""
    return _A_VOWEL.search(text) is not None


def infinitive(stem: str) -> str:
    """The infinitive in -у of a free verb stem: бар → бару, оқы → оқу, жой → жою, тап → табу."""
    last = stem[-1:]
    if last in "ыі":
        # байы → баю: й and у meet once the ы has gone
        return stem[:-2] + "ю" if stem[-2:-1] == "й" else stem[:-1] + "у"
    if last == "й":
        return stem[:-1] + "ю"
    if last == "и":
        return stem + "ю"
    if last in VOICED_PAIR and stem[-2:-1] in "аәеоөұүыіиу":
        return stem[:-1] + VOICED_PAIR[last] + "у"
    return stem + "у"
