"""Lessons to read, and a new one in one step."""

from __future__ import annotations

import secrets
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.planning.corrections import shown_corrections
from olke.planning.documents import content_of, document_to_see, is_mine
from olke.planning.lessons.filling import HIGHEST_SEED
from olke.planning.lessons.forms import USUAL_LENGTH, NewLessonForm
from olke.planning.lessons.proposing import propose_lesson
from olke.planning.lessons.showing import shown_lesson
from olke.planning.lists import list_context
from olke.teaching.access import may_change, may_write
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson, LessonForm
from olke.teaching.domain.documents import create_document
from olke.teaching.drafters.material import Material, material_of
from olke.teaching.models import FORMS, Document, DocumentKind
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
    may = may_change(request.user, document)
    corrections = shown_corrections(document) if may else []
    late = {change.entry.key for change in corrections if change.entry.kind == "claim"}
    content = content_of(document, Lesson)
    context = {
        "document": document,
        "lesson": content,
        "shown": shown_lesson(content, request.user, late),
        "may_change": may,
        "may_write": may_write(request.user),
        "mine": is_mine(request.user, document),
        "answers": may_write(request.user),
        "corrections": corrections,
        "difference": content.planned_minutes - content.minutes,
    }
    return render(request, "planning/lessons/lesson.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def new(request: HttpRequest) -> HttpResponse:
    """Propose a lesson from a dossier; what is proposed is saved at once, and free to change."""
    found = list(documents_for(request.user, DocumentKind.DOSSIER).order_by("title_kk", "pk"))
    dossiers = {document.key: document for document in found}
    if request.method != "POST":
        return _new_page(request, NewLessonForm(initial=_guessed(request), dossiers=found))
    form = NewLessonForm(request.POST, dossiers=found)
    if not form.is_valid():
        return _new_page(request, form, status=422)
    chosen = dossiers.get(form.cleaned_data["dossier"])
    wish = form.wish(secrets.randbelow(HIGHEST_SEED) + 1)
    content = propose_lesson(material_from(chosen), wish)
    document = create_document(content, by=signed_in(request), why=_("proposed from a dossier"))
    return redirect("planning:lesson", document.key)


def material_from(document: Document | None) -> Material | None:
    """Read the evidence of a dossier: a dozen statements."""
    return material_of(content_of(document, Dossier)) if document else None


def _guessed(request: HttpRequest) -> dict[str, Any]:
    """Return what a new lesson begins with: what the address says, and what is usual."""
    form = request.GET.get("form", "")
    form = LessonForm(form) if form in FORMS else LessonForm.SCHOOL
    return {
        "dossier": request.GET.get("dossier", ""),
        "form": form.value,
        "minutes": str(USUAL_LENGTH[form]),
        "language": (get_language() or "kk")[:2],
    }


def _new_page(request: HttpRequest, form: NewLessonForm, status: int = 200) -> HttpResponse:
    return render(request, "planning/lessons/new.html", {"form": form}, status=status)
