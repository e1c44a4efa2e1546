"""Claims as documents: the union of their parts' terms, streamed in pieces."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache, partial
from typing import NamedTuple

from django.db.models import Q, QuerySet

from olke.evidence.models import Aspect, Citation, Claim, ClaimKind, Measure, Rank, Review
from olke.explore.search.documents import Document, joined_facets
from olke.explore.search.marks import facet_term, title_term
from olke.explore.search.numbering import DocumentKind, document_number
from olke.explore.search.surroundings import Surroundings
from olke.explore.search.terms import own_text, terms_of

PIECE = 2000
NEARLY_A_YEAR = 2  # a winter and an agricultural year touch two
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

RANKED: dict[str, int] = {Rank.PREFERRED.value: 20, Rank.DEPRECATED.value: -30}
REVIEWED: dict[str, int] = {Review.REVIEWED.value: 10, Review.QUESTIONED.value: -10}
_OBSERVATION = ClaimKind.OBSERVATION.value


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
Ends = tuple[tuple[int, int | None], ...]
"""The sources of a claim's citations, each with the one it was cited through."""


class CitedPart(NamedTuple):
    """What its sources add to a claim; ``named`` where one names its own source."""

    terms: str
    facets: frozenset[str]
    named: bool


def claim_documents(claims: QuerySet[Claim], around: Surroundings) -> Iterator[Document]:
    """Yield the documents of claims that stand; two statements for each ``PIECE`` of them."""
    standing = claims.exclude(review=Review.WITHDRAWN)
    cited_part = lru_cache(maxsize=20_000)(partial(_cited_part, around))
    last = 0
    while rows := _piece(standing, last):
        cited = _citations(rows)
        for row in rows:
            yield _document(row, cited_part(tuple(cited.get(row.pk, ()))), around)
        last = rows[-1].pk


def _piece(claims: QuerySet[Claim], after: int) -> list[Row]:
    columns = claims.filter(pk__gt=after).order_by("pk").values_list(*COLUMNS)
    return [Row(*row) for row in columns[:PIECE]]


def _citations(rows: list[Row]) -> dict[int, list[tuple[int, int | None]]]:
    first, last = rows[0].pk, rows[-1].pk
    # Nearly all claims between two numbers are asked for by the two: a tenth of the time.
    near = Q(claim__gte=first, claim__lte=last)
    each = Q(claim__in=[row.pk for row in rows])
    citations = Citation.objects.filter(near if last - first < 2 * len(rows) else each).order_by()
    cited: dict[int, list[tuple[int, int | None]]] = defaultdict(list)
    for claim, source, through in citations.values_list("claim_id", "source_id", "through_id"):
        cited[claim].append((source, through))
    return cited


def _document(row: Row, cited: CitedPart, around: Surroundings) -> Document:
    subject = around.entity_parts[row.subject]
    indicator = around.indicator_parts[row.indicator]
    other, place = around.entity_parts[row.object], around.entity_parts[row.place]
    product = around.product_parts[row.product]
    observed = row.kind == _OBSERVATION
    facets = joined_facets(
        indicator.themes or subject.themes,
        subject.places,
        place.places,
        other.places,
        around.periods_of(row.earliest, row.latest),
        _own_facets(row.kind, row.aspect),
        cited.facets,
    )
    # Who took part in an event is what it is about; where it happened is where it happened.
    # Strings put one after the other: a term that two parts share stands twice, which costs less
    # than finding out, and no database minds.
    terms = (
        subject.title,
        indicator.title,
        product.title,
        other.body if observed else other.title,
        place.body,
        own_text(row.title_kk, "kk", title=True),
        own_text(row.title_ru, "ru", title=True),
        own_text(row.title_en, "en", title=True),
        facets,
        _years(row.earliest, row.latest),
        around.unit_terms.get(row.unit, ""),
        _manner(row.aspect, row.measure),
        own_text(row.wording),
        own_text(row.period_wording),
        cited.terms,
    )
    return Document(
        _first_number(row.rank, row.review, observed, cited.named) + row.pk,
        DocumentKind.CLAIM,
        row.key,
        row.earliest or row.latest,
        subject.length + indicator.length + product.length,
        facets,
        " ".join(filter(None, terms)),
    )


def _cited_part(around: Surroundings, cited: Ends) -> CitedPart:
    sources = [around.source_parts[source] for pair in cited for source in pair if source]
    named = any(through for _, through in cited)
    terms = " ".join(source.terms for source in sources if source.terms)
    return CitedPart(terms, _source_facets(cited, around), named)


def _source_facets(cited: Ends, around: Surroundings) -> frozenset[str]:
    """Return the groups of the sources at the end of each citation, and whether there are any.

    ``through``: the text that states the claim names its own source. ``direct``: it does not.
    """
    if not cited:
        return _cited_facet("none")
    ends = (through or source for source, through in cited)
    named = "through" if any(through for _, through in cited) else "direct"
    return _cited_facet(named).union(*(around.source_parts[end].group for end in ends))


def _cited_facet(value: str) -> frozenset[str]:
    return frozenset({facet_term("cited", value)})


@lru_cache(maxsize=64)
def _own_facets(kind: str, aspect: str) -> frozenset[str]:
    facets = {facet_term("type", DocumentKind.CLAIM.code), facet_term("kind", kind)}
    if aspect:
        facets.add(facet_term("aspect", aspect))
    return frozenset(facets)


@lru_cache(maxsize=64)
def _manner(aspect: str, measure: str) -> str:
    words = [*ASPECT_WORDS.get(aspect, ()), *MEASURE_WORDS.get(measure, ())]  # type: ignore[call-overload]
    terms = terms_of(words).words
    return " ".join((*terms, *map(title_term, terms)))


@lru_cache(maxsize=10_000)
def _years(earliest: dt.date | None, latest: dt.date | None) -> str:
    """Return each year from the first to the last; a claim about one year has it as a title.

    So a search for a year gives what happened in it before what lasted for decades.
    """
    known = [day.year for day in (earliest, latest) if day]
    if not known:
        return ""
    first, last = known[0], known[-1]
    years = range(first, last + 1) if last - first <= LONGEST_SPAN else (first, last)
    words = [str(year) for year in years]
    titles = map(title_term, words) if len(words) <= NEARLY_A_YEAR else ()
    return " ".join((*words, *titles))


@lru_cache(maxsize=64)
def _first_number(rank: str, review: str, observed: bool, named: bool) -> int:  # noqa: FBT001
    """Return the number that a claim's own is added to.

    Its importance is 20-100: preferred and reviewed claims first, then events and what names its
    source.
    """
    worth = RANKED.get(rank, 0) + REVIEWED.get(review, 0)
    importance = 60 + worth + (0 if observed else 6) + (4 if named else 0)
    return document_number(importance, DocumentKind.CLAIM, 0)
