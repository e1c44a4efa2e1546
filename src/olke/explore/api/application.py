"""The API's endpoints for claims, entities, sources and vocabulary."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import Http404, HttpRequest
from django.urls import reverse
from ninja import NinjaAPI, Query

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
    EntityOut,
    IndicatorOut,
    RecordList,
    SourceOut,
    claim_out,
)
from olke.explore.charts.api import router as series
from olke.explore.search.api import router as search
from olke.vocabulary.units import unit_registry

Limit = Annotated[int, Query(ge=0, le=1000, description="At most so many items.")]
Offset = Annotated[int, Query(ge=0, description="Skip so many items.")]

api = NinjaAPI(
    title="Olke",
    version="1",
    description="A region's claims with their citations. Reading only; no key is needed.",
    docs_url=None,  # its page would load scripts from elsewhere
    openapi_url="/openapi.json",
    urls_namespace="api",
)
api.add_router("", search)
api.add_router("", series)


@api.exception_handler(EdtfError)
def refuse_period(request: HttpRequest, error: EdtfError) -> Any:
    """Answer a period that is not EDTF with a sentence."""
    return api.create_response(request, {"detail": str(error)}, status=422)


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
def entities(
    request: HttpRequest, kind: str = "", limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """List places, organisations and people."""
    return records.entities(kind=kind, limit=limit, offset=offset)


@api.get("/sources", response=RecordList[SourceOut], summary="Sources")
def sources(
    request: HttpRequest, group: str = "", limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """List sources with their archive fields."""
    return records.sources(group=group, limit=limit, offset=offset)


@api.get("/indicators", response=RecordList[IndicatorOut], summary="Indicators")
def indicators(
    request: HttpRequest, theme: str = "", limit: Limit = 100, offset: Offset = 0
) -> dict[str, Any]:
    """List what is counted, what happened and what people were."""
    return records.indicators(theme=theme, limit=limit, offset=offset)


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
