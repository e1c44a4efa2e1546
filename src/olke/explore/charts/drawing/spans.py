"""What a time axis shows beside its marks: dates at which a series breaks."""

from __future__ import annotations

from olke.explore.charts.drawing.canvas import Anchor, Canvas
from olke.explore.charts.drawing.frame import Frame
from olke.explore.charts.drawing.ticks import Scale
from olke.explore.charts.series import Break, Panel


def draw_breaks(
    canvas: Canvas, frame: Frame, panel: Panel, years: Scale, top: float, bottom: float
) -> None:
    """Draw a dashed line for each date at which the series stops being comparable."""
    for gap in panel.breaks:
        with canvas.link(_anchor(gap, frame)):
            x = years(gap.year)
            canvas.line(
                x, top + 6, x, bottom, stroke="red", stroke_width=1.5, stroke_dasharray="2 4"
            )


def _anchor(gap: Break, frame: Frame) -> Anchor | None:
    if not frame.links or not gap.url:
        return None
    return Anchor(gap.url, f"{int(gap.year)}: {gap.label}")
