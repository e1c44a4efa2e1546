"""Writing ``datapackage.json``: the tables as Frictionless Table Schema, from their columns."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from olke.exchange.pack.cells import KEY
from olke.exchange.pack.schema import BY_PATH, FORMAT, TABLES
from olke.packs.columns import Column, ColumnType, Table

TYPES = {
    ColumnType.DECIMAL: "number",
    ColumnType.COORDINATE: "number",
    ColumnType.BOOLEAN: "boolean",
    ColumnType.URL: "string",
}
MEDIA_TYPES = {
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".md": "text/markdown",
    ".png": "image/png",
    ".svg": "image/svg+xml",
}


def describe(
    descriptor: Mapping[str, Any], digests: Mapping[str, str], *, hashes: bool = False
) -> dict[str, Any]:
    """Return a descriptor with its resources brought up to date; all else in it stays.

    ``digests`` are the files of the folder with their SHA-256; ``hashes`` writes these into the
    resources, as a frozen edition has them.
    """
    described = dict(descriptor)
    described.setdefault("profile", "data-package")
    own = dict(described.get("olke") or {})
    described["olke"] = {"format": FORMAT, **own}
    resources = [_table(table) for table in TABLES if table.path in digests]
    held = {
        resource["path"]: resource
        for resource in described.get("resources", [])
        if isinstance(resource, dict) and "path" in resource
    }
    resources += [
        dict(held[path]) for path in sorted(digests) if path in held and path not in BY_PATH
    ]
    for resource in resources:
        resource.pop("hash", None)
        if hashes:
            resource["hash"] = f"sha256:{digests[resource['path']]}"
    described["resources"] = resources
    return described


def descriptor_text(descriptor: Mapping[str, Any]) -> str:
    """Write a descriptor as a pack has it: indented by two, ending with a line feed."""
    return json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"


def _table(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(table, column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.identity),
    }
    if table.identity != ("key",):
        del schema["primaryKey"]  # a primary key may hold no empty cell
    keys = [_foreign_key(table, column) for column in table.references]
    if keys:
        schema["foreignKeys"] = keys
    return {
        "name": table.name,
        "path": table.path,
        "profile": "tabular-data-resource",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "header": True},
        "schema": schema,
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": TYPES.get(column.type, "string")}
    if column.type is ColumnType.URL:
        field["format"] = "uri"
    if column.type is ColumnType.BOOLEAN:
        field["trueValues"] = ["true"]
        field["falseValues"] = ["false"]
    if column.meaning:
        field["description"] = column.meaning
    if column.type in {ColumnType.EDTF, ColumnType.UNIT}:
        field["olke:type"] = column.type.value
    constraints = _constraints(table, column)
    if constraints:
        field["constraints"] = constraints
    return field


def _constraints(table: Table, column: Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if table.identity == (column.name,):
        constraints["unique"] = True
    if column.choices:
        constraints["enum"] = list(column.choices)
    if column.type is ColumnType.KEY:
        constraints["pattern"] = KEY.pattern
    if column.type is ColumnType.COORDINATE:
        constraints |= {"minimum": -column.largest, "maximum": column.largest}
    longest = table.longest(column.name)
    if longest and TYPES.get(column.type, "string") == "string" and not column.choices:
        constraints["maxLength"] = longest
    return constraints


def _foreign_key(table: Table, column: Column) -> dict[str, Any]:
    resource = "" if column.refers_to == table.name else column.refers_to
    return {"fields": column.name, "reference": {"resource": resource, "fields": "key"}}
