"""Every table of a pack; what is referred to comes before what refers to it."""

from __future__ import annotations

from olke.entities.rows import ENTITIES, NAMES, RELATIONS
from olke.evidence.rows import CITATIONS, CLAIMS
from olke.packs.columns import Table
from olke.sources.rows import REPOSITORIES, SOURCES
from olke.vocabulary.rows import GLOSSARY, INDICATORS, PERIODS, PRODUCTS, THEMES, UNITS

DESCRIPTOR = "datapackage.json"
FORMAT = 1

TABLES: tuple[Table, ...] = (
    THEMES,
    PERIODS,
    UNITS,
    INDICATORS,
    PRODUCTS,
    GLOSSARY,
    ENTITIES,
    NAMES,
    RELATIONS,
    REPOSITORIES,
    SOURCES,
    CLAIMS,
    CITATIONS,
)
BY_NAME = {table.name: table for table in TABLES}
BY_PATH = {table.path: table for table in TABLES}
BY_KIND = {table.kind: table for table in TABLES}
KEYED = tuple(table for table in TABLES if not table.owner)
OWNED = {
    table.name: tuple(other for other in TABLES if other.owner == table.name) for table in KEYED
}
