"""A key for a record that a person adds without naming one."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from itertools import count

from olke.dates import EdtfError, parse
from olke.language.transliteration import slug
from olke.packs.columns import Table
from olke.packs.records import Row

LONGEST = 60
"""Much shorter than the database keeps: people read keys in addresses and in files."""
TITLE_WORDS = 5


def proposed_key(table: Table, row: Row, taken: Container[str]) -> str:
    """Return a free key that says what the record is; numbered where that is taken."""
    said = [slug(part) for part in _PARTS.get(table.name, _label)(row)]
    stem = _cut("-".join(filter(None, said))) or table.kind
    keys = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
    return next(key for key in keys if key not in taken)


def _claim(row: Row) -> Iterable[str]:
    return [row.get("subject", ""), row.get("indicator", ""), _year(row.get("period", ""))]


def _source(row: Row) -> Iterable[str]:
    if row.get("fond"):
        archive = ("repository", "fond", "inventory", "file", "sheet")
        return [row.get(name, "") for name in archive]
    title = " ".join(row.get("title", "").split()[:TITLE_WORDS])
    return [row.get("author", "").partition(" ")[0], _year(row.get("year", "")), title]


def _label(row: Row) -> Iterable[str]:
    stems = ("name", "label", "term", "abbreviation")
    names = [f"{stem}_{code}" for code in ("en", "ru", "kk") for stem in stems]
    return [next((row[name] for name in names if row.get(name)), "")]


def _year(cell: str) -> str:
    try:
        earliest = parse(cell).earliest if cell else None
    except EdtfError:
        return ""
    return str(earliest.year) if earliest else ""


def _cut(key: str) -> str:
    return key if len(key) <= LONGEST else key[: LONGEST + 1].rpartition("-")[0] or key[:LONGEST]


_PARTS: dict[str, Callable[[Row], Iterable[str]]] = {"claims": _claim, "sources": _source}
