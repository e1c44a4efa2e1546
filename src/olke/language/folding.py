"""Looser keys, under which what people type meets what is written."""

import re

from .normalising import normalise

_FOLD = str.maketrans(
    {"қ": "к", "ң": "н", "ғ": "г", "ү": "у", "ұ": "у", "ө": "о", "ә": "а", "і": "и", "һ": "х",
     "ъ": "", "ь": "", "-": "", "'": ""}
)  # fmt: skip
_VARIANT = str.maketrans({"ы": "и", "й": "и", "э": "е", "щ": "ш", "ц": "с", "ю": "иу", "я": "иа"})
_REPEATED = re.compile(r"(.)\1+")


def fold(text: str) -> str:
    """``text`` normalised, with the Kazakh letters as the plain Russian ones people type for them,
    and without hyphens, apostrophes, ъ and ь: Қызылорда and кызылорда fold to кызылорда.
    """
    return normalise(text).translate(_FOLD)


def variant_key(text: str) -> str:
    """A still looser key, under which common spelling variants meet (Байқоңыр and Байконур do
    not, Шульбі and Шүлби do): ы, й and и are one, ю is иу, я is иа, doubled letters are single.
    """
    return _REPEATED.sub(r"\1", fold(text).translate(_VARIANT))
