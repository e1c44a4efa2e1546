"""Writing blocks as PDF."""

from __future__ import annotations

import json
import tempfile
from importlib.resources import files
from pathlib import Path
from typing import Any

from olke.exchange.printing.blocks import (
    Block,
    Card,
    Cards,
    Cell,
    Figure,
    Heading,
    Listing,
    PageBreak,
    Paragraph,
    Print,
    Ruling,
    Run,
    Table,
    Words,
)
from olke.exchange.printing.breaking import INDENT, Breaking
from olke.exchange.printing.cutting import sheets_of
from olke.exchange.printing.rows import PADDING, column_widths, joined_rows, placed, short_rows
from olke.exchange.printing.typefaces import print_fonts

SUFFIXES = {
    "image/svg+xml": ".svg",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/webp": ".webp",
}
LARGE, LARGEST = 11 / 9.5, 13.2 / 9.5
"""Letters of a large table and of a card, by those of any other cell."""
INSET = 5.0
"""Millimetres inside a card."""
Data = dict[str, Any]


def write_pdf(document: Print) -> bytes:
    """Return a document as PDF: tagged, with the project's typefaces in it."""
    # A server starts without the typesetter: it is wanted for documents alone.
    import typst  # noqa: PLC0415 - costs 30 ms

    with tempfile.TemporaryDirectory(prefix="olke-print-") as name:
        folder = Path(name)
        data = _Writing(folder).document(document)
        (folder / "print.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        template = folder / "print.typ"
        template.write_bytes(files("olke.exchange.pdf").joinpath("print.typ").read_bytes())
        return bytes(
            typst.compile(
                str(template),
                root=str(folder),
                font_paths=[str(print_fonts())],
            )
        )


class _Writing:
    """One document on its way into a folder: pictures as files, all else as plain data."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pictures = 0
        self._breaking = Breaking()

    def document(self, document: Print) -> Data:
        return {
            "title": document.title,
            "language": document.language,
            "running": document.running,
            "landscape": document.landscape,
            "margins": list(document.margins),
            "blocks": self._blocks(document.blocks, document.width),
        }

    def _blocks(self, blocks: tuple[Block, ...], width: float) -> list[Data]:
        return [self._block(block, width) for block in blocks]

    def _block(self, block: Block, width: float) -> Data:  # noqa: PLR0911 - one a kind of block
        match block:
            case Heading(level, words):
                return {"kind": "heading", "level": level, "words": self._words(words)}
            case Paragraph(words, style, kept):
                said = {"words": self._words(words), "style": style.value, "kept": kept}
                return {"kind": "paragraph"} | said
            case Listing():
                return self._listing(block)
            case Table():
                return self._table(block, width)
            case Figure():
                return self._figure(block, width)
            case Ruling(lines, drawn):
                return {"kind": "ruling", "lines": lines, "drawn": drawn}
            case PageBreak():
                return {"kind": "page-break"}
            case Cards():
                return self._cards(block, width)

    def _listing(self, listing: Listing) -> Data:
        with self._breaking.narrowed(INDENT):
            entries = [self._words(entry) for entry in listing.entries]
        how = {"numbered": listing.numbered, "marked": listing.marked, "kept": listing.kept}
        return {"kind": "listing", "entries": entries} | how

    def _table(self, table: Table, width: float) -> Data:
        widths = column_widths(table, width)
        short, joined = short_rows(table, width), joined_rows(table, width)
        rows: list[list[Data]] = [[] for _row in table.rows]
        for (row, column), cell in placed(table):
            room = sum(widths[column : column + cell.columns]) - PADDING
            made = self._cell(cell, room / LARGE if table.large else room)
            rows[row].append(made | {"kept": row in joined if cell.rows > 1 else short[row]})
        looks = {"widths": list(table.widths), "heads": table.heads}
        looks |= {"ruled": table.ruled, "large": table.large}
        return {"kind": "table", "rows": rows} | looks

    def _cell(self, cell: Cell, room: float) -> Data:
        with self._breaking.within(room):
            blocks = self._blocks(cell.blocks, room)
        return {
            "blocks": blocks,
            "columns": cell.columns,
            "rows": cell.rows,
            "shaded": cell.shaded,
        }

    def _figure(self, figure: Figure, width: float) -> Data:
        self._pictures += 1
        name = f"figure-{self._pictures}{SUFFIXES[figure.media_type]}"
        (self._folder / name).write_bytes(figure.content)
        return {
            "kind": "figure",
            "file": name,
            "width": min(figure.width, width),
            "caption": self._words(figure.caption),
            "says": figure.says,
            "centred": figure.centred,
        }

    def _words(self, words: Words) -> list[Data]:
        return [_run(run, self._breaking.of(run.text)) for run in words]

    def _cards(self, cards: Cards, width: float) -> Data:
        sheets = [
            [self._card(card, width / cards.across - 2 * INSET) for card in sheet]
            for sheet in sheets_of(cards)
        ]
        return {"kind": "cards", "across": cards.across, "down": cards.down, "sheets": sheets}

    def _card(self, card: Card, room: float) -> Data:
        with self._breaking.within(room / LARGEST):
            return {
                "title": self._words(card.title),
                "blocks": self._blocks(card.blocks, room),
                "foot": self._words(card.foot),
            }


def _run(run: Run, text: str) -> Data:
    styles = {"bold": run.bold, "italic": run.italic, "small": run.small, "href": run.href}
    return {"text": text, **styles}
