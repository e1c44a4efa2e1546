"""A dossier's fields as blocks: its evidence in sections, every sentence with its citation."""

from __future__ import annotations

import io
from collections.abc import Iterable

from django.utils.translation import gettext as _

from olke.evidence.sentences import claim_sentence
from olke.exchange.bibliography.gost import source_text
from olke.exchange.forms.fields import Field
from olke.exchange.forms.form import AnyTable
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.options import PrintOptions
from olke.exchange.plans.sheet import Sheet
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Figure,
    Heading,
    Paragraph,
    Run,
    Style,
    Table,
    Words,
    from_text,
    words,
)
from olke.exchange.printing.drawings import Drawing, Told
from olke.teaching.documents.dossier import (
    AnyEntry,
    ClaimEntry,
    Dossier,
    DrawingEntry,
    EntityEntry,
    NoteEntry,
    PictureEntry,
    QuotationEntry,
    SourceEntry,
)
from olke.teaching.documents.parts import Text
from olke.web.localised import localised

DRAWING_WIDTH, PICTURE_WIDTH = 170.0, 110.0  # mm; a picture of a person or page needs less room
MARKS = {"kk": "«%s»", "ru": "«%s»", "en": "“%s”"}


class DossierSheet(Sheet):
    """A dossier about to be laid out."""

    def __init__(self, dossier: Dossier, citing: Citing, options: PrintOptions) -> None:
        super().__init__(citing, options)
        self._dossier = dossier

    @property
    def title(self) -> str:
        """The dossier's title."""
        return self.said(self._dossier.title)

    def table(self, _table: AnyTable, /) -> tuple[Block, ...]:
        """Return nothing: no form of a dossier has tables."""
        return ()

    def own_blocks(self, field: Field) -> tuple[Block, ...]:
        """Return what the dossier says in a field."""
        texts: dict[Field, Text] = {
            Field.TITLE: self._dossier.title,
            Field.QUESTION: self._dossier.question,
            Field.LEAD: self._dossier.lead,
        }
        if field in texts:
            return self.text(texts[field])
        return tuple(self._sections()) if field is Field.EVIDENCE else ()

    def _sections(self) -> Iterable[Block]:
        for section in self._dossier.sections:
            if section.title:
                yield Heading(2, words(self.said(section.title)))
            for entry in section.entries:
                yield from self._entry(entry)
                for block in self.text(entry.note):
                    yield _as_note(block)

    def _entry(self, entry: AnyEntry) -> Iterable[Block]:
        match entry:
            case ClaimEntry():
                yield Paragraph(self._claim(entry.claim))
            case EntityEntry():
                yield Paragraph(words(self._entity(entry.entity), bold=True))
            case SourceEntry():
                yield Paragraph(self._source(entry.source))
            case NoteEntry():
                yield from self.text(entry.words)
            case QuotationEntry():
                yield from self._quotation(entry)
            case DrawingEntry():
                yield from self._drawing(entry)
            case PictureEntry():
                yield from self._picture(entry)

    def _claim(self, key: str) -> Words:
        claim = self.citing.evidence.claims.get(key)
        said = claim_sentence(claim, self.language, self.citing.evidence.units) if claim else ""
        cited = Run(f" {self.citing.claims([key])}", small=True)
        return (*words(said), cited)

    def _entity(self, key: str) -> str:
        entity = self.citing.evidence.entities.get(key)
        if entity is None:
            return key
        return f"{localised(entity, 'name', self.language)} ({entity.get_kind_display()})"

    def _source(self, key: str) -> Words:
        source = self.citing.evidence.sources.get(key)
        said = source_text(source, self.language) if source else ""
        return (*words(said), Run(f" {self.citing.sources([key])}", small=True))

    def _quotation(self, entry: QuotationEntry) -> Iterable[Block]:
        cited = self.citing.quotation(entry.source, entry.locator, entry.reference)
        marked = MARKS[entry.language] % entry.quotation
        yield Paragraph((Run(marked), Run(f" {cited}", small=True)), Style.QUOTE)

    def _drawing(self, entry: DrawingEntry) -> Iterable[Block]:
        drawing = self.options.draw(entry.drawing, self.language)
        title = self.said(entry.title)
        if drawing is None:
            yield Paragraph(words(title or entry.drawing, bold=True))
            return
        yield Heading(3, words(title or drawing.title))
        if drawing.svg:
            content = drawing.svg.encode()
            yield Figure(content, "image/svg+xml", DRAWING_WIDTH, says=drawing.says)
        yield from self._below(drawing)

    def _below(self, drawing: Drawing) -> Iterable[Block]:
        """Yield what stands below a drawing: a timeline's events, notes, sources."""
        self.citing.look_up((*drawing.claims, *(one.claim for one in drawing.rows)))
        if drawing.rows:
            rows = tuple(
                (Cell(from_text(one.when)), Cell((self._event(one),))) for one in drawing.rows
            )
            yield Table((20, 80), rows, ruled=False)
        yield from (Paragraph(words(note), Style.NOTE) for note in drawing.notes)
        cited = (self.citing.claims(drawing.claims), *drawing.sources)
        if said := "; ".join(filter(None, cited)):
            yield Paragraph(words(_("Sources: %(sources)s") % {"sources": said}), Style.NOTE)

    def _event(self, event: Told) -> Paragraph:
        cited = self.citing.claims([event.claim]) if event.claim else ""
        mark = (Run(f"  {cited}", small=True),) if cited else ()
        return Paragraph((Run(event.what), *mark))

    def _picture(self, entry: PictureEntry) -> Iterable[Block]:
        caption = ". ".join(filter(None, (self.said(entry.caption).rstrip("."), entry.reference)))
        content, media_type = self.options.pictures.get(entry.picture, (b"", ""))
        if not _is_whole(content):
            yield Paragraph(words(caption or entry.picture), Style.NOTE)
            return
        says = self.said(entry.caption) or entry.picture
        yield Figure(content, media_type, PICTURE_WIDTH, words(caption), says=says)


def _is_whole(content: bytes) -> bool:
    """Tell whether a picture is whole to its last byte: the typesetter stops at a damaged one."""
    from PIL import Image  # noqa: PLC0415 - 60 ms at start

    try:
        with Image.open(io.BytesIO(content)) as picture:
            picture.verify()  # the checksums; the pixels are another matter
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
    except (OSError, SyntaxError, ValueError):
        return False
    return True


def _as_note(block: Block) -> Block:
    """Set a remark of the teacher's apart from the evidence it stands beside."""
    if isinstance(block, Paragraph):
        return Paragraph(tuple(Run(run.text, italic=True) for run in block.words), Style.ASIDE)
    return block
