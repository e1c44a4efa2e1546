"""Reading twenty claims with everything a result shows of them, which every search does."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from django.db.models import Model

from olke.entities.models import Entity
from olke.evidence.models import Citation, Claim
from olke.explore.search.remembering import Remembered
from olke.sources.models import Source
from olke.vocabulary.models import Indicator, Product


def claims_with_parts(pks: list[int], kept: Remembered) -> list[Claim]:
    """Return claims with subject, indicator, product, parties and citations, in no order.

    Two statements, and one for each kind of part that is not remembered yet. The statements are
    written here because building them takes Django longer than SQLite takes to answer: 20 claims
    with their citations in 0.6 ms, in 1.6 ms through querysets.
    """
    places = ", ".join(["%s"] * len(pks))
    claims = list(Claim.objects.raw(f"{_select(Claim)} WHERE id IN ({places})", pks))
    by_claim: dict[int, list[Citation]] = defaultdict(list)
    order = f"{_select(Citation)} WHERE claim_id IN ({places}) ORDER BY position, id"
    for citation in Citation.objects.raw(order, pks):
        by_claim[citation.claim_id].append(citation)
    _set_citations(claims, by_claim, kept)
    _set_parts(claims, kept)
    return claims


def _set_citations(
    claims: list[Claim], by_claim: dict[int, list[Citation]], kept: Remembered
) -> None:
    citations = [citation for found in by_claim.values() for citation in found]
    sources = kept.records(
        Source.objects.select_related("repository"),
        (source for c in citations for source in (c.source_id, c.through_id)),
    )
    for citation in citations:
        citation.source = sources[citation.source_id]
        citation.through = sources.get(citation.through_id or 0)
    for claim in claims:
        # What prefetch_related leaves behind; templates read claim.citations.all as ever.
        claim._prefetched_objects_cache = {"citations": by_claim[claim.pk]}  # type: ignore[attr-defined] # noqa: SLF001


def _set_parts(claims: list[Claim], kept: Remembered) -> None:
    entities = kept.records(
        Entity.objects.all(), (e for c in claims for e in (c.subject_id, c.object_id, c.place_id))
    )
    indicators = kept.records(Indicator.objects.all(), (claim.indicator_id for claim in claims))
    products = kept.records(Product.objects.all(), (claim.product_id for claim in claims))
    for claim in claims:
        claim.subject = entities[claim.subject_id]
        claim.indicator = indicators[claim.indicator_id]
        claim.product = products.get(claim.product_id or 0)
        claim.object = entities.get(claim.object_id or 0)
        claim.place = entities.get(claim.place_id or 0)


@cache
def _select(model: type[Model]) -> str:
    columns = ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields)
    return f"SELECT {columns} FROM {model._meta.db_table}"  # noqa: S608 - names of our own columns
