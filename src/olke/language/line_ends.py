"""Words hyphenated over a line end, read as they would stand on one line.

A hyphen at a line end either breaks a word (өнер-⏎кәсіп) or is a hyphen of its own that the line
end happens to follow (құрал-⏎жабдық). The dictionaries tell which; a soft hyphen is nearly always
a break, but some typesetting programs write it for both.
"""

import re
from functools import lru_cache

from .kazakh.compounds import word_readings
from .kazakh.lexicon import stems
from .kazakh.readings import LONGEST_WORD, known_readings
from .letters import is_cyrillic, word_set
from .normalising import normalise
from .russian import is_russian_word
from .tokens import Token, TokenKind

_LETTER = r"[^\W\d_]"
_BLANKS = "[ \\t\u00a0]*"
_LINE_END = re.compile(
    rf"(?<={_LETTER})([-\u2010\u2011]|\u00ad+){_BLANKS}(?:\r\n?|\n){_BLANKS}(?={_LETTER})"
)
_SOFT = "\u00ad"
# After one of these a hyphen stands for the rest of a word: тепло- и электростанции.
_CONJUNCTIONS = word_set("и или либо да және немесе я мен бен пен")


def join_over_lines(text: str, tokens: list[Token]) -> list[Token]:
    """``tokens`` of ``text`` with those made one that a line end parts; each as it is written."""
    starts = {match.end() for match in _LINE_END.finditer(text)}
    if not starts:
        return tokens
    joined: list[Token] = []
    for token in tokens:
        whole = _with(text, joined[-1], token) if joined and token.start in starts else None
        if whole is None:
            joined.append(token)
        else:
            joined[-1] = whole
    return joined


def on_one_line(written: str) -> str:
    """A token as it would stand on one line: өнеркәсіп for өнер-⏎кәсіп."""
    return _on_one_line(written) or written if "\n" in written or "\r" in written else written


def _with(text: str, first: Token, second: Token) -> Token | None:
    """Both as one token where they are of one word."""
    if first.kind is not TokenKind.WORD or second.kind is not TokenKind.WORD:
        return None
    written = text[first.start : second.end]
    whole = _on_one_line(written)
    return Token(written, first.start, second.end, TokenKind.WORD) if whole else None


@lru_cache(maxsize=20_000)
def _on_one_line(written: str) -> str | None:
    """The word that some parts make, none where they are words of their own."""
    if len(written) > LONGEST_WORD:
        return None
    # Parts and the hyphens between them take turns.
    head, *rest = _LINE_END.split(written)
    whole = head + "".join(rest[1::2])
    if len(rest) > 2 and _may_be_one(head, rest[-1]) and _is_known(normalise(whole)):
        return whole
    for hyphen, part in zip(rest[::2], rest[1::2], strict=True):
        if not _may_be_one(head, part):
            return None
        pair = _pair(head, part, soft=_SOFT in hyphen)
        if pair is None:
            return None
        head = pair
    return head


def _may_be_one(first: str, second: str) -> bool:
    """Whether both are Cyrillic and no new name or suffix of an abbreviation begins the line."""
    if not is_cyrillic(first[0]) or not is_cyrillic(second[0]):
        return False
    return first[-1].isupper() == second[0].isupper()


def _pair(first: str, second: str, *, soft: bool) -> str | None:
    """Two parts as one word, with a hyphen where that is how the word is spelled."""
    joined, hyphened = first + second, f"{first}-{second}"
    if _is_listed(normalise(hyphened)):
        return hyphened
    if soft or _is_known(normalise(joined)):
        return joined
    if normalise(second) in _CONJUNCTIONS:
        return None
    apart = _is_known(normalise(first)) and _is_known(normalise(second))
    return hyphened if apart else joined


def _is_listed(form: str) -> bool:
    """Whether a dictionary has the word with its hyphen, in whatever form."""
    lemmas = (reading.lemma for reading in word_readings(form))
    return is_russian_word(form) or any("-" in x and x in stems() for x in lemmas)


def _is_known(form: str) -> bool:
    """Whether a dictionary has the word, or the last part of it where it has a hyphen."""
    last = form.rpartition("-")[2]
    return bool(known_readings(last)) or is_russian_word(last)
