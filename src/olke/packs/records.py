"""Records as rows of text, and rows as what the database holds: one way for every table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import ForeignKey, Model

from olke.packs.columns import Column, ColumnType, Table

Row = Mapping[str, str]
Snapshot = dict[str, Any]
"""A record's cells that are not empty, and for each owned table a list of its rows."""
KeyOf = Callable[[str, Any], str]
"""Gives the key of a record of a table by its primary key."""
PkOf = Callable[[str, str], Any]
"""Gives the primary key of a record of a table by its key; raises ``KeyError``."""


@lru_cache(maxsize=64)
def attributes(table: Table) -> tuple[str, ...]:
    """Return the attribute behind each column: ``subject_id`` for a foreign key ``subject``."""
    return tuple(attribute(table, name) for name in table.names)


def attribute(table: Table, name: str) -> str:
    """Return the attribute behind one column."""
    return str(getattr(table.model._meta.get_field(name), "attname", name))


def is_foreign_key(table: Table, column: Column) -> bool:
    """Tell whether a reference is a foreign key in the database, or a text that holds a key."""
    return isinstance(table.model._meta.get_field(column.name), ForeignKey)


def row_of(table: Table, record: Model, key_of: KeyOf) -> dict[str, str]:
    """Return a record's cells, every column, empty ones included."""
    values = [getattr(record, name) for name in attributes(table)]
    return row_of_values(table, values, key_of)


def row_of_values(table: Table, values: Sequence[Any], key_of: KeyOf) -> dict[str, str]:
    """Return the cells for the values of ``attributes``, in their order."""
    return {
        name: cell(value, key_of)
        for (name, cell), value in zip(_writers(table), values, strict=True)
    }


def fields_of(table: Table, row: Row, pk_of: PkOf) -> dict[str, Any]:
    """Return the model's attributes, the derived ones too, for a row that has been checked.

    Raises ``KeyError`` when a reference leads nowhere.
    """
    fields = {
        attribute(table, column.name): reader(table, column, pk_of)(row.get(column.name, ""))
        for column in table.columns
    }
    return fields | {d.name: d.follow(row.get(d.column, "")) for d in table.derived}


def filled(row: Row, without: str = "") -> dict[str, str]:
    """Return the cells that hold something: what a snapshot keeps of a row."""
    return {name: cell for name, cell in row.items() if cell and name != without}


def decimal_text(value: Decimal | None) -> str:
    """Write a number out in full with the digits it has."""
    return "" if value is None else format(value, "f")


def coordinate_text(value: Decimal | float | None) -> str:
    """Write degrees without the zeros that the database adds."""
    if value is None:
        return ""
    plain = format(Decimal(str(value)), "f")
    return plain.rstrip("0").rstrip(".") if "." in plain else plain


def reader(table: Table, column: Column, pk_of: PkOf) -> Callable[[str], Any]:
    """Return the function from a column's cell to the value of its attribute."""
    if column.type is ColumnType.REFERENCE and is_foreign_key(table, column):
        return lambda cell: pk_of(column.refers_to, cell) if cell else None
    if column.type is ColumnType.BOOLEAN:
        return lambda cell: cell == "true"
    if table.model._meta.get_field(column.name).null:
        return lambda cell: Decimal(cell) if cell else None
    return lambda cell: cell


@lru_cache(maxsize=64)
def _writers(table: Table) -> tuple[tuple[str, Callable[[Any, KeyOf], str]], ...]:
    return tuple((column.name, _writer(table, column)) for column in table.columns)


def _writer(table: Table, column: Column) -> Callable[[Any, KeyOf], str]:
    if column.type is ColumnType.REFERENCE and is_foreign_key(table, column):
        to = column.refers_to
        return lambda value, key_of: "" if value is None else key_of(to, value)
    if column.type is ColumnType.BOOLEAN:
        return lambda value, _: "true" if value else ""
    if column.type is ColumnType.COORDINATE:
        return lambda value, _: coordinate_text(value)
    return lambda value, _: _text(value)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return decimal_text(value) if isinstance(value, Decimal) else str(value)
