"""Series: one quantity over time, as a page and as files."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from olke.explore.charts.building import series_figure
from olke.explore.charts.choices import read_choice
from olke.explore.charts.downloads import figure_file
from olke.explore.charts.options import series_options
from olke.explore.charts.queries import strongest_series


def series(request: HttpRequest) -> HttpResponse:
    """Show the form, and the figure that the address asks for or what series there are."""
    choice = read_choice(request.GET)
    context = {
        "choice": choice,
        "options": series_options(choice),
        "figure": series_figure(choice) if choice.asks else None,
        "strongest": [] if choice.asks else strongest_series(),
    }
    return render(request, "explore/series.html", context)


def series_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the figure that the address asks for as a file: csv, xlsx, svg or png."""
    figure = series_figure(read_choice(request.GET))
    return figure_file(figure, form, request, stem="series")
