"""Terms for a search index, terms of a query, and where a query stands in a text.

A term is the folded form of a lemma or of the word as written, so index and query meet however
either was typed and inflected.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from .analysis import Analysis, Language, analyse
from .folding import fold
from .kazakh.compounds import compound_parts, word_readings
from .kazakh.plain import plain_lemmas
from .letters import KAZAKH_ONLY, is_cyrillic, is_latin
from .line_ends import on_one_line
from .normalising import normalise
from .russian import is_russian_word, russian_lemmas
from .tokens import TokenKind
from .transliteration import from_latin
from .variants import written_otherwise

LEMMAS_PER_TOKEN = 3
Terms = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QueryToken:
    """A word of a query: it is found where all terms of any one alternative are found.

    ``likely`` are the alternatives that the word most probably means: itself, the best lemma in
    each language, other spellings of these, and the parts of a compound. ``қой`` is likely қой (a
    sheep), and may be a form of қою (to put).
    """

    text: str
    start: int
    end: int
    alternatives: tuple[Terms, ...]
    likely: frozenset[Terms] = frozenset()

    @property
    def terms(self) -> frozenset[str]:
        """Every term of every alternative."""
        return frozenset(term for terms in self.alternatives for term in terms)


def search_terms(text: str) -> list[str]:
    """The terms under which an index finds ``text``, in its order: up to three lemmas of each
    token and the token itself, folded, and the parts of a compound; none twice for one token.
    """
    return [term for item in analyse(text) for term in _terms_of(item)]


def query_terms(query: str) -> list[QueryToken]:
    """What to look for: for each word of ``query`` the alternatives that would answer it.

    The words may be inflected, in plain Russian letters, in Latin ones, or run together
    (``еткомбинатының`` is answered by еткомбинат, or by ет and комбинат).
    """
    wanted = (TokenKind.WORD, TokenKind.NUMBER, TokenKind.ABBREVIATION)
    return [
        QueryToken(x.token.text, x.token.start, x.token.end, *_alternatives(x))
        for x in analyse(query)
        if x.token.kind in wanted
    ]


def match_spans(query: str, text: str) -> list[tuple[int, int]]:
    """Where words of ``text`` answer words of ``query``, as (start, end) in the text as given."""
    wanted = frozenset(term for token in query_terms(query) for term in token.terms)
    return [
        (item.token.start, item.token.end)
        for item in analyse(text)
        if wanted.intersection(_terms_of(item))
    ]


def _terms_of(item: Analysis) -> Terms:
    if item.token.kind is TokenKind.SUFFIX:
        return ()
    return _cached_terms(item.token.text, item.lemmas[:LEMMAS_PER_TOKEN], item.lang)


@lru_cache(maxsize=200_000)
def _cached_terms(text: str, lemmas: Terms, lang: Language) -> Terms:
    form = normalise(on_one_line(text))
    words = [*lemmas, form, *form.split("-")]
    if lang is Language.KAZAKH:
        for part in compound_parts(form)[:1]:
            words.extend(part)
    if "-" in form:
        words.extend(lemmas[0].split("-"))
    return _folded(words)


def _folded(words: Iterable[str]) -> Terms:
    return tuple(dict.fromkeys(x for x in map(fold, words) if x))


def _alternatives(item: Analysis) -> tuple[tuple[Terms, ...], frozenset[Terms]]:
    """All alternatives, best first, and which of them are likely."""
    form = normalise(on_one_line(item.token.text))
    others = [list(lemmas) for lemmas in _other_lemmas(form)]
    best = [*item.lemmas[:1], form, *(lemma for lemmas in others for lemma in lemmas[:1])]
    single = [*item.lemmas, form, *(lemma for lemmas in others for lemma in lemmas)]
    parts = [_folded(parts) for parts in compound_parts(form)]
    if "-" in form:
        parts.append(_folded(x for part in form.split("-") for x in _first_lemma(part)))
    found, likely = ([*_alone(words), *parts] for words in (single, best))
    return tuple(dict.fromkeys(x for x in found if x)), frozenset(x for x in likely if x)


def _alone(words: list[str]) -> list[Terms]:
    """Each word, then their other spellings, as terms."""
    other = (other for word in words for other in written_otherwise(word))
    return [(term,) for term in _folded([*words, *other])]


def _first_lemma(part: str) -> Iterator[str]:
    if part:
        yield word_readings(part)[0].lemma


def _other_lemmas(form: str) -> Iterator[Iterable[str]]:
    """Lemmas, best first, in each of the languages and spellings that the letters leave open."""
    if form[:1].isdigit():
        return
    if all(is_latin(x) for x in form if x.isalpha()):
        cyrillic = from_latin(form)
        yield (cyrillic,)
        yield plain_lemmas(cyrillic)
    elif not KAZAKH_ONLY & set(form) and is_cyrillic(form[0]):
        yield (x.lemma for x in word_readings(form) if x.known)
        yield plain_lemmas(form)
        if is_russian_word(form):
            yield russian_lemmas(form)
