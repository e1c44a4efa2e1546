"""Comparison: subjects beside one another, as a page and as files."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from olke.dates import parse
from olke.explore.charts.building import comparison_figure
from olke.explore.charts.choices import SeriesChoice, read_choice
from olke.explore.charts.comparison import By, Matrix, matrix_of
from olke.explore.charts.downloads import figure_file
from olke.explore.charts.figures import Figure
from olke.explore.charts.observations import Named, Observation
from olke.explore.charts.options import comparison_options
from olke.explore.charts.remembering import Drawn, remembered
from olke.explore.charts.wording import (
    aspect_label,
    measure_label,
    quantity_text,
    short_period_label,
)

SHOWN = 4  # claims of one cell; the rest are behind a link


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in a cell, in words."""

    observation: Observation
    value: str
    how: str
    when: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A column's or row's heading; ``without`` is the page without it, for a subject."""

    label: str
    url: str = ""
    without: str = ""


def compare(request: HttpRequest) -> HttpResponse:
    """Show the form, and the table and chart of what the address names."""
    page = remembered(request.get_full_path(), lambda: _draw(request))
    return render(request, "explore/compare.html", dict(page))


def _draw(request: HttpRequest) -> Drawn:
    choice, by = _read(request.GET)
    figure = comparison_figure(choice, by) if choice.asks else None
    table = _table(figure, choice, by) if figure else None
    context = {
        "choice": choice,
        "by": by,
        "options": comparison_options(choice),
        "figure": figure,
        "table": table,
    }
    title = gettext("Comparison")
    if figure and figure.title:
        title = f"{title}: {figure.title}"
    return {"title": title, "body": render_to_string("explore/_compare.html", context, request)}


def compare_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the comparison that the address asks for as a file."""
    choice, by = _read(request.GET)
    return figure_file(comparison_figure(choice, by), form, request, stem="comparison")


def _read(parameters: QueryDict) -> tuple[SeriesChoice, By]:
    choice = read_choice(parameters)
    named = parameters.get("by", "")
    if named in set(By):
        return choice, By(named)
    return choice, By.PERIODS if len(choice.indicators) == 1 else By.INDICATORS


def _table(figure: Figure, choice: SeriesChoice, by: By) -> dict[str, object]:
    """Say a matrix in words for the template."""
    matrix: Matrix = matrix_of(figure.observations, by)
    subject_columns = not matrix.subjects_first
    return {
        "columns": [
            _heading(column, choice, by, subject=subject_columns) for column in matrix.columns
        ],
        "lines": [
            (
                _heading(line.heading, choice, by, subject=matrix.subjects_first),
                [_cell(cell, figure, by) for cell in line.cells],
            )
            for line in matrix.lines
        ],
    }


def _heading(named: Named, choice: SeriesChoice, by: By, *, subject: bool) -> Heading:
    if subject:
        return Heading(named.label, named.url, _without(named.key, choice, by))
    if by is By.PERIODS:
        return Heading(_period_label(named.key))
    return Heading(named.label, named.url)


def _period_label(text: str) -> str:
    """Say an EDTF text; an empty one is no date."""
    return short_period_label(parse(text) if text else None)


def _without(key: str, choice: SeriesChoice, by: By) -> str:
    rest = tuple(subject for subject in choice.subjects if subject != key)
    query = replace(choice, subjects=rest).query
    more = urlencode({"by": by.value})
    return f"{reverse('explore:compare')}?{query}&{more}" if query else reverse("explore:compare")


def _cell(cell: tuple[Observation, ...], figure: Figure, by: By) -> dict[str, object]:
    entries = [
        Entry(
            observation=one,
            value=quantity_text(one.quantity, figure.registry),
            how=_how(one, by),
            when="" if by is By.PERIODS else short_period_label(one.period),
        )
        for one in cell
    ]
    return {"entries": entries[:SHOWN], "more": entries[SHOWN:]}


def _how(one: Observation, by: By) -> str:
    words = (_aspect_word(one), measure_label(one.measure), _product(one, by))
    return ", ".join(word for word in words if word)


def _aspect_word(one: Observation) -> str:
    return "" if one.aspect == "actual" else aspect_label(one.aspect)


def _product(one: Observation, by: By) -> str:
    return one.product.label if one.product and by is By.PERIODS else ""
