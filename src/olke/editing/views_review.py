"""Checking what others entered: the queue, a claim's review and rank, taking a change back."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.editing import queries
from olke.editing.domain import revert_record, set_cell
from olke.editing.errors import (
    ChangedMeanwhileError,
    DraftRefusedError,
    NothingChangedError,
)
from olke.editing.forms import RecordReasonForm, ReviewForm
from olke.editing.saying import sentence_of
from olke.editing.views import address_of, record_of
from olke.evidence.changes import changed_records
from olke.evidence.models import Review
from olke.exchange.pack.schema import BY_KIND, BY_NAME
from olke.history.models import Entry

CLAIMS_A_PAGE = 20


@require_GET
@require(Role.RESEARCHER)
def queue(request: HttpRequest) -> HttpResponse:
    """List the claims that wait for a review, each with its source and what may be said of it."""
    state = request.GET.get("state", "")
    claims = Paginator(queries.claims_to_review(state), CLAIMS_A_PAGE)
    page = claims.get_page(request.GET.get("page"))
    following = [*(claim.key for claim in list(page)[1:]), ""]
    context = {
        "page": page,
        "claims": list(zip(page, following, strict=True)),
        "focus": request.GET.get("focus", ""),
        "state": state if state in queries.WAITING else "",
        "states": queries.claims_by_review(),
        "verdicts": (Review.REVIEWED, Review.QUESTIONED, Review.WITHDRAWN),
    }
    return render(request, "editing/queue.html", context)


@require_POST
@require(Role.RESEARCHER)
def review(request: HttpRequest, key: str) -> HttpResponse:
    """Set a claim's review or rank, also withdraw it and take that back."""
    table = BY_NAME["claims"]
    record_of(table, key)
    form = ReviewForm(request.POST)
    back = _back(request) or address_of(table, key)
    if not form.is_valid():
        messages.error(request, _("Say why, in a few words."))
        return redirect(back)
    entered = form.cleaned_data
    try:
        set_cell(
            table,
            key,
            entered["column"],
            entered["value"],
            revision=entered["revision"] or 0,
            by=signed_in(request),
            why=entered["why"],
        )
    except (DraftRefusedError, ChangedMeanwhileError, NothingChangedError) as error:
        messages.error(request, _refusal(error))
    else:
        messages.success(request, _("Changed. The history keeps what it was before."))
    return redirect(back)


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def revert(request: HttpRequest, number: int) -> HttpResponse:
    """Give a record back the state it had before an entry; asks once, with the difference."""
    entry = get_object_or_404(Entry, number=number)
    table = BY_KIND.get(entry.kind)
    before = queries.snapshot_before(entry)
    if table is None or before is None:
        raise Http404
    record = record_of(table, entry.key)
    form = RecordReasonForm(request.POST or None, initial={"revision": record.revision})
    if request.method == "POST" and form.is_valid():
        try:
            revert_record(
                table,
                entry,
                before,
                revision=form.cleaned_data["revision"] or 0,
                by=signed_in(request),
                why=form.cleaned_data["why"],
            )
        except (DraftRefusedError, ChangedMeanwhileError, NothingChangedError) as error:
            form.add_error(None, _refusal(error))
        else:
            messages.success(request, _("The earlier state is back. Both stay in the history."))
            return redirect(address_of(table, entry.key))
    context = {
        "change": changed_records([entry])[0],
        "form": form,
        "record_name": queries.record_names([record])[0][0],
        "record_url": address_of(table, entry.key),
    }
    status = 422 if form.is_bound else 200
    return render(request, "editing/revert.html", context, status=status)


def _back(request: HttpRequest) -> str:
    """Return the page of ours that asked to be shown again, or an empty text."""
    target = request.POST.get("next", "")
    if target.startswith("?"):
        target = reverse("editing:queue") + target
    safe = url_has_allowed_host_and_scheme(target, allowed_hosts={request.get_host()})
    return target if safe else ""


def _refusal(error: Exception) -> str:
    if isinstance(error, DraftRefusedError):
        return " ".join(sentence_of(found.fault) for found in error.faults)
    if isinstance(error, ChangedMeanwhileError):
        return _("Somebody else changed this record meanwhile. Look at it again, then decide.")
    return _("Nothing was different, so nothing was changed.")
