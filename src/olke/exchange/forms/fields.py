"""What a form can show: a closed list of fields for each kind of document.

``docs/howto/add-a-form.md`` lists them with what each shows.
"""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a row or section of a form shows; ``OF`` says which documents have it.

    Those of ``BY_HAND`` are no part of a document: they are filled when it is printed, or left as
    a line to write on.
    """

    TITLE = "title"
    FORM = "form"
    KIND = "kind"
    NUMBER = "number"
    SUBJECT = "subject"
    SECTION = "section"
    AUDIENCE = "audience"
    COURSE = "course"
    MINUTES = "minutes"
    OBJECTIVES = "objectives"
    AIMS = "aims"
    COMPETENCES = "competences"
    PLAN = "plan"
    VALUES = "values"
    LINKS = "links"
    EQUIPMENT = "equipment"
    PRIOR = "prior"
    METHODS = "methods"
    STAGES = "stages"
    DIFFERENTIATION = "differentiation"
    CONSOLIDATION = "consolidation"
    HOMEWORK = "homework"
    READING = "reading"
    FORMS_OF_WORK = "forms-of-work"
    CRITERIA = "criteria"
    REFLECTION = "reflection"
    TASKS = "tasks"
    DOSSIERS = "dossiers"
    PROGRAMMES = "programmes"
    LEVEL = "level"
    CREDITS = "credits"
    WEEKS = "weeks"
    HOURS = "hours"
    LEAD = "lead"
    GOAL = "goal"
    OUTCOMES = "outcomes"
    TOPICS = "topics"
    GRADES = "grades"
    STRANDS = "strands"
    HOSTS = "hosts"
    QUESTION = "question"
    EVIDENCE = "evidence"
    SOURCES = "sources"
    TEACHER = "teacher"
    DATE = "date"
    SCHOOL = "school"
    DEPARTMENT = "department"
    PRESENT = "present"
    ABSENT = "absent"
    SIGNATURE = "signature"


BY_HAND = frozenset(
    {
        Field.TEACHER,
        Field.DATE,
        Field.SCHOOL,
        Field.DEPARTMENT,
        Field.PRESENT,
        Field.ABSENT,
        Field.SIGNATURE,
    }
)


class DocumentType(StrEnum):
    """Which documents a form is for."""

    LESSON = "lesson"
    COURSE = "course"
    DOSSIER = "dossier"


_LESSON = {
    Field.TITLE,
    Field.FORM,
    Field.KIND,
    Field.NUMBER,
    Field.SUBJECT,
    Field.SECTION,
    Field.AUDIENCE,
    Field.COURSE,
    Field.MINUTES,
    Field.OBJECTIVES,
    Field.AIMS,
    Field.COMPETENCES,
    Field.PLAN,
    Field.VALUES,
    Field.LINKS,
    Field.EQUIPMENT,
    Field.PRIOR,
    Field.METHODS,
    Field.STAGES,
    Field.DIFFERENTIATION,
    Field.CONSOLIDATION,
    Field.HOMEWORK,
    Field.READING,
    Field.FORMS_OF_WORK,
    Field.CRITERIA,
    Field.REFLECTION,
    Field.TASKS,
    Field.DOSSIERS,
    Field.SOURCES,
}
_COURSE = {
    Field.TITLE,
    Field.KIND,
    Field.PROGRAMMES,
    Field.LEVEL,
    Field.CREDITS,
    Field.WEEKS,
    Field.HOURS,
    Field.LEAD,
    Field.GOAL,
    Field.AIMS,
    Field.COMPETENCES,
    Field.OUTCOMES,
    Field.TOPICS,
    Field.GRADES,
    Field.STRANDS,
    Field.HOSTS,
    Field.CRITERIA,
    Field.READING,
}
_DOSSIER = {Field.TITLE, Field.QUESTION, Field.LEAD, Field.EVIDENCE, Field.SOURCES}

OF: dict[DocumentType, frozenset[Field]] = {
    DocumentType.LESSON: BY_HAND | _LESSON,
    DocumentType.COURSE: BY_HAND | _COURSE,
    DocumentType.DOSSIER: BY_HAND | _DOSSIER,
}


class ActivityField(StrEnum):
    """What a column shows of each activity of a lesson."""

    STAGE = "stage"
    NUMBER = "number"
    METHOD = "method"
    MINUTES = "minutes"
    TEACHER = "teacher"
    LEARNER = "learner"
    ASSESSMENT = "assessment"
    RESOURCES = "resources"
    DIFFERENTIATION = "differentiation"


class TopicField(StrEnum):
    """What a column shows of each topic of a course."""

    NUMBER = "number"
    TITLE = "title"
    CONTENT = "content"
    LECTURE = "lecture"
    SEMINAR = "seminar"
    SCHOOL = "school"
    INDEPENDENT = "independent"
    WITH_TEACHER = "with-teacher"
    HOURS = "hours"
    LESSONS = "lessons"
    TASKS = "tasks"
    OUTCOMES = "outcomes"
    STRANDS = "strands"
    HOST = "host"
    GRADE = "grade"


class OutcomeField(StrEnum):
    """What a column shows of each learning outcome: its text, and the chain that leads to it."""

    CODE = "code"
    TEXT = "text"
    GOAL = "goal"
    CONTENT = "content"
    TEACHING = "teaching"
    ACTIVITY = "activity"
    RESULT = "result"
    SERVED_BY = "served-by"


class CriterionField(StrEnum):
    """What a column shows of each descriptor of a criterion."""

    CRITERION = "criterion"
    DESCRIPTOR = "descriptor"
    POINTS = "points"
