"""Pages of the researchers' desk: access, form, domain call, answer."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any, cast

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.editing import queries
from olke.editing.domain import add_record, change_record, revert_record, set_cell, stored_snapshot
from olke.editing.drafts import Draft, draft_of
from olke.editing.errors import (
    ChangedMeanwhileError,
    DraftRefusedError,
    NothingChangedError,
)
from olke.editing.forms import (
    OwnedRows,
    ReasonForm,
    RecordForm,
    ReviewForm,
    sentence_of,
    show_names,
)
from olke.evidence.changes import changed_records
from olke.exchange.pack.schema import BY_KIND, BY_NAME, KEYED, OWNED
from olke.history.models import Entry
from olke.packs.columns import Table
from olke.packs.models import Pack, PackRecord

CHANGES_A_PAGE = 30
SHOWN_AT = {"claims": "explore:claim", "entities": "explore:entity", "sources": "explore:source"}


@require_GET
@require(Role.RESEARCHER)
def desk(request: HttpRequest) -> HttpResponse:
    """Show where work waits: claims to review, what others changed, tables to add to."""
    changes = Paginator(queries.recent_changes(), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tables": KEYED,
        "states": queries.claims_by_review(),
        "waiting": queries.claims_to_review()[:10],
        "changes": changes,
        "records": queries.named(changed_records(changes)),
    }
    return render(request, "editing/desk.html", context)


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def add(request: HttpRequest, name: str) -> HttpResponse:
    """Add a record."""
    table = _table(name)
    pack = Pack.objects.order_by("pk").first()
    if pack is None:
        raise Http404
    if request.method == "GET":
        given = {key: value for key, value in request.GET.items() if key in table.names}
        return _form_page(request, table, RecordForm(table, initial=given), _empty(table))
    form, owned, reason = _bound(request, table)
    if form.is_valid() and _all_valid(owned) and reason.is_valid():
        try:
            record = add_record(
                table,
                _draft(form, owned),
                pack=pack,
                by=signed_in(request),
                why=reason.cleaned_data["why"],
            )
        except DraftRefusedError as error:
            _show(error, form, owned)
        else:
            messages.success(request, _("Added. The history has an entry with your name."))
            return redirect(address_of(table, record.key))
    return _form_page(request, table, form, owned, reason, status=422)


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def change(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """Correct a record."""
    table = _table(name)
    record = _record(table, key)
    if request.method == "GET":
        return _opened(request, table, record)
    form, owned, reason = _bound(request, table)
    form.fields["key"].disabled = True
    form.initial["key"] = key
    if form.is_valid() and _all_valid(owned) and reason.is_valid():
        try:
            change_record(
                table,
                _draft(form, owned),
                revision=reason.cleaned_data["revision"] or 0,
                by=signed_in(request),
                why=reason.cleaned_data["why"],
            )
        except DraftRefusedError as error:
            _show(error, form, owned)
        except ChangedMeanwhileError:
            return _changed_meanwhile(request, table, record, form, owned)
        except NothingChangedError:
            messages.info(request, _("Nothing was different, so nothing was changed."))
            return redirect(address_of(table, key))
        else:
            messages.success(request, _("Changed. The history keeps what it was before."))
            return redirect(address_of(table, key))
    return _form_page(request, table, form, owned, reason, record=record, status=422)


@require_POST
@require(Role.RESEARCHER)
def review(request: HttpRequest, key: str) -> HttpResponse:
    """Set a claim's review or rank, also withdraw it and take that back."""
    table = BY_NAME["claims"]
    record = _record(table, key)
    form = ReviewForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Say why, in a few words."))
        return redirect(address_of(table, key))
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
    return redirect(address_of(table, record.key))


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def revert(request: HttpRequest, number: int) -> HttpResponse:
    """Give a record back the state it had before an entry; asks once, with the difference."""
    entry = get_object_or_404(Entry, number=number)
    table = BY_KIND.get(entry.kind)
    before = queries.snapshot_before(entry)
    if table is None or before is None:
        raise Http404
    record = _record(table, entry.key)
    form = ReasonForm(request.POST or None, initial={"revision": record.revision})
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
    change = changed_records([entry])[0]
    context = {"change": change, "form": form, "record_url": address_of(table, entry.key)}
    status = 422 if form.is_bound else 200
    return render(request, "editing/revert.html", context, status=status)


