"""Learning outcomes as a table: goal → content → teaching → activity → result, and what serves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import OutcomeField
from olke.exchange.forms.form import OutcomeColumn
from olke.exchange.plans.sheet import label_cell, listing
from olke.exchange.printing.blocks import Block, Cell, Paragraph, Style, Table, from_text, words
from olke.teaching.documents.course import Course, Outcome
from olke.teaching.documents.parts import Text

_CHAIN = (
    OutcomeField.GOAL,
    OutcomeField.CONTENT,
    OutcomeField.TEACHING,
    OutcomeField.ACTIVITY,
    OutcomeField.RESULT,
)


def outcomes_table(
    course: Course, columns: Sequence[OutcomeColumn], titles: Mapping[str, Text], language: str
) -> tuple[Block, ...]:
    """Return the outcomes, a row each. A gap shows: an outcome that no lesson or task serves."""
    if not course.outcomes:
        return ()
    head = tuple(label_cell(column.label.said(language)) for column in columns)
    rows = [
        tuple(
            Cell(tuple(_told(column, columns, one, course, titles, language))) for column in columns
        )
        for one in course.outcomes
    ]
    widths = tuple(float(column.width) for column in columns)
    return (Table(widths, (head, *rows), heads=1),)


def served_by(
    outcome: Outcome, course: Course, titles: Mapping[str, Text], language: str
) -> list[str]:
    """Name the lessons and tasks of the topics that name an outcome."""
    topics = [topic for topic in course.topics if outcome.code in topic.outcomes]
    lessons = [titles[k].said(language) if k in titles else k for t in topics for k in t.lessons]
    tasks = [task.said(language) for topic in topics for task in topic.tasks]
    return list(dict.fromkeys(filter(None, (*lessons, *tasks))))


def _told(
    column: OutcomeColumn,
    columns: Sequence[OutcomeColumn],
    outcome: Outcome,
    course: Course,
    titles: Mapping[str, Text],
    language: str,
) -> list[Block]:
    if column.field is OutcomeField.SERVED_BY:
        found = served_by(outcome, course, titles, language)
        return list(listing(found or [_("no lesson or task yet")]))
    if column.field is OutcomeField.CODE:
        return list(from_text(outcome.code))
    blocks = list(from_text(_text(column.field, outcome).said(language)))
    if column.field is OutcomeField.TEXT:
        shown = {one.field for one in columns}
        if OutcomeField.CODE not in shown:
            blocks.insert(0, Paragraph(words(outcome.code), Style.LABEL))
        for link in (one for one in _CHAIN if one not in shown):
            blocks += from_text(_text(link, outcome).said(language))
    return blocks


def _text(field: OutcomeField, outcome: Outcome) -> Text:
    found: Text = getattr(outcome, field.value)
    return found
