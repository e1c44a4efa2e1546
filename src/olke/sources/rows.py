"""The sources' tables: repositories and sources."""

from __future__ import annotations

import re
from collections.abc import Iterable

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
from olke.sources.models import Repository, Source, SourceGroup, SourceKind

LANGUAGE = re.compile(r"[a-z]{2,3}")


def _parts_need_fond(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    fond, *parts = cells
    for column, cell in zip(("inventory", "file", "sheet"), parts, strict=True):
        if cell and not fond:
            yield Fault(column, "needs-fond")


def _source_says_what_it_is(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    if not any(cells):
        yield Fault("title", "source-without-title", minor=True)


def _language_is_a_code(cells: tuple[str, ...], _: Look) -> Iterable[Fault]:
    if cells[0] and not LANGUAGE.fullmatch(cells[0]):
        yield Fault("language", "language-code")


REPOSITORIES = Table(
    "repositories",
    "repository",
    Repository,
    (
        key(),
        *in_three("abbreviation"),
        *in_three("name"),
        reference("place", "entities", "where it is"),
        text("former_name"),
        text("note"),
    ),
    rules=(translated("name"),),
    meaning="archives, libraries and museums that keep sources",
)
SOURCES = Table(
    "sources",
    "source",
    Source,
    (
        key(),
        enum("group", SourceGroup, "empty when not known"),
        enum("kind", SourceKind, required=True),
        text("reference", "number in the list of the work that cites it"),
        text("title", "in the language of the source"),
        text("author"),
        edtf("year", "when it was published or written"),
        text("publisher"),
        text("place", "where it was published"),
        text("container", "the journal, newspaper or collection it is in"),
        reference("repository", "repositories", "the archive that keeps it"),
        text("fond"),
        text("fond_title"),
        text("inventory", "опись"),
        text("file", "дело"),
        text("sheet", "лист"),
        text("pages"),
        text("language", "ISO 639 code: kk, ru, en ..."),
        Column("url", ColumnType.URL),
        text("note"),
    ),
    rules=(
        Rule(("fond", "inventory", "file", "sheet"), _parts_need_fond),
        Rule(("title", "reference", "fond", "container", "note"), _source_says_what_it_is),
        Rule(("language",), _language_is_a_code),
    ),
    meaning="what claims rest on",
)
