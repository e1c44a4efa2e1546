"""The API's series: the claims behind a figure, with their citations."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from ninja import Field, Query, Router, Schema

from olke.environment import LANGUAGES
from olke.evidence.models import Claim
from olke.evidence.sentences import claim_sentence
from olke.explore.api.schemas import ClaimOut, claim_out
from olke.explore.charts.choices import SeriesChoice, read_choice
from olke.explore.charts.queries import MOST_CLAIMS, chosen_claims
from olke.vocabulary.units import unit_registry

router = Router(tags=["series"])


class SeriesOut(Schema):
    """Observations in order of time."""

    count: int
    items: list[ClaimOut]
    figure: str = Field(description="Address of the page that draws them.")


@router.get("/series", response=SeriesOut, summary="One quantity over time")
def series(
    request: HttpRequest,  # noqa: ARG001 - the framework passes it
    indicator: Annotated[list[str], Query(description="Keys of indicators.")],
    subject: Annotated[list[str], Query()] = [],  # noqa: B006 - the framework copies it
    product: str = "",
    aspect: Annotated[str, Query(description="actual, planned, norm or estimate.")] = "",
    measure: Annotated[str, Query(description="absolute or percent; empty for both.")] = "",
    first: Annotated[str, Query(alias="from", description="First year.")] = "",
    last: Annotated[str, Query(alias="to", description="Last year.")] = "",
) -> dict[str, Any]:
    """List what a series is drawn from, without withdrawn claims: at most 2,000."""
    asked = QueryDict(mutable=True)
    asked.setlist("indicator", indicator)
    asked.setlist("subject", subject)
    asked.update({"product": product, "aspect": aspect, "measure": measure})
    asked.update({"from": first, "to": last})
    choice = read_choice(asked)
    found = _in_time(choice)
    return {
        "count": len(found),
        "items": _told(found),
        "figure": f"{reverse('explore:series')}?{choice.query}",
    }


def _in_time(choice: SeriesChoice) -> list[Claim]:
    claims = chosen_claims(choice).exclude(review="withdrawn")[:MOST_CLAIMS]
    return sorted(claims, key=lambda claim: (claim.earliest is None, str(claim.earliest or "")))


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
