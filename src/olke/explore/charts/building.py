"""From a choice to a figure: read, set out, entitle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from django.urls import reverse
from django.utils.text import capfirst

from olke.explore.charts.assembly import assemble
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.comparison import By
from olke.explore.charts.figures import MOST_PANELS, Figure, subtitle_of
from olke.explore.charts.observations import Observation
from olke.explore.charts.queries import (
    UNASKED_SUBJECTS,
    breaks_of,
    observations_of,
    subjects_by_weight,
)
from olke.explore.charts.snapshots import join_percentages
from olke.explore.charts.wording import what_label
from olke.vocabulary.units import unit_registry


def series_figure(choice: SeriesChoice, *, most: int = MOST_PANELS) -> Figure:
    """Draw a choice: five statements, of which one only when no subject is chosen.

    Without a subject, those that have most claims are drawn; the figure's address names them.
    """
    if not choice.subjects:
        choice = replace(choice, subjects=tuple(subjects_by_weight(choice)[:UNASKED_SUBJECTS]))
    found = observations_of(choice) if choice.subjects else []
    registry = unit_registry()
    return Figure(
        title=title_of(found),
        subtitle=subtitle_of(found),
        series=assemble(in_order(found, choice.subjects), registry, breaks_of(choice.subjects)),
        registry=registry,
        path=reverse("explore:series"),
        query=choice.query,
        years=choice.years,
        most=most,
    )


def in_order(found: Sequence[Observation], subjects: Sequence[str]) -> list[Observation]:
    """Put observations in the order in which the reader named their subjects."""
    place = {key: number for number, key in enumerate(subjects)}
    ordered = sorted(found, key=lambda one: (place.get(one.subject.key, len(place)), one.position))
    return [replace(one, position=number) for number, one in enumerate(ordered)]


def title_of(found: Sequence[Observation]) -> str:
    """Name a figure: its indicator and product, or its subject where it has several indicators."""
    whats = list(dict.fromkeys(what_label(one) for one in found))
    if len(whats) == 1:
        return whats[0]
    indicators = list(dict.fromkeys(capfirst(one.indicator.label) for one in found))
    if len(indicators) == 1:
        return indicators[0]
    subjects = list(dict.fromkeys(one.subject.label for one in found))
    return subjects[0] if len(subjects) == 1 else ", ".join(indicators[:3])


def comparison_figure(choice: SeriesChoice, by: By) -> Figure:
    """Draw what several subjects have in common; four statements, or none without a choice.

    Panels that hold only one of several subjects are left to the table, unless there are no others;
    percentages of plan stand on one scale whatever their products.
    """
    found = observations_of(choice) if choice.subjects or choice.indicators else []
    registry = unit_registry()
    series = assemble(in_order(found, choice.subjects), registry, breaks_of(choice.subjects))
    many = len({one.subject.key for one in found}) > 1
    if many:
        series = replace(series, panels=tuple(join_percentages(series.panels)))
    return Figure(
        title=title_of(found),
        subtitle=subtitle_of(found),
        series=series,
        registry=registry,
        path=reverse("explore:compare"),
        query=f"{choice.query}&by={by.value}" if choice.query else "",
        years=choice.years,
        shared_first=many,
    )
