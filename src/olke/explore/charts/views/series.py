"""Series: one quantity over time, as a page and as files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext

from olke.explore.charts.building import series_figure
from olke.explore.charts.choices import read_choice
from olke.explore.charts.downloads import figure_file
from olke.explore.charts.options import series_options
from olke.explore.charts.queries import strongest_series
from olke.explore.charts.remembering import Drawn, remembered


def series(request: HttpRequest) -> HttpResponse:
    """Show the form, and the figure that the address asks for or what series there are."""
    page = remembered(request.get_full_path(), lambda: _draw(request))
    return render(request, "explore/series.html", dict(page))


def _draw(request: HttpRequest) -> Drawn:
    choice = read_choice(request.GET)
    figure = series_figure(choice) if choice.asks else None
    context = {
        "choice": choice,
        "options": series_options(choice),
        "figure": figure,
        "strongest": [] if choice.asks else strongest_series(),
    }
    title = figure.title if figure and figure.title else gettext("Series")
    return {"title": title, "body": render_to_string("explore/_series.html", context, request)}


def series_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the figure that the address asks for as a file: csv, xlsx, svg or png."""
    figure = series_figure(read_choice(request.GET))
    return figure_file(figure, form, request, stem="series")
