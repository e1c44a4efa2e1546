"""The course of a lesson as a table: stages, activities, minutes and their sum."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import ActivityField
from olke.exchange.forms.form import Column
from olke.exchange.plans.criteria import criteria_in_short
from olke.exchange.plans.names import name_of
from olke.exchange.plans.sheet import label_cell, text_cell
from olke.exchange.printing.blocks import (
    Block,
    Cell,
    Paragraph,
    Ruling,
    Run,
    Style,
    Table,
    from_text,
    words,
)
from olke.measures.numerals import NO_BREAK_SPACE
from olke.teaching.documents.lesson import Activity, Lesson, Stage, StagePart
from olke.teaching.documents.parts import Text
from olke.teaching.methods.library import methods

EMPTY_LINES = 4
"""Lines to write on in each stage of a lesson that has no activities yet."""
_KEPT_BY = {
    # Where what has no column of its own is told.
    ActivityField.METHOD: (ActivityField.STAGE, ActivityField.TEACHER),
    ActivityField.MINUTES: (ActivityField.STAGE, ActivityField.METHOD, ActivityField.TEACHER),
    ActivityField.STAGE: (ActivityField.METHOD, ActivityField.TEACHER),
    ActivityField.DIFFERENTIATION: (ActivityField.TEACHER,),
    ActivityField.LEARNER: (ActivityField.TEACHER,),
    ActivityField.TEACHER: (ActivityField.LEARNER,),
    ActivityField.ASSESSMENT: (ActivityField.TEACHER, ActivityField.LEARNER),
    ActivityField.RESOURCES: (
        ActivityField.ASSESSMENT,
        ActivityField.TEACHER,
        ActivityField.LEARNER,
    ),
}


class CourseOfLesson:
    """The table of one lesson. ``tasks`` are the numbers under which the activities' items stand
    in the print, by the activities' ids."""

    def __init__(
        self,
        lesson: Lesson,
        columns: Sequence[Column[ActivityField]],
        tasks: dict[str, int],
        language: str,
    ) -> None:
        self._lesson = lesson
        self._columns = columns
        self._tasks = tasks
        self._language = language
        self._shown = {column.field for column in columns}

    def table(self) -> Table:
        """Return head, a row an activity, and the sum of minutes."""
        head = tuple(label_cell(column.label.said(self._language)) for column in self._columns)
        stages = self._lesson.stages or tuple(Stage(part=part) for part in StagePart)
        rows = [row for stage in stages for row in self._stage(stage)]
        widths = tuple(float(column.width) for column in self._columns)
        return Table(widths, (head, *rows, self._sum()), heads=1)

    def _stage(self, stage: Stage) -> Iterable[tuple[Cell, ...]]:
        if not stage.activities:
            yield tuple(self._empty(column.field, stage) for column in self._columns)
        for number, activity in enumerate(stage.activities):
            opens = stage if number == 0 else None
            yield tuple(self._cell(column.field, activity, opens) for column in self._columns)

    def _empty(self, field: ActivityField, stage: Stage) -> Cell:
        if field is self._home(ActivityField.STAGE):
            return Cell((*self._heading(stage), Ruling(EMPTY_LINES, drawn=False)))
        return Cell()

    def _cell(self, field: ActivityField, activity: Activity, opens: Stage | None) -> Cell:
        blocks = [
            block
            for told in ActivityField
            if self._home(told) is field
            for block in self._told(told, activity, opens, apart=told is not field)
        ]
        return Cell(tuple(blocks))

    def _home(self, field: ActivityField) -> ActivityField:
        """Return the column in which a field is told: its own, or the nearest there is."""
        choices = (field, *_KEPT_BY.get(field, ()), *(column.field for column in self._columns))
        return next(choice for choice in choices if choice in self._shown)

    def _told(
        self, field: ActivityField, activity: Activity, opens: Stage | None, *, apart: bool
    ) -> tuple[Block, ...]:
        """Return what is told in a field; ``apart`` from its own column, it says what it is."""
        told: dict[ActivityField, Callable[[], tuple[Block, ...]]] = {
            ActivityField.STAGE: lambda: self._heading(opens) if opens else (),
            ActivityField.NUMBER: lambda: () if apart else self._number(activity),
            ActivityField.METHOD: lambda: self._method(activity),
            ActivityField.MINUTES: lambda: self._minutes(activity, label=apart),
            ActivityField.TEACHER: lambda: self._teacher(activity),
            ActivityField.LEARNER: lambda: self._text(
                activity.learner, _("Learners") if apart else ""
            ),
            ActivityField.ASSESSMENT: lambda: self._assessment(activity, apart=apart),
            ActivityField.RESOURCES: lambda: self._text(
                activity.resources, _("Resources") if apart else ""
            ),
            ActivityField.DIFFERENTIATION: lambda: self._differentiation(activity),
        }
        return told[field]()

    def _teacher(self, activity: Activity) -> tuple[Block, ...]:
        return (*self._text(activity.teacher), *self._pointer(activity))

    def _assessment(self, activity: Activity, *, apart: bool) -> tuple[Block, ...]:
        said = self._text(activity.assessment, _("Assessment") if apart else "")
        return (*said, *criteria_in_short(activity.criteria, self._language))

    def _differentiation(self, activity: Activity) -> tuple[Block, ...]:
        support = self._text(activity.support, _("Support"))
        return (*support, *self._text(activity.challenge, _("Challenge")))

    def _number(self, activity: Activity) -> tuple[Block, ...]:
        number = [one.id for one in self._lesson.activities].index(activity.id) + 1
        return (Paragraph(words(str(number))),)

    def _heading(self, stage: Stage) -> tuple[Block, ...]:
        title = stage.title.said(self._language)
        name = name_of(stage.part)
        if stage.minutes:
            name = f"{name}, {minutes_text(stage.minutes)}"
        told = (Paragraph(words(name), Style.LABEL),)
        return (*told, Paragraph(words(title))) if title else told

    def _minutes(self, activity: Activity, *, label: bool) -> tuple[Block, ...]:
        if not activity.minutes or (label and self._alone(activity)):
            return ()
        said = minutes_text(activity.minutes) if label else str(activity.minutes)
        return (Paragraph(words(said)),)

    def _alone(self, activity: Activity) -> bool:
        """Tell whether an activity fills its stage, whose minutes are its own then."""
        return any(stage.activities == (activity,) for stage in self._lesson.stages)

    def _method(self, activity: Activity) -> tuple[Block, ...]:
        title = activity_title(activity, self._language)
        return (Paragraph(words(title, italic=True)),) if title else ()

    def _pointer(self, activity: Activity) -> tuple[Block, ...]:
        if activity.id not in self._tasks:
            return ()
        said = _("See tasks, %(number)d.") % {"number": self._tasks[activity.id]}
        return (Paragraph(words(said), Style.NOTE),)

    def _text(self, text: Text, label: str = "") -> tuple[Block, ...]:
        blocks = from_text(text.said(self._language))
        if not blocks or not label:
            return blocks
        first, *rest = blocks
        if isinstance(first, Paragraph):
            marked = (Run(f"{label}: ", bold=True), *first.words)
            return (Paragraph(marked, first.style), *rest)
        return (Paragraph(words(label), Style.LABEL, kept=True), *blocks)

    def _sum(self) -> tuple[Cell, ...]:
        home = self._home(ActivityField.MINUTES)
        at = [column.field for column in self._columns].index(home)
        said = self._sum_text()
        if at == 0:
            return (label_cell(_("Total: %(sum)s") % {"sum": said}, len(self._columns)),)
        after = len(self._columns) - at - 1
        last = (label_cell("", after),) if after else ()
        return (label_cell(_("Total"), at), text_cell(said, bold=True), *last)

    def _sum_text(self) -> str:
        planned, length = self._lesson.planned_minutes, self._lesson.minutes
        if planned in (0, length):
            return minutes_text(length)
        return _("%(planned)s of %(length)s") % {
            "planned": minutes_text(planned),
            "length": minutes_text(length),
        }


def minutes_text(minutes: int) -> str:
    """Say minutes in short, in the language in force."""
    return (_("%(minutes)d min") % {"minutes": minutes}).replace(" ", NO_BREAK_SPACE)


def activity_title(activity: Activity, language: str) -> str:
    """Name an activity: its own title, or its method's."""
    if activity.title:
        return activity.title.said(language)
    if not activity.method:
        return ""
    method = methods().get(activity.method)
    return method.title.said(language) if method else activity.method
