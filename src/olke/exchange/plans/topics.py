"""The weeks or topics of a course as a table, under their modules, with sums of hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import TopicField
from olke.exchange.forms.form import Column
from olke.exchange.plans.names import name_of
from olke.exchange.plans.sheet import label_cell, listing, text_cell
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Paragraph,
    Style,
    Table,
    from_text,
    words,
)
from olke.teaching.documents.course import Course, Module, Topic
from olke.teaching.documents.parts import Text

HOURS = {
    TopicField.LECTURE: "lecture",
    TopicField.SEMINAR: "seminar",
    TopicField.SCHOOL: "school",
    TopicField.INDEPENDENT: "independent",
    TopicField.WITH_TEACHER: "with_teacher",
    TopicField.HOURS: "total",
}
_IN_TITLE = (TopicField.CONTENT, TopicField.LESSONS, TopicField.TASKS, TopicField.OUTCOMES)
"""What is told under the title where it has no column of its own."""


def topics_table(
    course: Course, columns: Sequence[Column[TopicField]], titles: Mapping[str, Text], language: str
) -> tuple[Block, ...]:
    """Return the topics, a row each; ``titles`` are those of the lessons by key."""
    if not course.topics:
        return ()
    head = tuple(label_cell(column.label.said(language)) for column in columns)
    shown = _Topics(columns, titles, language)
    rows = [row for module in course.modules for row in shown.module(module)]
    widths = tuple(float(column.width) for column in columns)
    return (Table(widths, (head, *rows, *shown.sums(course)), heads=1),)


class _Topics:
    def __init__(
        self, columns: Sequence[Column[TopicField]], titles: Mapping[str, Text], language: str
    ) -> None:
        self._columns = [column.field for column in columns]
        self._titles = titles
        self._language = language

    def module(self, module: Module) -> list[tuple[Cell, ...]]:
        number = f"{module.number}. " if module.number else ""
        title = f"{number}{module.title.said(self._language)}"
        rows = [
            tuple(Cell(self._told(field, topic)) for field in self._columns)
            for topic in module.topics
        ]
        head = Paragraph(words(title), Style.LABEL, kept=True)
        return [(Cell((head,), columns=len(self._columns), shaded=True),), *rows]

    def sums(self, course: Course) -> list[tuple[Cell, ...]]:
        """Return the row of sums: the hours of each column, after a label."""
        first = next((at for at, field in enumerate(self._columns) if field in HOURS), 0)
        if not first:
            return []
        rest = [
            text_cell(str(getattr(course.hours, HOURS[field])), bold=True)
            if field in HOURS
            else Cell()
            for field in self._columns[first:]
        ]
        return [(label_cell(_("Total"), first), *rest)]

    def _told(self, field: TopicField, topic: Topic) -> tuple[Block, ...]:
        if field in HOURS:
            hours = getattr(topic.hours, HOURS[field])
            return from_text(str(hours) if hours else "")
        if field is TopicField.TITLE:
            title = Paragraph(words(topic.title.said(self._language), bold=True))
            more = [one for one in _IN_TITLE if one not in self._columns]
            return (title, *(block for one in more for block in self._labelled(one, topic)))
        return self._said(field, topic)

    def _labelled(self, field: TopicField, topic: Topic) -> tuple[Block, ...]:
        blocks = self._said(field, topic)
        labels = {
            TopicField.LESSONS: _("Lessons"),
            TopicField.TASKS: _("Tasks"),
            TopicField.OUTCOMES: _("Learning outcomes"),
        }
        if not blocks or field not in labels:
            return blocks
        return (Paragraph(words(labels[field]), Style.NOTE, kept=True), *blocks)

    def _said(self, field: TopicField, topic: Topic) -> tuple[Block, ...]:
        lists = {
            TopicField.LESSONS: self._lessons(topic),
            TopicField.TASKS: [said for one in topic.tasks if (said := one.said(self._language))],
            TopicField.STRANDS: [name_of(strand) for strand in topic.strands],
        }
        if field in lists:
            return listing(lists[field])
        texts = {
            TopicField.NUMBER: topic.number,
            TopicField.CONTENT: topic.content.said(self._language),
            TopicField.OUTCOMES: ", ".join(topic.outcomes),
            TopicField.HOST: topic.host.said(self._language),
            TopicField.GRADE: topic.grade,
        }
        return from_text(texts.get(field, ""))

    def _lessons(self, topic: Topic) -> list[str]:
        return [
            self._titles[key].said(self._language) if key in self._titles else key
            for key in topic.lessons
        ]
