"""A course's fields as blocks: the syllabus of a university, or local studies in a school."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from olke.exchange.forms.fields import Field
from olke.exchange.forms.form import AnyTable, CriterionTable, OutcomeTable, TopicTable
from olke.exchange.plans.citing import Citing
from olke.exchange.plans.criteria import criteria_in_short, criteria_table
from olke.exchange.plans.names import name_of
from olke.exchange.plans.options import PrintOptions
from olke.exchange.plans.outcomes import outcomes_table
from olke.exchange.plans.sheet import Sheet, listing
from olke.exchange.plans.topics import topics_table
from olke.exchange.printing.blocks import (
    Block,
    Listing,
    Paragraph,
    Style,
    from_text,
    words,
)
from olke.teaching.documents.course import AimKind, Course, Strand, Topic, WorkHours
from olke.teaching.documents.parts import Text


class CourseSheet(Sheet):
    """A course about to be laid out."""

    def __init__(self, course: Course, citing: Citing, options: PrintOptions) -> None:
        super().__init__(citing, options)
        self._course = course

    @property
    def title(self) -> str:
        """The course's title."""
        return self.said(self._course.title)

    def table(self, table: AnyTable, /) -> tuple[Block, ...]:
        """Return topics, outcomes or criteria."""
        titles = self.citing.evidence.titles
        if isinstance(table, TopicTable):
            return topics_table(self._course, table.columns, titles, self.language)
        if isinstance(table, OutcomeTable):
            return outcomes_table(self._course, table, titles, self.language)
        if isinstance(table, CriterionTable):
            return criteria_table(self._course.criteria, table.columns, self.language)
        return ()

    def own_blocks(self, field: Field) -> tuple[Block, ...]:
        """Return what the course says in a field."""
        course = self._course
        texts: dict[Field, Text] = {
            Field.TITLE: course.title,
            Field.LEVEL: course.level,
            Field.LEAD: course.lead,
            Field.GOAL: course.goal,
        }
        if field in texts:
            return self.text(texts[field])
        return self._made[field]() if field in self._made else ()

    @property
    def _made(self) -> dict[Field, Callable[[], tuple[Block, ...]]]:
        course = self._course
        return {
            Field.KIND: lambda: from_text(name_of(course.kind)),
            Field.PROGRAMMES: lambda: self.listed(course.programmes),
            Field.CREDITS: lambda: from_text(str(course.credits) if course.credits else ""),
            Field.WEEKS: lambda: from_text(str(course.weeks) if course.weeks else ""),
            Field.HOURS: lambda: from_text(hours_text(course.hours)),
            Field.AIMS: self._aims,
            Field.COMPETENCES: lambda: self.listed(course.competences),
            Field.OUTCOMES: lambda: listing(
                [f"{one.code} {self.said(one.text)}" for one in course.outcomes]
            ),
            Field.TOPICS: lambda: listing([self.said(one.title) for one in course.topics]),
            Field.GRADES: lambda: from_text(", ".join(_once(t.grade for t in course.topics))),
            Field.STRANDS: self._strands,
            Field.HOSTS: self._hosts,
            Field.CRITERIA: lambda: criteria_in_short(course.criteria, self.language),
            Field.READING: lambda: self.listed(course.reading, numbered=True),
        }

    def _aims(self) -> tuple[Block, ...]:
        blocks: list[Block] = []
        for kind in AimKind:
            texts = [self.said(aim.text) for aim in self._course.aims if aim.kind is kind]
            if texts:
                blocks.append(Paragraph(words(name_of(kind)), Style.LABEL, kept=True))
                blocks.append(Listing(tuple(map(words, texts))))
        return tuple(blocks)

    def _strands(self) -> tuple[Block, ...]:
        if not any(topic.strands for topic in self._course.topics):
            return ()
        return listing([self._strand(strand) for strand in Strand])

    def _strand(self, strand: Strand) -> str:
        topics = [topic for topic in self._course.topics if strand in topic.strands]
        said = "; ".join(_numbered(topic, self.language) for topic in topics) or _("no topic yet")
        return f"{name_of(strand)}: {said}"

    def _hosts(self) -> tuple[Block, ...]:
        hours: dict[str, int] = {}
        for topic in self._course.topics:
            if topic.host:
                host = self.said(topic.host)
                hours[host] = hours.get(host, 0) + topic.hours.total
        return listing([f"{host} — {hours_said(count)}" for host, count in hours.items()])


def hours_text(hours: WorkHours) -> str:
    """Say hours by form of work and in all, in the language in force; nothing for none."""
    names = {
        "lecture": _("lectures"),
        "seminar": _("seminars"),
        "school": _("lessons"),
        "independent": _("independent work"),
        "with_teacher": _("independent work with the teacher"),
    }
    parts = [f"{said} {count}" for name, said in names.items() if (count := getattr(hours, name))]
    return f"{hours_said(hours.total)}: {', '.join(parts)}" if parts else ""


def hours_said(count: int) -> str:
    """Say a number of hours in short."""
    return _("%(count)d h") % {"count": count}


def _once(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if text]


def _numbered(topic: Topic, language: str) -> str:
    title = topic.title.said(language)
    return f"{topic.number}. {title}" if topic.number else title
