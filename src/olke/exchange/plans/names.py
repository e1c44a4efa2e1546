"""What the kinds, levels and parts of documents are called in print."""

from __future__ import annotations

from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from olke.exchange.forms.fields import Field
from olke.teaching.documents.course import AimKind, CourseKind, Strand
from olke.teaching.documents.lesson import Bloom, LessonForm, LessonKind, StagePart

NAMES: dict[StrEnum, str | Promise] = {
    LessonForm.LECTURE: _("lecture"),
    LessonForm.SEMINAR: _("seminar"),
    LessonForm.SCHOOL: _("school lesson"),
    LessonForm.INDEPENDENT: _("independent work"),
    LessonKind.INTRODUCTORY: pgettext_lazy("kind of lecture", "introductory"),
    LessonKind.MIXED: pgettext_lazy("kind of lecture", "mixed"),
    LessonKind.PROBLEM: pgettext_lazy("kind of lecture", "problem lecture"),
    LessonKind.VISUAL: pgettext_lazy("kind of lecture", "visual"),
    LessonKind.PRESS_CONFERENCE: pgettext_lazy("kind of lecture", "press conference"),
    LessonKind.REVIEW: pgettext_lazy("kind of lecture", "review"),
    LessonKind.DEBATE: pgettext_lazy("kind of seminar", "debate"),
    LessonKind.ROUND_TABLE: pgettext_lazy("kind of seminar", "round table"),
    LessonKind.GROUP: pgettext_lazy("kind of seminar", "work in groups"),
    LessonKind.NEW_MATERIAL: pgettext_lazy("kind of lesson", "new material"),
    LessonKind.CONSOLIDATION: pgettext_lazy("kind of lesson", "consolidation"),
    LessonKind.COMBINED: pgettext_lazy("kind of lesson", "combined"),
    LessonKind.STUDENT: _("student's independent work"),
    LessonKind.WITH_TEACHER: _("independent work with the teacher"),
    StagePart.BEGINNING: _("Beginning of the lesson"),
    StagePart.MIDDLE: _("Middle of the lesson"),
    StagePart.END: _("End of the lesson"),
    Bloom.KNOWLEDGE: pgettext_lazy("Bloom", "knowledge"),
    Bloom.COMPREHENSION: pgettext_lazy("Bloom", "comprehension"),
    Bloom.APPLICATION: pgettext_lazy("Bloom", "application"),
    Bloom.ANALYSIS: pgettext_lazy("Bloom", "analysis"),
    Bloom.SYNTHESIS: pgettext_lazy("Bloom", "synthesis"),
    Bloom.EVALUATION: pgettext_lazy("Bloom", "evaluation"),
    CourseKind.COURSE: _("course"),
    CourseKind.ELECTIVE: _("elective course"),
    CourseKind.LOCAL_STUDIES: _("local studies"),
    Strand.HISTORICAL_ETHNOGRAPHIC: _("historical and ethnographic"),
    Strand.NATURAL_GEOGRAPHIC: _("natural and geographic"),
    Strand.SOCIO_ECONOMIC: _("socio-economic"),
    Strand.BRANCHES_OF_ECONOMY: _("branches of the economy"),
    Strand.ADMINISTRATIVE: pgettext_lazy("strand", "administrative"),
    Strand.CULTURAL: pgettext_lazy("strand", "cultural"),
    Strand.POLITICAL: pgettext_lazy("strand", "political"),
    AimKind.EDUCATIONAL: pgettext_lazy("aims", "Educational"),
    AimKind.FORMATIVE: pgettext_lazy("aims", "Formative"),
    AimKind.DEVELOPMENTAL: pgettext_lazy("aims", "Developmental"),
    AimKind.RESEARCH: pgettext_lazy("aims", "Research"),
}
LABELS: dict[Field, str | Promise] = {
    Field.TITLE: _("Topic"),
    Field.FORM: _("Form of the lesson"),
    Field.KIND: _("Kind"),
    Field.NUMBER: _("Number"),
    Field.SUBJECT: _("Subject"),
    Field.SECTION: _("Section"),
    Field.AUDIENCE: _("Class or programme"),
    Field.COURSE: _("Course"),
    Field.MINUTES: _("Length"),
    Field.OBJECTIVES: _("Learning objectives"),
    Field.AIMS: _("Aims"),
    Field.COMPETENCES: _("Competences"),
    Field.PLAN: _("Questions of the plan"),
    Field.VALUES: _("Values"),
    Field.LINKS: _("Links with other subjects"),
    Field.EQUIPMENT: _("Equipment"),
    Field.PRIOR: _("Prior knowledge"),
    Field.METHODS: _("Methods"),
    Field.STAGES: _("Course of the lesson"),
    Field.DIFFERENTIATION: _("Differentiation"),
    Field.CONSOLIDATION: _("Questions for consolidation"),
    Field.HOMEWORK: _("Homework"),
    Field.READING: _("Reading"),
    Field.FORMS_OF_WORK: _("Forms of work to choose from"),
    Field.CRITERIA: _("Criteria of assessment"),
    Field.REFLECTION: _("Reflection"),
    Field.TASKS: _("Tasks"),
    Field.DOSSIERS: _("Dossiers"),
    Field.PROGRAMMES: _("Study programmes"),
    Field.LEVEL: _("Level"),
    Field.CREDITS: _("Credits"),
    Field.WEEKS: _("Weeks"),
    Field.HOURS: _("Hours"),
    Field.LEAD: _("About"),
    Field.GOAL: _("Goal"),
    Field.OUTCOMES: _("Learning outcomes"),
    Field.TOPICS: _("Topics"),
    Field.GRADES: _("Grades"),
    Field.STRANDS: _("Strands"),
    Field.HOSTS: _("Host subjects"),
    Field.QUESTION: _("Question"),
    Field.EVIDENCE: _("Evidence"),
    Field.SOURCES: _("Sources"),
}
"""What stands before a field that a document fills and its form has no place for."""


def name_of(one: StrEnum | None) -> str:
    """Name a kind, level or part in the language in force; nothing for None."""
    return str(NAMES[one]) if one is not None else ""
