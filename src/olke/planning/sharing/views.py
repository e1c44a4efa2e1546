"""Who may read and change a document; copies; taking out and bringing back."""

from __future__ import annotations

from contextlib import suppress

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Person, Role
from olke.planning.documents import PAGES, any_document, owned_document
from olke.planning.sharing.forms import ShareForm
from olke.teaching.access import may_change
from olke.teaching.domain import documents as domain
from olke.teaching.domain import sharing
from olke.teaching.domain.evidence import accept_evidence
from olke.teaching.errors import NothingChangedError
from olke.teaching.models import Document, DocumentKind, Visibility

MEANS = {
    Visibility.PRIVATE: _("You, and the colleagues below."),
    Visibility.ORGANISATION: _("Teachers of your school or university find it in their lists."),
    Visibility.LINK: _("It stands in no list; who has the link needs no account."),
    Visibility.PUBLIC: _("Everybody finds it in the lists, visitors too."),
}
"""What each visibility means for whom."""


@require_GET
@require(Role.TEACHER)
def share(request: HttpRequest, key: str) -> HttpResponse:
    """Show who may read a document, and its private link."""
    document = owned_document(request, key)
    return _share_page(request, document, ShareForm(document=document))


@require_POST
@require(Role.TEACHER)
def change_share(request: HttpRequest, key: str) -> HttpResponse:
    """Set the visibility, add or take away a colleague, renew the link."""
    document, by = owned_document(request, key), signed_in(request)
    do, _colon, rest = request.POST.get("do", "").partition(":")
    if do == "visibility" and rest in Visibility.values:
        _quietly_set(document, Visibility(rest), by)
    elif do == "renew":
        sharing.renew_link(document, by=by)
        messages.success(request, gettext("The link given before leads nowhere any more."))
    elif do == "stop" and rest.isdigit():
        person = Person.objects.filter(pk=int(rest)).first()
        if person:
            sharing.stop_sharing(document, person, by=by)
    elif do == "add":
        form = ShareForm(request.POST, document=document)
        if not form.is_valid():
            return _share_page(request, document, form)
        may = form.cleaned_data["may_change"]
        sharing.share_with(document, form.cleaned_data["person"], may_change=may, by=by)
    else:
        return HttpResponseBadRequest(gettext("Open the page again and repeat what you did."))
    return redirect("planning:share", document.key)


@require_POST
@require(Role.TEACHER)
def copy(request: HttpRequest, key: str) -> HttpResponse:
    """Make a copy of one's own of any document that one may see."""
    document = any_document(request, key)
    made = domain.copy_document(document, by=signed_in(request))
    messages.success(request, gettext("This copy is yours: change what you like."))
    return redirect(PAGES[DocumentKind(made.kind)], made.key)


@require_POST
@require(Role.TEACHER)
def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take a document out of all lists."""
    document = owned_document(request, key)
    domain.remove_document(document, by=signed_in(request))
    said = gettext("“%(title)s” is out of all lists. It can be brought back below.")
    messages.success(request, said % {"title": document.title})
    return redirect("planning:removed")


@require_POST
@require(Role.TEACHER)
def back(request: HttpRequest, key: str) -> HttpResponse:
    """Bring a removed document back."""
    document = owned_document(request, key)
    with suppress(NothingChangedError):  # somebody pressed twice
        domain.bring_back(document, by=signed_in(request))
    return redirect(PAGES[DocumentKind(document.kind)], document.key)


@require_GET
@require(Role.TEACHER)
def removed(request: HttpRequest) -> HttpResponse:
    """List what the reader took out, newest first."""
    found = Document.objects.filter(owner=signed_in(request), removed_at__isnull=False)
    context = {"documents": found.order_by("-removed_at")}
    return render(request, "planning/sharing/removed.html", context)


@require_POST
@require(Role.TEACHER)
def seen(request: HttpRequest, key: str) -> HttpResponse:
    """Note that the corrections of the evidence have been seen."""
    document = any_document(request, key)
    if not may_change(request.user, document):
        raise Http404
    accept_evidence(document, by=signed_in(request))
    return redirect(PAGES[DocumentKind(document.kind)], document.key)


def _share_page(request: HttpRequest, document: Document, form: ShareForm) -> HttpResponse:
    page = reverse(PAGES[DocumentKind(document.kind)], args=[document.key])
    context = {
        "document": document,
        "form": form,
        "shares": document.shares.select_related("person").order_by("person__display_name"),
        "visibilities": [(one.value, one.label, MEANS[one]) for one in Visibility],
        "link": request.build_absolute_uri(f"{page}?link={document.secret}"),
        "page": page,
    }
    status = 422 if form.errors else 200
    return render(request, "planning/sharing/share.html", context, status=status)


def _quietly_set(document: Document, visibility: Visibility, by: Person) -> None:
    with suppress(NothingChangedError):  # pressed twice
        sharing.set_visibility(document, visibility, by=by)
