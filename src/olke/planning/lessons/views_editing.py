"""The lesson editor: its page, its buttons, saving, and what is kept while somebody types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.formats import time_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.planning.corrections import shown_corrections
from olke.planning.documents import content_of, document_to_change
from olke.planning.lessons.changes import Changed, Editing, change
from olke.planning.lessons.conflicts import ToldConflict, told
from olke.planning.lessons.evidence import evidence_of, updated
from olke.planning.lessons.forms import form_choices, kind_choices
from olke.planning.lessons.state import (
    Problems,
    Row,
    problems_in,
    state_from,
    whole,
    without_empty_rows,
)
from olke.planning.lessons.tray import tray_for
from olke.teaching.documents.arranging import NoSuchPlaceError
from olke.teaching.documents.lesson import LENGTHS, Lesson
from olke.teaching.documents.merging import merged
from olke.teaching.documents.paths import Data
from olke.teaching.documents.reading import DocumentError
from olke.teaching.domain.documents import save_document
from olke.teaching.domain.drafts import discard_draft, keep_draft
from olke.teaching.domain.evidence import accept_evidence
from olke.teaching.errors import ChangedMeanwhileError, NothingChangedError
from olke.teaching.models import Document, DocumentKind, Draft, Version

FRAGMENT = "X-Olke-Fragment"


@dataclass(frozen=True)
class Page:
    """What the editor shows: the state, which version it began from, and what is to be said."""

    data: Data
    revision: int
    problems: Problems = field(default_factory=dict)
    focus: str = ""
    thin: Mapping[str, Sequence[str]] = field(default_factory=dict)
    conflicts: Sequence[ToldConflict] = ()
    meanwhile: Version | None = None
    draft: Draft | None = None
    words: str = ""


@require_http_methods(["GET", "HEAD", "POST"])
@require(Role.TEACHER)
def edit(request: HttpRequest, key: str) -> HttpResponse:
    """Show a lesson to change; do what a button says; save."""
    document = document_to_change(request, DocumentKind.LESSON, key)
    if request.method != "POST":
        return _shown(request, document, _begun(request, document))
    do = request.POST.get("do", "save")
    if do == "discard":
        discard_draft(document, by=signed_in(request))
        messages.info(request, _("What was not saved is thrown away."))
        return redirect("planning:edit_lesson", key)
    data = state_from(request.POST, _language(), document.key)
    if do == "save":
        return _saved(request, document, data)
    return _changed(request, document, data, do)


@require_POST
@require(Role.TEACHER)
def keep(request: HttpRequest, key: str) -> HttpResponse:
    """Keep what has been typed so far, and say when."""
    document = document_to_change(request, DocumentKind.LESSON, key)
    if "revision" not in request.POST:
        return HttpResponseBadRequest(_("Open the page again and repeat what you did."))
    data = state_from(request.POST, _language(), document.key)
    revision = _revision(request.POST, document)
    draft = keep_draft(document, data, revision=revision, by=signed_in(request))
    at = time_format(timezone.localtime(draft.at), "H:i")
    return JsonResponse({"said": _("kept %(time)s") % {"time": at}, "newest": document.revision})


@require_POST
@require(Role.TEACHER)
def update(request: HttpRequest, key: str) -> HttpResponse:
    """Draft anew what rests on corrected evidence."""
    document = document_to_change(request, DocumentKind.LESSON, key)
    content, by = content_of(document, Lesson), signed_in(request)
    changes = shown_corrections(document)
    late = frozenset(c.entry.key for c in changes if c.entry.kind == "claim")
    made = updated(content, evidence_of(content.dossiers, request.user), late)
    try:
        why = _("updated from corrected evidence")
        save_document(document, made.lesson, revision=document.revision, by=by, why=why)
    except NothingChangedError:
        pass
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody else saved at the same moment. Try once more."))
        return redirect("planning:lesson", key)
    if made.left:
        said = ngettext(
            "%(count)d text of your own rests on corrected evidence: it is marked below.",
            "%(count)d texts of your own rest on corrected evidence: they are marked below.",
            made.left,
        )
        messages.warning(request, said % {"count": made.left})
    else:
        accept_evidence(document, by=by)
        messages.success(request, _("The lesson agrees with the evidence again."))
    return redirect("planning:lesson", key)


def _begun(request: HttpRequest, document: Document) -> Page:
    """Return what the editor opens with: unsaved work, or else what was saved."""
    draft = document.drafts.filter(person=signed_in(request)).first()
    if draft is not None:
        return Page(draft.data, draft.revision, draft=draft)
    # What is left at its default does not stand in the content.
    minutes = content_of(document, Lesson).minutes
    return Page({**document.content, "minutes": minutes}, document.revision)


def _saved(request: HttpRequest, document: Document, data: Data) -> HttpResponse:
    revision = _revision(request.POST, document)
    try:
        content = whole(data)
    except DocumentError as error:
        kept = without_empty_rows(data)
        page = Page(kept, revision, problems_in(error))
        return _shown(request, document, page, status=422)
    try:
        why = request.POST.get("why", "")
        save_document(document, content, revision=revision, by=signed_in(request), why=why)
    except ChangedMeanwhileError:
        return _both(request, document, content.plain(), revision)
    except NothingChangedError:
        discard_draft(document, by=signed_in(request))
        messages.info(request, _("Nothing was different, so nothing was changed."))
    else:
        messages.success(request, _("Saved. Earlier versions are kept."))
    return redirect("planning:lesson", document.key)


def _both(request: HttpRequest, document: Document, mine: Data, revision: int) -> HttpResponse:
    """Show both changes brought together; nothing that was typed is lost."""
    document.refresh_from_db()
    was = document.versions.filter(number=revision).values_list("content", flat=True).first()
    mine["key"] = document.key
    together, conflicts = merged(was or {}, document.content, mine)
    # What nobody saw until now may no longer fit together; saving checks it as ever.
    keep_draft(document, together, revision=document.revision, by=signed_in(request))
    page = Page(
        together,
        document.revision,
        conflicts=told(conflicts, mine, _language()),
        meanwhile=document.versions.select_related("by").first(),
    )
    return _shown(request, document, page, status=409)


def _changed(request: HttpRequest, document: Document, data: Data, do: str) -> HttpResponse:
    revision = _revision(request.POST, document)
    fields = {name: str(request.POST[name]) for name in request.POST}
    try:
        made = change(Editing(data, fields, request.user), do)
    except NoSuchPlaceError:
        made = Changed(data)
    keep_draft(document, made.data, revision=revision, by=signed_in(request))
    words = fields.get("tray-words", "").strip()[:100]
    page = Page(made.data, revision, focus=made.focus, thin=made.thin, words=words)
    return _shown(request, document, page)


def _shown(request: HttpRequest, document: Document, page: Page, status: int = 200) -> HttpResponse:
    language = _language()
    data = page.data
    context: dict[str, Any] = {
        "document": document,
        "page": page,
        "root": Row("", data, language, page.problems),
        "tray": tray_for(
            [str(key) for key in data.get("dossiers", ())],
            str(data.get("form", "")),
            _used(data),
            page.words,
            request.user,
        ),
        "forms": form_choices(),
        "kinds": kind_choices(),
        "lengths": LENGTHS,
        "planned": planned_minutes(data),
    }
    fragment = request.headers.get(FRAGMENT)
    template = "planning/lessons/_editor.html" if fragment else "planning/lessons/edit.html"
    return render(request, template, context, status=status)


def planned_minutes(data: Data) -> int:
    """Return what the activities of a state take together, as far as they are numbers."""
    activities = (a for stage in data.get("stages", ()) for a in stage.get("activities", ()))
    minutes = (activity.get("minutes", 0) for activity in activities)
    return sum(one for one in minutes if isinstance(one, int))


def _used(data: Data) -> set[str]:
    activities = (a for stage in data.get("stages", ()) for a in stage.get("activities", ()))
    return {c for a in activities for item in a.get("items", ()) for c in item.get("claims", ())}


def _revision(fields: QueryDict, document: Document) -> int:
    """Return the version that the page began from; the first for what is no number."""
    given = fields.get("revision", "")
    return min(int(given), document.revision) if given.isdecimal() and len(given) < 9 else 1


def _language() -> str:
    return (get_language() or "kk")[:2]
