"""What the pages of single records show, each read with a known number of statements."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, F, Q, QuerySet

from olke.entities.models import Entity, Name, NameKind, Relation, RelationKind
from olke.evidence.models import Citation, Claim, ClaimKind, Review
from olke.evidence.queries import complete_claims, standing_claims
from olke.sources.models import Source
from olke.vocabulary.models import HistoricalPeriod, Indicator, Theme

# The undated come last on every database; without a word, SQLite puts them first.
IN_TIME = (F("earliest").asc(nulls_last=True), "position")
STANDING = ~Q(claims__review=Review.WITHDRAWN)
MAIN_NAMES = frozenset({NameKind.OFFICIAL, NameKind.FORMER, NameKind.ABBREVIATION})


@dataclass(frozen=True)
class EntityPage:
    """Everything an entity's page shows."""

    entity: Entity
    names: list[Name]
    wholes: list[Relation]
    parts: list[Relation]
    observations: list[Claim]
    events: list[Claim]
    roles: list[Claim]
    cited: int

    @property
    def main_names(self) -> list[Name]:
        """Names that it went by: official and former ones, and abbreviations."""
        return [name for name in self.names if name.kind in MAIN_NAMES]

    @property
    def spellings(self) -> list[Name]:
        """Every other way of writing its name, which search finds too."""
        return [name for name in self.names if name.kind not in MAIN_NAMES]

    @property
    def claims(self) -> int:
        """How many claims there are in all."""
        return len(self.observations) + len(self.events) + len(self.roles)


def entity_by_key(key: str) -> Entity | None:
    """Return an entity with its theme and that theme's parent, or None."""
    return Entity.objects.select_related("theme__parent", "pack").filter(key=key).first()


def entity_page(entity: Entity) -> EntityPage:
    """Read an entity's names, relations and standing claims: five statements and the citations."""
    claims = list(
        standing_claims()
        .filter(Q(subject=entity) | Q(object=entity) | Q(place=entity))
        .order_by(*IN_TIME)
    )
    relations = Relation.objects.select_related("entity", "other")
    return EntityPage(
        entity=entity,
        names=list(entity.names.all()),
        wholes=list(relations.filter(entity=entity)),
        parts=list(relations.filter(other=entity).order_by("kind", "entity__position")),
        observations=_by_indicator(
            claim for claim in claims if claim.kind == ClaimKind.OBSERVATION
        ),
        events=[claim for claim in claims if claim.kind == ClaimKind.EVENT],
        roles=[claim for claim in claims if claim.kind == ClaimKind.ROLE],
        cited=sum(1 for claim in claims if _has_through(claim)),
    )


def _by_indicator(claims: Iterable[Claim]) -> list[Claim]:
    """Put what is counted together, each in order of time, as the claims already are."""
    return sorted(
        claims,
        key=lambda claim: (
            claim.indicator.position,
            claim.product.position if claim.product else -1,
            claim.measure,
        ),
    )


def _has_through(claim: Claim) -> bool:
    return any(citation.through_id for citation in claim.citations.all())


def located_in(page: EntityPage) -> Entity | None:
    """Return the town or larger whole that an entity lies in, the nearest first."""
    for kind in (RelationKind.LOCATED_IN, RelationKind.PART_OF):
        for relation in page.wholes:
            if relation.kind == kind:
                return relation.other
    return None


def claim_by_key(key: str) -> Claim | None:
    """Return one claim, also a withdrawn one, with its citations, or None (three statements)."""
    return complete_claims().select_related("pack").filter(key=key).first()


def neighbours(claim: Claim, limit: int = 12) -> list[Claim]:
    """Return the other standing claims about the same subject and indicator, in order of time."""
    return list(
        standing_claims()
        .filter(subject=claim.subject_id, indicator=claim.indicator_id)
        .exclude(pk=claim.pk)
        .order_by(*IN_TIME)[:limit]
    )


def source_by_key(key: str) -> Source | None:
    """Return a source with the archive that keeps it, or None."""
    return Source.objects.select_related("repository", "pack").filter(key=key).first()


def claims_resting_on(source: Source, locator: str = "") -> QuerySet[Claim]:
    """Return every standing claim that cites a source, directly or through another.

    ``locator`` keeps only claims that stand at that place in it.
    """
    here = Citation.objects.filter(Q(source=source) | Q(through=source))
    if locator:
        here = Citation.objects.filter(
            Q(source=source, locator=locator) | Q(through=source, through_locator=locator)
        )
    return standing_claims().filter(pk__in=here.values("claim")).order_by("position")


def claims_in(period: HistoricalPeriod) -> QuerySet[Claim]:
    """Return the standing claims whose time begins within a period, in order of time."""
    return (
        standing_claims()
        .filter(earliest__gte=period.earliest, earliest__lte=period.latest)
        .order_by(*IN_TIME)
    )


def claims_of_themes(themes: Collection[int]) -> QuerySet[Claim]:
    """Return the standing claims of themes, by primary key, in order of time."""
    return standing_claims().filter(indicator__theme__in=themes).order_by(*IN_TIME)


def claims_of_indicator(indicator: Indicator) -> QuerySet[Claim]:
    """Return the standing claims of an indicator, in order of time."""
    return standing_claims().filter(indicator=indicator).order_by(*IN_TIME)


def subjects_of_indicator(indicator: Indicator, limit: int = 40) -> QuerySet[Entity]:
    """Return whom an indicator is known for, the best documented first (one statement)."""
    standing = Q(claims__indicator=indicator) & ~Q(claims__review=Review.WITHDRAWN)
    return (
        Entity.objects.annotate(claim_count=Count("claims", filter=standing))
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")[:limit]
    )


def indicators_of_themes(themes: Collection[int]) -> QuerySet[Indicator]:
    """Return the indicators of themes, by primary key, most claims first (one statement)."""
    return (
        Indicator.objects.filter(theme__in=themes)
        .annotate(claim_count=Count("claims", filter=STANDING))
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")
    )


def entities_of_themes(themes: Collection[int], limit: int = 40) -> QuerySet[Entity]:
    """Return entities of themes, by primary key, the best documented first (one statement)."""
    return (
        Entity.objects.filter(theme__in=themes)
        .annotate(claim_count=Count("claims", filter=STANDING))
        .order_by("-claim_count", "position")[:limit]
    )


def events_in(period: HistoricalPeriod, limit: int = 30) -> list[Claim]:
    """Return the first events of a period, in order of time."""
    return list(claims_in(period).filter(kind=ClaimKind.EVENT)[:limit])


def figures_in(period: HistoricalPeriod) -> QuerySet[Claim]:
    """Return the observations and roles of a period, in order of time."""
    return claims_in(period).exclude(kind=ClaimKind.EVENT)


def themes_in(period: HistoricalPeriod) -> QuerySet[Theme]:
    """Return the themes with how many claims of a period each has, most first (one statement)."""
    within = Q(
        indicators__claims__earliest__gte=period.earliest,
        indicators__claims__earliest__lte=period.latest,
    ) & ~Q(indicators__claims__review=Review.WITHDRAWN)
    return (
        Theme.objects.annotate(claim_count=Count("indicators__claims", filter=within))
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")
    )
