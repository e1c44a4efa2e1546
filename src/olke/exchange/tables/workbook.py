"""Writing a workbook whose cells stay what they are when a person edits them."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from olke.exchange.tables.harmless import looks_like_formula
from olke.packs.columns import ColumnType, Table

# openpyxl takes a third of a second to import, and most starts of Olke write no workbook: the
# functions that need it import it.
if TYPE_CHECKING:
    from openpyxl.cell import Cell
    from openpyxl.worksheet._write_only import WriteOnlyWorksheet

TEXT_FORMAT = "@"
EXACT_DIGITS = 15
"""A spreadsheet keeps no more digits of a number (IEEE 754 double)."""
MANGLED = frozenset({ColumnType.KEY, ColumnType.EDTF, ColumnType.REFERENCE})
"""Types whose cells a spreadsheet would turn into dates or numbers when they are typed again."""


def write_workbook(table: Table, header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Return an XLSX file: numbers as numbers, all else as text, the header fixed."""
    from openpyxl import Workbook  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook(write_only=True)
    sheet = book.create_sheet(table.name)
    sheet.freeze_panes = "A2"
    for number, name in enumerate(header, start=1):
        wide = name.startswith(("name", "label", "title", "description", "definition", "note"))
        sheet.column_dimensions[get_column_letter(number)].width = 36 if wide else 16
    sheet.append([_heading(sheet, name) for name in header])
    types = [_type(table, name) for name in header]
    for row in rows:
        sheet.append([_cell(sheet, cell, of) for cell, of in zip(row, types, strict=True)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _type(table: Table, name: str) -> ColumnType:
    return table.column(name).type if name in table.names else ColumnType.DECIMAL


def _heading(sheet: WriteOnlyWorksheet, name: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415
    from openpyxl.styles import Font  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, name)
    cell.font = Font(bold=True)
    return cell


def _cell(sheet: WriteOnlyWorksheet, text: str, of: ColumnType) -> object:
    if not text:
        return None
    if of in {ColumnType.DECIMAL, ColumnType.COORDINATE} and _is_exact(text):
        return _number(sheet, text)
    if of not in MANGLED and not looks_like_formula(text):
        return text if not text[0].isdigit() else _text(sheet, text)
    return _text(sheet, text)


def _number(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, float(text) if "." in text else int(text))
    digits = len(text.partition(".")[2])
    cell.number_format = f"0.{'0' * digits}" if digits else "0"
    return cell


def _text(sheet: WriteOnlyWorksheet, text: str) -> Cell:
    from openpyxl.cell import WriteOnlyCell  # noqa: PLC0415

    cell = WriteOnlyCell(sheet, text)
    cell.data_type = "s"  # openpyxl takes a text that begins with “=” for a formula
    cell.number_format = TEXT_FORMAT
    return cell


def _is_exact(text: str) -> bool:
    return len(Decimal(text).as_tuple().digits) <= EXACT_DIGITS
