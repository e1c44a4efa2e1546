"""The desk itself: where work waits, the records of each table, keys offered while one types."""

from __future__ import annotations

from dataclasses import asdict

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from olke.accounts.access import require
from olke.accounts.models import Role
from olke.editing import queries
from olke.evidence.changes import changed_records
from olke.exchange.pack.schema import BY_NAME
from olke.packs.columns import Table
from olke.packs.models import PackRecord

CHANGES_A_PAGE = 20
RECORDS_A_PAGE = 50
WAITING_SHOWN = 5
SHOWN_AT = {"claims": "explore:claim", "entities": "explore:entity", "sources": "explore:source"}
# In the order of a researcher's work, not in that of a pack's files.
TABLES = (
    "claims",
    "entities",
    "sources",
    "repositories",
    "indicators",
    "products",
    "units",
    "themes",
    "periods",
    "glossary",
)


@require_GET
@require(Role.RESEARCHER)
def desk(request: HttpRequest) -> HttpResponse:
    """Show where work waits: claims to review, what others changed, tables to look into."""
    changes = Paginator(queries.recent_changes(), CHANGES_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "tables": [BY_NAME[name] for name in TABLES],
        "states": queries.claims_by_review(),
        "waiting": queries.claims_to_review()[:WAITING_SHOWN],
        "changes": changes,
        "records": queries.named(changed_records(changes)),
    }
    return render(request, "editing/desk.html", context)


@require_GET
@require(Role.RESEARCHER)
def records(request: HttpRequest, name: str) -> HttpResponse:
    """List the records of a table, or those whose names hold some words."""
    table = table_named(name)
    words = request.GET.get("q", "").strip()[:100]
    found = Paginator(queries.matching(table, words), RECORDS_A_PAGE)
    page = found.get_page(request.GET.get("page"))
    context = {
        "table": table,
        "words": words,
        "page": page,
        "records": queries.record_names(page),
    }
    return render(request, "editing/records.html", context)


@require_GET
@require(Role.RESEARCHER)
def suggestions(request: HttpRequest, name: str) -> JsonResponse:
    """Offer keys while somebody types a name; the first of the table before anything is typed."""
    words = request.GET.get("q", "").strip()[:100]
    found = queries.suggestions(name, words)
    return JsonResponse({"items": [asdict(suggestion) for suggestion in found]})


def address_of(table: Table, key: str) -> str:
    """Return the page that shows a record, or its form where no page does."""
    view = SHOWN_AT.get(table.name)
    return reverse(view, args=[key]) if view else reverse("editing:change", args=[table.name, key])


def table_named(name: str) -> Table:
    """Return a table of records with keys; anything else is a page that does not exist."""
    table = BY_NAME.get(name)
    if table is None or table.owner:
        raise Http404
    return table


def record_of(table: Table, key: str) -> PackRecord:
    """Return a record, or say that there is no such page."""
    found = queries.record_with_key(table, key)
    if found is None:
        raise Http404
    return found
