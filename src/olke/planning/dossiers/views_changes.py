"""Changing a dossier: its words, its order, what is in it. Each change is saved at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.planning.documents import content_of, document_to_change
from olke.planning.dossiers.changes import BadChangeError, change_of
from olke.planning.dossiers.forms import HeadForm, NewForm, NoteForm, PictureForm, QuotationForm
from olke.planning.dossiers.showing import shown_dossier
from olke.teaching.documents.arranging import NoSuchPlaceError, with_entry
from olke.teaching.documents.cleaning import cleaned_line
from olke.teaching.documents.dossier import Dossier, PictureEntry
from olke.teaching.documents.parts import LONGEST_TITLE, text_of
from olke.teaching.documents.reading import DocumentError
from olke.teaching.domain.documents import change_document, create_document
from olke.teaching.domain.pictures import add_picture
from olke.teaching.errors import NothingChangedError, PictureError
from olke.teaching.messages import picture_refused
from olke.teaching.models import Document, DocumentKind


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def new(request: HttpRequest) -> HttpResponse:
    """Begin a dossier: a title is enough."""
    form = NewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        document = begin(form.cleaned_data["title"], request)
        return redirect("planning:edit_dossier", document.key)
    status = 422 if form.errors else 200
    return render(request, "planning/dossiers/new.html", {"form": form}, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Show a dossier with everything that can be changed in it; save its head."""
    document = document_to_change(request, DocumentKind.DOSSIER, key)
    content, language = content_of(document, Dossier), get_language() or "kk"
    form = HeadForm(request.POST) if request.method == "POST" else HeadForm.of(content, language)
    if request.method == "POST" and form.is_valid():
        apply(request, document, lambda dossier: form.applied(dossier, language))
        return redirect("planning:edit_dossier", document.key)
    return _edit_page(request, document, head=form)


@require_POST
@require(Role.TEACHER)
def change(request: HttpRequest, key: str) -> HttpResponse:
    """Do one thing: add, move, note or take out an entry or a section."""
    document = document_to_change(request, DocumentKind.DOSSIER, key)
    try:
        made = change_of(request.POST, get_language() or "kk")
    except BadChangeError as error:
        if error.form is None:
            return HttpResponseBadRequest(_("Open the page again and repeat what you did."))
        return _edit_page(request, document, **{error.name: error.form})
    apply(request, document, made.change)
    return redirect(reverse("planning:edit_dossier", args=[document.key]) + made.anchor)


@require_POST
@require(Role.TEACHER)
def picture(request: HttpRequest, key: str) -> HttpResponse:
    """Add a picture at the end of the dossier."""
    document = document_to_change(request, DocumentKind.DOSSIER, key)
    form = PictureForm(request.POST, request.FILES, auto_id="id_picture_%s")
    if not form.is_valid():
        return _edit_page(request, document, picture=form)
    upload, language = form.upload, get_language() or "kk"
    try:
        added = add_picture(document, upload.read(), upload.name or "", by=signed_in(request))
    except PictureError as error:
        form.add_error("picture", picture_refused(error))
        return _edit_page(request, document, picture=form)
    entry = PictureEntry(
        picture=added.name,
        caption=text_of(language, form.cleaned_data["caption"]),
        reference=form.cleaned_data["reference"],
    )
    apply(request, document, lambda dossier: with_entry(dossier, entry))
    return redirect(reverse("planning:edit_dossier", args=[document.key]) + "#add")


@require_POST
@require(Role.TEACHER)
def collect(request: HttpRequest) -> HttpResponse:
    """Put a claim, entity, source or drawing into a dossier, from wherever it was shown.

    Without ``dossier`` a new one is begun, with ``title`` for its title. Answers htmx with a word
    in the place of the button, a browser without script with the page it came from.
    """
    try:
        made = change_of({**request.POST.dict(), "do": "collect"}, get_language() or "kk")
    except (BadChangeError, DocumentError):
        return HttpResponseBadRequest(_("Open the page again and repeat what you did."))
    if key := request.POST.get("dossier", ""):
        document = document_to_change(request, DocumentKind.DOSSIER, key)
    else:
        title = cleaned_line(request.POST.get("title", ""))[:LONGEST_TITLE] or _("New dossier")
        document = begin(title, request)
    is_new = apply(request, document, made.change, quietly=True)
    said = _("Added to “%(title)s”.") if is_new else _("It is in “%(title)s” already.")
    said %= {"title": document.title}
    if request.headers.get("HX-Request"):
        context = {"document": document, "said": said}
        return render(request, "planning/dossiers/_collected.html", context)
    messages.success(request, said)
    return redirect(_back(request))


def begin(title: str, request: HttpRequest) -> Document:
    """Begin a dossier of the reader's own with a title in the reader's language."""
    content = Dossier(key="new", title={get_language() or "kk": title})  # type: ignore[arg-type]
    return create_document(content, by=signed_in(request))


def apply(
    request: HttpRequest,
    document: Document,
    change: Callable[[Dossier], Dossier],
    *,
    quietly: bool = False,
) -> bool:
    """Change the newest state of a dossier; tell whether that changed anything.

    A place that is no longer there is told in a message: somebody else was faster.
    """
    try:
        change_document(document, change, by=signed_in(request))  # type: ignore[arg-type]
    except NothingChangedError:
        return False
    except NoSuchPlaceError:
        if not quietly:
            messages.error(
                request, _("The dossier was changed meanwhile. Look at it and repeat the change.")
            )
        return False
    return True


def _edit_page(request: HttpRequest, document: Document, **forms: Any) -> HttpResponse:
    content, language = content_of(document, Dossier), get_language() or "kk"
    wrong = any(form.is_bound and form.errors for form in forms.values())
    shown = shown_dossier(content)
    context = {
        "document": document,
        "shown": shown,
        "sections": shown.sections,
        "head": HeadForm.of(content, language),
        "note": NoteForm(),
        "quotation": QuotationForm(auto_id="id_quotation_%s"),
        "picture": PictureForm(auto_id="id_picture_%s"),
        **forms,
        "opened": next((name for name, form in forms.items() if form.errors), ""),
    }
    return render(request, "planning/dossiers/edit.html", context, status=422 if wrong else 200)


def _back(request: HttpRequest) -> str:
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()})
    return back if safe else reverse("planning:desk")