@require_GET
@require(Role.RESEARCHER)
def suggestions(request: HttpRequest, name: str) -> JsonResponse:
    """Offer keys while somebody types a name."""
    words = request.GET.get("q", "").strip()[:100]
    found = queries.suggestions(name, words) if words else []
    return JsonResponse({"items": [asdict(suggestion) for suggestion in found]})


def address_of(table: Table, key: str) -> str:
    """Return the page that shows a record, or its form where no page does."""
    view = SHOWN_AT.get(table.name)
    return reverse(view, args=[key]) if view else reverse("editing:change", args=[table.name, key])


def _table(name: str) -> Table:
    table = BY_NAME.get(name)
    if table is None or table.owner:
        raise Http404
    return table


def _record(table: Table, key: str) -> PackRecord:
    found = get_object_or_404(table.model, key=key)
    return cast("PackRecord", found)


def _bound(request: HttpRequest, table: Table) -> tuple[RecordForm, list[OwnedRows], ReasonForm]:
    owned = [OwnedRows(other, data=request.POST) for other in OWNED[table.name]]
    return RecordForm(table, request.POST), owned, ReasonForm(request.POST)


def _empty(table: Table) -> list[OwnedRows]:
    return [OwnedRows(other) for other in OWNED[table.name]]


def _all_valid(owned: list[OwnedRows]) -> bool:
    valid = [rows.is_valid() for rows in owned]
    return all(valid)


def _draft(form: RecordForm, owned: list[OwnedRows]) -> Draft:
    row = form.cells()
    rows = {
        part.table.name: [{**cells, part.table.owned_by: row["key"]} for cells in part.rows()]
        for part in owned
    }
    return Draft(row, rows)


def _show(error: DraftRefusedError, form: RecordForm, owned: list[OwnedRows]) -> None:
    parts = {part.table.name: part for part in owned}
    for found in error.faults:
        if found.table in parts:
            parts[found.table].show(found)
        else:
            form.show(found.fault)


def _opened(request: HttpRequest, table: Table, record: PackRecord) -> HttpResponse:
    draft = draft_of(table, stored_snapshot(table, record))
    form = RecordForm(table, initial=dict(draft.row))
    form.fields["key"].disabled = True
    owned = [
        OwnedRows(other, rows=list(draft.owned.get(other.name, ()))) for other in OWNED[table.name]
    ]
    return _form_page(request, table, form, owned, record=record)


def _changed_meanwhile(
    request: HttpRequest,
    table: Table,
    record: PackRecord,
    form: RecordForm,
    owned: list[OwnedRows],
) -> HttpResponse:
    """Show what was entered once more, beside a word that somebody else was faster."""
    record.refresh_from_db()
    sentence = _(
        "Somebody else changed this record while you were working. What you entered is still here: "
        "look at the history of the record, then save again to put yours in its place."
    )
    form.add_error(None, sentence)
    reason = ReasonForm(initial={"why": request.POST.get("why", ""), "revision": record.revision})
    return _form_page(request, table, form, owned, reason, record=record, status=409)


def _form_page(
    request: HttpRequest,
    table: Table,
    form: RecordForm,
    owned: list[OwnedRows],
    reason: ReasonForm | None = None,
    *,
    record: PackRecord | None = None,
    status: int = 200,
) -> HttpResponse:
    revision = record.revision if record else None
    show_names([form, *(row for part in owned for row in part.forms)])
    context: dict[str, Any] = {
        "table": table,
        "form": form,
        "owned": owned,
        "reason": reason or ReasonForm(initial={"revision": revision}),
        "record": record,
        "record_url": address_of(table, record.key) if record else reverse("editing:desk"),
    }
    return render(request, "editing/record.html", context, status=status)


def _refusal(error: Exception) -> str:
    if isinstance(error, DraftRefusedError):
        return " ".join(sentence_of(found.fault) for found in error.faults)
    if isinstance(error, ChangedMeanwhileError):
        return _("Somebody else changed this record meanwhile. Look at it again, then decide.")
    return _("Nothing was different, so nothing was changed.")
