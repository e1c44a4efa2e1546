"""A course: its syllabus, and the chain from goal to result."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from olke.teaching.documents.lesson import Criterion
from olke.teaching.documents.parts import NO_TEXT, Key, Part, Text, Title

Hours = Annotated[int, Field(ge=0, le=2000)]
Code = Annotated[str, Field(min_length=1, max_length=40)]


class CourseKind(StrEnum):
    """A course of study, or local studies spread over other subjects."""

    COURSE = "course"
    ELECTIVE = "elective"
    LOCAL_STUDIES = "local-studies"


class Strand(StrEnum):
    """The seven strands of local studies in school subjects."""

    HISTORICAL_ETHNOGRAPHIC = "historical-ethnographic"
    NATURAL_GEOGRAPHIC = "natural-geographic"
    SOCIO_ECONOMIC = "socio-economic"
    BRANCHES_OF_ECONOMY = "branches-of-economy"
    ADMINISTRATIVE = "administrative"
    CULTURAL = "cultural"
    POLITICAL = "political"


class AimKind(StrEnum):
    """The four kinds of aims of local studies."""

    EDUCATIONAL = "educational"
    FORMATIVE = "formative"
    DEVELOPMENTAL = "developmental"
    RESEARCH = "research"


class Outcome(Part):
    """A learning outcome, with the chain that leads to it.

    Goal → content → teaching → learner's activity → result; lessons and independent work that
    serve it are found through the topics and the objectives that name its code.
    """

    code: Code
    text: Text
    goal: Text = NO_TEXT
    content: Text = NO_TEXT
    teaching: Text = NO_TEXT
    activity: Text = NO_TEXT
    result: Text = NO_TEXT


class Aim(Part):
    """An aim of local studies."""

    kind: AimKind
    text: Text


class WorkHours(Part):
    """Academic hours by form of work."""

    lecture: Hours = 0
    seminar: Hours = 0
    school: Hours = 0
    independent: Hours = 0
    with_teacher: Hours = 0

    @property
    def total(self) -> int:
        """All hours."""
        return self.lecture + self.seminar + self.school + self.independent + self.with_teacher


class Topic(Part):
    """A week or topic with its lessons. ``host`` is the subject whose hours it uses."""

    number: Annotated[str, Field(max_length=20)] = ""
    title: Title
    content: Text = NO_TEXT
    hours: WorkHours = WorkHours()
    lessons: tuple[Key, ...] = ()
    tasks: tuple[Text, ...] = ()
    outcomes: tuple[Code, ...] = ()
    strands: tuple[Strand, ...] = ()
    host: Text = NO_TEXT
    grade: Annotated[str, Field(max_length=20)] = ""


class Module(Part):
    """A module of the course."""

    number: Annotated[str, Field(max_length=20)] = ""
    title: Title
    topics: tuple[Topic, ...] = ()


class Course(Part):
    """A syllabus. ``credits`` are ECTS credits; one is 30 hours in Kazakhstan."""

    key: Key
    title: Title
    kind: CourseKind = CourseKind.COURSE
    programmes: tuple[Text, ...] = ()
    level: Text = NO_TEXT
    credits: Annotated[int, Field(ge=0, le=60)] = 0
    weeks: Annotated[int, Field(ge=0, le=60)] = 0
    lead: Text = NO_TEXT
    goal: Text = NO_TEXT
    aims: tuple[Aim, ...] = ()
    competences: tuple[Text, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    modules: tuple[Module, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    reading: tuple[Text, ...] = ()

    @property
    def topics(self) -> tuple[Topic, ...]:
        """All topics, in order."""
        return tuple(topic for module in self.modules for topic in module.topics)

    @property
    def hours(self) -> WorkHours:
        """Hours of all topics by form of work."""
        names = list(WorkHours.model_fields)
        sums = {name: sum(getattr(t.hours, name) for t in self.topics) for name in names}
        return WorkHours.model_validate(sums)
