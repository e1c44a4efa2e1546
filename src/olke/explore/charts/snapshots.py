"""Panels of one period: what differs only in its product, or compares only as a percentage.

A **snapshot** is a panel of one subject and one period. Several of one indicator, unit and period
are rows of one panel; so are the percentages by which different subjects fulfilled their plans.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from olke.dates import Period
from olke.evidence.models import Measure
from olke.explore.charts.observations import Named
from olke.explore.charts.series import Mark, Panel, Style, Track

MOST_ROWS = 40  # of joined percentages; more could not be read as one panel


def join_snapshots(panels: Sequence[Panel]) -> list[Panel]:
    """Put panels of a single subject and period together when only the product differs.

    A panel of two periods is parted where every part finds company.
    """
    parted = [_by_period(panel) if _may_part(panel) else (panel,) for panel in panels]
    company = Counter(_kind(part) for parts in parted for part in parts if _is_snapshot(part))
    joined: dict[object, Panel] = {}
    for number, (panel, parts) in enumerate(zip(panels, parted, strict=True)):
        accompanied = all(company[_kind(part)] > 1 for part in parts)
        for part in parts if accompanied else (panel,):
            kind = _kind(part) if _is_snapshot(part) else number
            known = joined.get(kind)
            joined[kind] = part if known is None else _with_rows(known, part)
    return [_largest_first(panel) for panel in joined.values()]


def join_percentages(panels: Sequence[Panel]) -> list[Panel]:
    """Put percentages of plan of one indicator together whatever the product: all have one scale.

    Only where that brings several subjects together; it stands where the first of them stood.
    """
    groups: dict[str, list[Panel]] = {}
    for panel in panels:
        if panel.measure is Measure.PERCENT_OF_PLAN:
            groups.setdefault(panel.indicator.key, []).append(panel)
    joined = {
        key: _compared(group)
        for key, group in groups.items()
        if len(group) > 1 and _worth_joining([mark for panel in group for mark in panel.marks])
    }
    told: list[Panel] = []
    for panel in panels:
        if panel.measure is not Measure.PERCENT_OF_PLAN or panel.indicator.key not in joined:
            told.append(panel)
        elif panel is groups[panel.indicator.key][0]:
            told.append(joined[panel.indicator.key])
    return told


def _worth_joining(marks: Sequence[Mark]) -> bool:
    return len({mark.observation.subject for mark in marks}) > 1 and len(marks) <= MOST_ROWS


def _compared(panels: Sequence[Panel]) -> Panel:
    tracks = [track for panel in panels for track in _by_subject_and_product(panel)]
    ordered = sorted(tracks, key=lambda track: track.marks[0].observation.position)
    return replace(panels[0], product=None, style=Style.ROWS, tracks=tuple(ordered), breaks=())


def _by_subject_and_product(panel: Panel) -> Iterable[Track]:
    for track in panel.tracks:
        products: dict[Named | None, list[Mark]] = {}
        for mark in track.marks:
            products.setdefault(mark.observation.product, []).append(mark)
        for product, marks in products.items():
            name = _both(marks[0].observation.subject, product)
            yield replace(track, name=name, marks=tuple(marks), runs=())


def _both(subject: Named, product: Named | None) -> Named:
    if product is None:
        return subject
    return Named(f"{subject.key}/{product.key}", f"{subject.label}: {product.label}", subject.url)


def _is_snapshot(panel: Panel) -> bool:
    return bool(panel.product) and len(panel.names) == 1 and len(panel.periods) == 1


def _may_part(panel: Panel) -> bool:
    rows = panel.style is Style.ROWS and len(panel.names) == 1 and bool(panel.product)
    return rows and len(panel.periods) > 1


def _kind(panel: Panel) -> object:
    moment = panel.marks[0].extent
    return (panel.indicator, panel.names, panel.measure, panel.unit, moment, panel.length)


def _by_period(panel: Panel) -> tuple[Panel, ...]:
    return tuple(_only(panel, period) for period in panel.periods)


def _only(panel: Panel, period: Period) -> Panel:
    """Keep the marks of one period; nothing is left for a line to join."""
    tracks = [
        replace(track, marks=marks, runs=())
        for track in panel.tracks
        if (marks := tuple(mark for mark in track.marks if mark.observation.period == period))
    ]
    return replace(panel, tracks=tuple(tracks), breaks=())


def _with_rows(one: Panel, other: Panel) -> Panel:
    return replace(one, product=None, tracks=(*_by_product(one), *_by_product(other)))


def _by_product(panel: Panel) -> tuple[Track, ...]:
    if panel.product is None:
        return panel.tracks
    return tuple(replace(track, name=panel.product) for track in panel.tracks)


def _largest_first(panel: Panel) -> Panel:
    """Order the products of joined snapshots by their largest number."""
    if panel.product or not any(mark.observation.product for mark in panel.marks):
        return panel
    largest = {
        name: max(mark.high for track in panel.tracks if track.name == name for mark in track.marks)
        for name in panel.names
    }
    ordered = sorted(panel.tracks, key=lambda track: -largest[track.name])
    return replace(panel, tracks=tuple(ordered))
