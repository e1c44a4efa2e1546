"""What a document rests on, found in its content."""

from __future__ import annotations

from collections.abc import Iterator

from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import (
    ClaimEntry,
    Dossier,
    EntityEntry,
    QuotationEntry,
    SourceEntry,
)
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import UseKind

Used = tuple[UseKind, str]


def uses_of(content: Dossier | Course | Lesson) -> frozenset[Used]:
    """Return every record and document that a document names."""
    if isinstance(content, Dossier):
        return frozenset(_of_dossier(content))
    if isinstance(content, Course):
        return frozenset(_of_course(content))
    return frozenset(_of_lesson(content))


def _of_dossier(dossier: Dossier) -> Iterator[Used]:
    for entry in dossier.entries:
        if isinstance(entry, ClaimEntry):
            yield UseKind.CLAIM, entry.claim
        elif isinstance(entry, EntityEntry):
            yield UseKind.ENTITY, entry.entity
        elif isinstance(entry, SourceEntry | QuotationEntry) and entry.source:
            yield UseKind.SOURCE, entry.source


def _of_course(course: Course) -> Iterator[Used]:
    for topic in course.topics:
        for key in topic.lessons:
            yield UseKind.DOCUMENT, key


def _of_lesson(lesson: Lesson) -> Iterator[Used]:
    for key in (*lesson.dossiers, *filter(None, [lesson.course])):
        yield UseKind.DOCUMENT, key
    for question in lesson.consolidation:
        for claim in question.claims:
            yield UseKind.CLAIM, claim
    for activity in lesson.activities:
        for item in activity.items:
            for claim in item.claims:
                yield UseKind.CLAIM, claim
            for source in item.sources:
                yield UseKind.SOURCE, source
