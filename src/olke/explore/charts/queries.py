"""Reading what charts are drawn from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext

from olke.dates import parse
from olke.entities.models import Relation, RelationKind
from olke.evidence.models import Aspect, Citation, Claim, ClaimKind, Measure, Rank, Review
from olke.evidence.queries import complete_claims
from olke.evidence.sentences import claim_quantity
from olke.evidence.templatetags.evidence import citation_line
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.localised_rows import columns_of, label_in
from olke.explore.charts.observations import Cited, Named, Observation
from olke.explore.charts.series import Break
from olke.explore.charts.spans import extent_of
from olke.vocabulary.models import Summable


@dataclass(frozen=True, slots=True)
class Strongest:
    """An indicator of a subject for which there is much to draw."""

    indicator: str
    subject: str
    label: str
    name: str
    claims: int


MOST_CLAIMS = 2000  # of one figure; a figure of more could not be read
UNASKED_SUBJECTS = 6  # drawn when the reader has chosen none


def chosen_claims(choice: SeriesChoice) -> QuerySet[Claim]:
    """Return the complete observations that a choice names, withdrawn ones too."""
    claims = complete_claims().filter(
        kind=ClaimKind.OBSERVATION, measure__in=choice.expression.measures
    )
    if choice.indicators:
        claims = claims.filter(indicator__key__in=choice.indicators)
    if choice.subjects:
        claims = claims.filter(subject__key__in=choice.subjects)
    if choice.product:
        claims = claims.filter(product__key=choice.product)
    if choice.aspect:
        claims = claims.filter(aspect=choice.aspect)
    return _within(claims, choice).order_by("pack_id", "position", "pk")


def _within(claims: QuerySet[Claim], choice: SeriesChoice) -> QuerySet[Claim]:
    """Keep claims whose time overlaps the chosen years; undated ones only when none is chosen."""
    if choice.first is not None:
        begins = dt.date(choice.first, 1, 1)
        claims = claims.filter(Q(latest__gte=begins) | Q(latest=None, earliest__isnull=False))
    if choice.last is not None:
        ends = dt.date(choice.last, 12, 31)
        claims = claims.filter(Q(earliest__lte=ends) | Q(earliest=None, latest__isnull=False))
    return claims


def observations_of(choice: SeriesChoice) -> list[Observation]:
    """Read the observations of a choice with their citations: two statements."""
    claims = chosen_claims(choice)[:MOST_CLAIMS]
    return [observation_of(claim, position) for position, claim in enumerate(claims)]


def observation_of(claim: Claim, position: int = 0) -> Observation:
    """Tell a complete claim as a chart needs it."""
    return Observation(
        key=claim.key,
        subject=Named(
            claim.subject.key,
            claim.subject.name,
            reverse("explore:entity", args=[claim.subject.key]),
        ),
        indicator=Named(
            claim.indicator.key,
            claim.indicator.label,
            reverse("explore:indicator", args=[claim.indicator.key]),
        ),
        quantity=claim_quantity(claim),
        period=parse(claim.period) if claim.period else None,
        aspect=Aspect(claim.aspect),
        measure=Measure(claim.measure),
        product=Named(claim.product.key, claim.product.label) if claim.product else None,
        base_period=claim.base_period,
        period_wording=claim.period_wording,
        additive=claim.indicator.summable not in (Summable.STOCK, Summable.NO),
        usual_unit=claim.indicator.unit,
        rank=Rank(claim.rank),
        review=Review(claim.review),
        note=claim.note,
        citations=tuple(cited(citation) for citation in claim.citations.all()),
        url=reverse("explore:claim", args=[claim.key]),
        position=position,
    )


def cited(citation: Citation) -> Cited:
    """Tell a citation shortly: the work it is cited through first, then where it stands."""
    line = citation_line(citation)
    own = f"{line.source}, {line.place}" if line.place else line.source
    label = f"{line.through} · {line.place or line.source}" if line.through else own
    return Cited(
        label=label,
        source=line.source_key,
        locator=citation.locator,
        through=line.through_key,
        through_locator=citation.through_locator,
        reference=citation.through.reference if citation.through else "",
        url=reverse("explore:source", args=[line.through_key or line.source_key]),
    )


def breaks_of(subjects: Collection[str]) -> list[Break]:
    """List the dated mergers and splits of these subjects: one statement."""
    relations = Relation.objects.filter(
        Q(entity__key__in=subjects) | Q(other__key__in=subjects),
        kind__in=(RelationKind.MERGED_INTO, RelationKind.SPLIT_FROM),
    ).exclude(period="")
    return [
        gap
        for relation in relations.select_related("entity", "other")
        for gap in _breaks(relation, subjects)
    ]


def _breaks(relation: Relation, subjects: Collection[str]) -> list[Break]:
    extent = extent_of(parse(relation.period))
    if extent is None:
        return []
    year = extent.end if extent.open_start else extent.start
    said = {
        RelationKind.MERGED_INTO: gettext("%(one)s was merged into %(other)s"),
        RelationKind.SPLIT_FROM: gettext("%(one)s was split from %(other)s"),
    }[RelationKind(relation.kind)]
    label = said % {"one": relation.entity.name, "other": relation.other.name}
    url = reverse("explore:entity", args=[relation.entity.key])
    concerned = {relation.entity.key, relation.other.key} & set(subjects)
    return [Break(year, label, subject, url) for subject in sorted(concerned)]


def subjects_by_weight(choice: SeriesChoice) -> list[str]:
    """List the subjects of a choice by how many claims it has about each: one statement."""
    counted = (
        chosen_claims(choice)
        .select_related(None)
        .prefetch_related(None)
        .order_by()
        .values("subject__key")
        .annotate(claims=Count("pk"))
        .order_by("-claims", "subject__key")
    )
    return [row["subject__key"] for row in counted]


def strongest_series(limit: int = 24) -> list[Strongest]:
    """List indicator and subject with observations about most different times: one statement."""
    rows = (
        Claim.objects.filter(kind=ClaimKind.OBSERVATION, earliest__isnull=False)
        .exclude(review=Review.WITHDRAWN)
        .order_by()
        .values(
            "indicator__key",
            "subject__key",
            *columns_of("indicator__label"),
            *columns_of("subject__name"),
        )
        .annotate(claims=Count("pk"), times=Count("earliest", distinct=True))
        .filter(times__gt=1)
        .order_by("-times", "-claims", "indicator__key", "subject__key")
    )
    return [
        Strongest(
            indicator=row["indicator__key"],
            subject=row["subject__key"],
            label=label_in(row, "indicator__label"),
            name=label_in(row, "subject__name"),
            claims=row["claims"],
        )
        for row in rows[:limit]
    ]
