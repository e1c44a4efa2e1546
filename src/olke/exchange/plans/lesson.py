"""A lesson's fields as blocks."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from olke.exchange.forms.fields import Field
from olke.exchange.forms.form import ActivityTable, AnyTable, CriterionTable
from olke.exchange.plans.activities import CourseOfLesson, activity_title, minutes_text
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.criteria import criteria_in_short, criteria_table
from olke.exchange.plans.items import item_blocks
from olke.exchange.plans.names import name_of
from olke.exchange.plans.options import PrintOptions
from olke.exchange.plans.sheet import Sheet, listing
from olke.exchange.printing.blocks import Block, Heading, Paragraph, Run, Style, from_text, words
from olke.teaching.documents.lesson import Activity, Lesson, Objective
from olke.teaching.documents.parts import Text


class LessonSheet(Sheet):
    """A lesson about to be laid out."""

    def __init__(self, lesson: Lesson, citing: Citing, options: PrintOptions) -> None:
        super().__init__(citing, options)
        self._lesson = lesson

    @property
    def title(self) -> str:
        """The lesson's topic."""
        return self.said(self._lesson.title)

    def table(self, table: AnyTable, /) -> tuple[Block, ...]:
        """Return the course of the lesson, or its criteria."""
        if isinstance(table, ActivityTable):
            return (
                CourseOfLesson(self._lesson, table.columns, self._tasks, self.language).table(),
            )
        if isinstance(table, CriterionTable):
            return criteria_table(self._lesson.criteria, table.columns, self.language)
        return ()

    def fills(self, table: AnyTable, /) -> bool:
        """Tell whether there are activities, where a table shows them."""
        return not isinstance(table, ActivityTable) or bool(self._lesson.activities)

    def own_blocks(self, field: Field) -> tuple[Block, ...]:
        """Return what the lesson says in a field."""
        lesson = self._lesson
        texts: dict[Field, Text] = {
            Field.TITLE: lesson.title,
            Field.SUBJECT: lesson.subject,
            Field.SECTION: lesson.section,
            Field.AUDIENCE: lesson.audience,
            Field.VALUES: lesson.values,
            Field.LINKS: lesson.links,
            Field.EQUIPMENT: lesson.equipment,
            Field.PRIOR: lesson.prior,
            Field.HOMEWORK: lesson.homework,
            Field.REFLECTION: lesson.reflection,
        }
        lists = {
            Field.AIMS: (lesson.aims, False),
            Field.COMPETENCES: (lesson.competences, False),
            Field.PLAN: (lesson.plan, True),
            Field.READING: (lesson.reading, True),
            Field.FORMS_OF_WORK: (lesson.forms_of_work, False),
        }
        if field in texts:
            return self.text(texts[field])
        if field in lists:
            entries, numbered = lists[field]
            return self.listed(entries, numbered=numbered)
        return self._made[field]() if field in self._made else ()

    @property
    def _made(self) -> dict[Field, Callable[[], tuple[Block, ...]]]:
        lesson = self._lesson
        return {
            Field.FORM: lambda: from_text(name_of(lesson.form)),
            Field.KIND: lambda: from_text(name_of(lesson.kind)),
            Field.NUMBER: lambda: from_text(lesson.number),
            Field.MINUTES: lambda: from_text(
                minutes_text(lesson.minutes) if lesson.minutes else ""
            ),
            Field.COURSE: lambda: listing(self._titles((lesson.course,) if lesson.course else ())),
            Field.DOSSIERS: lambda: listing(self._titles(lesson.dossiers)),
            Field.OBJECTIVES: lambda: listing([self._objective(one) for one in lesson.objectives]),
            Field.METHODS: self._methods,
            Field.STAGES: lambda: (),  # a table alone shows them
            Field.DIFFERENTIATION: self._differentiation,
            Field.CONSOLIDATION: self._consolidation,
            Field.CRITERIA: lambda: criteria_in_short(lesson.criteria, self.language),
            Field.TASKS: self._all_tasks,
        }

    def _titles(self, keys: tuple[str, ...]) -> list[str]:
        titles = self.citing.evidence.titles
        return [self.said(titles[key]) if key in titles else key for key in keys]

    def _objective(self, objective: Objective) -> str:
        code = f"{objective.code} " if objective.code else ""
        level = f" ({name_of(objective.bloom)})" if objective.bloom else ""
        serves = f" [{', '.join(objective.outcomes)}]" if objective.outcomes else ""
        return f"{code}{self.said(objective.text)}{level}{serves}"

    def _methods(self) -> tuple[Block, ...]:
        used = [a for a in self._lesson.activities if a.method]
        titles = [activity_title(Activity(id=a.id, method=a.method), self.language) for a in used]
        return from_text(", ".join(dict.fromkeys(titles)))

    def _differentiation(self) -> tuple[Block, ...]:
        texts = [t for a in self._lesson.activities for t in (a.support, a.challenge) if t]
        return self.listed(texts)

    def _consolidation(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for number, question in enumerate(self._lesson.consolidation, 1):
            cited = self.citing.claims(question.claims)
            mark = (Run(f"  {cited}", small=True),) if cited else ()
            asked = self.said(question.text)
            told = (Run(f"{number}. ", bold=True), Run(asked), *mark)
            blocks.append(Paragraph(told, Style.ITEM, kept=self.options.answers))
            if self.options.answers:
                blocks += from_text(self.said(question.answer), Style.ASIDE)
        return tuple(blocks)

    @cached_property
    def _tasks(self) -> dict[str, int]:
        """The number of each activity's tasks, by its id; an activity without items has none."""
        with_items = [activity.id for activity in self._lesson.activities if activity.items]
        return {one: number for number, one in enumerate(with_items, 1)}

    def _all_tasks(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for activity in self._lesson.activities:
            if not activity.items:
                continue
            title = activity_title(activity, self.language)
            numbered = f"{self._tasks[activity.id]}. {title}".rstrip()
            blocks.append(Heading(3, words(numbered)))
            blocks += item_blocks(activity.items, self.citing, answers=self.options.answers)
        return tuple(blocks)
