"""The blocks a printed document is made of. Lengths are in millimetres.

A document is laid out once, as blocks; ``exchange/docx`` and ``exchange/pdf`` write the same
blocks, so that what a teacher opens in a word processor says what the PDF says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from olke.measures.numerals import NO_BREAK_SPACE

A4 = (210.0, 297.0)
_NOT_PRINTED = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, and no printer a sign."""
_THOUSANDS = re.compile(r"(?<!\d)(?<!\d[ ,.])\d{1,3}(?: \d{3})+(?!\d)")
_SIGNED = re.compile(r"(?<=\d) (?=%)|(?<=№) (?=\d)")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one style; ``href`` makes it a link.

    Control characters, as pastes from word processors bring them, are left out. A number that is
    written with spaces stays on one line, also with its sign: ``11 000``, ``7 %``, ``№ 8``.
    """

    text: str
    bold: bool = False
    italic: bool = False
    small: bool = False
    href: str = ""

    def __post_init__(self) -> None:
        text = self.text.replace("\r\n", "\n").replace("\v", "\n")
        object.__setattr__(self, "text", _unparted(_NOT_PRINTED.sub("", text)))


def _unparted(text: str) -> str:
    text = _THOUSANDS.sub(lambda found: found[0].replace(" ", NO_BREAK_SPACE), text)
    return _SIGNED.sub(NO_BREAK_SPACE, text)


Words = tuple[Run, ...]


class Style(Enum):
    """What a paragraph is, which decides how it looks."""

    BODY = "body"
    LEAD = "lead"
    NOTE = "note"
    """Small print: a source line, a remark."""
    QUOTE = "quote"
    LABEL = "label"
    """A short heading within a cell."""
    CENTRED = "centred"
    ITEM = "item"
    """A question or task, set off from the one before it."""
    ASIDE = "aside"
    """What stands beside the text for the teacher alone: an answer, an explanation."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the document's own) to 4."""

    level: int
    words: Words


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``kept`` keeps it on one page with what follows."""

    words: Words
    style: Style = Style.BODY
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list, with numbers or with dashes; not ``marked``, with neither.

    One without marks stands on one page, as the options of a choice must; ``kept`` keeps it there
    with what follows.
    """

    entries: tuple[Words, ...]
    numbered: bool = False
    marked: bool = True
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with blocks of its own, over ``columns`` columns and ``rows`` rows."""

    blocks: tuple[Block, ...] = ()
    columns: int = 1
    rows: int = 1
    shaded: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. ``widths`` are shares of the page's width; ``heads`` rows repeat on each page.

    A cell that spans rows takes their place: the rows below it have so many cells fewer. A
    ``large`` one is read standing: its letters are as large as those of the page.
    """

    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    ruled: bool = True
    large: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing in SVG or a picture, ``width`` wide, with what stands below it.

    One that would be higher than a page is made smaller. ``says`` is read to those who cannot see
    it.
    """

    content: bytes
    media_type: str
    width: float
    caption: Words = ()
    says: str = ""
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Ruling:
    """Empty lines to write on; not ``drawn``, room for them, as in the cell of a ruled table.

    What follows drawn lines keeps a distance from the last.
    """

    lines: int
    drawn: bool = True


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Card:
    """A card to cut out; ``foot`` is small print, such as the source."""

    title: Words
    blocks: tuple[Block, ...] = ()
    foot: Words = ()


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards on A4, ``across`` by ``down`` on a page, with lines to cut along.

    ``backs`` are printed on the next page, mirrored, for printing on both sides.
    """

    cards: tuple[Card, ...]
    across: int = 2
    down: int = 4
    backs: tuple[Card, ...] = ()


Block = Heading | Paragraph | Listing | Table | Figure | Ruling | PageBreak | Cards


@dataclass(frozen=True, slots=True)
class Print:
    """A document to print, in one language.

    ``running`` stands at the foot of every page beside its number. ``margins`` are left, top,
    right, bottom.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    running: str = ""
    landscape: bool = False
    margins: tuple[float, float, float, float] = (20.0, 16.0, 12.0, 18.0)

    @property
    def width(self) -> float:
        """Width between the margins."""
        across = A4[1] if self.landscape else A4[0]
        return across - self.margins[0] - self.margins[2]

    @property
    def height(self) -> float:
        """Height between the margins."""
        down = A4[0] if self.landscape else A4[1]
        return down - self.margins[1] - self.margins[3]


def words(text: str, *, bold: bool = False, italic: bool = False, small: bool = False) -> Words:
    """Return plain text as words in one style; nothing for an empty text."""
    return (Run(text, bold=bold, italic=italic, small=small),) if text else ()


def from_text(text: str, style: Style = Style.BODY) -> tuple[Block, ...]:
    """Return the paragraphs and lists of a plain text.

    Paragraphs are parted by an empty line; lines that begin with ``- `` or ``• `` make a list,
    lines that begin with a number and a point or bracket a numbered one.
    """
    return tuple(_blocks(text, style))


def _blocks(text: str, style: Style) -> Iterable[Block]:
    for piece in text.replace("\r\n", "\n").split("\n\n"):
        lines = [line.strip() for line in piece.split("\n") if line.strip()]
        while lines:
            marked = _marked(lines[0])
            run = list(_while_alike(lines, marked))
            if marked:
                entries = tuple(words(_without_mark(line)) for line in run)
                yield Listing(entries, numbered=marked == "1")
            else:
                yield from (Paragraph(words(line), style) for line in run)
            lines = lines[len(run) :]


def _while_alike(lines: list[str], marked: str) -> Iterable[str]:
    for line in lines:
        if _marked(line) != marked:
            return
        yield line


def _marked(line: str) -> str:
    """Return ``-`` for an entry of a list, ``1`` for one with a number, an empty text for none."""
    if line.startswith(("- ", "• ", "– ")):
        return "-"
    number, _, rest = line.partition(" ")
    return "1" if rest and number[:-1].isdigit() and number[-1] in ".)" else ""


def _without_mark(line: str) -> str:
    return line.partition(" ")[2].strip()
