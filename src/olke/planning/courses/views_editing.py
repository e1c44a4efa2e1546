"""The course editor: a plain form, one part of the course at a time."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.exchange.plans.names import NAMES
from olke.planning.courses.state import PARTS, ROWS, state_from, whole, without_empty_rows
from olke.planning.documents import content_of, document_to_change
from olke.planning.lessons.changes import Changed, Editing, change
from olke.planning.lessons.conflicts import told
from olke.planning.lessons.state import Row, problems_in
from olke.planning.plain_fields import PlainLine
from olke.teaching.documents.arranging import NoSuchPlaceError
from olke.teaching.documents.course import AimKind, Course, CourseKind, Strand
from olke.teaching.documents.merging import merged
from olke.teaching.documents.parts import LONGEST_TITLE
from olke.teaching.documents.paths import Data
from olke.teaching.documents.reading import DocumentError, read_document
from olke.teaching.domain.documents import create_document, save_document
from olke.teaching.errors import ChangedMeanwhileError, NothingChangedError
from olke.teaching.models import Document, DocumentKind
from olke.teaching.queries import documents_for

LESSONS_OFFERED = 100


class NewCourseForm(forms.Form):
    """Title and kind of a new course."""

    title = PlainLine(label=gettext_lazy("Title"), max_length=LONGEST_TITLE)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)  # noqa: S101 - as declared above
        kind.choices = _named(CourseKind)


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def new(request: HttpRequest) -> HttpResponse:
    """Begin a course: title and kind; the rest is filled in part by part."""
    form = NewCourseForm(request.POST or None, initial={"kind": CourseKind.COURSE.value})
    if request.method == "POST" and form.is_valid():
        given = {"key": "new", "title": {_language(): form.cleaned_data["title"]}}
        content = read_document(Course, {**given, "kind": form.cleaned_data["kind"]})
        document = create_document(content, by=signed_in(request))
        return redirect("planning:edit_course", document.key)
    status = 422 if form.errors else 200
    return render(request, "planning/courses/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Show one part of a course to change; do what a button says; save."""
    document = document_to_change(request, DocumentKind.COURSE, key)
    if request.method != "POST":
        data = {"kind": CourseKind.COURSE.value, **document.content}
        return _shown(request, document, data, document.revision)
    data = state_from(request.POST, _language(), document.key)
    given = request.POST.get("revision", "")
    revision = int(given) if given.isdecimal() and len(given) < 9 else 1
    do = request.POST.get("do", "save")
    if do == "save":
        return _saved(request, document, data, revision)
    try:
        made = change(Editing(data, request.POST.dict(), request.user), do)
    except NoSuchPlaceError:
        made = Changed(data)
    return _shown(request, document, made.data, revision, focus=made.focus)


def _saved(request: HttpRequest, document: Document, data: Data, revision: int) -> HttpResponse:
    try:
        content = whole(data)
    except DocumentError as error:
        kept = without_empty_rows(data)
        return _shown(request, document, kept, revision, problems=problems_in(error), status=422)
    try:
        save_document(document, content, revision=revision, by=signed_in(request))
    except NothingChangedError:
        messages.info(request, _("Nothing was different, so nothing was changed."))
    except ChangedMeanwhileError:
        return _both(request, document, content.plain() | {"key": document.key}, revision)
    else:
        messages.success(request, _("Saved. Earlier versions are kept."))
    following = request.POST.get("next", "")
    if following in PARTS:
        return redirect(f"{reverse('planning:edit_course', args=[document.key])}?part={following}")
    return redirect("planning:course", document.key)


def _both(request: HttpRequest, document: Document, mine: Data, revision: int) -> HttpResponse:
    """Show both changes brought together; nothing that was typed is lost."""
    document.refresh_from_db()
    was = document.versions.filter(number=revision).values_list("content", flat=True).first()
    together, conflicts = merged(was or {}, document.content, mine)
    extra = {
        "conflicts": told(conflicts, mine, _language()),
        "meanwhile": document.versions.select_related("by").first(),
    }
    return _shown(request, document, together, document.revision, status=409, **extra)


def _shown(
    request: HttpRequest,
    document: Document,
    data: Data,
    revision: int,
    *,
    status: int = 200,
    **extra: Any,
) -> HttpResponse:
    asked = request.POST.get("part") or request.GET.get("part", "")
    part = asked if asked in PARTS else "head"
    problems = extra.get("problems", {})
    context = {
        "document": document,
        "root": Row("", data, _language(), problems),
        "revision": revision,
        "part": part,
        "parts": list(PARTS.items()),
        "next": _after(part),
        "shown_rows": ",".join(ROWS[part]),
        "kinds": _named(CourseKind),
        "aim_kinds": _named(AimKind),
        "strands": _named(Strand),
        "codes": [o.get("code", "") for o in data.get("outcomes", ()) if isinstance(o, dict)],
        "offered": _offered(request, document) if part == "modules" else [],
        **extra,
    }
    return render(request, "planning/courses/edit.html", context, status=status)


def _offered(request: HttpRequest, document: Document) -> list[Document]:
    """Return lessons to link: those linked already first."""
    linked = {key for topic in content_of(document, Course).topics for key in topic.lessons}
    found = documents_for(request.user, DocumentKind.LESSON)[:LESSONS_OFFERED]
    return sorted(found, key=lambda one: one.key not in linked)


def _after(part: str) -> str:
    names = list(PARTS)
    return names[(names.index(part) + 1) % len(names)]


def _named(kinds: Any) -> list[tuple[str, str]]:
    return [(kind.value, capfirst(str(NAMES[kind]))) for kind in kinds]


def _language() -> str:
    return (get_language() or "kk")[:2]
