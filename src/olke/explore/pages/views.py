"""Pages of single records: access (everyone may read), reading, and the template."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from olke.accounts.access import may_edit
from olke.evidence.changes import changed_records
from olke.evidence.models import Rank, Review
from olke.exchange.bibliography import claim_references, source_references
from olke.explore.charts.notices import read_notices
from olke.explore.pages import lists, queries
from olke.history.queries import entries_of
from olke.packs.models import Pack
from olke.vocabulary.models import HistoricalPeriod, Indicator, Theme
from olke.vocabulary.queries import themes_within

CLAIMS_A_PAGE = 50
SHOWN_AT_FIRST = 30  # claims of each kind on the page of an entity


def claim(request: HttpRequest, key: str) -> HttpResponse:
    """Show one claim: sentence, every field, the citation chain, references and history."""
    found = queries.claim_by_key(key)
    if found is None:
        raise Http404
    context = {
        "claim": found,
        "neighbours": queries.neighbours(found),
        "references": claim_references(found),
        "history": changed_records(entries_of("claim", key)),
        "reviews": Review.choices,
        "ranks": Rank.choices,
        "may_edit": may_edit(request.user),
    }
    return render(request, "explore/claim.html", context)


def entity(request: HttpRequest, key: str) -> HttpResponse:
    """Show an entity: names, wholes and parts, its claims as table, timeline and series.

    ``?whole=1`` shows every claim of an entity that has very many.
    """
    found = queries.entity_by_key(key)
    if found is None:
        raise Http404
    page = queries.entity_page(found)
    whole = "whole" in request.GET
    context = {
        "entity": found,
        "page": page,
        "most": len(page.observations + page.events + page.roles) if whole else SHOWN_AT_FIRST,
        "place": queries.located_in(page),
        "history": changed_records(entries_of("entity", key)),
        "may_edit": may_edit(request.user),
    }
    return render(request, "explore/entity.html", context)


def entities(request: HttpRequest) -> HttpResponse:
    """Show every entity by kind."""
    return render(request, "explore/entities.html", {"clusters": lists.entities_by_kind()})


def sources(request: HttpRequest) -> HttpResponse:
    """Show every source in its group, and the archives."""
    context = {"groups": lists.sources_by_group(), "repositories": lists.repositories()}
    return render(request, "explore/sources.html", context)


def source(request: HttpRequest, key: str) -> HttpResponse:
    """Show a source with every claim that rests on it."""
    found = queries.source_by_key(key)
    if found is None:
        raise Http404
    locator = request.GET.get("locator", "")[:60]
    claims = queries.claims_resting_on(found, locator)
    context = {
        "source": found,
        "locator": locator,
        "claims": Paginator(claims, CLAIMS_A_PAGE).get_page(request.GET.get("page")),
        "references": source_references(found),
        "history": changed_records(entries_of("source", key)),
        "may_edit": may_edit(request.user),
    }
    return render(request, "explore/source.html", context)


def indicators(request: HttpRequest) -> HttpResponse:
    """Show every indicator that has claims, by theme."""
    return render(request, "explore/indicators.html", {"themes": lists.indicators_by_theme()})


def indicator(request: HttpRequest, key: str) -> HttpResponse:
    """Show an indicator: what it means, whom it is known for, and its claims."""
    found = get_object_or_404(Indicator.objects.select_related("theme"), key=key)
    claims = queries.claims_of_indicator(found)
    context = {
        "indicator": found,
        "subjects": queries.subjects_of_indicator(found),
        "claims": Paginator(claims, CLAIMS_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "explore/indicator.html", context)


def theme(request: HttpRequest, key: str) -> HttpResponse:
    """Show a theme: the themes within it, its indicators and its claims."""
    found = get_object_or_404(Theme.objects.select_related("parent"), key=key)
    within = themes_within(key)
    claims = queries.claims_of_themes(within)
    context = {
        "theme": found,
        "children": found.children.all(),
        "indicators": queries.indicators_of_themes(within),
        "entities": queries.entities_of_themes(within),
        "claims": Paginator(claims, CLAIMS_A_PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "explore/theme.html", context)


def period(request: HttpRequest, key: str) -> HttpResponse:
    """Show a period of the region's history: its events and what is known of it by theme."""
    found = get_object_or_404(HistoricalPeriod, key=key)
    claims = Paginator(queries.figures_in(found), CLAIMS_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "period": found,
        "periods": HistoricalPeriod.objects.all(),
        "events": queries.events_in(found) if claims.number == 1 else [],
        "themes": queries.themes_in(found),
        "claims": claims,
    }
    return render(request, "explore/period.html", context)


def glossary(request: HttpRequest) -> HttpResponse:
    """Show the terms and abbreviations in the order of the reader's alphabet."""
    return render(request, "explore/glossary.html", {"letters": lists.terms_by_letter()})


def about(request: HttpRequest) -> HttpResponse:
    """Show what the evidence is, its edition and checksum, and the notices of its parts."""
    packs = Pack.objects.prefetch_related("editions", "files")
    notices = [(path, read_notices(text), text) for pack in packs for path, text in pack.notices]
    context = {"packs": packs, "notices": notices, "counts": lists.record_counts()}
    return render(request, "explore/about.html", context)
