"""Tables that only go out: what people wrote is never run by a spreadsheet."""

from __future__ import annotations

import csv
import io
from datetime import UTC, datetime
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from olke.exchange.tables.sheets import LONGEST_CELL, Sheet, csv_of, workbook_of

TEXTS = st.text(max_size=40)


def read_csv(data: bytes) -> list[list[str]]:
    """Read a CSV file as a spreadsheet does."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def read_cells(data: bytes) -> list[list[object]]:
    """Read the cells of the first sheet."""
    page = load_workbook(io.BytesIO(data)).worksheets[0]
    return [[cell.value for cell in row] for row in page.iter_rows()]


def test_a_formula_stays_text_in_both_formats() -> None:
    table = Sheet("Answers", ["answer"], [["=HYPERLINK(1)"], ["@SUM(A1)"]])

    page = load_workbook(io.BytesIO(workbook_of([table]))).worksheets[0]

    assert [cell.data_type for (cell,) in page.iter_rows(min_row=2)] == ["s", "s"]
    assert read_csv(csv_of(table))[1:] == [["'=HYPERLINK(1)"], ["'@SUM(A1)"]]


def test_numbers_times_and_nothing_keep_their_kind() -> None:
    moment = datetime(2026, 11, 23, 9, 30, 1, tzinfo=UTC)
    row = [3, Decimal("1.50"), moment, None, True]
    table = Sheet("Times", list("abcde"), [row])

    assert read_cells(workbook_of([table]))[1] == [3, 1.5, moment.replace(tzinfo=None), None, True]
    assert read_csv(csv_of(table))[1] == ["3", "1.50", "2026-11-23T09:30:01+00:00", "", "1"]


def test_each_table_has_a_sheet_whose_name_a_spreadsheet_takes() -> None:
    book = workbook_of([Sheet("Who [7/A]: all who were there that day", ["a"]), Sheet("B", ["a"])])

    names = load_workbook(io.BytesIO(book)).sheetnames
    assert names == ["Who  7 A   all who were there t", "B"]


def test_a_text_longer_than_a_cell_is_cut_in_xlsx_only() -> None:
    table = Sheet("Long", ["a"], [["ә" * (LONGEST_CELL + 5)]])

    assert len(str(read_cells(workbook_of([table]))[1][0])) == LONGEST_CELL
    assert len(read_csv(csv_of(table))[1][0]) == LONGEST_CELL + 5


@given(TEXTS, TEXTS)
def test_any_text_makes_a_file_that_opens(first: str, second: str) -> None:
    table = Sheet("Any", ["a", "b"], [[first.replace("\r", ""), second.replace("\r", "")]])

    assert len(read_cells(workbook_of([table]))) == 2
    assert len(csv_of(table)) > 3
