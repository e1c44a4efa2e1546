"""One subject over time: a bar as wide as its period, the plan round the actual."""

from __future__ import annotations

from collections import defaultdict

from olke.evidence.models import Aspect
from olke.explore.charts.drawing.canvas import Canvas, Value
from olke.explore.charts.drawing.frame import Frame, value_axis, year_axis
from olke.explore.charts.drawing.labels import Label, place_labels
from olke.explore.charts.drawing.shapes import draw_bound, fill_and_edge, range_fill
from olke.explore.charts.drawing.spans import draw_breaks
from olke.explore.charts.drawing.ticks import Scale
from olke.explore.charts.series import Mark, Panel
from olke.explore.charts.wording import number_labels

MOST = 110  # px; on a short axis a bar is narrower than its period
# Drawn one over the other: the outline of a plan goes round what was reached.
ORDER = (Aspect.PLANNED, Aspect.ACTUAL, Aspect.ESTIMATE, Aspect.NORM)


def draw_bars(canvas: Canvas, frame: Frame, panel: Panel, top: float) -> float:
    """Draw a panel of bars below ``top``; return where it ends."""
    head, height = 20, 150 if frame.narrow else 190
    bottom = top + head + height
    values, left = value_axis(canvas, frame, panel, top + head, bottom)
    years = year_axis(canvas, frame, left, bottom)
    draw_breaks(canvas, frame, panel, years, top, bottom)
    for mark in sorted(panel.marks, key=lambda mark: ORDER.index(mark.observation.aspect)):
        with canvas.link(frame.anchor(mark)):
            _draw_bar(canvas, frame, mark, years, values)
    place_labels(canvas, _labels(panel, years, values), left, frame.width)
    return bottom + 30


def bar_sides(mark: Mark, years: Scale) -> tuple[float, float]:
    """Give a bar's left and right: its period less a margin, shared with further claims."""
    left, right = years(mark.extent.start), years(mark.extent.end)
    spare = max(0.0, right - left - MOST) / 2
    left, right = left + spare, right - spare
    margin = min(4.0, (right - left) * 0.12)
    slot = (right - left - 2 * margin) / mark.turns
    left += margin + slot * mark.turn
    right = left + slot
    if mark.observation.aspect is not Aspect.PLANNED:
        inset = min(3.0, slot * 0.2)
        left, right = left + inset, right - inset
    return left, max(right, left + 1)


def _draw_bar(canvas: Canvas, frame: Frame, mark: Mark, years: Scale, values: Scale) -> None:
    left, right = bar_sides(mark, years)
    zero, low, high = values(0), values(float(mark.low)), values(float(mark.high))
    colour = frame.colour(mark.observation.subject)
    look = fill_and_edge(canvas, mark, colour)
    if mark.observation.aspect is Aspect.NORM:
        canvas.line(left - 3, low, right + 3, low, **{**look, "stroke_width": 3})
        return
    if mark.length.is_open:
        look = {**look, "stroke_dasharray": "2 3"}
    canvas.rect(left, low, right - left, zero - low, **look)
    if high != low:
        further: dict[str, Value] = range_fill(mark, colour)
        canvas.rect(left, high, right - left, low - high, **further)
    if bound := mark.observation.quantity.bound:
        draw_bound(canvas, (left + right) / 2, low - 2, bound)


def _labels(panel: Panel, years: Scale, values: Scale) -> list[Label]:
    """Write the numbers of one period as ``7 646 / 9 650``, actual before plan."""
    together: dict[tuple[float, float], list[Mark]] = defaultdict(list)
    for mark in panel.marks:
        together[mark.extent.start, mark.extent.end].append(mark)
    order = (Aspect.ACTUAL, Aspect.ESTIMATE, Aspect.PLANNED, Aspect.NORM)
    labels = []
    for marks in together.values():
        marks.sort(key=lambda mark: (order.index(mark.observation.aspect), mark.turn))
        highest = min(values(float(mark.high)) for mark in marks)
        raised = 9 if any(mark.observation.quantity.bound for mark in marks) else 0
        words = number_labels(marks)
        middle = years(marks[0].extent.middle)
        labels.append(Label(middle, highest - 6 - raised, words, rank=highest))
    return labels
