"""The first page: one region's evidence at a glance, or the regions to choose from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from olke.explore.overview import overview
from olke.explore.strip import draw_strip
from olke.packs.models import Pack
from olke.packs.queries import loaded_packs

WIDE, NARROW = 1000, 340


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the region; of several, the one that ``region`` names, or all to choose from."""
    packs = list(loaded_packs())
    pack = _chosen(packs, request.GET.get("region", ""))
    if pack is None:
        return render(request, "explore/home.html", {"packs": packs})
    seen = overview(pack)
    strips = [
        draw_strip(seen.years, seen.first, seen.last, seen.periods, width)
        for width in (WIDE, NARROW)
    ]
    context = {"packs": packs, "pack": pack, "overview": seen, "strips": strips}
    return render(request, "explore/home.html", context)


def _chosen(packs: list[Pack], key: str) -> Pack | None:
    if len(packs) == 1:
        return packs[0]
    return next((pack for pack in packs if pack.key == key), None)
