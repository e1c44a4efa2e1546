"""The API's endpoints for claims, entities, sources and vocabulary."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, reverse
from ninja import NinjaAPI, Query, Router

from olke.dates import EdtfError
from olke.environment import LANGUAGES
from olke.evidence.models import Claim
from olke.evidence.queries import ClaimFilter, complete_claims, filtered_claims
from olke.evidence.sentences import claim_sentence
from olke.explore.api import records
from olke.explore.api.schemas import (
    ClaimList,
    ClaimOut,
    ClaimQuery,
    Contents,
    EntityOut,
    EntityQuery,
    IndicatorOut,
    IndicatorQuery,
    RecordList,
    SourceOut,
    SourceQuery,
    claim_out,
)
from olke.explore.charts.api import router as series
from olke.explore.search.api import router as search
from olke.vocabulary.units import unit_registry

LISTS = ("claims", "entities", "sources", "indicators", "search", "series")
log = logging.getLogger("django.request")


class ReadingAPI(NinjaAPI):
    """An API that answers HEAD wherever it answers GET, as RFC 9110 (9.1) asks of every server."""

    @property
    def urls(self) -> tuple[list[URLResolver | URLPattern], str, str]:
        """The addresses, each also for asking what GET would answer without its body."""
        patterns, name, namespace = super().urls
        for pattern in patterns:
            if isinstance(pattern, URLPattern):
                pattern.callback = _answering_head(pattern.callback)
        return patterns, name, namespace


def _answering_head(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.method
        request.method = "GET" if asked == "HEAD" else asked
        try:
            return view(request, *args, **kwargs)
        finally:
            request.method = asked  # the server, which leaves the body out, goes by this

    return answer


api = ReadingAPI(
    title="Olke",
    version="1",
    description="A region's claims with their citations. Reading only; no key is needed.",
    docs_url=None,  # its page would load scripts from elsewhere
    openapi_url="/openapi.json",
    urls_namespace="api",
)
api.add_router("", search)
api.add_router("", series)
elsewhere = Router()


@api.exception_handler(EdtfError)
def refuse_period(request: HttpRequest, error: EdtfError) -> Any:
    """Answer a period that is not EDTF with a sentence."""
    return api.create_response(request, {"detail": str(error)}, status=422)


@api.exception_handler(Exception)
def tell_fault(request: HttpRequest, error: Exception) -> Any:
    """Answer a fault of the program as JSON, too, and put it into the log."""
    log.error("Internal Server Error: %s", request.path, exc_info=error)
    said = {"detail": "This is a fault of the program; it has been recorded."}
    return api.create_response(request, said, status=500)


@api.get("/", response=Contents, summary="What there is")
def contents(request: HttpRequest) -> dict[str, Any]:
    """Name every list, and where they are described."""
    root = request.path
    return {"description": f"{root}openapi.json", "lists": {name: root + name for name in LISTS}}


@api.get("/claims", response=ClaimList, summary="Claims, narrowed by any of their parts")
def claims(request: HttpRequest, wanted: Query[ClaimQuery]) -> dict[str, Any]:
    """List claims in the order of the pack."""
    found = filtered_claims(ClaimFilter(**wanted.dict(exclude={"limit", "offset"})))
    page = found[wanted.offset : wanted.offset + wanted.limit]
    return {"count": found.count(), "items": _told(list(page))}


@api.get("/claims/{key}", response=ClaimOut, summary="One claim")
def claim(request: HttpRequest, key: str) -> dict[str, Any]:
    """Give one claim, also a withdrawn one."""
    found = complete_claims().filter(key=key).first()
    if found is None:
        raise Http404
    return _told([found])[0]


@api.get("/entities", response=RecordList[EntityOut], summary="Entities with their names")
def entities(request: HttpRequest, wanted: Query[EntityQuery]) -> dict[str, Any]:
    """List places, organisations and people."""
    return records.entities(**wanted.dict())


@api.get("/sources", response=RecordList[SourceOut], summary="Sources")
def sources(request: HttpRequest, wanted: Query[SourceQuery]) -> dict[str, Any]:
    """List sources with their archive fields."""
    return records.sources(**wanted.dict())


@api.get("/indicators", response=RecordList[IndicatorOut], summary="Indicators")
def indicators(request: HttpRequest, wanted: Query[IndicatorQuery]) -> dict[str, Any]:
    """List what is counted, what happened and what people were."""
    return records.indicators(**wanted.dict())


def _told(found: list[Claim]) -> list[dict[str, Any]]:
    registry = unit_registry()
    return [
        claim_out(
            claim,
            url=reverse("explore:claim", args=[claim.key]),
            sentence={code: claim_sentence(claim, code, registry) for code in LANGUAGES},
        )
        for claim in found
    ]


@elsewhere.get("/{path:address}", include_in_schema=False)
def nothing(request: HttpRequest, address: str) -> Any:
    """Answer any other address as JSON, like the rest."""
    raise Http404


api.add_router("", elsewhere)  # the last, because it takes every address
