"""Dossiers to read: the list, the page, a picture."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from olke.planning.documents import content_of, document_context, document_to_see
from olke.planning.dossiers.showing import shown_dossier
from olke.planning.lists import list_context
from olke.teaching.documents.dossier import Dossier
from olke.teaching.models import DocumentKind
from olke.teaching.queries import documents_for, lessons_from


@require_GET
def dossiers(request: HttpRequest) -> HttpResponse:
    """List the dossiers that the reader finds: all, their own, the region's."""
    context = list_context(request, documents_for(request.user, DocumentKind.DOSSIER))
    return render(request, "planning/dossiers/dossiers.html", context)


@require_GET
def dossier(request: HttpRequest, key: str) -> HttpResponse:
    """Show a dossier: its evidence in order, with every source, and what can be done with it."""
    document = document_to_see(request, DocumentKind.DOSSIER, key)
    content = content_of(document, Dossier)
    context = document_context(request, document) | {
        "dossier": content,
        "shown": shown_dossier(content),
        "lessons": lessons_from(document, request.user),
    }
    return render(request, "planning/dossiers/dossier.html", context)


@require_GET
def picture(request: HttpRequest, key: str, name: str) -> HttpResponse:
    """Give a picture of a dossier to whoever may see the dossier."""
    document = document_to_see(request, DocumentKind.DOSSIER, key)
    found = document.pictures.filter(name=name).first()
    if found is None:
        raise Http404
    headers = {
        "Cache-Control": "private, max-age=86400",
        # Should a browser ever take it for a page, it is one that may do nothing.
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return HttpResponse(bytes(found.content), content_type=found.media_type, headers=headers)
