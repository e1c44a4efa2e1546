"""Lists of entities, sources and indicators for the API, a fixed number of statements each."""

from __future__ import annotations

from typing import Any

from django.db.models import Model, QuerySet

from olke.entities.models import Entity
from olke.sources.models import Source
from olke.vocabulary.models import Indicator
from olke.vocabulary.queries import themes_within


def entities(*, kind: str, limit: int, offset: int) -> dict[str, Any]:
    """Return entities, of one kind where given: three statements."""
    found = Entity.objects.select_related("theme").prefetch_related("names")
    if kind:
        found = found.filter(kind=kind)
    return _list(found, limit, offset, _entity)


def sources(*, group: str, limit: int, offset: int) -> dict[str, Any]:
    """Return sources, of one group where given: two statements."""
    found = Source.objects.select_related("repository")
    if group:
        found = found.filter(group=group)
    return _list(found, limit, offset, _source)


def indicators(*, theme: str, limit: int, offset: int) -> dict[str, Any]:
    """Return indicators, of one theme and those within it where given: two statements, or three."""
    found = Indicator.objects.select_related("theme")
    if theme:
        found = found.filter(theme__in=themes_within(theme))
    return _list(found, limit, offset, _indicator)


def _list(found: QuerySet[Any], limit: int, offset: int, tell: Any) -> dict[str, Any]:
    ordered = found.order_by("position", "pk")[offset : offset + limit]
    return {"count": found.count(), "items": [tell(record) for record in ordered]}


def _three(record: Model, field: str) -> dict[str, str]:
    return {code: getattr(record, f"{field}_{code}") for code in ("kk", "ru", "en")}


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "key": entity.key,
        "kind": entity.kind,
        "name": _three(entity, "name"),
        "names": [
            {"name": name.name, "language": name.language, "kind": name.kind, "period": name.period}
            for name in entity.names.all()
        ],
        "description": _three(entity, "description"),
        "theme": entity.theme and entity.theme.key,
        "start": entity.start,
        "end": entity.end,
        "latitude": None if entity.latitude is None else float(entity.latitude),
        "longitude": None if entity.longitude is None else float(entity.longitude),
        "coordinate_source": entity.coordinate_source,
    }


def _source(source: Source) -> dict[str, Any]:
    return {
        "repository": source.repository and source.repository.key,
        **{
            field: getattr(source, field)
            for field in (
                "key",
                "group",
                "kind",
                "reference",
                "title",
                "author",
                "year",
                "publisher",
                "place",
                "container",
                "fond",
                "fond_title",
                "inventory",
                "file",
                "sheet",
                "pages",
                "language",
                "url",
            )
        },
    }


def _indicator(indicator: Indicator) -> dict[str, Any]:
    return {
        "key": indicator.key,
        "kind": indicator.kind,
        "label": _three(indicator, "label"),
        "theme": indicator.theme and indicator.theme.key,
        "unit": indicator.unit,
        "dimension": indicator.dimension,
        "summable": indicator.summable,
        "polarity": indicator.polarity,
        "grave": indicator.grave,
        "description": _three(indicator, "description"),
    }
