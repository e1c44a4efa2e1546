"""Writing blocks as DOCX.

Paragraphs carry named styles, so that a school can give the whole document its own look in one
place. The typeface is Times New Roman, which official forms ask for and every machine replaces
well; drawings are PNG, because older word processors draw no SVG.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from itertools import islice
from typing import Any

from olke.exchange.docx.styles import (
    add_broken,
    add_link,
    describe_picture,
    keep_row_whole,
    new_document,
    pad_cells,
    repeat_row,
    shade,
)
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
    Style,
    Table,
    Words,
)
from olke.exchange.printing.breaking import INDENT, Breaking
from olke.exchange.printing.cutting import sheets_of
from olke.exchange.printing.drawings import Rasterise
from olke.exchange.printing.rows import column_widths, joined_rows, placed, short_rows

IN_CELLS = {"Normal": "Olke Cell", "Olke Entry": "Olke Cell Entry"}
BELOW_LINES = 16  # points between lines to write on and what follows
ROOM_FOR_CAPTION = 20.0  # mm
ROOM_FOR_BREAK = 14.0
"""Millimetres below a page of cards: a table is followed by a paragraph, and that by the break."""

STYLE_NAMES = {
    Style.BODY: "Normal",
    Style.LEAD: "Subtitle",
    Style.NOTE: "Olke Note",
    Style.QUOTE: "Quote",
    Style.LABEL: "Olke Label",
    Style.CENTRED: "Olke Centred",
    Style.ITEM: "Olke Item",
    Style.ASIDE: "Olke Aside",
}


def write_docx(document: Print, rasterise: Rasterise) -> bytes:
    """Return a document as DOCX; ``rasterise`` draws its SVG figures."""
    target = new_document(document)
    styles = {style.name: style.style_id for style in target.styles}
    _Writing(rasterise, document, styles).blocks(target, document.blocks)
    out = io.BytesIO()
    target.save(out)
    return out.getvalue()


class _Writing:
    """Adds blocks to a document or to a cell: python-docx gives both the same methods."""

    def __init__(self, rasterise: Rasterise, document: Print, styles: dict[str, str]) -> None:
        self._rasterise = rasterise
        self._styles = styles
        self._width, self._height = document.width, document.height
        self._small = False
        self._breaking = Breaking()

    def blocks(self, target: Any, blocks: Iterable[Block], width: float | None = None) -> None:
        """Add blocks one after the other; ``width`` is the room they have, in millimetres."""
        for block in blocks:
            self._block(target, block, width or self._width)

    def _block(self, target: Any, block: Block, width: float) -> None:
        match block:
            case Heading(level, words):
                self._add_words(self._paragraph(target, f"Heading {level}"), words)
            case Paragraph(words, style, kept):
                paragraph = self._paragraph(target, STYLE_NAMES[style])
                paragraph.paragraph_format.keep_with_next = kept or None
                self._add_words(paragraph, words)
            case Listing():
                self._listing(target, block)
            case Table():
                self._table(target, block, width)
            case Figure():
                self._figure(target, block, width)
            case Ruling():
                self._ruling(target, block)
            case PageBreak():
                target.add_page_break()
            case Cards():
                self._cards(target, block)

    def _paragraph(self, target: Any, name: str) -> Any:
        """Add a paragraph in a style; what stands in cells is set a little smaller."""
        paragraph = target.add_paragraph()
        name = IN_CELLS.get(name, name) if self._small else name
        # By its id: looking a style up by name takes most of the time of a document.
        paragraph._p.style = self._styles[name]  # noqa: SLF001 - as above
        return paragraph

    def _ruling(self, target: Any, ruling: Ruling) -> None:
        from docx.shared import Pt  # noqa: PLC0415 - the package costs 90 ms at start

        for left in reversed(range(ruling.lines)):
            line = self._paragraph(target, "Olke Line" if ruling.drawn else "Olke Room")
            if ruling.drawn and not left:
                line.paragraph_format.space_after = Pt(BELOW_LINES)

    def _listing(self, target: Any, listing: Listing) -> None:
        # Numbers are text: a numbering of Word's goes on from one list to the next.
        for number, entry in enumerate(listing.entries, 1):
            paragraph = self._paragraph(target, "Olke Entry" if listing.marked else "Olke Option")
            inside = not listing.marked and number < len(listing.entries)
            paragraph.paragraph_format.keep_with_next = inside or listing.kept or None
            if listing.marked:
                paragraph.add_run(f"{number}.\t" if listing.numbered else "–\t")
            with self._breaking.narrowed(INDENT):
                self._add_words(paragraph, entry)

    def _table(self, target: Any, table: Table, width: float) -> Any:
        from docx.shared import Mm  # noqa: PLC0415 - the package costs 90 ms at start

        across = len(table.widths)
        made = _new_table(target, len(table.rows), across)
        made.style = "Table Grid" if table.ruled else "Normal Table"
        pad_cells(made)
        widths = column_widths(table, width)
        for column, size in zip(made.columns, widths, strict=True):
            column.width = Mm(size)
        corners = made._cells  # noqa: SLF001 - each other way counts all cells for every one
        for (row, column), cell in placed(table):
            corner = corners[row * across + column]
            if cell.rows > 1 or cell.columns > 1:
                last = (row + cell.rows - 1) * across + column + cell.columns - 1
                corner = corner.merge(corners[last])
            room = sum(islice(widths, column, column + cell.columns))
            corner.width = Mm(room)
            self._cell(corner, cell, room - 4, small=not table.large)
        for row in islice(made.rows, table.heads):
            repeat_row(row)
        for row, is_short in zip(made.rows, short_rows(table, width), strict=True):
            if is_short:
                keep_row_whole(row)
        for number in joined_rows(table, width):
            for corner in corners[number * across : (number + 1) * across]:
                for paragraph in corner.paragraphs:
                    paragraph.paragraph_format.keep_with_next = True
        self._paragraph(target, "Olke Gap")  # a cell may not end with a table, nor two tables meet
        return made

    def _cell(self, corner: Any, cell: Cell, room: float, *, small: bool) -> None:
        if cell.shaded:
            shade(corner)
        around, self._small = self._small, small
        with self._breaking.within(room):
            self.blocks(corner, cell.blocks, room)
        self._small = around
        first = corner.paragraphs[0]
        # A new cell has an empty paragraph, and must keep one paragraph at its end.
        if len(corner.paragraphs) > 1 and not first.text and not first.runs:
            first._element.getparent().remove(first._element)  # noqa: SLF001 - no other way

    def _figure(self, target: Any, figure: Figure, width: float) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH  # noqa: PLC0415 - as below
        from docx.shared import Mm  # noqa: PLC0415 - the package costs 90 ms at start

        content = figure.content
        if figure.media_type == "image/svg+xml":
            content = self._rasterise(content.decode())
        elif figure.media_type == "image/webp":
            content = _as_png(content)
        paragraph = self._paragraph(target, "Normal")
        paragraph.paragraph_format.keep_with_next = bool(figure.caption)
        if figure.centred:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        picture = paragraph.add_run().add_picture(
            io.BytesIO(content), width=Mm(min(figure.width, width))
        )
        highest = Mm(self._height - ROOM_FOR_CAPTION)
        if picture.height > highest:
            picture.width, picture.height = picture.width * highest // picture.height, highest
        describe_picture(picture, figure.says)
        if figure.caption:
            self._add_words(self._paragraph(target, STYLE_NAMES[Style.NOTE]), figure.caption)

    def _cards(self, target: Any, cards: Cards) -> None:
        for number, sheet in enumerate(sheets_of(cards)):
            if number:
                target.add_page_break()
            self._sheet(target, cards, sheet)

    def _sheet(self, target: Any, cards: Cards, sheet: tuple[Card, ...]) -> None:
        from docx.shared import Mm  # noqa: PLC0415 - the package costs 90 ms at start

        rows = -(-len(sheet) // cards.across)
        blocks = [*map(_card_blocks, sheet), *[()] * (rows * cards.across - len(sheet))]
        cells = tuple(
            tuple(Cell(of) for of in blocks[start : start + cards.across])
            for start in range(0, len(blocks), cards.across)
        )
        made = self._table(target, Table((1.0,) * cards.across, cells, large=True), self._width)
        for row in made.rows:
            row.height = Mm((self._height - ROOM_FOR_BREAK) / cards.down)

    def _add_words(self, paragraph: Any, words: Words) -> None:
        for run in words:
            if run.href:
                add_link(paragraph, run.text, run.href)
                continue
            added = paragraph.add_run()
            add_broken(added, self._breaking.of(run.text))
            added.bold = run.bold or None
            added.italic = run.italic or None
            if run.small:
                added._r.style = "OlkeSmall"  # noqa: SLF001 - by its id, as paragraphs


def _card_blocks(card: Card) -> tuple[Block, ...]:
    title = (Paragraph(card.title, Style.LABEL, kept=True),) if card.title else ()
    foot = (Paragraph(card.foot, Style.NOTE),) if card.foot else ()
    return (*title, *card.blocks, *foot)


def _new_table(target: Any, rows: int, columns: int) -> Any:
    table = target.add_table(rows, columns)
    table.autofit = False
    return table


def _as_png(content: bytes) -> bytes:
    from PIL import Image  # noqa: PLC0415 - 60 ms at start

    out = io.BytesIO()
    with Image.open(io.BytesIO(content)) as picture:
        picture.save(out, "PNG")
    return out.getvalue()
