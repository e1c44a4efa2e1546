"""What every laid-out document has: fields that a form asks for, tables, what was left over."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence

from olke.exchange.forms.fields import BY_HAND, Field
from olke.exchange.forms.form import AnyTable
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.options import PrintOptions
from olke.exchange.printing.blocks import Block, Cell, Listing, Paragraph, Style, from_text, words
from olke.teaching.documents.parts import Text


class Sheet(ABC):
    """A document about to be laid out, in one language."""

    def __init__(self, citing: Citing, options: PrintOptions) -> None:
        self.citing = citing
        self.options = options

    @property
    def language(self) -> str:
        """The language of the print."""
        return self.citing.language

    @property
    @abstractmethod
    def title(self) -> str:
        """What the document is called."""

    @abstractmethod
    def table(self, table: AnyTable, /) -> tuple[Block, ...]:
        """Return a table of a form; nothing where the document has nothing to put in."""

    def fills(self, _table: AnyTable, /) -> bool:
        """Tell whether a table would have more than a head and empty lines."""
        return True

    @abstractmethod
    def own_blocks(self, field: Field) -> tuple[Block, ...]:
        """Return what the document itself says in a field; nothing where it says nothing."""

    def blocks(self, field: Field) -> tuple[Block, ...]:
        """Return what stands in a field: what was filled in for this print, or the document's."""
        if filled := self.options.filled.get(field, ""):
            return from_text(filled)
        return () if field in BY_HAND else self.own_blocks(field)

    def said(self, text: Text) -> str:
        """Return a text in the print's language."""
        return text.said(self.language)

    def text(self, text: Text) -> tuple[Block, ...]:
        """Return a text as paragraphs and lists."""
        return from_text(self.said(text))

    def listed(self, texts: Iterable[Text], *, numbered: bool = False) -> tuple[Block, ...]:
        """Return texts as a list; one alone stands without a mark."""
        return listing([said for text in texts if (said := self.said(text))], numbered=numbered)


def listing(entries: Sequence[str], *, numbered: bool = False) -> tuple[Block, ...]:
    """Return entries as a list; one alone stands without a mark unless ``numbered``."""
    if len(entries) == 1 and not numbered:
        return from_text(entries[0])
    return (Listing(tuple(map(words, entries)), numbered=numbered),) if entries else ()


def label_cell(text: str, columns: int = 1) -> Cell:
    """Return a shaded cell with a heading."""
    blocks = (Paragraph(words(text), Style.LABEL),) if text else ()
    return Cell(blocks, columns=columns, shaded=True)


def text_cell(text: str, *, bold: bool = False, columns: int = 1) -> Cell:
    """Return a cell with a line of text."""
    return Cell((Paragraph(words(text, bold=bold)),) if text else (), columns=columns)
