"""Words, numbers, initials and abbreviations, each with its place in the text."""

import re
from collections.abc import Callable
from enum import StrEnum
from functools import partial
from itertools import accumulate
from typing import NamedTuple, cast

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
# Tried in this order, each before the next one.
_TOKENS = (
    # the commonest, told at once: letters of the alphabets with nothing to look out for after them
    "[а-яА-ЯёәіңғүұқөһЁӘІҢҒҮҰҚӨҺ]+(?=[ ,\n])",
    rf"(?!{_LETTER}\.){_WORD}",
    # a number
    rf"(?:{_NUMBER})(?:{_HYPHEN}(?={_LETTER}){_FIGURE_SUFFIX})?",
    # a suffix after a quotation mark
    rf"(?<=[»”\"'’“]){_HYPHEN}{_RUN}",
    # initials
    rf"(?:{_CAPITAL}\.\s?)+(?={_CAPITAL}{_LETTER})",
    # an abbreviation
    rf"\b{_LETTER}\.(?:\s?{_LETTER}\.)+(?!{_LETTER})",
    # a letter before a full stop
    _WORD,
)
# What no token begins with is told first, so that none is tried there.
_TOKEN = re.compile(rf"(?=[\w\-\u2010\u2011])({'|'.join(_TOKENS)})")
_HYPHENS = frozenset("-\u2010\u2011")


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


_WORD_KIND = TokenKind.WORD
_token = cast("Callable[[tuple[str, int, int, TokenKind]], Token]", partial(tuple.__new__, Token))


def tokenise(text: str) -> list[Token]:
    """The tokens of ``text`` in order; punctuation is left out."""
    pieces = _TOKEN.split(text)
    written = pieces[1::2]
    places = list(accumulate(map(len, pieces)))
    kinds = {piece: _kind(piece) for piece in set(written)}
    found = zip(written, places[::2], places[1::2], map(kinds.__getitem__, written), strict=False)
    return [x if x[3] is _WORD_KIND else _exact(text, x) for x in map(_token, found)]


def _kind(piece: str) -> TokenKind:
    """What a piece looks to be; whether a dotted one is of initials shows in what follows it."""
    if piece.isalpha():
        return _WORD_KIND
    if piece[0].isdecimal():
        return TokenKind.NUMBER
    if piece[0] in _HYPHENS:
        return TokenKind.SUFFIX
    if piece[-1].isspace():
        return TokenKind.INITIALS
    return TokenKind.ABBREVIATION if piece[-1] == "." else _WORD_KIND


def _exact(text: str, token: Token) -> Token:
    """``token`` without the hyphen of a suffix or the space after initials."""
    written, start, end, kind = token
    if kind is TokenKind.SUFFIX:
        return Token(written[1:], start + 1, end, kind)
    if kind is TokenKind.ABBREVIATION and text[end : end + 1].isalpha():
        return Token(written, start, end, TokenKind.INITIALS)
    if kind is TokenKind.INITIALS:
        written = written.rstrip()
        return Token(written, start, start + len(written), kind)
    return token
