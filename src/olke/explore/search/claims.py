"""Claims as documents: the union of their parts' terms, streamed in pieces."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from django.db.models import QuerySet

from olke.evidence.models import Aspect, Citation, Claim, ClaimKind, Measure, Rank, Review
from olke.explore.search.documents import Document
from olke.explore.search.marks import facet_term, title_term
from olke.explore.search.numbering import DocumentKind, document_number
from olke.explore.search.surroundings import Surroundings
from olke.explore.search.terms import own_text, terms_of

PIECE = 2000
LONGEST_SPAN = 80  # years named one by one; beyond that a claim is about an age, not about a year

# What a reader types to ask for plans, norms and estimates, in each language.
ASPECT_WORDS = {
    Aspect.ACTUAL: ("нақты", "факт", "actual"),
    Aspect.PLANNED: ("жоспар", "жоспарланған", "план", "плановый", "plan", "planned"),
    Aspect.NORM: ("норма", "норматив", "norm"),
    Aspect.ESTIMATE: ("болжам", "бағалау", "оценка", "estimate"),
}
MEASURE_WORDS = {
    Measure.PERCENT_OF_PLAN: ("жоспардың орындалуы", "выполнение плана", "percent of plan"),
    Measure.SHARE: ("үлес", "доля", "share"),
    Measure.CHANGE_PERCENT: ("өсу", "рост", "изменение", "change"),
    Measure.CHANGE_TIMES: ("өсу", "рост", "изменение", "change"),
}


class Row(NamedTuple):
    """The columns of a claim that it is found by."""

    pk: int
    key: str
    kind: str
    subject: int
    indicator: int
    product: int | None
    object: int | None
    place: int | None
    unit: str
    earliest: dt.date | None
    latest: dt.date | None
    aspect: str
    measure: str
    rank: str
    review: str
    title_kk: str
    title_ru: str
    title_en: str
    wording: str
    period_wording: str


COLUMNS = (
    "pk",
    "key",
    "kind",
    "subject_id",
    "indicator_id",
    "product_id",
    "object_id",
    "place_id",
    "unit",
    "earliest",
    "latest",
    "aspect",
    "measure",
    "rank",
    "review",
    "title_kk",
    "title_ru",
    "title_en",
    "wording",
    "period_wording",
)
Cited = dict[int, list[tuple[int, int | None]]]


def claim_documents(claims: QuerySet[Claim], around: Surroundings) -> Iterator[Document]:
    """Yield the documents of claims that stand; two statements for each ``PIECE`` of them."""
    standing = claims.exclude(review=Review.WITHDRAWN)
    last = 0
    while rows := _piece(standing, last):
        cited = _citations(rows)
        for row in rows:
            yield _document(row, cited.get(row.pk, ()), around)
        last = rows[-1].pk


def _piece(claims: QuerySet[Claim], after: int) -> list[Row]:
    columns = claims.filter(pk__gt=after).order_by("pk").values_list(*COLUMNS)
    return [Row(*row) for row in columns[:PIECE]]


def _citations(rows: list[Row]) -> Cited:
    citations = Citation.objects.filter(claim__in=[row.pk for row in rows]).order_by()
    cited: Cited = defaultdict(list)
    for claim, source, through in citations.values_list("claim_id", "source_id", "through_id"):
        cited[claim].append((source, through))
    return cited


def _document(row: Row, cited: Iterable[tuple[int, int | None]], around: Surroundings) -> Document:
    cited = tuple(cited)
    subject = around.entity_parts[row.subject]
    indicator = around.indicator_parts[row.indicator]
    other, place = around.entity_parts[row.object], around.entity_parts[row.place]
    product = around.product_parts[row.product]
    themes = indicator.themes or subject.themes
    facets = (
        themes
        | subject.places
        | place.places
        | other.places
        | around.periods_of(row.earliest, row.latest)
        | _own_facets(row.kind, row.aspect)
        | source_facets(cited, around)
    )
    # Who took part in an event is what it is about; where it happened is where it happened.
    party = other.title if row.kind != ClaimKind.OBSERVATION else other.body
    # Strings put one after the other: a term that two parts share stands twice, which costs less
    # than finding out, and no database minds.
    terms = [
        subject.title,
        indicator.title,
        product.title,
        party,
        place.body,
        _own_terms(row),
        *facets,
        _years(row.earliest, row.latest),
        around.unit_terms.get(row.unit, ""),
        _manner(row.aspect, row.measure),
        own_text(row.wording),
        own_text(row.period_wording),
        *(around.source_parts[source].terms for pair in cited for source in pair if source),
    ]
    length = subject.length + indicator.length + product.length
    number = document_number(_importance(row, cited), DocumentKind.CLAIM, row.pk)
    begins = row.earliest or row.latest
    return Document(
        number, DocumentKind.CLAIM, row.key, begins, length, facets, " ".join(filter(None, terms))
    )


def source_facets(
    cited: tuple[tuple[int, int | None], ...], around: Surroundings
) -> frozenset[str]:
    """Return the groups of the sources at the end of each citation, and whether there are any.

    ``through``: the text that states the claim names its own source. ``direct``: it does not.
    """
    if not cited:
        return _cited_facet("none")
    ends = (through or source for source, through in cited)
    named = "through" if any(through for _, through in cited) else "direct"
    return _cited_facet(named).union(*(around.source_parts[end].group for end in ends))


@lru_cache(maxsize=4)
def _cited_facet(value: str) -> frozenset[str]:
    return frozenset({facet_term("cited", value)})


@lru_cache(maxsize=64)
def _own_facets(kind: str, aspect: str) -> frozenset[str]:
    facets = {facet_term("type", DocumentKind.CLAIM.code), facet_term("kind", kind)}
    if aspect:
        facets.add(facet_term("aspect", aspect))
    return frozenset(facets)


def _own_terms(row: Row) -> str:
    titles = (("kk", row.title_kk), ("ru", row.title_ru), ("en", row.title_en))
    told = (own_text(title, code, title=True) for code, title in titles if title)
    return " ".join(filter(None, told))


@lru_cache(maxsize=64)
def _manner(aspect: str, measure: str) -> str:
    words = [*ASPECT_WORDS.get(aspect, ()), *MEASURE_WORDS.get(measure, ())]  # type: ignore[call-overload]
    terms = terms_of(words).words
    return " ".join((*terms, *map(title_term, terms)))


@lru_cache(maxsize=10_000)
def _years(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return each year from the first to the last."""
    known = [day.year for day in (earliest, latest) if day]
    if not known:
        return ""
    first, last = known[0], known[-1]
    years = range(first, last + 1) if last - first <= LONGEST_SPAN else (first, last)
    words = [str(year) for year in years]
    return " ".join((*words, *map(title_term, words)))


def _importance(row: Row, cited: tuple[tuple[int, int | None], ...]) -> int:
    """Return 20-100: preferred and reviewed claims first, then events and what names its source."""
    rank = {Rank.PREFERRED: 20, Rank.DEPRECATED: -30}.get(row.rank, 0)  # type: ignore[call-overload]
    review = {Review.REVIEWED: 10, Review.QUESTIONED: -10}.get(row.review, 0)  # type: ignore[call-overload]
    event = 6 if row.kind != ClaimKind.OBSERVATION else 0
    named = 4 if any(through for _, through in cited) else 0
    return 60 + int(rank) + int(review) + event + named
