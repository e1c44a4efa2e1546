"""Learning outcomes as a table: goal → content → teaching → activity → result, and what serves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import OutcomeField
from olke.exchange.forms.form import OutcomeTable
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
    course: Course, table: OutcomeTable, titles: Mapping[str, Text], language: str
) -> tuple[Block, ...]:
    """Return the outcomes, a row each. A gap shows: an outcome that no lesson or task serves."""
    if not course.outcomes:
        return ()
    shown = _Outcomes(course, table, titles, language)
    head = tuple(label_cell(column.label.said(language)) for column in table.columns)
    rows = [row for outcome in course.outcomes for row in shown.rows(outcome)]
    widths = tuple(float(column.width) for column in table.columns)
    return (Table(widths, (head, *rows), heads=1),)


def served_by(
    outcome: Outcome, course: Course, titles: Mapping[str, Text], language: str
) -> list[str]:
    """Name the lessons and tasks of the topics that name an outcome."""
    topics = [topic for topic in course.topics if outcome.code in topic.outcomes]
    lessons = [titles[k].said(language) if k in titles else k for t in topics for k in t.lessons]
    tasks = [task.said(language) for topic in topics for task in topic.tasks]
    return list(dict.fromkeys(filter(None, (*lessons, *tasks))))


class _Outcomes:
    def __init__(
        self, course: Course, table: OutcomeTable, titles: Mapping[str, Text], language: str
    ) -> None:
        self._course = course
        self._table = table
        self._titles = titles
        self._language = language
        self._shown = {column.field for column in (*table.columns, *table.below)}

    def rows(self, outcome: Outcome) -> Iterator[tuple[Cell, ...]]:
        """Yield an outcome's row and those below it, which its first cell spans."""
        first, *others = (self._told(column.field, outcome) for column in self._table.columns)
        below = self._table.below if others else ()
        yield (Cell(first, rows=len(below) + 1), *map(Cell, others))
        for column in below:
            said = column.label.said(self._language)
            label = Paragraph(words(said), Style.LABEL, kept=True)
            blocks = self._told(column.field, outcome)
            yield (Cell((label, *blocks), columns=len(others)),)

    def _told(self, field: OutcomeField, outcome: Outcome) -> tuple[Block, ...]:
        if field is OutcomeField.SERVED_BY:
            found = served_by(outcome, self._course, self._titles, self._language)
            return listing(found or [_("no lesson or task yet")])
        if field is OutcomeField.CODE:
            return from_text(outcome.code)
        blocks = self._said(field, outcome)
        return self._with_rest(blocks, outcome) if field is OutcomeField.TEXT else blocks

    def _with_rest(self, blocks: tuple[Block, ...], outcome: Outcome) -> tuple[Block, ...]:
        """Return an outcome's own words with what no column shows of it."""
        code = () if OutcomeField.CODE in self._shown else (outcome.code,)
        left = (link for link in _CHAIN if link not in self._shown)
        rest = (block for link in left for block in self._said(link, outcome))
        return (*(Paragraph(words(one), Style.LABEL) for one in code), *blocks, *rest)

    def _said(self, field: OutcomeField, outcome: Outcome) -> tuple[Block, ...]:
        return from_text(_text(field, outcome).said(self._language))


def _text(field: OutcomeField, outcome: Outcome) -> Text:
    found: Text = getattr(outcome, field.value)
    return found
