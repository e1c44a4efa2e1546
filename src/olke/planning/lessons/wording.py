"""What a proposed lesson says of its own: in three languages, for the teacher to change."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext, gettext_noop, override

from olke.teaching.documents.lesson import Bloom, LessonForm
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.material import in_three


@dataclass(frozen=True)
class OwnPart:
    """The part of a lesson that the teacher leads without a method."""

    title: str
    teacher: str
    learner: str


OWN_PARTS = {
    LessonForm.LECTURE: OwnPart(
        gettext_noop("Lecture"),
        gettext_noop(
            "Goes through the questions of the plan. Shows a table, a chart or a document to each, "
            "and names where every figure is from."
        ),
        gettext_noop(
            "Keeps notes by the plan, marks the figures to remember with their sources, writes "
            "down what is unclear."
        ),
    ),
    LessonForm.SEMINAR: OwnPart(
        gettext_noop("Discussion of the questions"),
        gettext_noop(
            "Opens each question of the plan, asks speakers for the evidence behind what they say, "
            "sums up."
        ),
        gettext_noop(
            "Speaks to the questions of the plan, names the source of each figure, adds to what "
            "others said and asks them."
        ),
    ),
    LessonForm.SCHOOL: OwnPart(
        gettext_noop("New material"),
        gettext_noop(
            "Tells what happened in order, shows the evidence on the screen, asks what each figure "
            "says and what it does not say."
        ),
        gettext_noop(
            "Listens, reads the evidence, writes the main figures and dates into the notebook, "
            "answers the questions."
        ),
    ),
    LessonForm.INDEPENDENT: OwnPart(
        gettext_noop("Work with the evidence"),
        gettext_noop("Hands out the evidence, explains the task and the criteria, advises."),
        gettext_noop(
            "Studies the evidence, picks out what answers the question, works it up in the chosen "
            "form and cites each source."
        ),
    ),
}
OBJECTIVES: tuple[tuple[Bloom, str], ...] = (
    (Bloom.KNOWLEDGE, gettext_noop("names the main facts, figures and dates on “%(topic)s”")),
    (
        Bloom.ANALYSIS,
        gettext_noop("works with archive evidence: compares figures and explains what changed"),
    ),
    (
        Bloom.EVALUATION,
        gettext_noop("draws a conclusion of one’s own and supports it with sources"),
    ),
)
AIM = gettext_noop("To find an answer that rests on evidence to the question: “%(question)s”")
AIM_WITHOUT = gettext_noop("To study “%(topic)s” through archive evidence")
COMPETENCES = (
    gettext_noop("critical analysis of sources: where a figure is from and how far to trust it"),
    gettext_noop("work with tables, series and charts"),
    gettext_noop("a reasoned position, spoken and written, with references"),
)
VALUES = gettext_noop("Respect for work and memory; honesty: every figure has its source.")
LINKS = gettext_noop("Geography: places on the map. Mathematics: shares, percentages, growth.")
EQUIPMENT = gettext_noop("Screen and projector, phones or cards, printed handouts.")
HOMEWORK = gettext_noop(
    "Answer the question of the lesson in 8 to 10 sentences; refer to at least two sources."
)
FORMS_OF_WORK = (
    gettext_noop("presentation with slides"),
    gettext_noop("comparative table"),
    gettext_noop("written report"),
)
CRITERIA = (
    (
        gettext_noop("Evidence"),
        (
            gettext_noop("names at least three facts or figures rightly"),
            gettext_noop("gives the source of each"),
        ),
    ),
    (
        gettext_noop("Judgement"),
        (
            gettext_noop("compares, and explains what changed"),
            gettext_noop("draws a conclusion that follows from the evidence"),
        ),
    ),
)
OTHER_EVIDENCE = gettext_noop("Evidence")


def said_in_three(message: str, **parts: Text) -> Text:
    """Return a message of the catalogue in three languages, with texts put in."""

    def say(language: str) -> str:
        with override(language):
            return gettext(message) % {name: text.said(language) for name, text in parts.items()}

    return in_three(say)
