"""A lesson: a lecture, a seminar, a school lesson or independent work."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any

from pydantic import Field, model_validator

from olke.teaching.documents.items import Items
from olke.teaching.documents.parts import NO_TEXT, Key, Minutes, Part, Points, Text, Title


class LessonForm(StrEnum):
    """The four forms of a lesson."""

    LECTURE = "lecture"
    SEMINAR = "seminar"
    SCHOOL = "school"
    INDEPENDENT = "independent"


class LessonKind(StrEnum):
    """What kind of lecture, seminar, school lesson or independent work it is."""

    INTRODUCTORY = "introductory"
    MIXED = "mixed"
    PROBLEM = "problem"
    VISUAL = "visual"
    PRESS_CONFERENCE = "press-conference"
    REVIEW = "review"
    DEBATE = "debate"
    ROUND_TABLE = "round-table"
    GROUP = "group"
    NEW_MATERIAL = "new-material"
    CONSOLIDATION = "consolidation"
    COMBINED = "combined"
    STUDENT = "student"
    WITH_TEACHER = "with-teacher"


KINDS: dict[LessonForm, tuple[LessonKind, ...]] = {
    LessonForm.LECTURE: (
        LessonKind.MIXED,
        LessonKind.INTRODUCTORY,
        LessonKind.PROBLEM,
        LessonKind.VISUAL,
        LessonKind.PRESS_CONFERENCE,
        LessonKind.REVIEW,
    ),
    LessonForm.SEMINAR: (LessonKind.DEBATE, LessonKind.ROUND_TABLE, LessonKind.GROUP),
    LessonForm.SCHOOL: (
        LessonKind.NEW_MATERIAL,
        LessonKind.CONSOLIDATION,
        LessonKind.COMBINED,
    ),
    LessonForm.INDEPENDENT: (LessonKind.STUDENT, LessonKind.WITH_TEACHER),
}
LENGTHS = (40, 45, 50, 90)
"""Minutes of a lesson in schools and universities; stages should sum to one of them."""


class Bloom(StrEnum):
    """Level of an objective: B. S. Bloom, Taxonomy of Educational Objectives (1956)."""

    KNOWLEDGE = "knowledge"
    COMPREHENSION = "comprehension"
    APPLICATION = "application"
    ANALYSIS = "analysis"
    SYNTHESIS = "synthesis"
    EVALUATION = "evaluation"


class StagePart(StrEnum):
    """Which part of the lesson a stage belongs to: the three of the short-term plan."""

    BEGINNING = "beginning"
    MIDDLE = "middle"
    END = "end"


class Objective(Part):
    """What learners can do afterwards. ``code`` is that of the programme, such as 7.3.1.2."""

    text: Text
    code: Annotated[str, Field(max_length=40)] = ""
    bloom: Bloom | None = None
    outcomes: tuple[Annotated[str, Field(max_length=40)], ...] = ()
    """Codes of the course's outcomes that the objective serves."""


class Descriptor(Part):
    """What an assessor can see, and the points it earns."""

    text: Text
    points: Points = 1


class Criterion(Part):
    """A criterion of assessment with its descriptors."""

    text: Text
    descriptors: tuple[Descriptor, ...] = ()

    @property
    def points(self) -> int:
        """The most points that can be earned."""
        return sum(descriptor.points for descriptor in self.descriptors)


class Activity(Part):
    """One method at work: who does what, with which items.

    ``id`` stays when the activity is moved. ``settings`` override those of the method's steps, by
    the step's number as text; ``seed`` is the one its items were drafted with.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,40}$")]
    method: Key | None = None
    title: Text = NO_TEXT
    minutes: Minutes = 0
    teacher: Text = NO_TEXT
    learner: Text = NO_TEXT
    assessment: Text = NO_TEXT
    criteria: tuple[Criterion, ...] = ()
    resources: Text = NO_TEXT
    support: Text = NO_TEXT
    challenge: Text = NO_TEXT
    items: Items = ()
    settings: dict[str, dict[str, Any]] = Field(default_factory=dict)
    seed: Annotated[int, Field(ge=0, le=2**31 - 1)] | None = None


class Stage(Part):
    """A stage of the lesson; its minutes are those of its activities."""

    part: StagePart
    title: Text = NO_TEXT
    activities: tuple[Activity, ...] = ()

    @property
    def minutes(self) -> int:
        """Minutes of all activities."""
        return sum(activity.minutes for activity in self.activities)


class Question(Part):
    """A question at the end, with the claims that answer it."""

    text: Text
    answer: Text = NO_TEXT
    claims: tuple[Key, ...] = ()


class Lesson(Part):
    """A lesson as its teacher wrote it. ``section`` is the programme's section or module."""

    key: Key
    title: Title
    form: LessonForm
    kind: LessonKind | None = None
    number: Annotated[str, Field(max_length=20)] = ""
    course: Key | None = None
    subject: Text = NO_TEXT
    section: Text = NO_TEXT
    audience: Text = NO_TEXT
    """Grade or study programme."""
    minutes: Minutes = 45
    dossiers: tuple[Key, ...] = ()
    aims: tuple[Text, ...] = ()
    objectives: tuple[Objective, ...] = ()
    competences: tuple[Text, ...] = ()
    plan: tuple[Text, ...] = ()
    """The questions that a lecture or seminar goes through."""
    values: Text = NO_TEXT
    links: Text = NO_TEXT
    """Links with other subjects."""
    equipment: Text = NO_TEXT
    prior: Text = NO_TEXT
    """What learners know already."""
    stages: tuple[Stage, ...] = ()
    consolidation: tuple[Question, ...] = ()
    homework: Text = NO_TEXT
    reading: tuple[Text, ...] = ()
    forms_of_work: tuple[Text, ...] = ()
    """Independent work: the forms a learner may choose from."""
    criteria: tuple[Criterion, ...] = ()
    reflection: Text = NO_TEXT

    @model_validator(mode="after")
    def _kind_of_form(self) -> Lesson:
        if self.kind and self.kind not in KINDS[self.form]:
            raise ValueError("kind-of-other-form")
        ids = [activity.id for activity in self.activities]
        if len(set(ids)) != len(ids):
            raise ValueError("activity-twice")
        return self

    @property
    def activities(self) -> tuple[Activity, ...]:
        """All activities, in the order they happen."""
        return tuple(activity for stage in self.stages for activity in stage.activities)

    @property
    def planned_minutes(self) -> int:
        """What the stages take together."""
        return sum(stage.minutes for stage in self.stages)
