"""The written shapes of a suffix after a given sound and harmony."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .slots import Slot
from .sounds import VOICED_PAIR, Harmony, Sound, last_sound, strict_harmony

_S = Sound
_VOICED_LEFT = _S.VOWEL | _S.GLIDE | _S.LATERAL | _S.NASAL | _S.SIBILANT
_LG = _S.LATERAL | _S.NASAL | _S.SIBILANT
# Archiphoneme → (classes it follows, consonant); the first row that matches is taken,
# and a nasal that matches two rows of M and B gives both spellings (барғанмын, барғанбын).
_CONSONANTS: dict[str, tuple[tuple[Sound, str], ...]] = {
    "L": ((_S.VOWEL | _S.GLIDE, "л"), (_LG, "д"), (_S.VOICED | _S.VOICELESS, "т")),
    "N": ((_S.VOWEL | _S.NASAL, "н"), (_VOICED_LEFT, "д"), (_S.VOICED | _S.VOICELESS, "т")),
    "O": ((_S.VOWEL, "н"), (_VOICED_LEFT, "д"), (_S.VOICED | _S.VOICELESS, "т")),
    "D": ((_VOICED_LEFT, "д"), (_S.VOICED | _S.VOICELESS, "т")),
    "Q": ((_S.NASAL, "н"), (_VOICED_LEFT, "д"), (_S.VOICED | _S.VOICELESS, "т")),
    "M": (
        (_S.VOWEL | _S.GLIDE | _S.LATERAL | _S.NASAL, "м"),
        (_S.SIBILANT, "б"),
        (_S.VOICED | _S.VOICELESS, "п"),
    ),
    "B": (
        (_S.VOWEL | _S.GLIDE | _S.LATERAL, "м"),
        (_S.NASAL | _S.SIBILANT, "б"),
        (_S.VOICED | _S.VOICELESS, "п"),
    ),
}
_BACK = str.maketrans({"A": "а", "I": "ы", "K": "қ"})
_FRONT = str.maketrans({"A": "е", "I": "і", "K": "к"})
# Verb suffixes that get a vowel of their own after a consonant: (after vowel, after consonant)
_STARRED = {
    "*п": ("п", "Iп"),
    "*й": ("й", "A"),
    "*йтIн": ("йтIн", "AтIн"),
    "*йтұғын": ("йтұғын", "Aтұғын"),
    "*у": ("у", "у"),
    "*р": ("р", "Aр"),
    "*ушI": ("ушI", "ушI"),
    "*улI": ("улI", "улI"),
    "*сымен": ("сIмен", "IсIмен"),
}
# After a stem that has lost its final ы/і (оқ- of оқы): и stands for ы + й.
_DROPPED = {"*й": "и", "*йтIн": "итIн", "*у": "у", "*ушI": "ушI", "*улI": "улI"}
# After a stem that has lost its final й (қо- of қой): я stands for й + а, ю for й + у.
_MERGED = {
    "*й": "я", "*йтIн": "ятIн", "*р": "яр", "*у": "ю", "*ушI": "юшI", "*улI": "юлI",
    "(A)йIн": "яйIн", "(A)йIқ": "яйIқ",
}  # fmt: skip


class Allomorph(NamedTuple):
    """A written suffix, its slot, and the sound and harmony it leaves for the next one."""

    surface: str
    slot: Slot
    target: str
    sound: Sound
    harmony: Harmony


_SIDES = {
    Harmony.BACK: (Harmony.BACK,),
    Harmony.FRONT: (Harmony.FRONT,),
    Harmony.EITHER: (Harmony.BACK, Harmony.FRONT),
}


@cache
def _spell(template: str, harmony: Harmony) -> str:
    back = harmony == Harmony.BACK
    word = template.translate(_BACK if back else _FRONT)
    return word if back else word.replace("қ", "к").replace("ғ", "г")


def _resolve(template: str, sound: Sound) -> list[str]:
    """``template`` with its optional letters and first consonant decided by ``sound``."""
    if template.startswith("*"):
        after_vowel, after_consonant = _STARRED[template]
        return [after_vowel if sound == Sound.VOWEL else after_consonant]
    if template.startswith("("):
        buffer, rest = template[1], template[3:]
        wanted = sound == Sound.VOWEL if buffer == "с" else sound != Sound.VOWEL
        return [buffer + rest] if wanted else [rest]
    head, rest = template[0], template[1:]
    if head == "G":
        return [("қ" if sound & (Sound.VOICED | Sound.VOICELESS) else "ғ") + rest]
    if head in _CONSONANTS:
        return [next(letter for classes, letter in _CONSONANTS[head] if sound & classes) + rest]
    return [template] if _may_follow(template, sound) else []


def _may_follow(template: str, sound: Sound) -> bool:
    """Voice suffixes that begin with a bare letter ask for a vowel or a consonant before it."""
    if template in ("л", "н", "с", "т"):
        return sound == Sound.VOWEL or (
            template == "т" and bool(sound & (Sound.GLIDE | Sound.LATERAL))
        )
    if template[0] in "IA" and len(template) > 1:
        return sound != Sound.VOWEL
    return True


def _shapes(slot: Slot, sound: Sound, joint: str) -> list[str]:
    if joint == "dropped":
        return [_DROPPED[slot.template]] if slot.template in _DROPPED else []
    if joint == "weakened":
        return ["Iп"] if slot.template == "*п" else []
    if joint == "merged":
        return [_MERGED[slot.template]] if slot.template in _MERGED else []
    if joint == "i-final" and slot.template in ("*у", "*ушI"):
        return [slot.template.replace("*у", "ю")]
    return _resolve(slot.template, sound)


_INVARIABLE = frozenset({"мен", "бен", "пен", "менен"})


@cache
def _after(surface: str, before: Harmony) -> tuple[Sound, Harmony]:
    """The sound and harmony left by ``surface``; the instrumental does not change the harmony."""
    own = strict_harmony(surface)
    keeps = own == Harmony.EITHER or surface in _INVARIABLE
    return last_sound(surface), before if keeps else own


def allomorphs(slot: Slot, sound: Sound, harmony: Harmony, joint: str) -> tuple[Allomorph, ...]:
    """Every shape in which the suffix of ``slot`` may be written.

    ``joint`` says what the stem has lost: nothing (``""``), its final ы/і (``dropped``), its
    final й (``merged``), its final п to у (``weakened``: тауып); ``i-final`` is a verb stem in и,
    after which у is written ю.
    """
    shapes = _shapes(slot, sound, joint)
    found = (
        item
        for side in _SIDES[harmony]
        for shape in shapes
        for item in _spelled(slot, _spell(shape, side), side)
    )
    return tuple(dict.fromkeys(found))


def _spelled(slot: Slot, surface: str, side: Harmony) -> Iterator[Allomorph]:
    """The suffix itself and, where it ends in қ or к, its voiced shape before a possessive."""
    yield Allomorph(surface, slot, slot.target, *_after(surface, side))
    if surface[-1] in "қк" and len(surface) > 2:
        voiced = surface[:-1] + VOICED_PAIR[surface[-1]]
        yield Allomorph(voiced, slot, "possessive", *_after(voiced, side))
