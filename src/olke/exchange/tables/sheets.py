"""Tables that only go out, such as a class's answers: typed cells, as XLSX or CSV.

What learners wrote is hostile until proven: no cell is ever run by a spreadsheet.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

from olke.exchange.tables.harmless import guarded

Cell = str | int | float | bool | Decimal | datetime | None
WIDEST = 60
LONGEST_SHEET_NAME = 31
LONGEST_CELL = 32_767
"""Characters that a cell of XLSX holds (ECMA-376, 18.3.1.4)."""


@dataclass(frozen=True)
class Sheet:
    """A table: its name, its columns' names, its rows. Times are written in local time."""

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Cell]] = field(default_factory=tuple)


def workbook_of(sheets: Sequence[Sheet]) -> bytes:
    """Return an XLSX file with a sheet for each table; the header stays in sight."""
    from openpyxl import Workbook  # noqa: PLC0415 - a third of a second that few starts need
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    for table in sheets:
        page = book.create_sheet(_sheet_name(table.name))
        page.freeze_panes = "A2"
        for number, width in enumerate(_widths(table), start=1):
            page.column_dimensions[get_column_letter(number)].width = width
        heading = [WriteOnlyCell(page, name) for name in table.header]
        for cell in heading:
            cell.font = Font(bold=True)
        page.append(heading)
        for row in table.rows:
            page.append(
                [_written(page, value, Alignment(wrap_text=True, vertical="top")) for value in row]
            )
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_of(table: Sheet) -> bytes:
    """Return a CSV file in UTF-8 with its mark, which Excel needs to read Cyrillic letters."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([guarded(name) for name in table.header])
    for row in table.rows:
        writer.writerow([_plain(value) for value in row])
    return out.getvalue().encode("utf-8-sig")


def _written(page: Any, value: Cell, alignment: Any) -> Any:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    if isinstance(value, datetime):
        cell = WriteOnlyCell(page, value.replace(tzinfo=None, microsecond=0))
        cell.number_format = "yyyy-mm-dd hh:mm:ss"
        return cell
    if not isinstance(value, str):
        return value
    cell = WriteOnlyCell(page, _without_controls(value)[:LONGEST_CELL])
    cell.data_type = "s"  # openpyxl takes a text that begins with “=” for a formula
    cell.alignment = alignment
    return cell


def _plain(value: Cell) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.replace(microsecond=0).isoformat()
    return guarded(value) if isinstance(value, str) else str(value)


def _without_controls(text: str) -> str:
    """Leave out what XML cannot hold."""
    return "".join(one for one in text if one in "\t\n" or one.isprintable() or one == "\u00a0")


def _widths(table: Sheet) -> list[int]:
    rows = [table.header, *table.rows[:200]]
    return [
        min(max((len(str(row[n])) for row in rows if row[n] is not None), default=8) + 2, WIDEST)
        for n in range(len(table.header))
    ]


def _sheet_name(name: str) -> str:
    return "".join(" " if one in r"[]:*?/\'" else one for one in name)[:LONGEST_SHEET_NAME]
