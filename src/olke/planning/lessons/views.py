"""Lessons to read: the list, the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from olke.planning.documents import content_of, document_context, document_to_see
from olke.planning.lessons.showing import shown_lesson
from olke.planning.lists import list_context
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import FORMS, DocumentKind
from olke.teaching.queries import documents_for


@require_GET
def lessons(request: HttpRequest) -> HttpResponse:
    """List the lessons that the reader finds, by form, by whose they are, by words."""
    form = request.GET.get("form", "")
    form = form if form in FORMS else ""
    listed = documents_for(request.user, DocumentKind.LESSON, form=form)
    context = list_context(request, listed)
    context |= {"form": form, "forms": [(known.value, said) for known, said in FORMS.items()]}
    return render(request, "planning/lessons/lessons.html", context)


@require_GET
def lesson(request: HttpRequest, key: str) -> HttpResponse:
    """Show a lesson as a teacher reads it; answers only to those who may write."""
    document = document_to_see(request, DocumentKind.LESSON, key)
    around = document_context(request, document)
    late = {one.entry.key for one in around["corrections"] if one.entry.kind == "claim"}
    content = content_of(document, Lesson)
    context = around | {
        "lesson": content,
        "shown": shown_lesson(content, request.user, late),
        "answers": around["may_write"],
        "difference": content.planned_minutes - content.minutes,
    }
    return render(request, "planning/lessons/lesson.html", context)
