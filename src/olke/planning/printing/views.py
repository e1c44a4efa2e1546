"""Choosing what to print, and the files."""

from __future__ import annotations

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from olke.accounts.access import require
from olke.accounts.models import Role
from olke.exchange.docx.writer import write_docx
from olke.exchange.forms.library import UnknownFormError, forms_for, own_forms
from olke.exchange.handouts.evidence import evidence_for
from olke.exchange.handouts.kinds import LABELS, HandoutKind, handouts_of
from olke.exchange.handouts.writer import NoHandoutError, handout
from olke.exchange.pdf.writer import write_pdf
from olke.exchange.plans.files import (
    FORMATS,
    PrintedFile,
    UnknownFormatError,
    document_file,
    formats_of,
)
from olke.exchange.printing.blocks import Print
from olke.explore.charts.rendering import png_of
from olke.planning.documents import any_document
from olke.planning.printing.forms import PrintForm
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document
from olke.teaching.queries import dossiers_of

PLAN = "plan"
_WRITERS: dict[str, Callable[[Print], bytes]] = {
    "docx": lambda laid: write_docx(laid, png_of),
    "pdf": write_pdf,
}


@require_GET
@require(Role.TEACHER)
def printing(request: HttpRequest, key: str) -> HttpResponse:
    """Show everything that can be had of a document as a file, with the choices that it takes."""
    document = any_document(request, key)
    content, language = document.parsed(), get_language() or "kk"
    known = forms_for(content, localdate())
    chosen = {"language": language, **request.GET.dict()}
    form = PrintForm(chosen, known=known, language=language)
    form.is_valid()
    handouts = handouts_of(content) if isinstance(content, Lesson) else ()
    context = {
        "document": document,
        "form": form,
        "faults": own_forms()[1],
        "plans": _links(document, PLAN, formats_of(document)),
        "handouts": [
            (LABELS[kind], _links(document, kind.value, tuple(_WRITERS))) for kind in handouts
        ],
    }
    return render(request, "planning/printing/printing.html", context)


@require_GET
@require(Role.TEACHER)
def printed_file(request: HttpRequest, key: str, what: str, form: str) -> HttpResponse:
    """Give a document, or a handout of it, as a file."""
    document = any_document(request, key)
    chosen = {"language": get_language() or "kk", **request.GET.dict()}
    known = forms_for(document.parsed(), localdate())
    asked = PrintForm(chosen, known=known, language=chosen["language"])
    if not asked.is_valid():
        raise Http404
    language = asked.cleaned_data["language"]
    try:
        if what == PLAN:
            printed = document_file(document, form, language, asked.options())
        else:
            printed = _handout_file(document, HandoutKind(what), form, language)
    except (UnknownFormatError, UnknownFormError, NoHandoutError, ValueError, KeyError):
        raise Http404 from None
    headers = {"Content-Disposition": f'attachment; filename="{printed.name}"'}
    return HttpResponse(printed.content, content_type=printed.media_type, headers=headers)


def _handout_file(document: Document, kind: HandoutKind, form: str, language: str) -> PrintedFile:
    lesson = document.parsed()
    if not isinstance(lesson, Lesson):
        raise NoHandoutError(kind.value)
    dossiers = list(dossiers_of(lesson).values())
    evidence = evidence_for(lesson, dossiers)
    title = lesson.title.said(language)
    laid = handout(lesson, kind, language, dossiers=dossiers, evidence=evidence, running=title)
    name = f"{document.key}-{kind.value}-{language}.{form}"
    return PrintedFile(_WRITERS[form](laid), FORMATS[form].media_type, name)


def _links(document: Document, what: str, forms: tuple[str, ...]) -> list[tuple[str, str]]:
    return [
        (form.upper(), reverse("planning:print_file", args=[document.key, what, form]))
        for form in forms
    ]
