"""Text as the rules see it, letter for letter as long as the original."""

import re

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
# Latin letters that stand for Cyrillic ones in texts typed or scanned carelessly.
LOOKALIKES = str.maketrans("ABCEHIKMOPTXYacehikmopxy", "АВСЕНІКМОРТХУасеһікморху")
MARKS = str.maketrans(
    {
        **dict.fromkeys("\u00a0\u2007\u2009\u202f\t\n\r", " "),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2500\u00ad", "-"),
        "Ё": "Е",
        "ё": "е",
        "\u2019": "'",
    }
)


def fold(text: str) -> str:
    """Give the text in small letters, one kind of space and dash, mended look-alikes, ё as е.

    Every character answers to one, so that offsets in it are offsets in the text.
    """
    mended = WORD.sub(_mend, text.translate(MARKS))
    lowered = mended.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in mended)


def _mend(match: re.Match[str]) -> str:
    word = match[0]
    return word.translate(LOOKALIKES) if CYRILLIC.search(word) else word
