"""The saved states of a document."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.planning.documents import PAGES, any_document
from olke.teaching.access import may_change
from olke.teaching.domain.documents import restore_version
from olke.teaching.errors import ChangedMeanwhileError, NothingChangedError
from olke.teaching.models import Document, DocumentKind, Version

A_PAGE = 30


@require_GET
@require(Role.TEACHER)
def versions(request: HttpRequest, key: str) -> HttpResponse:
    """List every saved state, newest first, with who saved it."""
    document = _changeable(request, key)
    found = document.versions.select_related("by").defer("content")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"document": document, "page": page}
    return render(request, "planning/sharing/versions.html", context)


@require_POST
@require(Role.TEACHER)
def restore(request: HttpRequest, key: str, number: int) -> HttpResponse:
    """Make an earlier state the newest; what was newest stays as a version."""
    document = _changeable(request, key)
    try:
        restore_version(document, number, revision=document.revision, by=signed_in(request))
    except Version.DoesNotExist:
        raise Http404 from None
    except NothingChangedError:
        messages.info(request, _("The document is as it was then already."))
    except ChangedMeanwhileError:
        messages.error(request, _("Somebody saved just now. Look at it and repeat."))
        return redirect("planning:versions", document.key)
    else:
        said = _("The document is as it was in version %(number)s.")
        messages.success(request, said % {"number": number})
    return redirect(PAGES[DocumentKind(document.kind)], document.key)


def _changeable(request: HttpRequest, key: str) -> Document:
    document = any_document(request, key)
    if not may_change(request.user, document):
        raise Http404
    return document
