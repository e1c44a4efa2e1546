"""A figure's table as a workbook that a spreadsheet opens."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from olke.exchange.tables.harmless import NUMBER

NUMERIC = frozenset({"value", "value_max", "latitude", "longitude", "claims"})
WIDEST, PER_LETTER = 60, 1.1
TEXT = "@"  # else a spreadsheet makes a date of 1946-05 as soon as somebody edits the cell


def xlsx_bytes(columns: Sequence[str], records: Iterable[Sequence[str]]) -> bytes:
    """Write a workbook: numbers as numbers, the rest as text, the first row fixed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("olke")
    rows = [list(record) for record in records]
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns):
        longest = max([len(name), *(len(row[number]) for row in rows[:200])])
        width = min(WIDEST, longest * PER_LETTER + 2)
        sheet.column_dimensions[get_column_letter(number + 1)].width = width
    sheet.append([_heading(sheet, name) for name in columns])
    for row in rows:
        sheet.append(
            [
                _cell(sheet, cell, numeric=name in NUMERIC)
                for name, cell in zip(columns, row, strict=True)
            ]
        )
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(columns))}{len(rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _heading(sheet: WriteOnlyWorksheet, name: str) -> Cell:
    cell = WriteOnlyCell(sheet, value=name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, text: str, *, numeric: bool) -> Cell | None:
    """Make a cell whose text is never read as a formula; None for nothing."""
    if not text:
        return None
    if numeric and NUMBER.fullmatch(text):
        return WriteOnlyCell(sheet, value=float(text) if "." in text else int(text))
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    cell.number_format = TEXT
    return cell
