"""Courses to read: the list, and the syllabus with what serves each outcome."""

from __future__ import annotations

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_GET

from olke.accounts.access import Somebody
from olke.planning.courses.tracing import traced
from olke.planning.documents import content_of, document_context, document_to_see
from olke.planning.lists import list_context
from olke.teaching.access import visible_documents
from olke.teaching.documents.course import Course
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document, DocumentKind
from olke.teaching.queries import documents_for

HOURS = {
    "lecture": pgettext_lazy("hours", "Lecture"),
    "seminar": pgettext_lazy("hours", "Seminar"),
    "school": pgettext_lazy("hours", "School"),
    "independent": pgettext_lazy("hours", "Independent"),
    "with_teacher": pgettext_lazy("hours", "With the teacher"),
}
"""Forms of work; the table of topics has a column for each that the course has hours of."""


@require_GET
def courses(request: HttpRequest) -> HttpResponse:
    """List the courses that the reader finds."""
    context = list_context(request, documents_for(request.user, DocumentKind.COURSE))
    return render(request, "planning/courses/courses.html", context)


@require_GET
def course(request: HttpRequest, key: str) -> HttpResponse:
    """Show a syllabus: modules, hours, the chain of each outcome, the matrix with its gaps."""
    document = document_to_see(request, DocumentKind.COURSE, key)
    content = content_of(document, Course)
    linked = linked_lessons(content, request.user)
    parsed = {key: one for key, d in linked.items() if isinstance(one := d.parsed(), Lesson)}
    context = document_context(request, document) | {
        "course": content,
        "traced": traced(content, parsed),
        "columns": [(n, said) for n, said in HOURS.items() if getattr(content.hours, n)],
        "lessons": linked,
    }
    return render(request, "planning/courses/course.html", context)


def linked_lessons(course: Course, person: Somebody) -> dict[str, Document]:
    """Return the lessons that a course links and somebody may see, by key: one statement."""
    keys: Iterable[str] = {key for topic in course.topics for key in topic.lessons}
    found = visible_documents(person).filter(kind=DocumentKind.LESSON, key__in=keys)
    return {document.key: document for document in found}
