"""What serves each outcome of a course, and what nothing serves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from olke.teaching.documents.course import (
    AimKind,
    Course,
    CourseKind,
    Outcome,
    Strand,
    Topic,
    WorkHours,
)
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.parts import Text

HOURS_A_CREDIT = 30
"""An ECTS credit is 30 academic hours in Kazakhstan, with the learner's own work among them."""


@dataclass(frozen=True)
class Served:
    """An outcome with the topics, lessons and tasks that serve it."""

    outcome: Outcome
    topics: tuple[Topic, ...]
    lessons: tuple[str, ...]
    tasks: tuple[Text, ...]

    @property
    def gaps(self) -> tuple[str, ...]:
        """What is missing for it: ``topics``, ``lessons``, ``tasks``."""
        return tuple(name for name in ("topics", "lessons", "tasks") if not getattr(self, name))

    @property
    def chain(self) -> tuple[tuple[str, Text], ...]:
        """The chain from goal to result, by the names of its links."""
        return tuple((name, getattr(self.outcome, name)) for name in CHAIN)


CHAIN = ("goal", "content", "teaching", "activity", "result")


@dataclass(frozen=True)
class Cell:
    """Where an outcome meets a topic: whether it is named there, and by how many lessons."""

    named: bool
    lessons: int
    tasks: int


@dataclass(frozen=True)
class MatrixRow:
    """A topic with what it does for each outcome."""

    topic: Topic
    cells: tuple[Cell, ...]

    @property
    def is_gap(self) -> bool:
        """Whether it serves no outcome at all."""
        return not any(cell.named for cell in self.cells)


@dataclass(frozen=True)
class HostHours:
    """Hours of local studies within one subject, by grade."""

    host: Text
    hours: tuple[int, ...]

    @property
    def total(self) -> int:
        """Hours in all grades."""
        return sum(self.hours)


@dataclass(frozen=True)
class Traced:
    """A course with everything that follows from what it says."""

    course: Course
    outcomes: tuple[Served, ...]
    matrix: tuple[MatrixRow, ...]
    hours: WorkHours
    wanted_hours: int
    strands: tuple[tuple[Strand, tuple[Topic, ...]], ...]
    aims: tuple[tuple[AimKind, tuple[Text, ...]], ...]
    hosts: tuple[HostHours, ...]
    grades: tuple[str, ...]

    @property
    def hours_off(self) -> int:
        """How many hours there are too many (or, below 0, too few) for the credits."""
        return self.hours.total - self.wanted_hours if self.wanted_hours else 0


def traced(course: Course, lessons: Mapping[str, Lesson]) -> Traced:
    """Trace outcomes to topics, lessons and tasks; ``lessons`` are those it links, by key."""
    local = course.kind is CourseKind.LOCAL_STUDIES or any(t.strands for t in course.topics)
    grades = tuple(sorted({t.grade for t in course.topics if t.grade}, key=_numerically))
    return Traced(
        course,
        tuple(_served(outcome, course, lessons) for outcome in course.outcomes),
        tuple(_row(topic, course.outcomes, lessons) for topic in course.topics),
        course.hours,
        course.credits * HOURS_A_CREDIT,
        tuple((s, tuple(t for t in course.topics if s in t.strands)) for s in Strand)
        if local
        else (),
        tuple((k, tuple(a.text for a in course.aims if a.kind is k)) for k in AimKind)
        if local or course.aims
        else (),
        tuple(_hosts(course.topics, grades)),
        grades,
    )


def _served(outcome: Outcome, course: Course, lessons: Mapping[str, Lesson]) -> Served:
    topics = tuple(topic for topic in course.topics if outcome.code in topic.outcomes)
    linked = [key for topic in topics for key in _serving(outcome.code, topic, lessons)]
    named = [
        key
        for topic in course.topics
        for key in topic.lessons
        if key in lessons and outcome.code in _codes(lessons[key])
    ]
    tasks = tuple(task for topic in topics for task in topic.tasks)
    return Served(outcome, topics, tuple(dict.fromkeys([*linked, *named])), tasks)


def _serving(code: str, topic: Topic, lessons: Mapping[str, Lesson]) -> list[str]:
    """Return a topic's lessons that serve an outcome: those that name it, or that name none."""
    return [
        key
        for key in topic.lessons
        if key in lessons and (code in (codes := _codes(lessons[key])) or not codes)
    ]


def _codes(lesson: Lesson) -> frozenset[str]:
    return frozenset(code for objective in lesson.objectives for code in objective.outcomes)


def _row(topic: Topic, outcomes: Iterable[Outcome], lessons: Mapping[str, Lesson]) -> MatrixRow:
    cells = []
    for outcome in outcomes:
        named = outcome.code in topic.outcomes
        count = len(_serving(outcome.code, topic, lessons)) if named else 0
        cells.append(Cell(named, count, len(topic.tasks) if named else 0))
    return MatrixRow(topic, tuple(cells))


def _hosts(topics: Iterable[Topic], grades: tuple[str, ...]) -> Iterable[HostHours]:
    found: dict[Text, dict[str, int]] = {}
    for topic in topics:
        if topic.host:
            by_grade = found.setdefault(topic.host, {})
            by_grade[topic.grade] = by_grade.get(topic.grade, 0) + topic.hours.total
    for host, by_grade in found.items():
        yield HostHours(host, tuple(by_grade.get(grade, 0) for grade in grades))


def _numerically(grade: str) -> tuple[int, str]:
    digits = "".join(letter for letter in grade if letter.isdecimal())
    return int(digits) if digits else 0, grade
