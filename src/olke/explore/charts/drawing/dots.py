"""Several subjects over time, or a state at a date: dots, joined where periods follow."""

from __future__ import annotations

from olke.evidence.models import Aspect, Measure
from olke.explore.charts.drawing.canvas import SIZE, Canvas, Value
from olke.explore.charts.drawing.frame import Frame, value_axis, year_axis
from olke.explore.charts.drawing.labels import Label, place_labels
from olke.explore.charts.drawing.shapes import (
    HUNDRED,
    RADIUS,
    draw_bound,
    draw_shape,
    fill_and_edge,
)
from olke.explore.charts.drawing.spans import draw_breaks
from olke.explore.charts.drawing.ticks import Scale
from olke.explore.charts.series import Mark, Panel, Track
from olke.explore.charts.wording import number_label

LONG = 1.05  # years; a period longer than this is drawn with a line as long


def draw_dots(canvas: Canvas, frame: Frame, panel: Panel, top: float) -> float:
    """Draw a panel of dots below ``top``; return where it ends."""
    head, height = 20, 170 if frame.narrow else 220
    bottom = top + head + height
    values, left = value_axis(canvas, frame, panel, top + head, bottom)
    years = year_axis(canvas, frame, left, bottom)
    if panel.measure is Measure.PERCENT_OF_PLAN:
        canvas.line(left, values(100), frame.width, values(100), **HUNDRED)
    draw_breaks(canvas, frame, panel, years, top, bottom)
    for track in panel.tracks:
        _draw_runs(canvas, frame, track, years, values)
    for track in panel.tracks:
        for mark in track.marks:
            with canvas.link(frame.anchor(mark)):
                _draw_dot(canvas, frame, mark, years, values)
    points = [(years(mark.extent.middle), values(float(mark.low))) for mark in panel.marks]
    place_labels(canvas, _labels(panel, years, values, bottom), left, frame.width, marks=points)
    return bottom + 30


def _draw_runs(canvas: Canvas, frame: Frame, track: Track, years: Scale, values: Scale) -> None:
    dashes: dict[str, Value] = {} if track.aspect is Aspect.ACTUAL else {"stroke_dasharray": "6 4"}
    for run in track.runs:
        points = [(years(mark.extent.middle), values(float(mark.low))) for mark in run]
        colour = frame.colour(track.name)
        canvas.polyline(points, stroke=colour, stroke_width=2, aria_hidden="true", **dashes)


def _draw_dot(canvas: Canvas, frame: Frame, mark: Mark, years: Scale, values: Scale) -> None:
    x, y = years(mark.extent.middle), values(float(mark.low))
    x += (mark.turn - (mark.turns - 1) / 2) * 3 if mark.turns > 1 else 0
    subject = mark.observation.subject
    colour = frame.colour(subject)
    high = values(float(mark.high))
    if mark.extent.end - mark.extent.start > LONG or mark.length.is_open:
        _draw_span(canvas, mark, years, y, colour)
    if high != y:
        canvas.line(x, y, x, high, stroke=colour, stroke_width=3, opacity="0.6")
        canvas.line(x - 4, high, x + 4, high, stroke=colour, stroke_width=2)
    if bound := mark.observation.quantity.bound:
        draw_bound(
            canvas,
            x,
            y - RADIUS if bound.value.endswith(("least", "more-than")) else (y + RADIUS),
            bound,
        )
    look = fill_and_edge(canvas, mark, colour)
    if mark.observation.aspect in (Aspect.PLANNED, Aspect.NORM):
        look = {**look, "fill": "paper", "stroke": colour, "stroke_width": 2}
    draw_shape(canvas, frame.shape(subject), x, y, **look)


def _draw_span(canvas: Canvas, mark: Mark, years: Scale, y: float, colour: str) -> None:
    """Draw how long the period is; dashed where a side is open."""
    dashes: dict[str, Value] = {"stroke_dasharray": "3 3"} if mark.length.is_open else {}
    left, right = years(mark.extent.start), years(mark.extent.end)
    canvas.line(left, y, right, y, stroke=colour, stroke_width=2, **dashes)


def _labels(panel: Panel, years: Scale, values: Scale, bottom: float) -> list[Label]:
    """Write each number above its dot or, over the axis, below; the ends of the series first."""
    labels = []
    for track in panel.tracks:
        ends = {0, len(track.marks) - 1}
        for place, mark in enumerate(track.marks):
            if mark.turn and mark.low == track.marks[place - 1].low:
                continue  # the claim before says the same
            high = values(float(mark.high))
            raised = 9 if mark.observation.quantity.bound else 0
            rank = place if place not in ends else place - 1000
            x = years(mark.extent.middle)
            below = values(float(mark.low)) + RADIUS + SIZE + 2
            above = high - RADIUS - 5 - raised
            labels.append(
                Label(x, above, number_label(mark), rank, below if below < bottom - 3 else None)
            )
    return labels
