"""Sorting by the alphabets of Kazakh, Russian and English."""

import unicodedata

from .letters import KAZAKH_ALPHABET, RUSSIAN_ALPHABET

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = "0123456789"
_OTHER = 500
CollationKey = tuple[tuple[int, ...], str]


def _weights(*alphabets: str) -> dict[str, int]:
    letters = dict.fromkeys(_DIGITS + "".join(alphabets))
    return {letter: place for place, letter in enumerate(letters, start=1)}


# The language's own script comes first, then the other one.
_TABLES = {
    "kk": _weights(KAZAKH_ALPHABET, _LATIN),
    "ru": _weights(RUSSIAN_ALPHABET, KAZAKH_ALPHABET, _LATIN),
    "en": _weights(_LATIN, KAZAKH_ALPHABET),
}


def collation_key(text: str, lang: str = "kk") -> CollationKey:
    """A key to sort by in the alphabet of ``lang`` (kk, ru, en): case and punctuation decide only
    between texts that are otherwise the same; a word comes before one that it begins.
    """
    table = _TABLES[lang]
    composed = unicodedata.normalize("NFC", text)
    return tuple(_weight(x, table) for x in composed.lower() if x.isalnum() or x == " "), composed


def _weight(letter: str, table: dict[str, int]) -> int:
    if letter == " ":
        return 0
    plain = table.get(letter) or table.get(unicodedata.normalize("NFD", letter)[0])
    return plain or _OTHER + ord(letter)
