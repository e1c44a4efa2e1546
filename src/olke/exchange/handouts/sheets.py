"""Sheets: the learner's with tasks, the teacher's with answers, tables, documents side by side."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from olke.evidence.models import Review
from olke.evidence.sentences import claim_sentence
from olke.exchange.handouts.kinds import items_of, side_by_side_steps, texts_of, used_in
from olke.exchange.handouts.laying import (
    Laying,
    heading,
    key_head,
    name_line,
)
from olke.exchange.plans.items import grid_table, item_blocks, task_blocks
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Listing,
    PageBreak,
    Paragraph,
    Ruling,
    Run,
    Style,
    Table,
    words,
)
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Level,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.parts import Text
from olke.teaching.primitives import DocumentSettings, Primitive

LINES = {None: 3, Level.A: 2, Level.B: 4, Level.C: 6}
"""Lines to write an answer on, by level."""
WRITTEN = 2
"""Lines of handwriting that a cell of a table has room for."""


def student_sheet(laying: Laying) -> Iterator[Block]:
    """Pass on the learner's sheet: tasks without answers, evidence to read, room to write."""
    lesson = laying.lesson
    yield heading(1, laying.say(lesson.title))
    yield name_line(pgettext("of a learner", "Name"), _("Class"), _("Date"))
    elsewhere = _printed_elsewhere(lesson)
    for activity in lesson.activities:
        items = [item for item in activity.items if (activity.id, item.id) not in elsewhere]
        if items:
            yield heading(2, laying.title_of(activity))
            for number, item in enumerate(items, 1):
                yield from task_blocks(item, number, laying.citing)
                yield from _room_to_write(item)
    if lesson.consolidation:
        yield heading(2, _("Questions to think over"))
        for number, question in enumerate(lesson.consolidation, 1):
            asked = (Run(f"{number}. ", bold=True), Run(laying.say(question.text)))
            yield Paragraph(asked, Style.ITEM, kept=True)
            yield Ruling(3)
    yield from _evidence(laying)
    yield from laying.citing.blocks()


def answer_sheet(laying: Laying) -> Iterator[Block]:
    """Pass on the teacher's sheet: every item with its answer, explanation and sources."""
    lesson = laying.lesson
    yield heading(1, _("Answers: %(title)s") % {"title": laying.say(lesson.title)})
    yield Paragraph(words(_("For the teacher: keep it apart.")), Style.NOTE)
    for activity in lesson.activities:
        if activity.items:
            yield heading(2, laying.title_of(activity))
            yield from item_blocks(activity.items, laying.citing, answers=True)
    answered = [question for question in lesson.consolidation if question.answer]
    if answered:
        yield heading(2, _("Questions to think over"))
    for number, question in enumerate(lesson.consolidation, 1):
        if question.answer:
            cited = laying.citing.claims(question.claims)
            said = Run(laying.say(question.text))
            told = (Run(f"{number}. ", bold=True), said, Run(f" {cited}", small=True))
            yield Paragraph(told, Style.ITEM, kept=True)
            yield Paragraph(words(laying.say(question.answer)), Style.ASIDE)
    yield from laying.citing.blocks()


def grid_sheets(laying: Laying) -> Iterator[Block]:
    """Pass on each table to fill in, and after all of them the filled ones as the key."""
    grids = [item for item in items_of(laying.lesson) if isinstance(item, Grid)]
    for item in grids:
        yield heading(1, laying.say(item.topic) or _("Fill in the table"))
        yield name_line(pgettext("of a learner", "Name"), _("Class"), _("Date"))
        yield from laying.text(item.text)
        yield grid_table(item, laying.language, key=False, lines=WRITTEN)
        yield PageBreak()
    yield from key_head(_("Key to the tables"))
    for item in grids:
        yield from laying.text(item.text)
        yield grid_table(item, laying.language, key=True)
        yield from laying.sources(item)


def side_by_side(laying: Laying) -> Iterator[Block]:
    """Pass on documents in pairs beside one another, with what is to be written under them."""
    for used in side_by_side_steps(laying.lesson):
        texts = texts_of(used)
        fields = used.settings.fields if isinstance(used.settings, DocumentSettings) else ()
        for first in range(0, len(texts), 2):
            pair = texts[first : first + 2]
            yield heading(1, laying.title_of(used.activity))
            yield name_line(pgettext("of learners", "Names"), _("Class"), _("Date"))
            cells = tuple(_document(laying, text) for text in pair)
            yield Table((1.0,) * len(pair), (cells,), large=True)
            if fields:
                yield Table((1.0,) * len(fields), (tuple(_field(laying, one) for one in fields),))
            yield PageBreak()


def room_for(item: AnyItem) -> int:
    """Return how many lines an answer takes."""
    return LINES[item.level]


def _document(laying: Laying, text: Exhibit) -> Cell:
    title = Paragraph(words(laying.say(text.title), bold=True), kept=True)
    return Cell((title, *laying.text(text.text), *laying.sources(text), *laying.questions(text)))


def _field(laying: Laying, label: Text) -> Cell:
    return Cell((Paragraph(words(laying.say(label)), Style.LABEL), Ruling(5, drawn=False)))


def _room_to_write(item: AnyItem) -> Iterator[Block]:
    match item:
        case Statement():
            true, false = pgettext("answer", "true"), pgettext("answer", "false")
            both = {"true": true, "false": false}
            yield Paragraph(words(_("%(true)s / %(false)s (underline one)") % both))
        case Choice():
            yield Paragraph(words(_("My answer: %s") % ("_" * 12)))
        case Estimate():
            yield Paragraph(words(_("My estimate: %s") % ("_" * 24)))
        case Ordering():
            yield Paragraph(words(_("My order: %s") % ("_" * 36)))
        case Prompt():
            yield Ruling(room_for(item))
        case Exhibit(questions=questions) if questions:
            yield Ruling(2 * len(questions))


def _printed_elsewhere(lesson: Lesson) -> set[tuple[str, str]]:
    """Return what has cards or texts of its own: cells of boards, dealt texts, apples."""
    found: set[tuple[str, str]] = set()
    for used in used_in(lesson):
        apart = used.step.primitive in {Primitive.BOARD, Primitive.SURVEY}
        if apart or used.step.items == "dealt":
            found.update((used.activity.id, item.id) for item in used.items)
    return found


def _evidence(laying: Laying) -> Iterator[Block]:
    """Pass on the dossiers' claims with citations, but for those that answer one of the tasks."""
    asked = {
        key
        for activity in laying.lesson.activities
        for item in activity.items
        if item.solution is not None or item.explanation
        for key in item.claims
    }
    asked.update(key for one in laying.lesson.consolidation if one.answer for key in one.claims)
    for dossier in laying.dossiers:
        entries = []
        for key in dossier.claims:
            claim = laying.evidence.claims.get(key)
            if key in asked or claim is None or claim.review == Review.WITHDRAWN:
                continue
            said = claim_sentence(claim, laying.language, laying.evidence.units)
            cited = laying.citing.claims([key])
            entries.append((Run(said), Run(f" {cited}", small=True)))
        if entries:
            yield heading(2, _("Evidence: %(title)s") % {"title": laying.say(dossier.title)})
            yield Listing(tuple(entries))
