"""Searching for programs."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from olke.explore.api.parameters import amount
from olke.explore.search.answering import how_many, results, understand
from olke.explore.search.facets import counted_facets
from olke.explore.search.hits import citation_text, told_hits
from olke.explore.search.matching import BOUND
from olke.explore.search.numbering import BY_CODE
from olke.explore.search.parsing import readable
from olke.explore.search.selections import FACETS, read_selection

router = Router()
MOST = 100


class ResultOut(Schema):
    """One result."""

    key: str
    kind: str = Field(description="claim, entity, source, indicator, theme, period or term.")
    title: str
    score: float = Field(description="Never higher than that of the result before it.")
    snippet: str
    citation: str = Field(description="Where a claim stands; empty for what is not a claim.")
    url: str


class ResultList(Schema):
    """A page of results."""

    count: int = Field(description=f"How many there are; counting stops at {BOUND}.")
    count_is_exact: bool
    read: str = Field(description="What was searched for: a long query is cut.")
    meant: dict[str, list[str]] = Field(
        description="Mistyped words, each with the index terms that were read in its place."
    )
    coverage: str = Field(description="How many of the words the first results have: 3/4.")
    items: list[ResultOut]
    facets: dict[str, dict[str, int]] | None = Field(
        None, description="With facets=true: results for each value of each facet."
    )


class SearchQuery(Schema):
    """What is searched for, and what it is narrowed by; a facet may be given several times."""

    q: str = ""
    limit: Annotated[int, amount(default=20, most=MOST)] = Field(
        20, ge=0, description=f"At most so many results, and never more than {MOST}."
    )
    offset: Annotated[int, amount(default=0, most=BOUND)] = Field(
        0, ge=0, description="Skip so many results."
    )
    facets: bool = Field(default=False, description="Count the values of each facet too.")
    type: list[str] = Field([], description="Kinds of record, as in an item's kind.")
    period: list[str] = []
    theme: list[str] = []
    place: list[str] = []
    kind: list[str] = []
    aspect: list[str] = []
    group: list[str] = []
    cited: list[str] = []


@router.get("/search", response=ResultList, summary="Search in every record")
def search(
    request: HttpRequest,  # noqa: ARG001 - every operation has one
    wanted: Annotated[SearchQuery, Query()],
) -> HttpResponse:
    """Find claims, entities, sources and words; any string is a query."""
    read = readable(wanted.q)
    question = understand(read)
    chosen = read_selection({name: getattr(wanted, name) for name in FACETS})
    selection = chosen.with_types(*[kind for kind in dict.fromkeys(wanted.type) if kind in BY_CODE])
    hits = results(question, selection, limit=wanted.limit, offset=wanted.offset)
    found = how_many(question, selection)
    terms = frozenset(term for concept in question.plan.wanted for term in concept.terms)
    answer: dict[str, Any] = {
        "count": found.number,
        "count_is_exact": found.exact,
        "read": read,
        "meant": {word: list(terms) for word, terms in question.plan.meant},
        "coverage": f"{question.coverage.had}/{question.coverage.of}",
        "items": [
            {
                "key": item.key,
                "kind": item.kind.code,
                "title": item.title,
                "score": item.score,
                "snippet": item.snippet,
                "citation": citation_text(item.claim) if item.claim else "",
                "url": item.url,
            }
            for item in told_hits(hits, terms, get_language() or "kk")
        ],
    }
    if wanted.facets:
        counts = counted_facets(question, selection)
        answer["facets"] = {name: dict(counts[name].most_common()) for name in FACETS}
    # Past the framework's own check of every field, which takes as long as the search itself; that
    # the answer is a ResultList is tested.
    return JsonResponse(answer, json_dumps_params={"ensure_ascii": False})
