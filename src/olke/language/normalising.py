"""Bringing text to one form for matching, with the way back to the original for quoting."""

import re
import unicodedata
from dataclasses import dataclass

from .letters import (
    CYRILLIC_AS_LATIN,
    KAZAKH_VARIANTS,
    LATIN_AS_CYRILLIC,
    is_cyrillic,
    is_latin,
)

_ALREADY_PLAIN = re.compile("[а-яәғқңөұүһі0-9 .,-]*|[a-z0-9 .,-]*")
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]+")
_SPACES = frozenset(
    "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\r\n\f\v\u2028\u2029\u0085"
)
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
_HYPHENS = frozenset("\u2010\u2011")
_PLAINER = KAZAKH_VARIANTS | {"ё": "е", "Ё": "Е"}
_APOSTROPHES = frozenset("\u2019\u02bc\u02b9\u2018`´")


@dataclass(frozen=True, slots=True)
class NormalisedText:
    """``text`` for matching; character ``i`` of it stands for ``original[starts[i]:ends[i]]``."""

    original: str
    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Where ``text[start:end]`` stands in the original; an empty span stays empty."""
        if start >= end:
            place = self.starts[start] if start < len(self.starts) else len(self.original)
            return place, place
        return self.starts[start], self.ends[end - 1]

    def quote(self, start: int, end: int) -> str:
        """The original wording of ``text[start:end]``."""
        return self.original[slice(*self.original_span(start, end))]


def normalise(text: str) -> str:
    """``text`` for matching: NFC, lower case, plain spaces and hyphens, no soft hyphens or stress
    marks, ё as е, and each word in one script (a Latin i inside өнеркәсiп becomes і).
    """
    lowered = text.lower()
    if _ALREADY_PLAIN.fullmatch(lowered):
        return lowered
    return normalise_with_offsets(text).text


def normalise_with_offsets(text: str) -> NormalisedText:
    """Like :func:`normalise`, with the place in the original of every character."""
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        for letter in _plain(cluster.group()):
            letters.append(letter)
            starts.append(cluster.start())
            ends.append(cluster.end())
    one_script = _one_script("".join(letters))
    lowered = [
        (x, s, e) for x, s, e in zip(one_script, starts, ends, strict=True) for x in _lower(x)
    ]
    return NormalisedText(
        text,
        "".join(x for x, _, _ in lowered),
        tuple(s for _, s, _ in lowered),
        tuple(e for _, _, e in lowered),
    )


def _plain(cluster: str) -> str:
    """One letter with its marks in NFC; spaces, hyphens and apostrophes in their plain form."""
    composed = unicodedata.normalize("NFC", cluster)
    return "".join(_plain_letter(x) for x in composed if not _is_invisible(x))


def _is_invisible(letter: str) -> bool:
    """Format characters, and marks that no letter of the alphabets is written with."""
    return letter in _INVISIBLE or "\u0300" <= letter <= "\u036f"


def _plain_letter(letter: str) -> str:
    if letter in _SPACES:
        return " "
    if letter in _HYPHENS:
        return "-"
    if letter in _APOSTROPHES:
        return "'"
    return _PLAINER.get(letter, letter)


def _lower(letter: str) -> str:
    if letter == "İ":
        return "i"
    return letter.lower()


def _one_script(text: str) -> str:
    """Every word of ``text`` in the script that most of its letters leave no doubt about."""
    if text.isascii():
        return text
    return _WORD.sub(lambda match: one_script(match.group()), text)


def one_script(word: str) -> str:
    """``word`` with letters of the other script replaced by those drawn alike.

    A word all of whose letters exist in both scripts goes to the script of most of them.
    """
    latin = [x for x in word if is_latin(x)]
    cyrillic = [x for x in word if is_cyrillic(x)]
    if not latin or not cyrillic:
        return word
    only_latin = sum(x not in LATIN_AS_CYRILLIC for x in latin)
    only_cyrillic = sum(x not in CYRILLIC_AS_LATIN for x in cyrillic)
    if (only_cyrillic, len(cyrillic)) >= (only_latin, len(latin)):
        return "".join(LATIN_AS_CYRILLIC.get(x, x) for x in word)
    return "".join(CYRILLIC_AS_LATIN.get(x, x) for x in word)
