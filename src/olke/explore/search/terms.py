"""From text to index terms: the one place where the search meets the language room.

The index holds what ``language.search_terms`` gives for a text, a query asks for one of the
alternatives that ``language.query_terms`` gives for each of its words. Here terms are only made fit
for the index: cut, and without ASCII marks, at which FTS5's tokenizer would part them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from olke.explore.search.marks import cut, pair_terms, title_term
from olke.language import fold, lemmas, normalise, query_terms, search_terms

_PIECES = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[«(]?[0-9]+(?:[.,][0-9]+)?[»),.;:!?]*")
_DIGITS = re.compile(r"[0-9]+")
_DECIMAL = re.compile(r"(?<=\d)[.,](?=\d)")
_VOWELS = str.maketrans("ыи", "иы")
_LONG = 6
_MARKS = re.compile(r"[\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_THOUSANDS = re.compile(r"(?<=\d)[ \u00a0\u202f](?=\d{3}(?!\d))")
_PUNCTUATION = "«»“”„\"'()[].,;:!?–—-"
_DECIMAL_SIGN = "\u066b"  # the one decimal sign that is neither ASCII nor a letter

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of a text's words, and of its neighbouring words."""

    words: frozenset[str] = NOTHING
    pairs: frozenset[str] = NOTHING

    @property
    def body(self) -> frozenset[str]:
        """Everything a text is found by where it is not a title."""
        return self.words | self.pairs

    @property
    def title(self) -> frozenset[str]:
        """Everything a title is found by."""
        return self.words | self.pairs | frozenset(map(title_term, self.words))


@dataclass(frozen=True, slots=True)
class QueryWord:
    """A word as typed; a document answers it that holds all terms of one alternative.

    ``likely`` are the alternatives that it most probably means.
    """

    text: str
    alternatives: tuple[tuple[str, ...], ...]
    likely: frozenset[tuple[str, ...]] = frozenset()

    @property
    def alone(self) -> tuple[str, ...]:
        """The terms that answer it each by itself, the best first."""
        return tuple(terms[0] for terms in self.alternatives if len(terms) == 1)


def clean(term: str) -> str:
    """Return a term as the index holds it; empty where nothing of it can be held."""
    return cut(_MARKS.sub("", _DECIMAL.sub(_DECIMAL_SIGN, term)))


def folded_words(text: str) -> tuple[str, ...]:
    """Return the words and numbers of a text in order, folded; any mark parts them."""
    pieces = (cut(fold(piece)) for piece in _PIECES.findall(normalise(text)))
    return tuple(piece for piece in pieces if piece)


@lru_cache(maxsize=20_000)
def text_terms(text: str) -> Terms:
    """Return the terms of one text."""
    words = frozenset(clean(term) for term in search_terms(text))
    return Terms(words - {""}, frozenset(pair_terms(folded_words(text))))


@lru_cache(maxsize=20_000)
def own_text(text: str, language: str = "", *, title: bool = False) -> str:
    """Return the terms of a text that few other claims repeat, as the index has them.

    Word by word: analysing whole sentences reads the language off their context and costs ten times
    as much as remembering words; a claim's own texts are short, and their language is mostly known.
    """
    if not text:
        return ""
    terms: list[str] = []
    pieces: list[str] = []
    for word in _THOUSANDS.sub("", text).split():
        found = _word(word, language)
        terms.append(found.in_title if title else found.in_body)
        pieces += found.pieces
    terms += pair_terms(pieces)
    return " ".join(filter(None, terms))


class _Word(NamedTuple):
    """A word's terms, ready to be written where it stands in a body or in a title."""

    terms: frozenset[str]
    pieces: tuple[str, ...]
    in_body: str
    in_title: str


def _word(word: str, language: str) -> _Word:
    if not word.isalpha() and _NUMBER.fullmatch(
        word
    ):  # hardly ever the same twice, and nothing to analyse
        term = clean(word.strip(_PUNCTUATION))
        pieces = tuple(_DIGITS.findall(word))
        return _Word(frozenset({term}), pieces, term, f"{term} {title_term(term)}")
    return _analysed(word, language)


@lru_cache(maxsize=200_000)
def _analysed(word: str, language: str) -> _Word:
    terms = search_terms(word)
    bare = word.strip(_PUNCTUATION)
    if language and bare.isalpha():
        terms += [fold(lemma) for lemma in lemmas(bare, language)[:3]]
    words = frozenset(filter(None, map(clean, terms)))
    body = " ".join(words)
    marked = " ".join((*words, *map(title_term, words)))
    return _Word(words, folded_words(word), body, marked)


def word_terms(word: str) -> frozenset[str]:
    """Return the terms of one word as it stands in a text."""
    return _word(word, "").terms


def terms_of(texts: Iterable[str]) -> Terms:
    """Return the terms of several texts; words of one are no neighbours of another's."""
    each = [text_terms(text) for text in texts if text]
    return Terms(
        NOTHING.union(*[terms.words for terms in each]),
        NOTHING.union(*[terms.pairs for terms in each]),
    )


def query_words(text: str) -> list[QueryWord]:
    """Return the words of a query, each with what would answer it."""
    words = []
    for token in query_terms(text):
        alternatives = tuple(dict.fromkeys(filter(None, map(_cleaned, token.alternatives))))
        if other := _other_vowels(alternatives[:1]):
            alternatives = tuple(dict.fromkeys((*alternatives, (other,))))
        likely = frozenset(map(_cleaned, token.likely))
        if alternatives:
            words.append(QueryWord(token.text, alternatives, likely))
    return words


def _other_vowels(first: tuple[tuple[str, ...], ...]) -> str:
    """Return a long word with ы for и and и for ы: many write Көкпекті as Кокпекты."""
    term = first[0][0] if first and len(first[0]) == 1 else ""
    return term.translate(_VOWELS) if len(term) >= _LONG else ""


def _cleaned(terms: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(clean, terms)))


@lru_cache(maxsize=20_000)
def lemma_name(name: str) -> str:
    """Return a name with each word as its best lemma, folded: what its inflected forms share."""
    wanted = [word for word in query_words(name) if not is_filler(word.text)]
    return " ".join(word.alone[0] for word in wanted if word.alone)


def initials(name: str) -> str:
    """Return what a name of three to six words is shortened to (ҰОС), folded; else nothing."""
    words = [word for word in folded_words(name) if not is_filler(word)]
    short = 3 <= len(words) <= 6 and all(word.isalpha() for word in words)
    return "".join(word[0] for word in words) if short else ""


def lemma_names(words: Iterable[tuple[str, ...]], most: int) -> list[str]:
    """Return the names that words may be forms of, each word given as the terms that answer it."""
    names: list[str] = [""]
    for terms in words:
        names = [f"{name} {term}" for name in names for term in terms][:most]
    return [name[1:] for name in names if name]


_FILLER_WORDS = """
және мен бен пен да де та те ма ме үшін туралы бойынша
и в во на за по из от о об с со к ко у для при до
the a an of in on at and for from by to how
"""
_FILLERS = frozenset(_FILLER_WORDS.split())


def is_filler(word: str) -> bool:
    """Tell words that join others, and single letters (г. Көктал): no reason to find anything."""
    return (len(word) == 1 and word.isalpha()) or normalise(word) in _FILLERS
