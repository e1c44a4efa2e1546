"""A new lesson: what it is to be about, the evidence on that, and the whole of it proposed."""

from __future__ import annotations

import secrets
from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.planning.documents import content_of
from olke.planning.lessons.filling import HIGHEST_SEED
from olke.planning.lessons.finding import dossier_on, found_on
from olke.planning.lessons.forms import USUAL_LENGTH, NewLessonForm
from olke.planning.lessons.proposing import propose_lesson
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import LessonForm
from olke.teaching.documents.parts import LONGEST_TITLE
from olke.teaching.domain.documents import create_document
from olke.teaching.drafters.material import material_of
from olke.teaching.models import FORMS, Document, DocumentKind
from olke.teaching.queries import documents_for


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def new(request: HttpRequest) -> HttpResponse:
    """Propose a lesson from a dossier; without one, show first what is found on its topic.

    What is proposed is saved at once, and free to change.
    """
    found = list(documents_for(request.user, DocumentKind.DOSSIER).order_by("title_kk", "pk"))
    dossiers = {document.key: document for document in found}
    if request.method != "POST":
        return _new_page(request, NewLessonForm(initial=_guessed(request), dossiers=found))
    form = NewLessonForm(request.POST, dossiers=found)
    if not form.is_valid():
        return _new_page(request, form, status=422)
    chosen = dossiers.get(form.cleaned_data["dossier"])
    do, ticked = request.POST.get("do"), request.POST.getlist("claims")
    if chosen is None and not (do == "bare" or (do == "propose" and ticked)):
        return _evidence_page(request, form, nothing_ticked=do == "propose")
    return redirect("planning:lesson", _proposed(request, form, chosen).key)


def _proposed(request: HttpRequest, form: NewLessonForm, chosen: Document | None) -> Document:
    """Save the lesson; evidence that was ticked on the page becomes a dossier of its own."""
    ticked = [] if request.POST.get("do") == "bare" else request.POST.getlist("claims")
    by, wish = signed_in(request), form.wish(secrets.randbelow(HIGHEST_SEED) + 1)
    with transaction.atomic():
        if chosen is None:
            made = dossier_on(wish.topic, ticked, wish.language)
            if made is not None:
                chosen = create_document(made, by=by, why=_("evidence found on a topic"))
        material = material_of(content_of(chosen, Dossier)) if chosen else None
        why = _("proposed from a dossier") if chosen else _("proposed without evidence")
        return create_document(propose_lesson(material, wish), by=by, why=why)


def _evidence_page(
    request: HttpRequest, form: NewLessonForm, *, nothing_ticked: bool
) -> HttpResponse:
    """Show what is found on the topic, or on other words that were typed beside it."""
    topic = form.cleaned_data["topic"]
    words = request.POST.get("words", "").strip()[:LONGEST_TITLE] or topic
    found = found_on(words, get_language() or "kk", request.POST.getlist("claims"))
    context = {
        "topic": topic,
        "words": words,
        "found": found,
        "nothing_ticked": nothing_ticked,
        "kept": [(name, form.data.get(name, "")) for name in form.fields],
    }
    status = 422 if nothing_ticked else 200
    return render(request, "planning/lessons/new_evidence.html", context, status=status)


def _guessed(request: HttpRequest) -> dict[str, Any]:
    """Return what a new lesson begins with: what the address says, and what is usual."""
    form = request.GET.get("form", "")
    form = LessonForm(form) if form in FORMS else LessonForm.SCHOOL
    return {
        "topic": request.GET.get("topic", "")[:LONGEST_TITLE],
        "dossier": request.GET.get("dossier", ""),
        "form": form.value,
        "minutes": str(USUAL_LENGTH[form]),
        "language": (get_language() or "kk")[:2],
    }


def _new_page(request: HttpRequest, form: NewLessonForm, status: int = 200) -> HttpResponse:
    return render(request, "planning/lessons/new.html", {"form": form}, status=status)
