"""Search: the page, the part of it that is exchanged while somebody types, and suggestions."""

from __future__ import annotations

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from django.views.decorators.vary import vary_on_headers

from olke.explore.search.page import search_page
from olke.explore.search.suggesting import suggestions


@require_safe
@vary_on_headers("HX-Target")
def search(request: HttpRequest) -> HttpResponse:
    """Show what was searched for; only the results where a page asks to exchange them."""
    page = search_page(request.GET, get_language() or "kk")
    part = request.headers.get("HX-Target") == "results"
    template = "explore/_results.html" if part else "explore/search.html"
    return render(request, template, {"search": page, "part": part})


@require_safe
def search_suggest(request: HttpRequest) -> JsonResponse:
    """Suggest names that begin as the query does."""
    found = suggestions(request.GET.get("q", "")[:100], get_language() or "kk")
    return JsonResponse({"items": [asdict(suggestion) for suggestion in found]})
