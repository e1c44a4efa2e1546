"""From the parts of a query to what is asked of the index.

Each word becomes a concept: any of its readings, or two known words that it runs together
(``еткомбинаты``), or, with its neighbour, one known word that the two make (``мясо комбинат``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from math import log

from olke.explore.search.expressions import AllOf, Expression, Term, all_of, any_of
from olke.explore.search.marks import pair_terms, title_term
from olke.explore.search.matching import document_counts
from olke.explore.search.parsing import Part, parse_query
from olke.explore.search.terms import folded_words, is_filler, query_words

SHORTEST_PIECE = 2
SHORTEST_COMPOUND = 6
_YEARS = re.compile(r"(1[5-9]\d\d|20\d\d)\s?[-\u2010-\u2015]\s?(1[5-9]\d\d|20\d\d)\Z")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_YEAR_WORDS = frozenset({"жыл", "ж", "год", "г", "гг", "year"})


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked for: as typed, anywhere in a document, and in a title.

    ``weight`` is its inverse document frequency: rare things tell documents apart. ``terms`` are
    what is shown as found.
    """

    text: str
    anywhere: Expression
    in_title: Expression
    weight: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A query made ready: what is asked for, what is refused, what nothing is known of."""

    wanted: tuple[Concept, ...]
    unwanted: Expression | None
    unknown: tuple[str, ...]
    exact_name: str

    @property
    def empty(self) -> bool:
        """Whether nothing was asked for, so that everything may be shown."""
        return not self.wanted and not self.unknown and self.unwanted is None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    alternatives: tuple[tuple[str, ...], ...]
    pairs: tuple[str, ...] = ()
    years: bool = False

    @property
    def terms(self) -> tuple[str, ...]:
        """The terms that answer it alone."""
        return tuple(terms[0] for terms in self.alternatives if len(terms) == 1)


def plan_query(text: str, size: int) -> Plan:
    """Read a query against the vocabulary of the index (one or two statements).

    ``size`` is the number of documents in the index.
    """
    parts = parse_query(text)
    wanted = _words(part for part in parts if not part.unwanted)
    unwanted = _words(part for part in parts if part.unwanted)
    known = document_counts(sorted(_lookups([*wanted, *unwanted])))
    concepts = _concepts(wanted, known, size)
    refused = _concepts(unwanted, known, size)
    unknown = [text for text, concept in concepts if concept is None]
    return Plan(
        tuple(dict.fromkeys(concept for _, concept in concepts if concept)),
        any_of(*(c.anywhere for _, c in refused if c)) if any(c for _, c in refused) else None,
        tuple(dict.fromkeys(unknown)),
        " ".join(folded_words(text)) if len(parts) == 1 or not unwanted else "",
    )


def _words(parts: Iterable[Part]) -> list[_Word]:
    found: list[_Word] = []
    for part in parts:
        if part.phrase:
            found.append(_phrase(part))
        elif years := _YEARS.match(part.text):
            found.append(_span(part.text, int(years[1]), int(years[2])))
        else:
            found.extend(_Word(word.text, word.alternatives) for word in query_words(part.text))
    return _without_fillers(found)


def _phrase(part: Part) -> _Word:
    words = folded_words(part.text)
    return _Word(part.text, tuple((word,) for word in words), tuple(pair_terms(words)))


def _span(text: str, first: int, last: int) -> _Word:
    first, last = min(first, last), max(first, last)
    years = tuple((str(year),) for year in range(first, min(last, first + 99) + 1))
    return _Word(text, years, years=True)


def _without_fillers(words: list[_Word]) -> list[_Word]:
    """Leave out и, және, of; and the word for year beside a year, which claims do not repeat."""
    kept = [
        word
        for i, word in enumerate(words)
        if word.pairs
        or word.years
        or not (is_filler(word.text) or (_says_year(word) and _beside_year(words, i)))
    ]
    return kept or words


def _says_year(word: _Word) -> bool:
    return not _YEAR_WORDS.isdisjoint(word.terms)


def _beside_year(words: list[_Word], i: int) -> bool:
    beside = [*words[max(0, i - 1) : i], *words[i + 1 : i + 2]]
    return any(word.years or _YEAR.fullmatch(word.text) for word in beside)


def _lookups(words: list[_Word]) -> set[str]:
    """Return every term whose number of documents decides how the query is read."""
    wanted: set[str] = set()
    for word in words:
        wanted.update(term for terms in word.alternatives for term in terms)
        if not (word.pairs or word.years):
            for term in word.terms:
                wanted.update(piece for split in _splits(term) for piece in split)
    for first, second in pairwise(words):
        wanted.update(_together(first, second))
    return wanted


def _splits(term: str) -> Iterable[tuple[str, str]]:
    if len(term) < SHORTEST_COMPOUND or not term.isalpha():
        return ()
    middle = range(SHORTEST_PIECE, len(term) - SHORTEST_PIECE + 1)
    return ((term[:i], term[i:]) for i in middle)


def _together(first: _Word, second: _Word) -> list[str]:
    if first.pairs or first.years or second.pairs or second.years:
        return []
    return [a + b for a in first.terms for b in second.terms if (a + b).isalpha()]


def _concepts(
    words: list[_Word], known: Mapping[str, int], size: int
) -> list[tuple[str, Concept | None]]:
    found: list[tuple[str, Concept | None]] = []
    i = 0
    while i < len(words):
        pair = words[i : i + 2]
        made = [t for t in _together(*pair) if t in known] if len(pair) == 2 else []
        if made:
            found.append((" ".join(w.text for w in pair), _made(pair, made, known, size)))
            i += 2
        else:
            found.append((words[i].text, _concept(words[i], known, size)))
            i += 1
    return found


def _concept(word: _Word, known: Mapping[str, int], size: int) -> Concept | None:
    if word.pairs:
        # The pairs are not counted; whether any document has them is seen when it is asked.
        if not all(term in known for term in word.terms):
            return None
        pairs = all_of(*map(Term, word.pairs))
        title = all_of(pairs, *(Term(title_term(term)) for term in word.terms))
        rarest = min(known[term] for term in word.terms)
        assert pairs is not None and title is not None  # noqa: S101, PT018 - a phrase has words
        return Concept(word.text, pairs, title, _weight(rarest, size), word.terms)
    answers = [terms for terms in word.alternatives if all(term in known for term in terms)]
    answers = answers or _known_splits(word, known)
    if not answers:
        return None
    documents = sum(min(known[term] for term in terms) for terms in answers)
    return Concept(
        word.text,
        any_of(*map(_holding, answers)),
        any_of(*(_holding(tuple(map(title_term, terms))) for terms in answers)),
        _weight(documents, size),
        tuple(dict.fromkeys(term for terms in answers for term in terms)),
    )


def _holding(terms: tuple[str, ...]) -> Expression:
    return AllOf(tuple(map(Term, terms))) if len(terms) > 1 else Term(terms[0])


def _known_splits(word: _Word, known: Mapping[str, int]) -> list[tuple[str, ...]]:
    """Return the ways a word that nothing is known of runs two known ones together.

    One piece must be a long word: short ones meet by chance (об + лысы). The split whose shorter
    piece is longest comes first; more than two are chance.
    """
    if word.years:
        return []
    found = {
        (a, b)
        for term in word.terms
        for a, b in _splits(term)
        if a in known and b in known and max(len(a), len(b)) >= _LONG_PIECE
    }
    best = sorted(found, key=lambda split: (-min(map(len, split)), split))
    return [*best[:2]]


_LONG_PIECE = 5


def _made(pair: list[_Word], made: list[str], known: Mapping[str, int], size: int) -> Concept:
    """Return two words that are also one: either the one, or both."""
    one = _Word("", tuple((term,) for term in dict.fromkeys(made)))
    text = " ".join(word.text for word in pair)
    both = [_concept(word, known, size) for word in pair]
    whole = _concept(one, known, size)
    assert whole is not None  # noqa: S101 - made of known terms
    if not all(both):
        return Concept(text, whole.anywhere, whole.in_title, whole.weight, whole.terms)
    first, second = (concept for concept in both if concept)
    return Concept(
        text,
        any_of(whole.anywhere, AllOf((first.anywhere, second.anywhere))),
        any_of(whole.in_title, AllOf((first.in_title, second.in_title))),
        max(first.weight, second.weight),
        (*whole.terms, *first.terms, *second.terms),
    )


def _weight(documents: int, size: int) -> float:
    """Return BM25's inverse document frequency (Robertson and Zaragoza 2009), never below 0."""
    return log(1 + (size - min(documents, size) + 0.5) / (documents + 0.5))
