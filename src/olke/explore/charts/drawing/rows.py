"""One period: a horizontal bar for each subject or product, its plan round its actual."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from olke.dates import Period
from olke.evidence.models import Aspect, Measure
from olke.explore.charts.drawing.canvas import SIZE, Canvas
from olke.explore.charts.drawing.frame import LINE, Frame, value_span
from olke.explore.charts.drawing.labels import HALO
from olke.explore.charts.drawing.lettering import text_width, wrap
from olke.explore.charts.drawing.shapes import HUNDRED, draw_bound, fill_and_edge, range_fill
from olke.explore.charts.drawing.ticks import Scale
from olke.explore.charts.series import Mark, Panel
from olke.explore.charts.wording import number_labels, short_period_label

THICK, THIN, GAP = 22, 14, 10
ORDER = (Aspect.PLANNED, Aspect.ACTUAL, Aspect.ESTIMATE, Aspect.NORM)
SAID = (Aspect.ACTUAL, Aspect.ESTIMATE, Aspect.PLANNED, Aspect.NORM)


@dataclass(frozen=True, slots=True)
class Row:
    """One heading and its bars; the marks of one turn overlap, those of the next stand below."""

    heading: str
    turns: tuple[tuple[Mark, ...], ...]


def draw_rows(canvas: Canvas, frame: Frame, panel: Panel, top: float) -> float:
    """Draw a panel of rows below ``top``; return where it ends."""
    rows = rows_of(panel, frame)
    left = frame.headings
    room = max(_said_width(turn) for row in rows for turn in row.turns) + 8
    low, high = value_span(panel)
    scale = Scale(low, high or 1, left + 2, max(left + 60, frame.width - room))
    y = top
    for row in rows:
        y = _draw_row(canvas, frame, row, scale, left, y)
    return y + 6


def rows_of(panel: Panel, frame: Frame) -> list[Row]:
    """Make a row of each subject or product and period; a heading says what tells rows apart."""
    together: dict[tuple[str, Period | None], list[Mark]] = {}
    names = {name.key: name.label for name in panel.names}
    for track in panel.tracks:
        for mark in track.marks:
            together.setdefault((track.name.key, mark.observation.period), []).append(mark)
    named = len(names) > 1 or len(frame.names) > 1 or panel.names[0] not in frame.names
    timed = len(panel.periods) > 1
    ordered = list(together) if not timed else _by_time(together)
    return [
        Row(
            ", ".join([names[key]] * named + [short_period_label(period)] * timed),
            _turns(together[key, period]),
        )
        for key, period in ordered
    ]


def _by_time(
    together: Mapping[tuple[str, Period | None], list[Mark]],
) -> list[tuple[str, Period | None]]:
    """Keep the order of names, each with its periods in order of time."""
    order = list(dict.fromkeys(key for key, _ in together))
    return sorted(together, key=lambda row: (order.index(row[0]), together[row][0].extent.start))


def _turns(marks: Sequence[Mark]) -> tuple[tuple[Mark, ...], ...]:
    turns = max(mark.turn for mark in marks) + 1
    return tuple(tuple(mark for mark in marks if mark.turn == turn) for turn in range(turns))


def heading_room(frame: Frame, panels: Sequence[Panel]) -> float:
    """Give the width of the column of headings, one for all panels of rows.

    On a phone each heading stands above its bar.
    """
    if frame.narrow:
        return 0
    rows = [row for panel in panels for row in rows_of(panel, frame)]
    widest = max((text_width(row.heading, SIZE) for row in rows), default=0)
    return min(widest + 14, frame.width * 0.38) if widest else 0


def _said_width(marks: Sequence[Mark]) -> float:
    raised = 9 if any(mark.observation.quantity.bound for mark in marks) else 0
    return text_width(_said(marks), SIZE) + 7 + raised


def _draw_row(canvas: Canvas, frame: Frame, row: Row, scale: Scale, left: float, y: float) -> float:
    """Draw a heading and its bars; return where the next row begins."""
    if row.heading:
        y = _draw_heading(canvas, frame, row.heading, left, y)
    above = 2 if row.heading and not left else GAP / 2
    for marks in row.turns:
        for mark in sorted(marks, key=lambda mark: ORDER.index(mark.observation.aspect)):
            with canvas.link(frame.anchor(mark)):
                _draw_bar(canvas, frame, mark, scale, y)
        _draw_base(canvas, marks[0].observation.measure, scale, y, above)
        ends = [scale(float(end)) for mark in marks for end in (mark.low, mark.high)]
        raised = 9 if any(mark.observation.quantity.bound for mark in marks) else 0
        x = _clear_of_base(max([scale(0), *ends]) + 7 + raised, marks, scale)
        canvas.text(x, y + THICK / 2 + 4.5, _said(marks), aria_hidden="true", **HALO)
        y, above = y + THICK + GAP, GAP / 2
    return y


def _clear_of_base(x: float, marks: Sequence[Mark], scale: Scale) -> float:
    """Move a number that begins at ``x`` past the plan's line where that would cross it."""
    if marks[0].observation.measure is not Measure.PERCENT_OF_PLAN:
        return x
    hundred = scale(100)
    return hundred + 7 if x - 5 < hundred < x + text_width(_said(marks), SIZE) + 2 else x


def _draw_heading(canvas: Canvas, frame: Frame, words: str, left: float, y: float) -> float:
    lines = wrap(words, SIZE, left - 12 if left else frame.width, lines=2)
    for number, line in enumerate(lines):
        shift = THICK / 2 + 4.5 + (number - (len(lines) - 1) / 2) * 14 if left else 13
        canvas.text(0, y + shift + (0 if left else number * LINE), line)
    return y if left else y + LINE * len(lines) + 1


def _said(marks: Sequence[Mark]) -> str:
    ordered = sorted(marks, key=lambda mark: SAID.index(mark.observation.aspect))
    return number_labels(ordered)


def _draw_bar(canvas: Canvas, frame: Frame, mark: Mark, scale: Scale, y: float) -> None:
    aspect = mark.observation.aspect
    colour = frame.colour(mark.observation.subject) if len(frame.names) < 2 else "blue"
    look = fill_and_edge(canvas, mark, colour)
    zero, low, high = scale(0), scale(float(mark.low)), scale(float(mark.high))
    thick = THICK if aspect is Aspect.PLANNED else THIN
    above = y + (THICK - thick) / 2
    if aspect is Aspect.NORM:
        canvas.line(low, y - 2, low, y + THICK + 2, **{**look, "stroke_width": 3})
        return
    canvas.rect(zero, above, low - zero, thick, **look)
    if high != low:
        canvas.rect(low, above, high - low, thick, **range_fill(mark, colour))
    if bound := mark.observation.quantity.bound:
        draw_bound(canvas, low + 2, y + THICK / 2, bound, sideways=True)


def _draw_base(canvas: Canvas, measure: Measure, scale: Scale, top: float, above: float) -> None:
    """Draw the line from which a bar goes, and the plan's hundred percent.

    above: how far the lines reach over the bar; less where a heading stands there.
    """
    bottom = top + THICK + GAP / 2
    zero = scale(0)
    canvas.line(zero, top - above, zero, bottom, stroke="ink", aria_hidden="true")
    if measure is Measure.PERCENT_OF_PLAN:
        hundred = scale(100)
        canvas.line(hundred, top - above, hundred, bottom, aria_hidden="true", **HUNDRED)
