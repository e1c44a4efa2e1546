"""Pages on which one record is added or corrected."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from olke.accounts.access import require, signed_in
from olke.accounts.models import Role
from olke.editing import queries
from olke.editing.domain import add_record, change_record, judge, stored_snapshot
from olke.editing.drafts import Draft, draft_of
from olke.editing.errors import (
    ChangedMeanwhileError,
    DraftRefusedError,
    NothingChangedError,
)
from olke.editing.fields import USUAL
from olke.editing.merging import merged
from olke.editing.record_page import RecordPage, is_rearranging
from olke.editing.views import address_of, record_of, table_named
from olke.evidence.changes import changed_records
from olke.evidence.models import ClaimKind
from olke.history.chain import canonical
from olke.history.models import Entry
from olke.packs.columns import Table
from olke.packs.models import Pack, PackRecord
from olke.packs.records import Snapshot

AGAIN = "again"
# What the next claim of a document seldom shares with the one before.
OWN = {
    "claims": (
        *("value", "value_max", "bound", "approximate", "wording", "note"),
        *("title_kk", "title_ru", "title_en", "rank", "review"),
    )
}


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def add(request: HttpRequest, name: str) -> HttpResponse:
    """Add a record, perhaps one like another."""
    table = table_named(name)
    pack = Pack.objects.order_by("pk").first()
    if pack is None:
        raise Http404
    if request.method == "GET":
        return _shown(request, _begun(request, table))
    if is_rearranging(request.POST):
        return _shown(request, RecordPage.rearranged(table, request.POST, None))
    page = RecordPage.sent(table, request.POST, None)
    record = _added(request, page, pack)
    if record is None:
        return _shown(request, page, status=422)
    messages.success(request, _("Added. The history has an entry with your name."))
    if AGAIN in request.POST:
        return redirect(f"{reverse('editing:add', args=[name])}?like={record.key}")
    return redirect(address_of(table, record.key))


@require_http_methods(["GET", "POST"])
@require(Role.RESEARCHER)
def change(request: HttpRequest, name: str, key: str) -> HttpResponse:
    """Correct a record."""
    table = table_named(name)
    record = record_of(table, key)
    if request.method == "GET":
        draft = draft_of(table, stored_snapshot(table, record))
        return _shown(request, RecordPage.showing(table, draft, record))
    if is_rearranging(request.POST):
        return _shown(request, RecordPage.rearranged(table, request.POST, record))
    page = RecordPage.sent(table, request.POST, record)
    try:
        changed = _changed(request, page, record)
    except ChangedMeanwhileError as error:
        return _changed_meanwhile(request, page, error)
    except NothingChangedError:
        messages.info(request, _("Nothing was different, so nothing was changed."))
        return redirect(address_of(table, key))
    if not changed:
        return _shown(request, page, status=422)
    messages.success(request, _("Changed. The history keeps what it was before."))
    return redirect(address_of(table, key))


def _begun(request: HttpRequest, table: Table) -> RecordPage:
    """Return a new record's page: empty, with what the address gives, or like another record."""
    like = queries.record_with_key(table, request.GET.get("like", ""))
    if like:
        snapshot = stored_snapshot(table, like)
        own = {"key", *OWN.get(table.name, ())}
        kept = {name: cell for name, cell in snapshot.items() if name not in own}
        draft = draft_of(table, USUAL.get(table.name, {}) | kept)
        entries = queries.last_changes(table, like.key, 1)
        return RecordPage.showing(
            table, draft, why=entries[0].why if entries and entries[0].by else "", empty=1
        )
    given = {name: str(cell) for name, cell in request.GET.items() if name in table.names}
    return RecordPage.showing(table, Draft(_usual(table, given)), empty=1)


def _usual(table: Table, given: dict[str, str]) -> dict[str, str]:
    usual = USUAL.get(table.name, {}) | given
    if usual.get("kind") in {ClaimKind.EVENT, ClaimKind.ROLE}:
        usual |= {"aspect": "", "measure": ""}
    return usual


def _added(request: HttpRequest, page: RecordPage, pack: Pack) -> PackRecord | None:
    """Add what was entered, or put under each field what is wrong with it and return None."""
    reasoned = page.reason.is_valid()
    if not page.is_valid():
        return None
    try:
        if not reasoned:
            judge(page.table, page.draft(), pack=pack, is_new=True)
            return None
        why = page.reason.cleaned_data["why"]
        return add_record(page.table, page.draft(), pack=pack, by=signed_in(request), why=why)
    except DraftRefusedError as error:
        page.show(error.faults)
        return None


def _changed(request: HttpRequest, page: RecordPage, record: PackRecord) -> bool:
    """Change the record to what was entered, or put under each field what is wrong with it."""
    reasoned = page.reason.is_valid()
    if not page.is_valid():
        return False
    try:
        if not reasoned:
            judge(page.table, page.draft(), pack=record.pack, is_new=False)
            return False
        reason = page.reason.cleaned_data
        seen = reason["revision"] or 0
        by = signed_in(request)
        change_record(page.table, page.draft(), revision=seen, by=by, why=reason["why"])
    except DraftRefusedError as error:
        page.show(error.faults)
        return False
    return True


def _changed_meanwhile(
    request: HttpRequest, page: RecordPage, error: ChangedMeanwhileError
) -> HttpResponse:
    """Show both corrections brought together, and what saving would still change."""
    reason = page.reason.cleaned_data
    missed = max(0, error.revision - (reason["revision"] or 0))
    others = queries.last_changes(page.table, error.key, missed)
    base = queries.state_of(others[-1].old) if others else {}
    together = merged(base, error.current, page.draft().snapshot(page.table))
    record = record_of(page.table, error.key)
    shown = RecordPage.showing(
        page.table, draft_of(page.table, together), record, why=reason["why"]
    )
    extra = {
        "others": others,
        "difference": _difference(page.table, error.key, error.current, together),
    }
    return _shown(request, shown, extra, status=409)


def _difference(table: Table, key: str, old: Snapshot, new: Snapshot) -> object:
    """Return what a change from one state to the other would be, in words; writes nothing."""
    entry = Entry(kind=table.kind, key=key, old=canonical(old), new=canonical(new))
    return changed_records([entry])[0].fields


def _shown(
    request: HttpRequest,
    page: RecordPage,
    extra: dict[str, object] | None = None,
    status: int = 200,
) -> HttpResponse:
    page.show_names()
    record = page.record
    named = queries.record_names([record]) if record else []
    context = {
        "page": page,
        "table": page.table,
        "record": record,
        "record_name": named[0][0] if named else "",
        "errors": page.errors(),
        "record_url": address_of(page.table, record.key) if record else reverse("editing:desk"),
    }
    return render(request, "editing/record.html", {**context, **(extra or {})}, status=status)
