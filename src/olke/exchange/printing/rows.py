"""How high a row of a table gets, near enough to tell which rows are kept on one page."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator

from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Ruling,
    Table,
    Words,
)

LETTER = 1.9
"""Width of a letter in a cell, in millimetres: Literata in 9.5 points has 1.85 on average."""
SHORT = 18
"""Lines; a row of more may break over pages, or it would leave a third of a page empty."""
PADDING = 3.5
"""Millimetres of a cell's width that are left empty."""


def column_widths(table: Table, width: float) -> list[float]:
    """Return the width of each column of a table that is ``width`` wide, in millimetres."""
    return [width * share / sum(table.widths) for share in table.widths]


def placed(table: Table) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Pass on each cell with its row and column; cells that span rows push later ones aside."""
    taken: set[tuple[int, int]] = set()
    for row, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (row, column) in taken:
                column += 1
            yield (row, column), cell
            taken.update(
                (row + down, column + right)
                for down in range(cell.rows)
                for right in range(cell.columns)
            )
            column += cell.columns


def short_rows(table: Table, width: float) -> tuple[bool, ...]:
    """Tell of each row whether it is short enough to be kept on one page.

    ``width`` is the table's, in millimetres. A cell that spans rows counts for none of them.
    """
    return tuple(count <= SHORT for count in _row_lines(table, width))


def joined_rows(table: Table, width: float) -> frozenset[int]:
    """Return the rows that are kept on the page of the next: some cell spans both.

    Where the rows that a cell spans fill most of a page, they are not.
    """
    lines = _row_lines(table, width)
    spans = [range(row, row + cell.rows) for (row, _column), cell in placed(table) if cell.rows > 1]
    short = (span for span in spans if sum(lines[row] for row in span) <= 2 * SHORT)
    return frozenset(row for span in short for row in span[:-1])


def _row_lines(table: Table, width: float) -> list[int]:
    widths = column_widths(table, width)
    lines = [0] * len(table.rows)
    for (row, column), cell in placed(table):
        if cell.rows == 1:
            room = sum(widths[column : column + cell.columns]) - PADDING
            lines[row] = max(lines[row], sum(_lines(cell.blocks, room)))
    return lines


def _lines(blocks: Iterable[Block], room: float) -> Iterator[int]:
    for block in blocks:
        match block:
            case Heading(_, words) | Paragraph(words):
                yield _height(words, room)
            case Listing(entries):
                yield from (_height(words, room - 4) for words in entries)
            case Ruling(lines):
                yield 2 * lines
            case Table() | Figure():
                yield SHORT + 1
            case _:
                yield 0


def _height(words: Words, room: float) -> int:
    text = "".join(run.text for run in words)
    return sum(max(1, math.ceil(len(line) * LETTER / max(room, 5))) for line in text.split("\n"))
