"""Series: one quantity over time, as a page and as files."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from olke.explore.charts.absent import absent_from
from olke.explore.charts.adding import LONGEST, Added, AddingForm, with_added
from olke.explore.charts.building import series_figure
from olke.explore.charts.choices import SeriesChoice, read_choice
from olke.explore.charts.downloads import figure_file
from olke.explore.charts.known import settled
from olke.explore.charts.observations import Named
from olke.explore.charts.options import series_options
from olke.explore.charts.queries import strongest_series
from olke.explore.charts.remembering import Drawn, remembered


def series(request: HttpRequest) -> HttpResponse:
    """Show the form, and the figure that the address asks for or what series there are.

    A name in ``add`` is turned into a subject of the address.
    """
    choice = read_choice(request.GET)
    if name := request.GET.get("add", "").strip()[:LONGEST]:
        added = with_added(choice, name)
        if added.choice != choice:
            return redirect(_address(added.choice))
        page = _draw(request, added)
    else:
        page = remembered(request.get_full_path(), lambda: _draw(request, Added(choice)))
    return render(request, "explore/series.html", dict(page))


def _draw(request: HttpRequest, added: Added) -> Drawn:
    known = settled(added.choice)
    choice = known.choice
    figure = series_figure(choice) if choice.asks else None
    context = {
        "choice": choice,
        "adding": AddingForm(),
        "candidates": _candidates(added, choice),
        "options": series_options(choice),
        "figure": figure,
        "absent": absent_from(figure.observations, known.subjects) if figure else [],
        "strongest": [] if choice.asks else strongest_series(),
    }
    title = figure.title if figure and figure.title else gettext("Series")
    return {"title": title, "body": render_to_string("explore/_series.html", context, request)}


def _address(choice: SeriesChoice) -> str:
    return f"{reverse('explore:series')}?{choice.query}"


def _candidates(added: Added, choice: SeriesChoice) -> list[Named]:
    """Lead from each subject that the name may mean to the page with it."""
    return [
        replace(one, url=_address(replace(choice, subjects=(*choice.subjects, one.key))))
        for one in added.candidates
    ]


def series_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the figure that the address asks for as a file: csv, xlsx, svg or png."""
    figure = series_figure(settled(read_choice(request.GET)).choice)
    return figure_file(figure, form, request, stem="series")
