"""From the parts of a query to what is asked of the index.

Each word becomes a concept: any of its readings, or two known words that it runs together
(``еткомбинаты``), or, with its neighbour, one known word that the two make (``мясо комбинат``). A
word that nothing is known of is read as a known one behind the beginning of another
(``пединститут``), or as the known words one slip away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

from olke.explore.search.expressions import AllOf, Expression, Term, all_of, any_of
from olke.explore.search.frames import Frame, frame_of
from olke.explore.search.marks import pair_terms, title_term
from olke.explore.search.matching import document_counts
from olke.explore.search.parsing import MOST_WORDS, Part, parse_query
from olke.explore.search.spelling import nearest_terms
from olke.explore.search.stumps import stump_compounds
from olke.explore.search.terms import folded_words, is_filler, lemma_names, query_words

SHORTEST_PIECE = 2
SHORTEST_COMPOUND = 6
MOST_NAMES = 24
"""Names that a query's words may be forms of; names are looked up in one statement."""
_YEARS = re.compile(r"(1[5-9]\d\d|20\d\d)\s?[-\u2010-\u2015]\s?(1[5-9]\d\d|20\d\d)\Z")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_YEAR_WORDS = frozenset({"жыл", "ж", "год", "г", "гг", "year"})


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing asked for: as typed, anywhere in a document, in a title, and there for sure.

    ``surely`` is ``in_title`` without the readings that the word hardly means.

    ``weight`` is its inverse document frequency: rare things tell documents apart. ``terms`` are
    what is shown as found.
    """

    text: str
    anywhere: Expression
    in_title: Expression
    surely: Expression
    weight: float
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A query made ready: what is asked for, what is refused, what nothing is known of.

    ``names`` are the names that would be exactly what was typed, the typed form first. ``meant``
    gives for each mistyped word the known words that were read in its place.
    """

    wanted: tuple[Concept, ...]
    unwanted: Expression | None
    unknown: tuple[str, ...]
    names: tuple[str, ...]
    meant: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing was asked for, so that everything may be shown."""
        return not self.wanted and not self.unknown and self.unwanted is None


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    alternatives: tuple[tuple[str, ...], ...]
    likely: frozenset[tuple[str, ...]] = frozenset()
    pairs: tuple[str, ...] = ()
    years: bool = False
    frame: Frame | None = None

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
    found = _concepts(wanted, known, size)
    refused = _concepts(unwanted, known, size)
    concepts, meant = _mended(found, size)
    unknown = [word.text for word, concept in concepts if concept is None]
    return Plan(
        tuple(dict.fromkeys(concept for _, concept in concepts if concept)),
        any_of(*(c.anywhere for _, c in refused if c)) if any(c for _, c in refused) else None,
        tuple(dict.fromkeys(unknown)),
        _names(text, wanted, known) if not unwanted else (),
        meant,
    )


def _names(text: str, words: list[_Word], known: Mapping[str, int]) -> tuple[str, ...]:
    """Return what is typed, and what it is an inflected form of, as names are looked up by."""
    typed = " ".join(folded_words(text))
    answers = [tuple(term for term in word.terms if term in known) for word in words]
    return tuple(filter(None, dict.fromkeys([typed, *lemma_names(answers, MOST_NAMES)])))


def _words(parts: Iterable[Part]) -> list[_Word]:
    found: list[_Word] = []
    for part in parts:
        if part.phrase:
            found.append(_phrase(part))
        elif years := _YEARS.match(part.text):
            found.append(_span(part.text, int(years[1]), int(years[2])))
        else:
            found.extend(
                _Word(word.text, word.alternatives, word.likely, frame=frame_of(word.alone))
                for word in query_words(part.text)
            )
    return _framing(_without_fillers(found[:MOST_WORDS]))


def _phrase(part: Part) -> _Word:
    words = folded_words(part.text)
    return _Word(part.text, tuple((word,) for word in words), pairs=tuple(pair_terms(words)))


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


def _framing(words: list[_Word]) -> list[_Word]:
    """Ask for a kind of answer only beside what it is asked about."""
    if all(word.frame for word in words):
        return [replace(word, frame=None) for word in words]
    return words


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
        wanted.update(word.frame.words if word.frame else ())
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
    if any(word.pairs or word.years or word.frame for word in (first, second)):
        return []
    return [a + b for a in first.terms for b in second.terms if (a + b).isalpha()]


def _concepts(words: list[_Word], known: Mapping[str, int], size: int) -> list[_Answered]:
    found: list[_Answered] = []
    i = 0
    while i < len(words):
        pair = words[i : i + 2]
        made = [t for t in _together(*pair) if t in known] if len(pair) == 2 else []
        if made:
            found.append((words[i], _made(pair, made, known, size)))
            i += 2
        else:
            found.append((words[i], _concept(words[i], known, size)))
            i += 1
    return found


_Answered = tuple[_Word, Concept | None]
_Meant = tuple[tuple[str, tuple[str, ...]], ...]


def _mended(answered: list[_Answered], size: int) -> tuple[list[_Answered], _Meant]:
    """Read mistyped words as what was probably meant (statements where some are unknown)."""
    mended: list[_Answered] = []
    meant: dict[str, tuple[str, ...]] = {}
    for word, concept in answered:
        if concept or word.pairs or word.years:
            mended.append((word, concept))
            continue
        typed = list(dict.fromkeys([*folded_words(word.text), *word.terms[:1]]))
        alternatives: list[tuple[str, ...]] = [*stump_compounds(typed)]
        if not alternatives and (near := nearest_terms(typed)):
            meant[word.text] = near
            alternatives = [(term,) for term in near]
        known = document_counts([term for terms in alternatives for term in terms])
        read_as = _Word(word.text, tuple(alternatives))
        mended.append((word, _concept(read_as, known, size)))
    return mended, tuple(meant.items())


def _concept(word: _Word, known: Mapping[str, int], size: int) -> Concept | None:
    if word.pairs:
        # The pairs are not counted; whether any document has them is seen when it is asked.
        if not all(term in known for term in word.terms):
            return None
        pairs = all_of(*map(Term, word.pairs))
        title = all_of(pairs, *(Term(title_term(term)) for term in word.terms))
        rarest = min(known[term] for term in word.terms)
        assert pairs is not None and title is not None  # noqa: S101, PT018 - a phrase has words
        return Concept(word.text, pairs, title, title, _weight(rarest, size), word.terms)
    answers = [terms for terms in word.alternatives if all(term in known for term in terms)]
    if word.frame:
        return _framed(word, word.frame, answers, known, size)
    answers = answers or _known_splits(word, known)
    if not answers:
        return None
    likely = [terms for terms in answers if terms in word.likely]
    documents = sum(min(known[term] for term in terms) for terms in answers)
    return Concept(
        word.text,
        any_of(*map(_holding, answers)),
        any_of(*map(_in_title, answers)),
        any_of(*map(_in_title, likely or answers)),
        _weight(documents, size),
        tuple(dict.fromkeys(term for terms in answers for term in terms)),
    )


def _framed(
    word: _Word,
    frame: Frame,
    answers: list[tuple[str, ...]],
    known: Mapping[str, int],
    size: int,
) -> Concept:
    """Return a word that asks for a kind of answer: it, the like words, or what is of that kind."""
    alike = sorted((term,) for term in frame.words if term in known)
    said = list(dict.fromkeys([*answers, *alike]))
    documents = sum(min(known[term] for term in terms) for terms in said)
    titles = [_in_title(terms) for terms in said]
    surely = any_of(*(titles or frame.also), *frame.surely)
    return Concept(
        word.text,
        any_of(*map(_holding, said), *frame.also),
        any_of(*titles, *frame.also),
        AllOf((surely, any_of(*frame.also))) if frame.needed else surely,
        _weight(documents, size),
        tuple(dict.fromkeys(term for terms in said for term in terms)),
    )


def _in_title(terms: tuple[str, ...]) -> Expression:
    return _holding(tuple(map(title_term, terms)))


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
        return replace(whole, text=text)
    first, second = (concept for concept in both if concept)
    return Concept(
        text,
        any_of(whole.anywhere, AllOf((first.anywhere, second.anywhere))),
        any_of(whole.in_title, AllOf((first.in_title, second.in_title))),
        any_of(whole.surely, AllOf((first.surely, second.surely))),
        max(first.weight, second.weight),
        (*whole.terms, *first.terms, *second.terms),
    )


def _weight(documents: int, size: int) -> float:
    """Return BM25's inverse document frequency (Robertson and Zaragoza 2009), never below 0."""
    return log(1 + (size - min(documents, size) + 0.5) / (documents + 0.5))
