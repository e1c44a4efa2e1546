"""An official form: which rows, tables and sections a printed plan has, and from when it holds."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Generic, Literal, TypeVar

from pydantic import Field as Bounded
from pydantic import model_validator

from olke.exchange.forms.fields import (
    OF,
    ActivityField,
    CriterionField,
    DocumentType,
    Field,
    OutcomeField,
    TopicField,
)
from olke.teaching.documents.course import CourseKind
from olke.teaching.documents.lesson import LessonForm
from olke.teaching.documents.parts import NO_TEXT, Key, Part, Text, Title

Told = TypeVar("Told", bound=StrEnum)
Share = Annotated[int, Bounded(ge=1, le=100)]
"""Width of a column, in parts of the whole."""


class Labelled(Part):
    """A label with what it stands before."""

    label: Text
    field: Field


class Row(Labelled):
    """A row of a table of particulars; ``beside`` are further pairs in the same row.

    ``optional``: a row whose fields are all empty is left out; others leave a line to write on.
    """

    optional: bool = False
    beside: Annotated[tuple[Labelled, ...], Bounded(max_length=2)] = ()

    @property
    def pairs(self) -> tuple[Labelled, ...]:
        """All pairs of label and field, from left to right."""
        return (self, *self.beside)


class Column(Part, Generic[Told]):
    """A column of a table: what stands above it, what it shows of each row, and how wide it is."""

    label: Text
    field: Told
    width: Share = 10


_MOST = Bounded(max_length=12)


class ActivityTable(Part):
    """The course of a lesson: stages with their activities and minutes, and the sum below."""

    over: Literal["activities"]
    columns: Annotated[tuple[Column[ActivityField], ...], _MOST]


class TopicTable(Part):
    """The weeks or topics of a course under its modules, with the sums of hours below."""

    over: Literal["topics"]
    columns: Annotated[tuple[Column[TopicField], ...], _MOST]


class OutcomeTable(Part):
    """The learning outcomes of a course, each with its chain.

    What is long stands ``below`` each, across the table: there the label stands before it.
    """

    over: Literal["outcomes"]
    columns: Annotated[tuple[Column[OutcomeField], ...], _MOST]
    below: Annotated[tuple[Column[OutcomeField], ...], _MOST] = ()


class CriterionTable(Part):
    """Criteria with their descriptors and points, and the sum below."""

    over: Literal["criteria"]
    columns: Annotated[tuple[Column[CriterionField], ...], _MOST]


AnyTable = Annotated[
    ActivityTable | TopicTable | OutcomeTable | CriterionTable, Bounded(discriminator="over")
]
_DOCUMENTS_WITH = {
    "activities": {DocumentType.LESSON},
    "topics": {DocumentType.COURSE},
    "outcomes": {DocumentType.COURSE},
    "criteria": {DocumentType.LESSON, DocumentType.COURSE},
}
SHOWN_BY_TABLE = {
    "activities": frozenset({Field.STAGES, Field.DIFFERENTIATION, Field.METHODS}),
    "outcomes": frozenset({Field.OUTCOMES}),
    "criteria": frozenset({Field.CRITERIA}),
}
"""Which fields a table stands for; one of topics stands for what its columns show."""
_BY_COLUMN = {
    TopicField.STRANDS: Field.STRANDS,
    TopicField.HOST: Field.HOSTS,
    TopicField.GRADE: Field.GRADES,
    TopicField.HOURS: Field.HOURS,
}


class FormPart(Part):
    """A part of a form: one of ``rows``, ``table`` and ``field``, under a heading if it has one.

    A ``field`` stands across the page. ``optional``: a part whose fields are all empty is left out.
    """

    heading: Text = NO_TEXT
    rows: Annotated[tuple[Row, ...], Bounded(max_length=60)] = ()
    table: AnyTable | None = None
    field: Field | None = None
    optional: bool = False

    @model_validator(mode="after")
    def _shows_one_thing(self) -> FormPart:
        if [bool(self.rows), self.table is not None, self.field is not None].count(True) != 1:
            raise ValueError("part-shows-one-thing")
        if self.table and not self.table.columns:
            raise ValueError("shows-nothing")
        return self

    @property
    def fields(self) -> frozenset[Field]:
        """Every field it shows."""
        if isinstance(self.table, TopicTable):
            columns = {_BY_COLUMN.get(column.field) for column in self.table.columns}
            return frozenset({Field.TOPICS, *filter(None, columns)})
        if self.table:
            return SHOWN_BY_TABLE[self.table.over]
        if self.field:
            return frozenset({self.field})
        return frozenset(pair.field for row in self.rows for pair in row.pairs)


class Form(Part):
    """A form as an order of some date lays it down.

    ``source`` is the order that demands it, or who uses it; ``since`` and ``until`` are the first
    and last day on which it holds, None for no such day. ``lessons`` and ``courses`` narrow it to
    forms of lessons and kinds of courses; empty, it is for all. A newer form with the same ``key``
    takes the place of an older one from its day on.
    """

    key: Key
    title: Title
    source: Text = NO_TEXT
    since: date | None = None
    until: date | None = None
    document: DocumentType
    lessons: tuple[LessonForm, ...] = ()
    courses: tuple[CourseKind, ...] = ()
    landscape: bool = False
    parts: Annotated[tuple[FormPart, ...], Bounded(max_length=60)]

    @model_validator(mode="after")
    def _holds_together(self) -> Form:
        if not self.parts:
            raise ValueError("shows-nothing")
        if self.since and self.until and self.until < self.since:
            raise ValueError("ends-before-it-begins")
        for part in self.parts:
            if part.table and self.document not in _DOCUMENTS_WITH[part.table.over]:
                raise ValueError("table-of-other-document")
            if not part.table and not part.fields <= OF[self.document]:
                raise ValueError("field-of-other-document")
        return self

    @property
    def fields(self) -> frozenset[Field]:
        """Every field that some part shows."""
        return frozenset(field for part in self.parts for field in part.fields)

    def holds_on(self, day: date) -> bool:
        """Tell whether it is in force on a day."""
        begun = self.since is None or self.since <= day
        return begun and (self.until is None or day <= self.until)
