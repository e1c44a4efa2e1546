"""The entities' tables: entities with their further names and relations."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import models

from olke.dates import EdtfError, parse
from olke.entities.models import Entity, EntityKind, Name, NameKind, Relation, RelationKind
from olke.packs.columns import (
    Column,
    ColumnType,
    Fault,
    Look,
    Rule,
    Table,
    edtf,
    enum,
    in_three,
    key,
    reference,
    text,
    translated,
)


class NameLanguage(models.TextChoices):
    """The languages of names."""

    KK = "kk"
    RU = "ru"
    EN = "en"


def _coordinates_come_in_pairs(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    latitude, longitude, source = cells
    if latitude and not longitude:
        yield Fault("longitude", "needs-other", {"other": "latitude"})
    if longitude and not latitude:
        yield Fault("latitude", "needs-other", {"other": "longitude"})
    if source and not latitude and not longitude:
        yield Fault("coordinate_source", "needs-other", {"other": "latitude"})


def _ends_after_it_begins(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    try:
        start, end = (parse(cell) if cell else None for cell in cells)
    except EdtfError:
        return  # the column's own fault
    if not start or not end or start.first_day is None or end.last_day is None:
        return
    if start.first_day > end.last_day:
        yield Fault("end", "end-before-start", {"start": cells[0], "end": cells[1]})


def _relation_needs_two(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    if cells[0] and cells[0] == cells[1]:
        yield Fault("other", "relation-to-itself")


ENTITIES = Table(
    "entities",
    "entity",
    Entity,
    (
        key(),
        enum("kind", EntityKind, required=True),
        *in_three("name", "main name"),
        *in_three("description"),
        reference("theme", "themes", "field of life it belongs to"),
        edtf("start", "founded or born"),
        edtf("end", "closed or died"),
        Column("latitude", ColumnType.COORDINATE, largest=90, meaning="degrees north, WGS 84"),
        Column("longitude", ColumnType.COORDINATE, largest=180, meaning="degrees east, WGS 84"),
        text("coordinate_source", "for instance geonames:1519422"),
        text("note"),
    ),
    rules=(
        translated("name"),
        Rule(("latitude", "longitude", "coordinate_source"), _coordinates_come_in_pairs),
        Rule(("start", "end"), _ends_after_it_begins),
    ),
    meaning="places, organisations and people that claims are about",
)
NAMES = Table(
    "names",
    "name",
    Name,
    (
        reference("entity", "entities", required=True),
        text("name", required=True),
        enum("language", NameLanguage, required=True),
        enum("kind", NameKind, required=True),
        edtf("period", "when it was in use"),
    ),
    identity=("entity", "name", "language"),
    owner="entities",
    owned_by="entity",
    meaning="further names of entities",
)
RELATIONS = Table(
    "relations",
    "relation",
    Relation,
    (
        reference("entity", "entities", required=True),
        enum("kind", RelationKind, required=True),
        reference("other", "entities", required=True),
        edtf("period", "when it held"),
        text("note"),
    ),
    identity=("entity", "kind", "other", "period"),
    rules=(Rule(("entity", "other"), _relation_needs_two),),
    owner="entities",
    owned_by="entity",
    meaning="wholes and parts, predecessors and successors",
)
