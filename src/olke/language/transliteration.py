"""Kazakh Cyrillic to Latin and back, and ASCII for keys and addresses."""

from collections.abc import Callable
from typing import Literal

Scheme = Literal["2021", "ascii"]

# The alphabet of 28 January 2021: 31 letters; loan letters by their sounds.
_ALPHABET_2021 = {
    "а": "a", "ә": "ä", "б": "b", "в": "v", "г": "g", "ғ": "ğ", "д": "d", "е": "e", "ё": "io",
    "ж": "j", "з": "z", "и": "i", "й": "i", "к": "k", "қ": "q", "л": "l", "м": "m", "н": "n",
    "ң": "ñ", "о": "o", "ө": "ö", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ұ": "ū",
    "ү": "ü", "ф": "f", "х": "h", "һ": "h", "ц": "ts", "ч": "tş", "ш": "ş", "щ": "ştş", "ъ": "",
    "ы": "y", "і": "ı", "ь": "", "э": "e", "ю": "iu", "я": "ia",
}  # fmt: skip
# Plain letters in the manner of ISO 9 system B and of names on maps: Көктал is koktal.
_ASCII = _ALPHABET_2021 | {
    "ә": "a", "ғ": "gh", "ё": "yo", "ж": "zh", "й": "y", "қ": "q", "ң": "ng", "ө": "o", "ұ": "u",
    "ү": "u", "х": "kh", "ч": "ch", "ш": "sh", "щ": "shch", "і": "i", "ю": "yu", "я": "ya",
}  # fmt: skip
_TABLES = {"2021": _ALPHABET_2021, "ascii": _ASCII}
LATIN_KAZAKH_ONLY = frozenset("äğıñöşūüáǵńóúý")
# The alphabet of 2018 marks with acutes, and writes і as i, и and й as ı.
_ACUTES = frozenset("áǵńóúý")
_OF_2018 = {"i": "і", "ı": "и", "ǵ": "ғ", "ń": "ң", "ó": "ө", "ú": "ү", "ý": "у"}
_TO_CYRILLIC = {
    "shch": "щ", "ştş": "щ", "tş": "ч", "sh": "ш", "ch": "ч", "zh": "ж", "kh": "х", "gh": "ғ",
    "ng": "ң", "yo": "ё", "ts": "ц", "yu": "ю", "ya": "я", "iu": "ю", "ia": "я", "a": "а",
    "ä": "ә", "á": "ә", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф", "g": "г", "ğ": "ғ",
    "h": "х", "i": "и", "ı": "і", "j": "ж", "k": "к", "l": "л", "m": "м", "n": "н", "ñ": "ң",
    "o": "о", "ö": "ө", "p": "п", "q": "қ", "r": "р", "s": "с", "ş": "ш", "t": "т", "u": "у",
    "ū": "ұ", "ü": "ү", "v": "в", "w": "у", "x": "х", "y": "ы", "z": "з", "'": "ь",
}  # fmt: skip
_LONGEST_GROUP = 4
_LATIN_VOWELS = frozenset("aäeiıoöuūüyáóúý")


def transliterate(text: str, scheme: Scheme = "2021") -> str:
    """``text`` in Latin letters; whatever is not Cyrillic stays as it is.

    ``2021`` follows the Kazakh alphabet of January 2021; ``ascii`` uses plain letters only and is
    meant for keys and addresses.
    """
    table = _TABLES[scheme]
    upper = _upper_2021 if scheme == "2021" else str.upper
    out: list[str] = []
    for i, letter in enumerate(text):
        small = table.get(letter.lower())
        if small is None:
            out.append(letter)
        elif letter.islower():
            out.append(small)
        else:
            shouted = text[i + 1 : i + 2].isupper() or (i > 0 and text[i - 1].isupper())
            out.append(_capital(small, upper, whole=shouted))
    return "".join(out)


def _capital(small: str, upper: Callable[[str], str], *, whole: bool) -> str:
    return upper(small) if whole else upper(small[:1]) + small[1:]


def _upper_2021(text: str) -> str:
    """Dotted i keeps its dot: и is İ, і is I."""
    return "".join("İ" if x == "i" else "I" if x == "ı" else x.upper() for x in text)


def slug(text: str) -> str:
    """A key of ``a-z``, ``0-9`` and single hyphens; empty where nothing of ``text`` remains."""
    plain = transliterate(text.lower(), "ascii")
    kept = "".join(x if x.isascii() and x.isalnum() else " " for x in plain)
    return "-".join(kept.split())


def from_latin(word: str) -> str:
    """A lower-case word typed in Latin letters, in Cyrillic: zharma is жарма, öskemen өскемен,
    and in the letters of 2018 jáne және.

    Plain letters leave sounds open (k for к and қ); compare the result by its folded form.
    """
    table = _TO_CYRILLIC | _OF_2018 if _ACUTES & set(word) else _TO_CYRILLIC
    out: list[str] = []
    i = 0
    while i < len(word):
        taken, letter = _longest_group(word, i, table)
        out.append(letter)
        i += taken
    return "".join(out)


def _longest_group(word: str, i: int, table: dict[str, str]) -> tuple[int, str]:
    after_vowel = i > 0 and word[i - 1] in _LATIN_VOWELS
    if after_vowel and word[i] in "yiı" and word[i + 1 : i + 2] not in tuple("au"):
        return 1, "й"
    for size in range(_LONGEST_GROUP, 0, -1):
        group = word[i : i + size]
        if len(group) == size and group in table:
            return size, table[group]
    return 1, word[i]
