"""What stands in a print: in its blocks, in a DOCX, in a PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator

import docx
from docx.oxml.ns import qn
from pypdf import PdfReader

from olke.exchange.printing.blocks import (
    Block,
    Cards,
    Figure,
    Heading,
    Listing,
    Paragraph,
    Print,
    Table,
    Words,
)


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Pass on the text of every paragraph, heading and entry, in order."""
    for block in blocks:
        match block:
            case Heading(_, words) | Paragraph(words):
                yield joined(words)
            case Listing(entries):
                yield from map(joined, entries)
            case Table(rows=rows):
                yield from (line for row in rows for cell in row for line in lines(cell.blocks))
            case Figure():
                yield joined(block.caption)
            case Cards(cards):
                for card in cards:
                    yield from (joined(card.title), *lines(card.blocks), joined(card.foot))


def joined(words: Words) -> str:
    """Return a line's text without its styles."""
    return "".join(run.text for run in words)


def text_of(document: Print) -> str:
    """Return all text of a print, a line each."""
    return "\n".join(lines(document.blocks)).replace("\u00a0", " ")


def docx_text(content: bytes) -> str:
    """Return all text of a DOCX document, a paragraph a line, without its places to break."""
    body = docx.Document(io.BytesIO(content)).element.body
    return "\n".join(
        "".join(piece.text or "" for piece in paragraph.iter(qn("w:t"))).replace("\u200b", "")
        for paragraph in body.iter(qn("w:p"))
    )


def pdf_text(content: bytes) -> str:
    """Return all text of a PDF document without anything that a line's end may add or take."""
    pages = PdfReader(io.BytesIO(content)).pages
    return bare("".join(page.extract_text() for page in pages))


def bare(text: str) -> str:
    """Return text without spaces and hyphens, of which a typesetter adds and takes away."""
    return re.sub(r"[\s\u00ad\u200b\u2010-]+", "", text)
