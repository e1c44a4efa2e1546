"""Sentences: Russian by razdel, Kazakh by rules that know its abbreviations and initials."""

import re
from collections.abc import Iterator

from .letters import KAZAKH_ONLY, word_set

# Abbreviations after which a sentence goes on, whatever follows.
_GOES_ON = word_set(
    """
    ж жж ғ ғғ б бб м мм см км кв кг г т ц га л млн млрд мың тг обл ауд қ көш үй проф акад доц
    инж дир мин сек сағ мыс яғни қар бет сур кест ред баспа т.б т.с б.з аты тел ст гр
    """
)
_END = re.compile(r"[.!?…]+[»”\")\]]*(?=\s+[«“\"(\[–—-]*\s*[\dA-ZА-ЯЁӘҒҚҢӨҰҮҺІ]|\s*$)")
_LAST_WORD = re.compile(r"([^\W\d_](?:[^\W\d_]|\.)*)\.+$")


def sentences(text: str) -> list[tuple[int, int]]:
    """Where each sentence of ``text`` starts and ends, without the space between them."""
    if KAZAKH_ONLY & set(text.lower()):
        return list(_trimmed(text, _kazakh_ends(text)))
    from razdel import sentenize  # noqa: PLC0415 -- only Russian text needs it

    return [(found.start, found.stop) for found in sentenize(text) if found.text.strip()]


def _kazakh_ends(text: str) -> Iterator[int]:
    for match in _END.finditer(text):
        if not _is_abbreviation(text[: match.end()].rstrip('»”")]')):
            yield match.end()
    yield len(text)


def _is_abbreviation(head: str) -> bool:
    """Whether the full stop at the end of ``head`` belongs to an abbreviation or an initial."""
    match = _LAST_WORD.search(head[-40:])
    if match is None:
        return False
    word = match.group(1)
    initial = len(word.rsplit(".", 1)[-1]) == 1 and word[-1].isupper()
    return initial or (word.lower() in _GOES_ON and word != "т.б")


def _trimmed(text: str, ends: Iterator[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for end in ends:
        part = text[start:end]
        if part.strip():
            lead = len(part) - len(part.lstrip())
            yield start + lead, start + len(part.rstrip())
        start = end
