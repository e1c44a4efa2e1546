"""Reading what a map shows."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.urls import reverse

from olke.dates import parse
from olke.entities.models import Entity, EntityKind, Relation, RelationKind
from olke.evidence.models import Claim, Review
from olke.explore.charts.atlas import Box, Layer, Site, Span, Spot, box_round, layer_of, spots_of
from olke.explore.charts.notices import Notice, read_notices
from olke.explore.charts.observations import Named
from olke.packs.models import Pack, PackFile

WHOLES = frozenset(
    {EntityKind.COUNTRY, EntityKind.REPUBLIC, EntityKind.OBLAST, EntityKind.REGION}
)  # too large to be a point
TOWN = "town"  # coordinate_source of something that has its town's point
SHOWN = (
    EntityKind.SETTLEMENT,
    EntityKind.DISTRICT,
    EntityKind.CITY_DISTRICT,
    EntityKind.ENTERPRISE,
    EntityKind.FARM,
    EntityKind.INSTITUTION,
    EntityKind.SITE,
)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything a map shows. outside: sites beyond its box; placeless: sites without a point.

    years: first and last year that any claim about them covers, None without dated claims.
    """

    layers: tuple[Layer, ...]
    box: Box | None
    spots: tuple[Spot, ...]
    outside: tuple[Spot, ...]
    placeless: tuple[Site, ...]
    years: tuple[int, int] | None
    notices: tuple[Notice, ...]


def read_atlas(*, kind: str = "", theme: str = "") -> Atlas:
    """Read the map of the region: eight statements, however many places there are."""
    entities = _entities(kind, theme)
    counts, spans = _claims_by_entity()
    sites = [(entity, _site(entity, counts, spans)) for entity in entities]
    placed = [site for entity, site in sites if entity.latitude is not None]
    box = _box(placed, _within_region())
    spots = spots_of(placed)
    inside = [spot for spot in spots if box and box.holds(spot.longitude, spot.latitude)]
    layers, notices = _files()
    return Atlas(
        layers=layers,
        box=box,
        spots=tuple(inside),
        outside=tuple(spot for spot in spots if spot not in inside),
        placeless=tuple(site for entity, site in sites if entity.latitude is None and site.claims),
        years=_years(placed),
        notices=notices,
    )


def _years(sites: Iterable[Site]) -> tuple[int, int] | None:
    """Give the years that a slider covers: those of the packs, else those of the claims."""
    packs = [parse(span) for span in Pack.objects.exclude(span="").values_list("span", flat=True)]
    days = [day for span in packs for day in (span.earliest, span.latest) if day]
    years = [day.year for day in days] or [
        year for site in sites for span in site.spans for year in (span.first, span.last)
    ]
    return (min(years), max(years)) if years else None


def _entities(kind: str, theme: str) -> QuerySet[Entity]:
    entities = Entity.objects.exclude(kind__in=WHOLES).filter(kind__in=SHOWN)
    if kind:
        entities = entities.filter(kind=kind)
    if theme:
        entities = entities.filter(theme__key=theme)
    return entities.order_by("position")


def _claims_by_entity() -> tuple[dict[int, int], dict[int, list[Span]]]:
    """Count the standing claims about each entity, in all and by the years they are about."""
    rows = (
        Claim.objects.exclude(review=Review.WITHDRAWN)
        .filter(subject__kind__in=SHOWN)
        .order_by()
        .values_list("subject_id", "earliest", "latest")
        .annotate(claims=Count("pk"))
    )
    counts: Counter[int] = Counter()
    years: dict[int, Counter[tuple[int, int]]] = {}
    for subject, first, last, claims in rows:
        counts[subject] += claims
        ends = [day.year for day in (first, last) if day]
        if ends:
            years.setdefault(subject, Counter())[ends[0], ends[-1]] += claims
    spans = {
        subject: [Span(*ends, claims) for ends, claims in sorted(counted.items())]
        for subject, counted in years.items()
    }
    return counts, spans


def _site(entity: Entity, counts: dict[int, int], spans: dict[int, list[Span]]) -> Site:
    return Site(
        name=Named(entity.key, entity.name, reverse("explore:entity", args=[entity.key])),
        kind=entity.kind,
        kind_label=str(EntityKind(entity.kind).label),
        latitude=float(entity.latitude or 0),
        longitude=float(entity.longitude or 0),
        borrowed=entity.coordinate_source == TOWN,
        settlement=entity.kind == EntityKind.SETTLEMENT,
        claims=counts.get(entity.pk, 0),
        spans=tuple(spans.get(entity.pk, ())),
    )


def _box(sites: Iterable[Site], region: Collection[str]) -> Box | None:
    """Give the box round the region's own places; round all where the pack names no region.

    What has its town's point is left out: an evacuated works may have that of the town it left.
    """
    every = list(sites)
    own = [site for site in every if site.name.key in region and not site.borrowed]
    return box_round([(site.longitude, site.latitude) for site in own or every])


def _within_region() -> set[str]:
    """Collect what is a part of the packs' regions or lies in them, through any number of steps."""
    regions = set(Pack.objects.exclude(region_key="").values_list("region_key", flat=True))
    parts: dict[str, list[str]] = {}
    kinds = (RelationKind.PART_OF, RelationKind.LOCATED_IN)
    pairs = Relation.objects.filter(kind__in=kinds).values_list("other__key", "entity__key")
    for whole, part in pairs:
        parts.setdefault(whole, []).append(part)
    reached, waiting = set(regions), list(regions)
    while waiting:
        for part in parts.get(waiting.pop(), ()):
            if part not in reached:
                reached.add(part)
                waiting.append(part)
    return reached


def _files() -> tuple[tuple[Layer, ...], tuple[Notice, ...]]:
    """Read the base map and the notices that come with it."""
    layers: list[Layer] = []
    notices: list[Notice] = []
    for file in PackFile.objects.filter(path__regex=r"(^map/|NOTICE)"):
        text = bytes(file.content).decode("utf-8", "replace")
        if file.path.endswith((".geojson", ".json")):
            layers.append(
                layer_of(file.path.rpartition("/")[2].partition(".")[0], json.loads(text))
            )
        elif file.path.endswith("NOTICE.md"):
            notices += read_notices(text)
    return tuple(layers), tuple(notices)
