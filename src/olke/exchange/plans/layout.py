"""Laying a document out on its form: every part of the form, then what it has no place for.

Nothing that a document says is lost by a form: what no part shows stands under a heading of its own
at the end, before the sources.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import override

from olke.exchange.forms.fields import BY_HAND, OF, Field
from olke.exchange.forms.form import Form, FormPart, Labelled, Row
from olke.exchange.forms.library import Content, form_for
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.course import CourseSheet
from olke.exchange.plans.dossier import DossierSheet
from olke.exchange.plans.evidence import evidence_of
from olke.exchange.plans.foot import foot_line
from olke.exchange.plans.leftover import LONG, default_table, told_elsewhere
from olke.exchange.plans.lesson import LessonSheet
from olke.exchange.plans.names import LABELS
from olke.exchange.plans.options import PrintOptions
from olke.exchange.plans.sheet import Sheet, label_cell
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Print,
    Ruling,
    Style,
    Table,
    words,
)
from olke.teaching.documents.course import Course
from olke.teaching.documents.lesson import Lesson

WIDTHS = {1: (26, 74), 2: (26, 28, 20, 26), 3: (26, 12, 20, 11, 20, 11)}
"""Widths of labels and fields, by how many pairs stand in a row."""
EMPTY_SECTION = 3
"""Lines to write on in a section that is empty."""


def lay_out(content: Content, language: str, options: PrintOptions) -> Print:
    """Return a document on its form, in one language.

    Raises ``UnknownFormError`` where ``options`` name a form that there is not.
    """
    form = form_for(content, options.day, options.form)
    with override(language):
        sheet = sheet_of(content, Citing(evidence_of(content), language), options)
        return Print(
            title=sheet.title,
            language=language,
            blocks=(*_title(sheet, form), *_body(sheet, form)),
            running=foot_line(sheet.title),
            landscape=form.landscape,
        )


def sheet_of(content: Content, citing: Citing, options: PrintOptions) -> Sheet:
    """Return a document about to be laid out."""
    if isinstance(content, Lesson):
        return LessonSheet(content, citing, options)
    if isinstance(content, Course):
        return CourseSheet(content, citing, options)
    return DossierSheet(content, citing, options)


def _title(sheet: Sheet, form: Form) -> Iterable[Block]:
    """Yield the form's name above the document's title, or alone where a row has the title."""
    name, source = sheet.said(form.title), sheet.said(form.source)
    if Field.TITLE in form.fields:
        yield Heading(1, words(name))
    else:
        yield Paragraph(words(name), Style.LABEL, kept=True)
        yield Heading(1, words(sheet.title))
    if source:
        yield Paragraph(words(source), Style.NOTE, kept=True)


def _body(sheet: Sheet, form: Form) -> tuple[Block, ...]:
    # Sources are numbered as they are cited: their list is made last, wherever it stands.
    parts = [(part, () if _is_sources(part) else tuple(_part(sheet, part))) for part in form.parts]
    further = tuple(_further(sheet, form))
    listed = sheet.citing.blocks()
    placed = any(_is_sources(part) for part, _blocks in parts)
    blocks = [block for part, made in parts for block in (listed if _is_sources(part) else made)]
    if not further:
        return (*blocks, *(() if placed else listed))
    at = len(blocks) - len(listed) if placed and parts and _is_sources(parts[-1][0]) else None
    before, after = (blocks, []) if at is None else (blocks[:at], blocks[at:])
    return (*before, *further, *after, *(() if placed else listed))


def _is_sources(part: FormPart) -> bool:
    return part.field is Field.SOURCES


def _part(sheet: Sheet, part: FormPart) -> Iterable[Block]:
    made = tuple(_made(sheet, part))
    if not made and part.optional:
        return
    if part.heading:
        yield Heading(2, words(sheet.said(part.heading)))
    yield from made or (Ruling(EMPTY_SECTION),)


def _made(sheet: Sheet, part: FormPart) -> Iterable[Block]:
    if part.table:
        wanted = not part.optional or sheet.fills(part.table)
        return sheet.table(part.table) if wanted else ()
    if part.field:
        return sheet.blocks(part.field)
    if part.optional and not any(sheet.blocks(field) for field in part.fields):
        return ()
    return _rows(sheet, part)


def _rows(sheet: Sheet, part: FormPart) -> tuple[Block, ...]:
    most = max(len(row.pairs) for row in part.rows)
    wanted = [row for row in part.rows if not row.optional or _is_filled(sheet, row)]
    rows = tuple(tuple(_cells(sheet, row.pairs, most)) for row in wanted)
    return (Table(tuple(map(float, WIDTHS[most])), rows),) if rows else ()


def _is_filled(sheet: Sheet, row: Row) -> bool:
    return any(sheet.blocks(pair.field) for pair in row.pairs)


def _cells(sheet: Sheet, pairs: tuple[Labelled, ...], most: int) -> Iterable[Cell]:
    """Yield label and field of each pair; the last field takes the room that is left."""
    for number, pair in enumerate(pairs, 1):
        yield label_cell(sheet.said(pair.label))
        left = 2 * (most - number) + 1 if number == len(pairs) else 1
        yield Cell(sheet.blocks(pair.field) or (Ruling(1, drawn=False),), columns=left)


def _further(sheet: Sheet, form: Form) -> Iterable[Block]:
    """Yield what the document says and the form has no place for."""
    hidden = OF[form.document] - BY_HAND - form.fields - told_elsewhere(form)
    filled = {
        field: blocks for field in Field if field in hidden if (blocks := _whole(sheet, field))
    }
    short = [field for field in filled if field not in LONG]
    if short:
        yield Heading(2, words(_("Further particulars")))
        rows = tuple((label_cell(str(LABELS[field])), Cell(filled[field])) for field in short)
        yield Table(tuple(map(float, WIDTHS[1])), rows)
    for field in (one for one in filled if one in LONG):
        yield Heading(2, words(str(LABELS[field])))
        yield from filled[field]


def _whole(sheet: Sheet, field: Field) -> tuple[Block, ...]:
    table = default_table(field)
    if table is None:
        return sheet.blocks(field)
    return sheet.table(table) if sheet.fills(table) else ()
