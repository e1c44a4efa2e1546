"""Reading claims with everything a page or the API shows of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Prefetch, Q, QuerySet

from olke.dates import parse
from olke.evidence.models import Citation, Claim, Review
from olke.vocabulary.queries import themes_within


@dataclass(frozen=True)
class ClaimFilter:
    """What to narrow claims by; an empty field narrows nothing.

    ``source_paragraph`` is a paragraph number in any source counted in paragraphs; ``source`` is
    the key of a source that is cited, directly or through another; ``period`` is EDTF, and claims
    whose own time overlaps it are kept.
    """

    subject: str = ""
    indicator: str = ""
    product: str = ""
    kind: str = ""
    aspect: str = ""
    measure: str = ""
    theme: str = ""
    place: str = ""
    source: str = ""
    source_paragraph: str = ""
    period: str = ""
    withdrawn: bool = False


def complete_claims() -> QuerySet[Claim]:
    """Return claims with subject, indicator, product, parties and citations: three statements."""
    citations = Citation.objects.select_related(
        "source", "source__repository", "through", "through__repository"
    )
    return Claim.objects.select_related(
        "subject", "indicator", "indicator__theme", "product", "object", "place"
    ).prefetch_related(Prefetch("citations", citations))


def standing_claims() -> QuerySet[Claim]:
    """Return complete claims that nobody has withdrawn."""
    return complete_claims().exclude(review=Review.WITHDRAWN)


def filtered_claims(wanted: ClaimFilter) -> QuerySet[Claim]:
    """Return complete claims that match, in the order of the pack.

    Asks one statement at once where a theme is wanted: which themes lie within it.
    Raises ``olke.dates.EdtfError`` where ``wanted.period`` is not EDTF.
    """
    claims = complete_claims() if wanted.withdrawn else standing_claims()
    for field, value in (
        ("subject__key", wanted.subject),
        ("indicator__key", wanted.indicator),
        ("product__key", wanted.product),
        ("kind", wanted.kind),
        ("aspect", wanted.aspect),
        ("measure", wanted.measure),
        ("place__key", wanted.place),
    ):
        if value:
            claims = claims.filter(**{field: value})
    if wanted.theme:
        claims = claims.filter(indicator__theme__in=themes_within(wanted.theme))
    if wanted.source or wanted.source_paragraph:
        claims = claims.filter(pk__in=_cited(wanted).values("claim"))
    if wanted.period:
        claims = _overlapping(claims, wanted.period)
    return claims.order_by("pack_id", "position", "pk")


def _cited(wanted: ClaimFilter) -> QuerySet[Citation]:
    citations = Citation.objects.all()
    if wanted.source:
        citations = citations.filter(Q(source__key=wanted.source) | Q(through__key=wanted.source))
    if wanted.source_paragraph:
        citations = citations.filter(locator_kind="paragraph", locator=wanted.source_paragraph)
    return citations


def _overlapping(claims: QuerySet[Claim], text: str) -> QuerySet[Claim]:
    period = parse(text)
    claims = claims.exclude(period="")
    if period.latest:
        claims = claims.filter(Q(earliest__isnull=True) | Q(earliest__lte=period.latest))
    if period.earliest:
        claims = claims.filter(Q(latest__isnull=True) | Q(latest__gte=period.earliest))
    return claims
