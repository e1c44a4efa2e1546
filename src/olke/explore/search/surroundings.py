"""The parts that claims are made of, read once for a whole run of indexing."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count

from olke.entities.models import PLACES, Entity, Name, Relation, RelationKind
from olke.evidence.models import Claim
from olke.explore.search.documents import NO_PART, Part, make_part
from olke.explore.search.marks import facet_term
from olke.explore.search.terms import terms_of
from olke.packs.models import Pack
from olke.sources.models import Repository, Source
from olke.vocabulary.models import HistoricalPeriod, Indicator, Product, Theme
from olke.vocabulary.units import unit_registry

THREE = ("kk", "ru", "en")
DEEPEST = 10  # levels of products; a circle in the data ends there


def in_three(record: object, field: str) -> list[str]:
    """Return a field in every language that is filled."""
    return [text for code in THREE if (text := getattr(record, f"{field}_{code}"))]


@dataclass(frozen=True, slots=True)
class SourcePart:
    """What a source adds to the claims that cite it."""

    terms: str
    group: frozenset[str]


class Surroundings:
    """Every part of every claim, by primary key. Nothing is read before it is asked for."""

    def __init__(self) -> None:
        self._overlaps: dict[tuple[dt.date | None, dt.date | None], frozenset[str]] = {}

    @cached_property
    def themes(self) -> Mapping[int, Theme]:
        """Every theme."""
        return {theme.pk: theme for theme in Theme.objects.all()}

    def theme_line(self, theme_id: int | None) -> list[Theme]:
        """Return a theme and those it lies in, from the inside out."""
        line: list[Theme] = []
        while theme_id and (theme := self.themes[theme_id]) not in line:
            line.append(theme)
            theme_id = theme.parent_id
        return line

    def theme_facets(self, theme_id: int | None) -> frozenset[str]:
        """Return the facet terms of a theme and those it lies in."""
        return frozenset(facet_term("theme", theme.key) for theme in self.theme_line(theme_id))

    def theme_labels(self, theme_id: int | None) -> list[str]:
        """Return the labels of a theme and those it lies in."""
        return [label for theme in self.theme_line(theme_id) for label in in_three(theme, "label")]

    @cached_property
    def entities(self) -> Mapping[int, Entity]:
        """Every entity."""
        return {entity.pk: entity for entity in Entity.objects.all()}

    @cached_property
    def further_names(self) -> Mapping[int, list[Name]]:
        """The further names of each entity."""
        found: dict[int, list[Name]] = defaultdict(list)
        for name in Name.objects.all():
            found[name.entity_id].append(name)
        return found

    @cached_property
    def _wholes(self) -> Mapping[int, list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        kinds = (RelationKind.PART_OF, RelationKind.LOCATED_IN)
        related = Relation.objects.filter(kind__in=kinds).values_list("entity_id", "other_id")
        for part, whole in related:
            found[part].append(whole)
        return found

    @cached_property
    def _beyond(self) -> frozenset[int]:
        """The regions themselves and what they lie in: as places they would hold everything."""
        keys = Pack.objects.exclude(region_key="").values_list("region_key", flat=True)
        regions = Entity.objects.filter(key__in=list(keys)).values_list("pk", flat=True)
        return frozenset(place for region in regions for place in self._upward(region))

    def _upward(self, entity_id: int) -> list[int]:
        found = [entity_id]
        for place in found:  # grows while it is walked: the wholes of wholes
            found.extend(whole for whole in self._wholes.get(place, ()) if whole not in found)
        return found

    def places_of(self, entity_id: int) -> list[Entity]:
        """Return the places an entity is or lies in, below the region as a whole."""
        return [
            entity
            for place in self._upward(entity_id)
            if (entity := self.entities[place]).kind in PLACES
            and (place == entity_id or place not in self._beyond)
        ]

    def names_of(self, entity_id: int) -> list[str]:
        """Return every name of an entity."""
        further = (name.name for name in self.further_names.get(entity_id, ()))
        return [*in_three(self.entities[entity_id], "name"), *further]

    @cached_property
    def entity_parts(self) -> Mapping[int | None, Part]:
        """What each entity adds to a claim; nothing for None."""
        return {None: NO_PART} | {pk: self._entity_part(pk) for pk in self.entities}

    def _entity_part(self, pk: int) -> Part:
        places = self.places_of(pk)
        around = [name for place in places if place.pk != pk for name in self.names_of(place.pk)]
        return make_part(
            self.names_of(pk),
            around,
            self.theme_facets(self.entities[pk].theme_id),
            frozenset(facet_term("place", place.key) for place in places),
        )

    @cached_property
    def indicators(self) -> Mapping[int, Indicator]:
        """Every indicator."""
        return {indicator.pk: indicator for indicator in Indicator.objects.all()}

    @cached_property
    def indicator_parts(self) -> Mapping[int, Part]:
        """What each indicator adds to a claim."""
        return {
            pk: make_part(
                in_three(indicator, "label"),
                self.theme_labels(indicator.theme_id),
                self.theme_facets(indicator.theme_id),
            )
            for pk, indicator in self.indicators.items()
        }

    @cached_property
    def product_parts(self) -> Mapping[int | None, Part]:
        """What each product adds to a claim, the names of wider products included."""
        products = {product.pk: product for product in Product.objects.all()}
        parts: dict[int | None, Part] = {None: NO_PART}
        for pk, product in products.items():
            around: list[str] = []
            wider = products.get(product.parent_id or 0)
            while wider and wider is not product and len(around) < DEEPEST * len(THREE):
                around += in_three(wider, "label")
                wider = products.get(wider.parent_id or 0)
            parts[pk] = make_part(in_three(product, "label"), around)
        return parts

    @cached_property
    def unit_terms(self) -> Mapping[str, str]:
        """The words each unit goes by."""
        return {
            unit.key: " ".join(terms_of([unit.label_kk, *unit.label_ru, *unit.label_en]).words)
            for unit in unit_registry()
        }

    @cached_property
    def sources(self) -> Mapping[int, Source]:
        """Every source with its repository."""
        return {source.pk: source for source in Source.objects.select_related("repository")}

    @cached_property
    def source_parts(self) -> Mapping[int, SourcePart]:
        """What each source adds to the claims that cite it."""
        return {
            pk: SourcePart(
                " ".join(terms_of([*source_names(source), *_archive(source)]).words),
                frozenset({facet_term("group", source.group)} if source.group else ()),
            )
            for pk, source in self.sources.items()
        }

    @cached_property
    def periods(self) -> list[tuple[str, dt.date, dt.date]]:
        """Facet term, first and last day of each historical period."""
        rows = HistoricalPeriod.objects.values_list("key", "earliest", "latest")
        return [(facet_term("period", key), earliest, latest) for key, earliest, latest in rows]

    @cached_property
    def claims_of_subject(self) -> Mapping[int, int]:
        """How many claims each entity is the subject of."""
        return _counted("subject")

    @cached_property
    def claims_of_indicator(self) -> Mapping[int, int]:
        """How many claims each indicator has."""
        return _counted("indicator")

    def periods_of(self, earliest: dt.date | None, latest: dt.date | None) -> frozenset[str]:
        """Return the facet terms of the historical periods that these days fall in."""
        if earliest is None and latest is None:
            return frozenset()
        days = earliest, latest
        if days not in self._overlaps:
            self._overlaps[days] = frozenset(
                term
                for term, start, end in self.periods
                if (earliest is None or earliest <= end) and (latest is None or latest >= start)
            )
        return self._overlaps[days]


def _counted(field: str) -> dict[int, int]:
    rows = Claim.objects.order_by().values_list(field).annotate(n=Count("pk"))
    return dict(rows.values_list(field, "n"))


def source_names(source: Source) -> list[str]:
    """Return what a source is known by."""
    return [source.title, source.author, source.reference, source.fond_title, source.container]


def source_details(source: Source) -> list[str]:
    """Return what else a source is found by: archive and numbers, publisher, year."""
    numbers = [source.fond, source.inventory, source.file, source.sheet]
    told = [source.publisher, source.place, source.year, source.note]
    return [*_archive(source), *numbers, *told]


def _archive(source: Source) -> list[str]:
    repository: Repository | None = source.repository
    if repository is None:
        return []
    names = [*in_three(repository, "name"), *in_three(repository, "abbreviation")]
    return [*names, repository.former_name]
