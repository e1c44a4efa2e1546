"""A lesson as a page shows it: each item with its claims, in a known number of statements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from olke.accounts.access import Somebody
from olke.evidence.models import Citation, Claim, Review
from olke.evidence.queries import complete_claims
from olke.teaching.access import visible_documents
from olke.teaching.documents.items import AnyItem
from olke.teaching.documents.lesson import Activity, Lesson, Question, Stage
from olke.teaching.methods.library import methods
from olke.teaching.methods.method import Method
from olke.teaching.models import Document, DocumentKind

Claims = Mapping[str, Claim]


@dataclass(frozen=True)
class ShownItem:
    """An item with the claims it rests on. ``missing`` are keys that the evidence has no more."""

    item: AnyItem
    claims: tuple[Claim, ...]
    missing: tuple[str, ...] = ()
    corrected: bool = False

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of all its claims."""
        return tuple(citation for claim in self.claims for citation in claim.citations.all())

    @property
    def withdrawn(self) -> bool:
        """Whether it rests on something that was withdrawn."""
        return bool(self.missing) or any(c.review == Review.WITHDRAWN for c in self.claims)


@dataclass(frozen=True)
class ShownActivity:
    """An activity with its method, None for the teacher's own or one that is not installed."""

    activity: Activity
    method: Method | None
    items: tuple[ShownItem, ...]


@dataclass(frozen=True)
class ShownStage:
    """A stage with its activities."""

    stage: Stage
    activities: tuple[ShownActivity, ...]


@dataclass(frozen=True)
class ShownQuestion:
    """A consolidation question with the claims that answer it."""

    question: Question
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class ShownLesson:
    """A lesson with everything that its page needs."""

    lesson: Lesson
    stages: tuple[ShownStage, ...]
    questions: tuple[ShownQuestion, ...]
    dossiers: tuple[Document, ...]
    course: Document | None
    citations: tuple[Citation, ...]


def shown_lesson(lesson: Lesson, person: Somebody, corrected: Iterable[str] = ()) -> ShownLesson:
    """Read what a lesson names: four statements.

    ``corrected`` are keys of claims that were corrected since its teacher looked. Dossiers and
    course are those that the reader may see.
    """
    claims = claims_of(lesson)
    late = frozenset(corrected)
    named = _documents(lesson, person)
    return ShownLesson(
        lesson,
        tuple(_stage(stage, claims, late) for stage in lesson.stages),
        tuple(_question(question, claims) for question in lesson.consolidation),
        tuple(named[key] for key in lesson.dossiers if key in named),
        named.get(lesson.course or ""),
        tuple(citation for claim in claims.values() for citation in claim.citations.all()),
    )


def claims_of(lesson: Lesson) -> dict[str, Claim]:
    """Read the claims that a lesson's items and questions rest on: three statements."""
    named = [key for a in lesson.activities for item in a.items for key in item.claims]
    named += [key for question in lesson.consolidation for key in question.claims]
    found = {claim.key: claim for claim in complete_claims().filter(key__in=set(named))}
    return {key: found[key] for key in dict.fromkeys(named) if key in found}


def shown_item(item: AnyItem, claims: Claims, late: frozenset[str] = frozenset()) -> ShownItem:
    """Return an item with its claims."""
    return ShownItem(
        item,
        tuple(claims[key] for key in item.claims if key in claims),
        tuple(key for key in item.claims if key not in claims),
        not late.isdisjoint(item.claims),
    )


def _stage(stage: Stage, claims: Claims, late: frozenset[str]) -> ShownStage:
    return ShownStage(stage, tuple(_activity(a, claims, late) for a in stage.activities))


def _activity(activity: Activity, claims: Claims, late: frozenset[str]) -> ShownActivity:
    items = tuple(shown_item(item, claims, late) for item in activity.items)
    return ShownActivity(activity, methods().get(activity.method or ""), items)


def _question(question: Question, claims: Claims) -> ShownQuestion:
    named = [claims[key] for key in question.claims if key in claims]
    return ShownQuestion(question, tuple(c for claim in named for c in claim.citations.all()))


def _documents(lesson: Lesson, person: Somebody) -> dict[str, Document]:
    keys = [*lesson.dossiers, *filter(None, [lesson.course])]
    if not keys:
        return {}
    found = visible_documents(person).filter(key__in=keys).exclude(kind=DocumentKind.LESSON)
    return {document.key: document for document in found}
