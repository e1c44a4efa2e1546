"""Comparison: subjects beside one another, as a page and as files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext

from olke.dates import parse
from olke.explore.charts.absent import Absent, absent_from
from olke.explore.charts.adding import LONGEST, Added, AddingForm, with_added
from olke.explore.charts.building import comparison_figure
from olke.explore.charts.choices import SeriesChoice, read_choice
from olke.explore.charts.comparison import By, Matrix, matrix_of
from olke.explore.charts.downloads import figure_file
from olke.explore.charts.figures import Figure
from olke.explore.charts.known import settled
from olke.explore.charts.observations import Named, Observation
from olke.explore.charts.options import comparison_options
from olke.explore.charts.partners import comparison_offers
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


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell; ``absent`` fills a subject's whole row or column instead.

    column: the heading of its column, said again where a phone lists the cells.
    """

    entries: tuple[Entry, ...] = ()
    more: tuple[Entry, ...] = ()
    absent: Absent | None = None
    rows: int = 1
    columns: int = 1
    column: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """The comparison in words: headings of columns, and rows of a heading and its cells."""

    columns: tuple[Heading, ...]
    lines: tuple[tuple[Heading, tuple[Cell, ...]], ...]


def compare(request: HttpRequest) -> HttpResponse:
    """Show the form, and the table and chart of what the address names.

    A name in ``add`` is turned into a subject of the address.
    """
    choice, by = _read(request.GET)
    if name := request.GET.get("add", "").strip()[:LONGEST]:
        added = with_added(choice, name)
        if added.choice != choice:
            return redirect(_address(added.choice, by if choice.asks else None))
        page = _draw(request, added, by)
    else:
        page = remembered(request.get_full_path(), lambda: _draw(request, Added(choice), by))
    return render(request, "explore/compare.html", dict(page))


def _draw(request: HttpRequest, added: Added, by: By) -> Drawn:
    known = settled(added.choice)
    choice = known.choice
    offers = comparison_offers(choice)
    # One subject's own figures compare nothing and stand on its page.
    wanted = choice.asks and not (offers and not choice.indicators)
    figure = comparison_figure(choice, by) if wanted else None
    absent = absent_from(figure.observations, known.subjects) if figure else []
    name = known.subjects[0] if known.subjects else None
    context = {
        "choice": choice,
        "by": by,
        "adding": AddingForm(),
        "candidates": _candidates(added, choice, by),
        "options": comparison_options(choice),
        "offers": offers,
        "subject": name,
        "figure": figure,
        "absent": absent,
        "table": _table(figure, choice, by, absent) if figure else None,
    }
    title = gettext("Comparison")
    heading = figure.title if figure else name.label if name else ""
    if heading:
        title = f"{title}: {heading}"
    context["title"] = title
    return {"title": title, "body": render_to_string("explore/_compare.html", context, request)}


def compare_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the comparison that the address asks for as a file."""
    choice, by = _read(request.GET)
    figure = comparison_figure(settled(choice).choice, by)
    return figure_file(figure, form, request, stem="comparison")


def _address(choice: SeriesChoice, by: By | None = None) -> str:
    more = urlencode({"by": by.value}) if by else ""
    query = "&".join(filter(None, (choice.query, more)))
    return f"{reverse('explore:compare')}?{query}" if choice.query else reverse("explore:compare")


def _candidates(added: Added, choice: SeriesChoice, by: By) -> list[Named]:
    """Lead from each subject that the name may mean to the page with it."""
    return [
        replace(one, url=_address(replace(choice, subjects=(*choice.subjects, one.key)), by))
        for one in added.candidates
    ]


def _read(parameters: QueryDict) -> tuple[SeriesChoice, By]:
    choice = read_choice(parameters)
    named = parameters.get("by", "")
    if named in set(By):
        return choice, By(named)
    return choice, By.PERIODS if len(choice.indicators) == 1 else By.INDICATORS


def _table(figure: Figure, choice: SeriesChoice, by: By, absent: Sequence[Absent]) -> Table:
    """Say a matrix in words for the template."""
    missing = {one.subject.key: one for one in absent}
    asked = tuple(one.subject for one in absent)
    matrix: Matrix = matrix_of(figure.observations, by, asked)
    subject_columns = not matrix.subjects_first
    columns = tuple(
        _heading(column, choice, by, subject=subject_columns) for column in matrix.columns
    )
    said = [
        tuple(
            replace(_cell(cell, figure, by), column=column.label)
            for column, cell in zip(columns, line.cells, strict=True)
        )
        for line in matrix.lines
    ]
    return Table(
        columns=columns,
        lines=tuple(
            (
                _heading(line.heading, choice, by, subject=matrix.subjects_first),
                _with_absent(matrix, number, said[number], missing),
            )
            for number, line in enumerate(matrix.lines)
        ),
    )


def _with_absent(
    matrix: Matrix, number: int, cells: Sequence[Cell], missing: Mapping[str, Absent]
) -> tuple[Cell, ...]:
    """Give a row's cells; a missing subject has one cell, across its row or down its column."""
    heading = matrix.lines[number].heading
    if matrix.subjects_first:
        if heading.key in missing:
            return (Cell(absent=missing[heading.key], columns=len(matrix.columns)),)
        return tuple(cells)
    kept = []
    for column, cell in zip(matrix.columns, cells, strict=True):
        if column.key not in missing:
            kept.append(cell)
        elif number == 0:
            absent = missing[column.key]
            kept.append(Cell(absent=absent, rows=len(matrix.lines), column=cell.column))
    return tuple(kept)


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
    return _address(replace(choice, subjects=rest), by)


def _cell(cell: tuple[Observation, ...], figure: Figure, by: By) -> Cell:
    entries = tuple(
        Entry(
            observation=one,
            value=quantity_text(one.quantity, figure.registry),
            how=_how(one, by),
            when="" if by is By.PERIODS else short_period_label(one.period),
        )
        for one in cell
    )
    return Cell(entries[:SHOWN], entries[SHOWN:])


def _how(one: Observation, by: By) -> str:
    words = (_aspect_word(one), measure_label(one.measure), _product(one, by))
    return ", ".join(word for word in words if word)


def _aspect_word(one: Observation) -> str:
    return "" if one.aspect == "actual" else aspect_label(one.aspect)


def _product(one: Observation, by: By) -> str:
    return one.product.label if one.product and by is By.PERIODS else ""
