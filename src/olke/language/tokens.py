"""Words, numbers, initials and abbreviations, each with its place in the text."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_RUN = rf"{_LETTER}(?:\u00ad|[\u0300-\u036f]|{_LETTER})*"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_HYPHEN = r"[-\u2010\u2011]"
# What may follow a figure after a hyphen: an ordinal, a plural, a possessive, a case, -ғы.
_FIGURE_SUFFIX = (
    r"(?:[ыі]?н?ш[ыі])?(?:[лдт][ае]р)?(?:с?[ыі])?"
    r"(?:н?[ыі]?ң|[ндт][ыі]ң|[ндт][ыі]|н|[ғгқк][ае]|н[ае]|[ае]|н?[дт][ае]ғ?г?[ыі]?|[ндт][ае]н"
    r"|[мбп]ен|й)?(?!" + _LETTER + ")"
)
_TOKEN = re.compile(
    rf"(?P<suffix>(?<=[»”\"'’“)])\s?{_HYPHEN}{_RUN})"
    rf"|(?P<initials>(?:[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]\.\s?)+(?=[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]{_LETTER}))"
    rf"|(?P<abbreviation>\b{_LETTER}\.(?:\s?{_LETTER}\.)+(?!{_LETTER}))"
    rf"|(?P<word>{_RUN}(?:(?:{_HYPHEN}|['’ʼ]){_RUN})*)"
    rf"|(?P<number>(?:{_NUMBER})(?:{_HYPHEN}(?={_LETTER}){_FIGURE_SUFFIX})?)"
)


class TokenKind(StrEnum):
    """What a token is; a suffix is one written after a quotation mark: «Рассвет»-тің."""

    WORD = "word"
    NUMBER = "number"
    INITIALS = "initials"
    ABBREVIATION = "abbreviation"
    SUFFIX = "suffix"


class Token(NamedTuple):
    """``text`` exactly as it stands at ``start:end``."""

    text: str
    start: int
    end: int
    kind: TokenKind


_KINDS = {kind.value: kind for kind in TokenKind}


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in order; punctuation is left out."""
    return list(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        kind = _KINDS[match.lastgroup or "word"]
        start, end = match.span()
        if kind is TokenKind.SUFFIX:
            start += len(match.group()) - len(match.group().lstrip(" -\u2010\u2011"))
        elif kind is TokenKind.INITIALS:
            end = start + len(match.group().rstrip())
        yield Token(text[start:end], start, end, kind)
