"""Lemmas and language of every token of a text."""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from .english import english_lemmas
from .kazakh.compounds import word_readings
from .kazakh.readings import Reading
from .letters import KAZAKH_ONLY, is_cyrillic, is_latin
from .normalising import normalise
from .russian import FUNCTION_WORDS, is_russian_word, russian_lemmas
from .tokens import Token, TokenKind, tokenise
from .transliteration import LATIN_KAZAKH_ONLY, from_latin


class Language(StrEnum):
    """ISO 639 codes; ``und`` where a token is of no language (numbers, initials)."""

    KAZAKH = "kk"
    RUSSIAN = "ru"
    ENGLISH = "en"
    UNDETERMINED = "und"


@dataclass(frozen=True, slots=True)
class Analysis:
    """A token with its language and its lemmas, best first, in lower case."""

    token: Token
    lang: Language
    lemmas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What a form says by itself: above nought for Kazakh, below for Russian."""

    form: str
    weight: float
    certain: Language | None


_LETTERS_OF_KAZAKH = 3.0
_NATIVE = 1.5
_LOAN = 0.4
_KNOWN_TO_RUSSIAN = -2.0
_UNKNOWN_TO_BOTH = 0.1
_NEAR, _FAR = 0.5, 0.25
_CERTAIN = 2.6
_ROMAN = frozenset("ivxlcdm")


def analyse(text: str) -> list[Analysis]:
    """Every token of ``text`` with its language and its lemmas, best first.

    A word is never left without a lemma: what the lexicon lacks is guessed.
    """
    tokens = tokenise(text)
    evidence = [_evidence(token.text, token.kind) for token in tokens]
    weights = [0.0, 0.0, *(e.weight for e in evidence), 0.0, 0.0]
    prior = _prior(weights)
    found: list[Analysis] = []
    for i, (token, sign) in enumerate(zip(tokens, evidence, strict=True)):
        lang = sign.certain or _in_context(weights, i + 2, prior)
        if token.kind is TokenKind.SUFFIX and found:
            found.append(Analysis(token, lang, found[-1].lemmas))
        else:
            before = tokens[i - 1] if i else None
            found.append(Analysis(token, lang, _lemmas(token, sign.form, lang, before)))
    return found


def lemmas(word: str, lang: str | None = None) -> tuple[str, ...]:
    """The lemmas of one word, best first; ``lang`` (kk, ru, en) where it is known."""
    if lang is None:
        return tuple(dict.fromkeys(x for a in analyse(word) for x in a.lemmas))
    kind = TokenKind.WORD
    return _lemmas(Token(word, 0, len(word), kind), normalise(word), Language(lang), None)


def _prior(weights: list[float]) -> float:
    """A text that is mostly Russian leans a doubtful word to Russian; none leans to Kazakh."""
    return 0.3 if sum(weights) >= 0 else -0.3


def _in_context(weights: list[float], i: int, prior: float) -> Language:
    near = weights[i - 1] + weights[i + 1]
    far = weights[i - 2] + weights[i + 2]
    total = weights[i] + _NEAR * near + _FAR * far + prior
    return Language.KAZAKH if total >= 0 else Language.RUSSIAN


@lru_cache(maxsize=100_000)
def _evidence(text: str, kind: TokenKind) -> _Evidence:
    form = normalise(text)
    if kind is TokenKind.INITIALS:
        return _Evidence(form, 0.0, Language.UNDETERMINED)
    if kind is TokenKind.NUMBER:
        suffixed = any(is_cyrillic(x) for x in form)
        return _Evidence(form, 0.0, Language.KAZAKH if suffixed else Language.UNDETERMINED)
    if any(is_latin(x) for x in form):
        return _Evidence(form, 0.0, _latin_language(form))
    return _cyrillic_evidence(form, text, kind)


def _latin_language(form: str) -> Language:
    if set(form) <= _ROMAN and form != "i":
        return Language.UNDETERMINED
    return Language.KAZAKH if LATIN_KAZAKH_ONLY & set(form) else Language.ENGLISH


def _cyrillic_evidence(form: str, text: str, kind: TokenKind) -> _Evidence:
    if KAZAKH_ONLY & set(form):
        return _Evidence(form, _LETTERS_OF_KAZAKH, Language.KAZAKH)
    if form in FUNCTION_WORDS and len(form) > 1:
        return _Evidence(form, _KNOWN_TO_RUSSIAN - 0.5, None)
    if len(form) == 1 or kind is not TokenKind.WORD:
        return _Evidence(form, -0.4 if form in FUNCTION_WORDS else 0.0, None)
    best = word_readings(form, name=text[:1].isupper())[0]
    if best.known:
        return _Evidence(form, _LOAN if _may_be_loan(best) else _NATIVE, None)
    if is_russian_word(form):
        return _Evidence(form, _KNOWN_TO_RUSSIAN, None)
    return _Evidence(form, _UNKNOWN_TO_BOTH, None)


def _may_be_loan(reading: Reading) -> bool:
    return reading.pos in ("loan", "propn", "abbr") and not reading.slots


def _lemmas(token: Token, form: str, lang: Language, before: Token | None) -> tuple[str, ...]:
    if token.kind is TokenKind.NUMBER:
        return (form.split("-")[0].replace(" ", "").replace("\u202f", ""),)
    if lang is Language.UNDETERMINED or token.kind in (TokenKind.INITIALS, TokenKind.ABBREVIATION):
        return (form.replace(" ", ""),)
    if lang is Language.RUSSIAN:
        return russian_lemmas(form)
    if lang is Language.ENGLISH:
        return english_lemmas(form)
    return _kazakh_lemmas(form, token.text[:1].isupper(), before)


def _kazakh_lemmas(form: str, capital: bool, before: Token | None) -> tuple[str, ...]:  # noqa: FBT001
    if not is_cyrillic(form[0]):
        form = from_latin(form)
    found = _lemmas_of(form, capital)
    if before is not None and form in _AFTER_NUMBERS and before.kind is TokenKind.NUMBER:
        first = _AFTER_NUMBERS[form]
        return (first, *(x for x in found if x != first))
    return found


# Forms that mean another word by themselves than after a figure: 1946 жылы, but жылы тон.
_AFTER_NUMBERS = {"жылы": "жыл", "т": "тонна", "ж": "жыл", "сом": "сом", "ат": "ат"}


@lru_cache(maxsize=200_000)
def _lemmas_of(form: str, capital: bool) -> tuple[str, ...]:  # noqa: FBT001
    return tuple(reading.lemma for reading in word_readings(form, name=capital))
