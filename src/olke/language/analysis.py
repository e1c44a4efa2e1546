"""Lemmas and language of every token of a text."""

import gc
import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache, partial
from operator import itemgetter
from typing import NamedTuple, cast

from .english import english_lemmas
from .kazakh.compounds import word_readings
from .kazakh.lexicon import stems
from .kazakh.readings import Reading
from .letters import KAZAKH_ONLY, word_set
from .line_ends import join_over_lines, on_one_line
from .normalising import normalise
from .russian import FUNCTION_WORDS, is_russian_word, russian_analyser, russian_lemmas
from .tokens import Token, TokenKind, tokenise
from .transliteration import LATIN_KAZAKH_ONLY, from_latin


class Language(StrEnum):
    """ISO 639 codes; ``und`` where a token is of no language (numbers, initials)."""

    KAZAKH = "kk"
    RUSSIAN = "ru"
    ENGLISH = "en"
    UNDETERMINED = "und"


class Analysis(NamedTuple):
    """A token with its language and its lemmas, best first, in lower case."""

    token: Token
    lang: Language
    lemmas: tuple[str, ...]


_KAZAKH = Language.KAZAKH
_WORD = TokenKind.WORD
# What a form says by itself of its language: above nought for Kazakh, below for Russian.
_LETTERS_OF_KAZAKH = 3.0
_NATIVE = 1.5
_LOAN = 0.4
_KNOWN_TO_RUSSIAN = -2.0
_UNKNOWN_TO_BOTH = 0.1
_NEAR, _FAR = 0.5, 0.25
_ROMAN = frozenset("ivxlcdm")
_KAZAKH_LETTER = re.compile(f"[{''.join(sorted(KAZAKH_ONLY))}]")
_LATIN_LETTER = re.compile("[a-zəɵ\u00e0-\u024f]")
_CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
# Forms that mean another word by themselves than after a figure: 1946 жылы, but жылы тон.
_AFTER_FIGURES = {"жылы": "жыл", "т": "тонна", "ж": "жыл"}
# Suffixes written apart after a dash: КСРО –ның, 1945 -ке.
_SUFFIXES = word_set(
    """
    ға ге қа ке на не да де та те нда нде дан ден тан тен нан нен ның нің дың дің тың тің ды ді
    ты ті ны ні н сы сі ы і лар лер дар дер тар тер шы ші ншы нші ыншы інші дағы дегі тағы тегі
    """
)
_DASHES = frozenset("-–—\u2010\u2011")
_MOST_REMEMBERED = 200_000
_LONG = 20_000


class _Form:
    """What is known of one written form; ``odd`` where the token before it matters."""

    __slots__ = ("certain", "kazakh", "odd", "other", "text", "weight")

    def __init__(
        self,
        text: str,
        weight: float,
        certain: Language | None,
        kazakh: tuple[str, ...] = (),
        other: tuple[str, ...] = (),
    ) -> None:
        self.text = text
        self.weight = weight
        self.certain = certain
        self.odd = False
        self.kazakh = kazakh
        self.other = other


class _Words(dict[str, _Form]):
    """Written words, each examined when first asked for."""

    def __missing__(self, text: str) -> _Form:
        form = _examined_word(normalise(on_one_line(text)), capital=text[0].isupper())
        form.odd = text in _AFTER_FIGURES or (form.kazakh or form.other)[0] in _SUFFIXES
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[text] = form
        return form


class _Others(dict[tuple[str, TokenKind], _Form]):
    """Written figures, initials, abbreviations and suffixes, examined when first asked for."""

    def __missing__(self, key: tuple[str, TokenKind]) -> _Form:
        text, kind = key
        form = _examined(normalise(text), kind)
        form.odd = kind is TokenKind.SUFFIX or form.kazakh[0] in _SUFFIXES
        if len(self) > _MOST_REMEMBERED:
            self.clear()
        self[key] = form
        return form


_words = _Words()
_others = _Others()
_lemma = itemgetter(0)
_analysis = cast(
    "Callable[[tuple[Token, Language, tuple[str, ...]]], Analysis]",
    partial(tuple.__new__, Analysis),
)


def analyse(text: str) -> list[Analysis]:
    """Every token of ``text`` with its language and its lemmas, best first.

    A word is never left without a lemma: what the lexicon lacks is guessed. One hyphenated over a
    line end is one token, its text as written.
    """
    if len(text) < _LONG or not gc.isenabled():
        return _analysed(text)
    # No cycle is made here: the collector would only walk the growing result over and over.
    gc.disable()
    try:
        return _analysed(text)
    finally:
        gc.enable()


def _analysed(text: str) -> list[Analysis]:
    tokens = join_over_lines(text, tokenise(text))
    words, others = _words, _others
    forms = [words[text] if kind is _WORD else others[text, kind] for text, _, _, kind in tokens]
    langs = _languages(forms)
    known = [
        form.kazakh if lang is _KAZAKH else form.other or _lemmas(form, lang)
        for form, lang in zip(forms, langs, strict=True)
    ]
    found = list(map(_analysis, zip(tokens, langs, known, strict=True)))
    for i, form in enumerate(forms):
        if form.odd and i:
            found[i] = _mended(text, found[i], found[i - 1])
    return found


