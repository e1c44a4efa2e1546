"""A teacher's classes, and the start of one."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_GET, require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.classroom.classes.forms import StartForm, choices_again, usual_choices
from olke.classroom.domain.starting import start_class
from olke.classroom.messages import sentence
from olke.classroom.queries import classes_of
from olke.classroom.script import EmptyLessonError
from olke.teaching.access import may_see
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document, DocumentKind

PAGE_SIZE = 30


@require_GET
@require(Role.TEACHER)
def classes(request: HttpRequest) -> HttpResponse:
    """List the teacher's classes: what runs first, then what was."""
    listed = classes_of(signed_in(request))
    page = Paginator(listed.filter(ended_at__isnull=False), PAGE_SIZE).get_page(
        request.GET.get("page")
    )
    context = {"running": listed.filter(ended_at=None), "page": page}
    return render(request, "classroom/classes/classes.html", context)


@require_http_methods(["GET", "POST"])
@require(Role.TEACHER)
def start(request: HttpRequest, key: str) -> HttpResponse:
    """Say how a class is run, and start it: one button, everything chosen beforehand."""
    document = _lesson_to_start(request, key)
    teacher = signed_in(request)
    form = StartForm(request.POST or None, teacher=teacher, initial=_beginning(request, document))
    if request.method == "POST" and form.is_valid():
        lesson = document.parsed()
        assert isinstance(lesson, Lesson)  # noqa: S101 - asked for below
        try:
            live = start_class(lesson, by=teacher, choices=form.choices())
        except EmptyLessonError:
            messages.error(request, sentence("lesson-empty"))
        else:
            return redirect("classroom:console", key=live.key)
    context = {"document": document, "form": form}
    return render(
        request, "classroom/classes/start.html", context, status=422 if form.errors else 200
    )


def _lesson_to_start(request: HttpRequest, key: str) -> Document:
    """Return a lesson that the teacher may see: a colleague's, a pack's or an own one."""
    found = Document.objects.filter(kind=DocumentKind.LESSON, key=key, removed_at=None)
    document = found.select_related("owner", "pack").first()
    if document is None or not may_see(request.user, document, request.GET.get("link", "")):
        raise Http404
    return document


def _beginning(request: HttpRequest, document: Document) -> dict[str, object]:
    """Return what the form begins with: as an earlier class of this lesson, or as is usual."""
    teacher = signed_in(request)
    again = classes_of(teacher).filter(key=request.GET.get("again", "")).first()
    if again is not None:
        return choices_again(again)
    language = get_language() or "kk"
    if not getattr(document, f"title_{language}", ""):
        language = next(code for code in ("kk", "ru", "en") if getattr(document, f"title_{code}"))
    return usual_choices(teacher, language)
