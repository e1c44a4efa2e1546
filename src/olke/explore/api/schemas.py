"""What the API answers, field by field."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from ninja import Field, Schema

from olke.entities.models import EntityKind
from olke.evidence.models import Aspect, Citation, Claim, ClaimKind, Measure
from olke.explore.api.parameters import Paging, Switch, one_of
from olke.sources.models import SourceGroup


class ClaimQuery(Paging):
    """What claims may be narrowed by; what is left out narrows nothing."""

    source_paragraph: str = Field("", description="Paragraph number in the source.")
    source: str = Field("", description="Key of a source cited directly or through another.")
    subject: str = Field("", description="Key of an entity.")
    indicator: str = Field("", description="Key of an indicator.")
    product: str = Field("", description="Key of a product.")
    kind: Annotated[str, one_of(ClaimKind)] = Field(
        "", description=f"One of {', '.join(ClaimKind.values)}."
    )
    aspect: Annotated[str, one_of(Aspect)] = Field(
        "", description=f"One of {', '.join(Aspect.values)}."
    )
    measure: Annotated[str, one_of(Measure)] = Field(
        "", description=f"One of {', '.join(Measure.values)}."
    )
    theme: str = Field("", description="Key of a theme; themes within it count.")
    place: str = Field("", description="Key of an entity that is a place.")
    period: str = Field("", description="EDTF; claims whose time overlaps it.")
    withdrawn: Switch = Field(default=False, description="Also claims that were withdrawn.")


class EntityQuery(Paging):
    """What entities may be narrowed by."""

    kind: Annotated[str, one_of(EntityKind)] = Field(
        "", description=f"One of {', '.join(EntityKind.values)}."
    )


class SourceQuery(Paging):
    """What sources may be narrowed by."""

    group: Annotated[str, one_of(SourceGroup)] = Field(
        "", description=f"One of {', '.join(SourceGroup.values)}."
    )


class IndicatorQuery(Paging):
    """What indicators may be narrowed by."""

    theme: str = Field("", description="Key of a theme; themes within it count.")


class ThroughOut(Schema):
    """The work that a source itself cites."""

    source: str = Field(description="Key of the cited work.")
    reference: str = Field(description="Its number in the citing source's list, or empty.")
    locator_kind: str = Field(description="page, sheet, paragraph, or empty.")
    locator: str = Field(description="Where in it, as written: 32 or 49-50.")


class CitationOut(Schema):
    """Where a claim stands."""

    source: str = Field(description="Key of the source.")
    locator_kind: str = Field(description="page, sheet, paragraph, or empty.")
    locator: str = Field(description="Where in it, as written.")
    through: ThroughOut | None = Field(description="The work that the source cites there.")


class ClaimOut(Schema):
    """One claim. ``value`` is in ``unit``; ``value_text`` keeps the digits of the source."""

    key: str
    kind: str
    subject: str
    indicator: str
    product: str | None
    value: int | float | None
    value_max: int | float | None
    value_text: str
    bound: str
    approx: bool
    unit: str
    period: str
    period_wording: str
    aspect: str
    measure: str
    base_period: str
    object: str | None
    place: str | None
    title: dict[str, str]
    sentence: dict[str, str]
    rank: str
    review: str
    url: str
    citations: list[CitationOut]


class Contents(Schema):
    """What the API offers: addresses by name."""

    description: str = Field(description="Where every address, parameter and field is described.")
    lists: dict[str, str] = Field(description="The address of each list.")


class ClaimList(Schema):
    """A page of claims; ``count`` is how many there are in all."""

    count: int
    items: list[ClaimOut]


class NameOut(Schema):
    """A further name of an entity."""

    name: str
    language: str
    kind: str
    period: str


class EntityOut(Schema):
    """A place, an organisation or a person."""

    key: str
    kind: str
    name: dict[str, str]
    names: list[NameOut]
    description: dict[str, str]
    theme: str | None
    start: str
    end: str
    latitude: float | None
    longitude: float | None
    coordinate_source: str


class SourceOut(Schema):
    """A source; fond, inventory, file and sheet are kept apart."""

    key: str
    group: str
    kind: str
    reference: str
    title: str
    author: str
    year: str
    publisher: str
    place: str
    container: str
    repository: str | None
    fond: str
    fond_title: str
    inventory: str
    file: str
    sheet: str
    pages: str
    language: str
    url: str


class IndicatorOut(Schema):
    """What is counted, what happened, or what somebody was."""

    key: str
    kind: str
    label: dict[str, str]
    theme: str | None
    unit: str
    dimension: str
    summable: str
    polarity: str
    grave: bool
    description: dict[str, str]


Item = TypeVar("Item")


class RecordList(Schema, Generic[Item]):
    """A page of records; ``count`` is how many there are in all."""

    count: int
    items: list[Item]


def number(value: Decimal | None) -> int | float | None:
    """Return the JSON number nearest to an exact value."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def citation_out(citation: Citation) -> dict[str, Any]:
    """Return a citation as the API tells it."""
    through = citation.through
    return {
        "source": citation.source.key,
        "locator_kind": citation.locator_kind,
        "locator": citation.locator,
        "through": through
        and {
            "source": through.key,
            "reference": through.reference,
            "locator_kind": citation.through_locator_kind,
            "locator": citation.through_locator,
        },
    }


def claim_out(claim: Claim, *, url: str, sentence: dict[str, str]) -> dict[str, Any]:
    """Return a claim as the API tells it; it must come from ``evidence.queries``."""
    return {
        "key": claim.key,
        "kind": claim.kind,
        "subject": claim.subject.key,
        "indicator": claim.indicator.key,
        "product": claim.product and claim.product.key,
        "value": number(claim.value),
        "value_max": number(claim.value_max),
        "value_text": "" if claim.value is None else format(claim.value, "f"),
        "bound": claim.bound,
        "approx": claim.approximate,
        "unit": claim.unit,
        "period": claim.period,
        "period_wording": claim.period_wording,
        "aspect": claim.aspect,
        "measure": claim.measure,
        "base_period": claim.base_period,
        "object": claim.object and claim.object.key,
        "place": claim.place and claim.place.key,
        "title": {"kk": claim.title_kk, "ru": claim.title_ru, "en": claim.title_en},
        "sentence": sentence,
        "rank": claim.rank,
        "review": claim.review,
        "url": url,
        "citations": [citation_out(citation) for citation in claim.citations.all()],
    }
