"""Which methods a lesson of a kind is made of, in which order.

The recipes follow how the four forms were taught in the region's schools and university: a lecture
that ends as a press conference, a seminar with posters for and against, independent work whose form
is chosen. A recipe only prefers: a method that the dossier is too thin for gives way to the next
one of its slot, and a slot with none left is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass

from olke.teaching.documents.lesson import KINDS, LessonForm, LessonKind, StagePart

OWN = ""
"""In place of a method: the teacher's own telling, discussion or guidance."""


@dataclass(frozen=True)
class Slot:
    """A place for one activity. Of two with the same method in mind, the earlier one gets it.

    ``rank`` says what goes first when time is short: the highest; 0 never goes.
    """

    part: StagePart
    methods: tuple[str, ...]
    rank: int = 0


def recipe_for(form: LessonForm, kind: LessonKind | None) -> tuple[Slot, ...]:
    """Return the slots of a kind of lesson; of a form's first kind where none is chosen."""
    return RECIPES[kind or KINDS[form][0]]


def _begin(*methods: str, rank: int = 0) -> Slot:
    return Slot(StagePart.BEGINNING, methods, rank)


def _then(*methods: str, rank: int = 0) -> Slot:
    return Slot(StagePart.MIDDLE, methods, rank)


def _end(*methods: str, rank: int = 0) -> Slot:
    return Slot(StagePart.END, methods, rank)


_RECALL = _begin("question-and-answer", "open-microphone", "brainstorm", rank=2)
_GROUPS = _begin("sticker-groups", rank=3)
_CHECK = _end("true-or-false", "question-and-answer", "open-microphone", rank=2)
_TREE = _end("knowledge-tree", rank=1)
_ASK = _end("question-and-answer", "open-microphone", rank=1)

RECIPES: dict[LessonKind, tuple[Slot, ...]] = {
    LessonKind.MIXED: (
        _RECALL,
        _then(OWN),
        _then("brainstorm", "contextualising", rank=4),
        _end("press-conference", "open-microphone", rank=1),
        _end("true-or-false", "question-and-answer", rank=3),
    ),
    LessonKind.INTRODUCTORY: (_begin("brainstorm", "open-microphone", rank=1), _then(OWN), _ASK),
    LessonKind.PROBLEM: (
        _begin("brainstorm", "open-microphone", rank=1),
        _then(OWN),
        _then("corroborating", "contextualising", "sourcing", rank=2),
        _end("open-microphone", "question-and-answer", rank=1),
    ),
    LessonKind.VISUAL: (
        _RECALL,
        _then(OWN),
        _then("contextualising", rank=3),
        _end("true-or-false", "question-and-answer", rank=1),
    ),
    LessonKind.PRESS_CONFERENCE: (
        _RECALL,
        _then(OWN),
        _then("press-conference"),
        _end("true-or-false", "question-and-answer", rank=2),
    ),
    LessonKind.REVIEW: (
        _begin("open-microphone", "question-and-answer", rank=2),
        _then(OWN),
        _then("hidden-cells", "question-and-answer", rank=1),
        _TREE,
    ),
    LessonKind.DEBATE: (
        _GROUPS,
        _begin("question-and-answer", "open-microphone", rank=4),
        _then(OWN),
        _then("poster-debate", "group-think-share", "brainstorm"),
        _then("close-reading", "sourcing", rank=5),
        _end("open-microphone", rank=2),
        _TREE,
    ),
    LessonKind.ROUND_TABLE: (
        _begin("brainstorm", "question-and-answer", rank=3),
        _then(OWN),
        _then("corroborating", "sourcing", "close-reading", rank=1),
        _end("open-microphone", rank=2),
    ),
    LessonKind.GROUP: (
        _GROUPS,
        _then(OWN),
        _then("jigsaw", "group-think-share"),
        _then("hidden-cells", "levelled-tasks", rank=4),
        _end("open-microphone", "question-and-answer", rank=2),
        _TREE,
    ),
    LessonKind.NEW_MATERIAL: (
        _RECALL,
        _then(OWN),
        _then("group-think-share", "jigsaw", "close-reading", "sourcing", rank=3),
        _CHECK,
        _TREE,
    ),
    LessonKind.CONSOLIDATION: (
        _GROUPS,
        _then(OWN),
        _then("hidden-cells", "question-and-answer", "true-or-false"),
        _then("levelled-tasks", rank=2),
        _TREE,
    ),
    LessonKind.COMBINED: (
        _RECALL,
        _then(OWN),
        _then("levelled-tasks", "group-think-share", rank=3),
        _CHECK,
        _TREE,
    ),
    LessonKind.STUDENT: (
        _begin("choice-of-form", rank=2),
        _then(OWN),
        _then("levelled-tasks", "sourcing", rank=1),
        _TREE,
    ),
    LessonKind.WITH_TEACHER: (
        _begin("choice-of-form", rank=3),
        _then(OWN),
        _then("close-reading", "contextualising", "sourcing", rank=1),
        _then("levelled-tasks", rank=4),
        _end("open-microphone", "question-and-answer", rank=2),
    ),
}
