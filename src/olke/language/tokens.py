"""Words, numbers, initials and abbreviations, each with its place in the text."""

import re
from enum import StrEnum
from typing import NamedTuple

_LETTER = r"[^\W\d_]"
_RUN = rf"{_LETTER}+(?:[\u00ad\u0300-\u036f]+{_LETTER}*)*"
_NUMBER = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*"
_CAPITAL = "[А-ЯЁӘҒҚҢӨҰҮҺІA-Z]"
_HYPHEN = r"[-\u2010\u2011]"
# What may follow a figure after a hyphen: an ordinal, a plural, a possessive, a case, -ғы.
_FIGURE_SUFFIX = (
    r"(?:[ыі]?н?ш[ыі])?(?:[лдт][ае]р)?(?:с?[ыі])?"
    r"(?:н?[ыі]?ң|[ндт][ыі]ң|[ндт][ыі]|н|[ғгқк][ае]|н[ае]|[ае]|н?[дт][ае]ғ?г?[ыі]?|[ндт][ае]н"
    r"|[мбп]ен|й)?(?!" + _LETTER + ")"
)
_WORD = rf"{_RUN}(?:(?:{_HYPHEN}|['’ʼ]){_RUN})*"
# The commonest first: a word is tried before all else unless a full stop follows its first letter.
_TOKEN = re.compile(
    rf"(?P<word>(?!{_LETTER}\.){_WORD})"
    rf"|(?P<number>(?:{_NUMBER})(?:{_HYPHEN}(?={_LETTER}){_FIGURE_SUFFIX})?)"
    rf"|(?P<suffix>(?<=[»”\"'’“]){_HYPHEN}{_RUN})"
    rf"|(?P<initials>(?:{_CAPITAL}\.\s?)+(?={_CAPITAL}{_LETTER}))"
    rf"|(?P<abbreviation>\b{_LETTER}\.(?:\s?{_LETTER}\.)+(?!{_LETTER}))"
    rf"|(?P<letter>{_WORD})"
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


_KINDS = {kind.value: kind for kind in TokenKind} | {"letter": TokenKind.WORD}
_WORD_KIND = TokenKind.WORD


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in order; punctuation is left out."""
    return [_token(match) for match in _TOKEN.finditer(text)]


def _token(match: re.Match[str]) -> Token:
    group = match.lastgroup
    start, end = match.span()
    if group == "word":
        return Token(match[0], start, end, _WORD_KIND)
    if group == "suffix":
        return Token(match[0][1:], start + 1, end, TokenKind.SUFFIX)
    written = match[0].rstrip()
    return Token(written, start, start + len(written), _KINDS[group or "word"])