def preload() -> None:
    """Load every dictionary now, as a server does before its first request.

    Without it each part is loaded when a text first needs it, which is quicker for a short one.
    """
    stems().prepare()
    russian_analyser()


@lru_cache(maxsize=_MOST_REMEMBERED)
def lemmas(word: str, lang: str | None = None) -> tuple[str, ...]:
    """The lemmas of one word, best first; ``lang`` (kk, ru, en) where it is known."""
    if lang is None:
        return tuple(dict.fromkeys(x for a in analyse(word) for x in a.lemmas))
    form = _words[word]
    return _lemmas(form, Language(lang))


def _languages(forms: list[_Form]) -> list[Language]:
    """The language of each form, of a doubtful one by itself and by two neighbours a side."""
    weights = [0.0, 0.0, *[form.weight for form in forms], 0.0, 0.0]
    # A text that is mostly Russian leans a doubtful word to Russian; none leans to Kazakh.
    prior = 0.3 if sum(weights) >= 0 else -0.3
    return [form.certain or _in_context(weights[i : i + 5], prior) for i, form in enumerate(forms)]


def _in_context(weights: list[float], prior: float) -> Language:
    before, left, own, right, after = weights
    total = own + _NEAR * (left + right) + _FAR * (before + after) + prior
    return _KAZAKH if total >= 0 else Language.RUSSIAN


def _mended(text: str, item: Analysis, before: Analysis) -> Analysis:
    """What only the token before can tell: жылы after a figure, a suffix after a quotation."""
    token, _, known = item
    if token.kind is TokenKind.SUFFIX or (known[0] in _SUFFIXES and _after_dash(text, token)):
        return Analysis(token, item.lang, before.lemmas)
    if token.text in _AFTER_FIGURES and before.token.kind is TokenKind.NUMBER:
        first = _AFTER_FIGURES[token.text]
        return Analysis(token, _KAZAKH, (first, *(x for x in known if x != first)))
    return item


def _after_dash(text: str, token: Token) -> bool:
    return text[max(0, token.start - 2) : token.start].rstrip()[-1:] in _DASHES


def _examined(text: str, kind: TokenKind) -> _Form:
    if kind is TokenKind.NUMBER:
        suffixed = _CYRILLIC_LETTER.search(text)
        figure = text.split("-", maxsplit=1)[0].replace(" ", "")
        return _settled(figure, _KAZAKH if suffixed else Language.UNDETERMINED)
    if kind is TokenKind.INITIALS:
        return _settled(text.replace(" ", ""), Language.UNDETERMINED)
    lemma = (text.replace(" ", ""),)
    return _Form(text, 0.0, None, lemma, lemma)


def _settled(lemma: str, lang: Language) -> _Form:
    return _Form(lemma, 0.0, lang, (lemma,), (lemma,))


def _examined_word(text: str, *, capital: bool) -> _Form:
    if _LATIN_LETTER.search(text):
        return _latin_word(text)
    found = word_readings(text, name=capital)
    kazakh = _each_once(found)
    if _KAZAKH_LETTER.search(text):
        return _Form(text, _LETTERS_OF_KAZAKH, _KAZAKH, kazakh)
    weight = _leaning(text, loan=found[0].pos in _BORROWED, known=found[0].known)
    return _Form(text, weight, None, kazakh)


def _each_once(found: Iterable[Reading]) -> tuple[str, ...]:
    """The lemmas of some readings in their order; two readings may share one."""
    return tuple(dict.fromkeys(map(_lemma, found)))


_BORROWED = frozenset({"loan", "propn", "abbr"})


def _leaning(text: str, *, loan: bool, known: bool) -> float:
    """Towards which language a Cyrillic word without Kazakh letters leans."""
    if len(text) == 1:
        return -0.4 if text in FUNCTION_WORDS else 0.0
    if text in FUNCTION_WORDS:
        return _KNOWN_TO_RUSSIAN - 0.5
    if known:
        return _LOAN if loan else _NATIVE
    return _KNOWN_TO_RUSSIAN if is_russian_word(text) else _UNKNOWN_TO_BOTH


def _latin_word(text: str) -> _Form:
    if set(text) <= _ROMAN and text != "i":
        return _settled(text, Language.UNDETERMINED)
    if LATIN_KAZAKH_ONLY & set(text):
        return _Form(text, 0.0, _KAZAKH, _each_once(word_readings(from_latin(text))))
    return _Form(text, 0.0, Language.ENGLISH, other=english_lemmas(text))


def _lemmas(form: _Form, lang: Language) -> tuple[str, ...]:
    if lang is _KAZAKH:
        return form.kazakh or _each_once(word_readings(from_latin(form.text)))
    if not form.other:
        form.other = russian_lemmas(form.text) if lang is Language.RUSSIAN else (form.text,)
        form.odd = form.odd or form.other[0] in _SUFFIXES
    return form.other
