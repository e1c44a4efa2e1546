"""A table of the pack as CSV or XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any, Literal

from django.db.models import Model, QuerySet

from olke.exchange.pack.stored import Keys
from olke.exchange.tables.harmless import guarded
from olke.exchange.tables.workbook import write_workbook
from olke.packs.columns import Table
from olke.packs.models import Pack
from olke.packs.records import attributes, row_of_values

Form = Literal["csv", "xlsx"]
MEDIA_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
IDENTITY, REVISION = "id", "revision"


def export_table(
    table: Table, pack: Pack, form: Form, chosen: QuerySet[Any] | None = None
) -> bytes:
    """Return a table, or the ``chosen`` records of it, as a file for a spreadsheet.

    The last column is the record's revision: a corrected file is refused where somebody changed
    the record meanwhile. An owned row (a citation, a name) begins with its number in the database.
    No cell is taken for a formula. One statement, and one for each table referred to.
    """
    header = export_header(table)
    rows = exported_rows(table, pack, chosen)
    if form == "xlsx":
        return write_workbook(table, header, rows)
    return _write_csv(header, rows)


def export_header(table: Table) -> tuple[str, ...]:
    """Return the columns of an exported table."""
    return (*((IDENTITY,) if table.owner else ()), *table.names, REVISION)


def exported_rows(
    table: Table, pack: Pack, chosen: QuerySet[Any] | None = None
) -> Iterator[list[str]]:
    """Give the cells of each row under ``export_header``, in the order of the pack."""
    keys = Keys(pack)
    found: QuerySet[Model] = QuerySet(table.model) if chosen is None else chosen
    owner = f"{table.owned_by}__" if table.owner else ""
    found = found.filter(**{f"{owner}pack": pack}).order_by("position", "pk")
    values = found.values_list("pk", f"{owner}revision", *attributes(table))
    for pk, revision, *cells in values.iterator(chunk_size=2000):
        row = row_of_values(table, cells, keys.key_of)
        yield [*([str(pk)] if owner else ()), *row.values(), str(revision)]


def _write_csv(header: Iterable[str], rows: Iterable[list[str]]) -> bytes:
    """Write CSV after RFC 4180, with the mark by which Excel knows UTF-8."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
