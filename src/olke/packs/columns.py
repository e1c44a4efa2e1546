"""What a table of a pack is: its columns, and the rules between the cells of a row."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property

from django.db import models

from olke.dates import parse

KEY_PATTERN = r"[a-z0-9]+(-[a-z0-9]+)*"
"""A key: small Latin letters and digits, single hyphens between them."""


class ColumnType(StrEnum):
    """What may stand in the cells of a column."""

    KEY = "key"
    TEXT = "text"
    EDTF = "edtf"
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    ENUM = "enum"
    REFERENCE = "reference"
    UNIT = "unit"
    URL = "url"
    COORDINATE = "coordinate"


@dataclass(frozen=True)
class Column:
    """One column; its name is also the name of the model's field.

    ``choices`` are the values of an ``ENUM``, ``refers_to`` the table a ``REFERENCE`` points into
    (the model's field is a foreign key, or a text that holds the key). ``largest`` is the absolute
    limit of a ``COORDINATE`` in degrees. ``meaning`` is said in English in the reference.
    """

    name: str
    type: ColumnType = ColumnType.TEXT
    required: bool = False
    choices: tuple[str, ...] = ()
    refers_to: str = ""
    largest: int = 180
    meaning: str = ""


@dataclass(frozen=True)
class Fault:
    """Something wrong with a row: ``code`` names it, ``details`` are what its sentence mentions.

    ``meant`` is the cell that was probably meant. A ``minor`` fault does not stop a load.
    """

    column: str
    code: str
    details: Mapping[str, str] = field(default_factory=dict)
    meant: str = ""
    minor: bool = False


Look = Callable[[str, str, str], str]
"""Gives one cell of another row: table, key, column; an empty text where there is none."""


@dataclass(frozen=True)
class Rule:
    """A rule between cells of one row.

    ``judge`` is given the cells of ``columns``, in that order, and a ``Look``. It must depend on
    nothing else, because it is asked once for each distinct combination of cells in a table.
    """

    columns: tuple[str, ...]
    judge: Callable[[tuple[str, ...], Look], Iterable[Fault]]


@dataclass(frozen=True)
class Derived:
    """A field that is no column because it follows from one: a first day from a period.

    ``follow`` is given the column's cell, which may be empty, and returns the field's value.
    """

    name: str
    column: str
    follow: Callable[[str], object]


@dataclass(frozen=True)
class Table:
    """A table of the pack: ``<name>.csv``, the model its rows become, and what must hold.

    ``identity`` are the columns that together occur once. An owned table's rows belong to a record
    of the table ``owner`` (named by the column ``owned_by``) and change with it.
    """

    name: str
    kind: str
    model: type[models.Model]
    columns: tuple[Column, ...]
    identity: tuple[str, ...] = ("key",)
    rules: tuple[Rule, ...] = ()
    derived: tuple[Derived, ...] = ()
    owner: str = ""
    owned_by: str = ""
    meaning: str = ""

    @property
    def path(self) -> str:
        """Name of the file in the pack's folder."""
        return f"{self.name}.csv"

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the columns, in the order of a new file."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def references(self) -> tuple[Column, ...]:
        """Columns that point into a table."""
        return tuple(c for c in self.columns if c.type is ColumnType.REFERENCE)

    def column(self, name: str) -> Column:
        """Return a column by its name; raises ``KeyError``."""
        return self._by_name[name]

    @cached_property
    def _by_name(self) -> dict[str, Column]:
        return {column.name: column for column in self.columns}

    def longest(self, name: str) -> int | None:
        """Return how many characters the database keeps of a column, None for any number."""
        length: int | None = getattr(self.model._meta.get_field(name), "max_length", None)
        return length


def key() -> Column:
    """The column of a record's own key."""
    return Column("key", ColumnType.KEY, required=True, meaning="unique, readable, never reused")


def text(name: str, meaning: str = "", *, required: bool = False) -> Column:
    """A column of text."""
    return Column(name, required=required, meaning=meaning)


def in_three(name: str, meaning: str = "") -> tuple[Column, ...]:
    """Three columns of text, one a language: Kazakh, Russian, English."""
    languages = {"kk": "Kazakh", "ru": "Russian", "en": "English"}
    said = meaning or name
    return tuple(
        Column(f"{name}_{code}", meaning=f"{said} in {languages[code]}") for code in languages
    )


def edtf(name: str, meaning: str = "", *, required: bool = False) -> Column:
    """A column of EDTF dates or intervals."""
    return Column(name, ColumnType.EDTF, required=required, meaning=meaning)


def enum(
    name: str, choices: type[models.TextChoices], meaning: str = "", *, required: bool = False
) -> Column:
    """A column whose cells are one of a few words."""
    values = tuple(str(value) for value in choices.values)
    return Column(name, ColumnType.ENUM, required=required, choices=values, meaning=meaning)


def reference(name: str, to: str, meaning: str = "", *, required: bool = False) -> Column:
    """A column of keys of another table, or of the same one."""
    return Column(name, ColumnType.REFERENCE, required=required, refers_to=to, meaning=meaning)


def translated(name: str) -> Rule:
    """Some language must be filled; the ones that are not are minor faults."""
    columns = tuple(f"{name}_{code}" for code in ("kk", "ru", "en"))

    def judge(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
        if not any(cells):
            yield Fault(columns[0], "required")
            return
        for column, cell in zip(columns, cells, strict=True):
            if not cell:
                yield Fault(column, "untranslated", minor=True)

    return Rule(columns, judge)


def _first_day(cell: str) -> date | None:
    return parse(cell).earliest if cell else None


def _last_day(cell: str) -> date | None:
    return parse(cell).latest if cell else None


def days_of(column: str) -> tuple[Derived, Derived]:
    """The first and the last day of a period, for ordering and filtering."""
    return Derived("earliest", column, _first_day), Derived("latest", column, _last_day)


def nearest_float(name: str, column: str) -> Derived:
    """The float nearest to a decimal, for ordering and drawing."""
    return Derived(name, column, lambda cell: float(cell) if cell else None)
