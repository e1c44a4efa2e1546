"""The one door to a document: every page asks here."""

from __future__ import annotations

from typing import Any, TypeVar

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.utils.translation import gettext as _

from olke.accounts.models import Person
from olke.planning.corrections import shown_corrections
from olke.teaching.access import may_change, may_own, may_see, may_write
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document, DocumentKind

Kind = TypeVar("Kind", Dossier, Course, Lesson)
PAGES = {
    DocumentKind.DOSSIER: "planning:dossier",
    DocumentKind.LESSON: "planning:lesson",
    DocumentKind.COURSE: "planning:course",
}


def document_to_see(request: HttpRequest, kind: DocumentKind, key: str) -> Document:
    """Return a document that the reader may see.

    One that they may not see is a page that does not exist: whether somebody has such a document
    is nobody else's business. ``?link=`` carries the secret of a private link.
    """
    document = _found(kind, key)
    if document is None or not may_see(request.user, document, request.GET.get("link", "")):
        raise Http404
    return document


def document_to_change(request: HttpRequest, kind: DocumentKind, key: str) -> Document:
    """Return a document that the reader may change; raises ``PermissionDenied`` with a reason."""
    document = document_to_see(request, kind, key)
    if not may_change(request.user, document):
        raise PermissionDenied(
            _("Only its owner may change this. Make a copy of it, and change that.")
        )
    return document


def any_document(request: HttpRequest, key: str) -> Document:
    """Return a document of whichever kind that the reader may see."""
    document = Document.objects.filter(key=key).select_related("owner", "pack").first()
    if document is None or not may_see(request.user, document, request.GET.get("link", "")):
        raise Http404
    return document


def owned_document(request: HttpRequest, key: str) -> Document:
    """Return a document of the reader's own, a removed one, too."""
    document = Document.objects.filter(key=key).select_related("owner").first()
    if document is None or not may_own(request.user, document):
        raise Http404
    return document


def content_of(document: Document, kind: type[Kind]) -> Kind:
    """Return the content of a document whose kind has been asked for."""
    content = document.parsed()
    assert isinstance(content, kind)  # noqa: S101 - the kind was asked for
    return content


def document_context(request: HttpRequest, document: Document) -> dict[str, Any]:
    """Return what the page of every document shows around its content: what may be done with it,
    and the corrections of its evidence, for whoever may act on them."""
    may = may_change(request.user, document)
    return {
        "document": document,
        "may_change": may,
        "may_write": may_write(request.user),
        "mine": isinstance(request.user, Person) and document.owner_id == request.user.pk,
        "corrections": shown_corrections(document) if may else [],
    }


def _found(kind: DocumentKind, key: str) -> Document | None:
    found = Document.objects.filter(kind=kind, key=key)
    return found.select_related("owner", "pack", "copied_from").first()
