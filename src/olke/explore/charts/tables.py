"""A figure's table as a file that a spreadsheet opens."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

# What a spreadsheet takes for a formula (OWASP, CSV injection); a plain number is none.
FORMULA = re.compile(r"^[=+\-@\t\r]")
NUMBER = re.compile(r"^[+-]?\d+(\.\d+)?$")
WIDEST, PER_LETTER = 60, 1.1


def csv_bytes(columns: Sequence[str], records: Iterable[Sequence[str]]) -> bytes:
    """Write CSV as RFC 4180 has it, UTF-8 with the mark by which Excel knows Kazakh letters."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([harmless(cell) for cell in record] for record in records)
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.match(cell) else cell


def xlsx_bytes(columns: Sequence[str], records: Iterable[Sequence[str]]) -> bytes:
    """Write a workbook: numbers as numbers, the rest as text, the first row fixed."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("olke")
    rows = [list(record) for record in records]
    sheet.freeze_panes = "A2"
    for number, name in enumerate(columns):
        longest = max([len(name), *(len(row[number]) for row in rows[:200])])
        letter = sheet.column_dimensions[_letter(number)]
        letter.width = min(WIDEST, longest * PER_LETTER + 2)
    sheet.append([_heading(sheet, name) for name in columns])
    numeric = {number for number, name in enumerate(columns) if name in NUMERIC}
    for row in rows:
        sheet.append([_cell(sheet, cell, numeric=n in numeric) for n, cell in enumerate(row)])
    sheet.auto_filter.ref = f"A1:{_letter(len(columns) - 1)}{len(rows) + 1}"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


NUMERIC = frozenset({"value", "value_max", "latitude", "longitude", "claims"})


def _letter(number: int) -> str:
    """Give a column's letters, counted from 0."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _heading(sheet: WriteOnlyWorksheet, name: str) -> Cell:
    cell = WriteOnlyCell(sheet, value=name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, text: str, *, numeric: bool) -> Cell:
    """Make a cell whose text is never read as a formula."""
    if numeric and NUMBER.match(text):
        return WriteOnlyCell(sheet, value=float(text) if "." in text else int(text))
    cell = WriteOnlyCell(sheet, value=text)
    cell.data_type = "s"
    return cell
