"""Where a teacher begins: one's own documents, what is ready to use, what was corrected."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from olke.classroom.queries import classes_of
from olke.planning.cards import cards_of
from olke.teaching.access import may_write
from olke.teaching.models import DocumentKind
from olke.teaching.queries import documents_for, own_documents

SHOWN = 6


@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """Show what is the reader's own, and what there is to use. Visitors see what is public."""
    ready = {
        kind: documents_for(request.user, kind).filter(pack__isnull=False)[:SHOWN]
        for kind in DocumentKind
    }
    context = {
        "may_write": may_write(request.user),
        "own": cards_of(own_documents(request.user)[:SHOWN], mine=True),
        "running": classes_of(request.user).filter(ended_at=None)[:3],
        "ready": [(kind, cards_of(documents)) for kind, documents in ready.items()],
    }
    return render(request, "planning/desk/desk.html", context)
