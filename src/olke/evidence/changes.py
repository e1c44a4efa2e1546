"""What an entry of the history changed, in words: labels for columns, names for keys."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Field, QuerySet
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop, pgettext
from django.utils.translation import gettext_lazy as _

from olke.entities.rows import ENTITIES, NAMES, RELATIONS
from olke.evidence.rows import CITATIONS, CLAIMS
from olke.history.models import Entry
from olke.packs.columns import Column, ColumnType, Table
from olke.packs.models import PackRecord
from olke.sources.labels import long_label
from olke.sources.models import Source
from olke.sources.rows import REPOSITORIES, SOURCES
from olke.vocabulary.rows import GLOSSARY, INDICATORS, PERIODS, PRODUCTS, THEMES, UNITS

KEYED = (THEMES, PERIODS, UNITS, INDICATORS, PRODUCTS, GLOSSARY, ENTITIES, REPOSITORIES, SOURCES)
BY_KIND = {table.kind: table for table in (*KEYED, CLAIMS)}
BY_NAME = {table.name: table for table in (*KEYED, CLAIMS)}
OWNED = {table.name: table for table in (NAMES, RELATIONS, CITATIONS)}
# Fields that their models leave unnamed, and pairs that need two names beside each other.
LABELS: dict[str, str | Promise] = {
    "parent": _("the wider one"),
    "theme": _("theme"),
    "other": _("the other one"),
    "locator": _("where in the source"),
    "through_locator": _("where in the cited work"),
    "through_locator_kind": _("counted in"),
    "term_kk": _("term in Kazakh"),
    "term_ru": _("term in Russian"),
    "term_en": _("term in English"),
    "definition_kk": _("meaning in Kazakh"),
    "definition_ru": _("meaning in Russian"),
    "definition_en": _("meaning in English"),
    "label_kk": _("label in Kazakh"),
    "label_ru_one": _("in Russian after 1"),
    "label_ru_few": _("in Russian after 2 to 4"),
    "label_ru_many": _("in Russian after 5 and more"),
    "label_en_one": _("in English after 1"),
    "label_en_other": _("in English after other numbers"),
}
PARTS = {
    "names": gettext_noop("name %(number)s"),
    "relations": gettext_noop("relation %(number)s"),
    "citations": gettext_noop("citation %(number)s"),
}
Names = Mapping[tuple[str, str], str]
"""Names of records by table and key."""


@dataclass(frozen=True)
class ChangedField:
    """One field of a record before and after a change, as a reader says them."""

    name: str
    old: str
    new: str


@dataclass(frozen=True)
class ChangedRecord:
    """An entry of the history with what it changed; nothing for one that added a record."""

    entry: Entry
    fields: tuple[ChangedField, ...]


@dataclass(frozen=True)
class _Cell:
    """One cell of a record or of a row that it owns: ``place`` is 0 for the record itself."""

    table: Table
    place: int
    column: Column


def changed_records(entries: Iterable[Entry]) -> list[ChangedRecord]:
    """Return entries with their differences: one statement a table that a changed cell names."""
    differences = [(entry, _differences(entry)) for entry in entries]
    names = names_of(
        (cell.column.refers_to, key)
        for _entry, pairs in differences
        for cell, *keys in pairs
        if cell.column.type is ColumnType.REFERENCE
        for key in keys
    )
    return [
        ChangedRecord(entry, tuple(_told(cell, old, new, names) for cell, old, new in pairs))
        for entry, pairs in differences
    ]


def names_of(keys: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return what records are called, by table and key: one statement a table."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for table, key in keys:
        if key:
            wanted[table].add(key)
    return {
        (table, record.key): _name(record)
        for table, some in wanted.items()
        if table in BY_NAME
        for record in _records(BY_NAME[table]).filter(key__in=some)
    }


def column_label(table: Table, column: str) -> str:
    """Return a column's name in the reader's language."""
    field = table.model._meta.get_field(column)
    own = field.verbose_name if isinstance(field, Field) else column
    return capfirst(str(LABELS.get(column, own)))


def _records(table: Table) -> QuerySet[Any]:
    if table is SOURCES:
        return Source.objects.select_related("repository")
    return QuerySet(table.model)


def _name(record: PackRecord) -> str:
    return long_label(record) if isinstance(record, Source) else str(record)


def _differences(entry: Entry) -> list[tuple[_Cell, str, str]]:
    table = BY_KIND.get(entry.kind)
    if not entry.old or table is None:
        return []
    old, new = _cells(table, entry.old), _cells(table, entry.new)
    cells = [cell for cell in {**old, **new} if old.get(cell, "") != new.get(cell, "")]
    return [(cell, old.get(cell, ""), new.get(cell, "")) for cell in cells]


def _cells(table: Table, text: str) -> dict[_Cell, str]:
    snapshot: dict[str, Any] = json.loads(text) if text else {}
    cells = dict(_row(table, 0, snapshot))
    for name, rows in snapshot.items():
        for place, row in enumerate(rows if name in OWNED else (), 1):
            cells |= _row(OWNED[name], place, row)
    return cells


def _row(table: Table, place: int, row: Mapping[str, Any]) -> dict[_Cell, str]:
    known = [name for name in row if name in table.names]
    return {_Cell(table, place, table.column(name)): str(row[name]) for name in known}


def _told(cell: _Cell, old: str, new: str, names: Names) -> ChangedField:
    label = column_label(cell.table, cell.column.name)
    if cell.place:
        whole = gettext(PARTS[cell.table.name]) % {"number": cell.place}
        label = f"{capfirst(whole)}: {label[:1].lower()}{label[1:]}"
    return ChangedField(label, _said(cell, old, names), _said(cell, new, names))


def _said(cell: _Cell, text: str, names: Names) -> str:
    column = cell.column
    if column.type is ColumnType.REFERENCE:
        name = names.get((column.refers_to, text), "")
        return f"{name} ({text})" if name and name != text else text
    if column.type is ColumnType.BOOLEAN:
        return pgettext("a field that is ticked", "yes") if text else ""
    if column.type is ColumnType.ENUM:
        field = cell.table.model._meta.get_field(column.name)
        return str(dict(getattr(field, "flatchoices", None) or ()).get(text, text))
    return text
