"""Where a teacher begins: one's own documents, what is ready to use, what was corrected."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from olke.planning.documents import PAGES
from olke.teaching.access import may_write
from olke.teaching.models import DocumentKind
from olke.teaching.queries import documents_for, documents_to_update, own_documents

SHOWN = 6


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Show what is the reader's own, and what there is to use. Visitors see what is public."""
    own = list(own_documents(request.user)[:SHOWN])
    ready = {
        kind: documents_for(request.user, kind).filter(pack__isnull=False)[:SHOWN]
        for kind in DocumentKind
    }
    context = {
        "may_write": may_write(request.user),
        "own": own,
        "corrected": documents_to_update(own) if own else set(),
        "ready": [(kind, list(documents)) for kind, documents in ready.items()],
        "pages": PAGES,
    }
    return render(request, "planning/desk/desk.html", context)
