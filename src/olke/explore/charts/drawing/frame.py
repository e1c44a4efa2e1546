"""What the panels of one figure share: width, axis of years, colours, units in force."""

from __future__ import annotations

from dataclasses import dataclass

from olke.explore.charts.drawing.canvas import SIZE, Anchor, Canvas
from olke.explore.charts.drawing.lettering import text_width, wrap
from olke.explore.charts.drawing.palette import SERIES
from olke.explore.charts.drawing.shapes import RADIUS, SHAPES
from olke.explore.charts.drawing.ticks import Scale, value_ticks, year_ticks
from olke.explore.charts.observations import Named
from olke.explore.charts.series import Mark, Panel
from olke.explore.charts.wording import (
    aspect_label,
    mark_label,
    panel_scale,
    panel_title,
    period_label,
    quantity_text,
    tick_labels,
    what_label,
)
from olke.measures import Registry

LINE = 18  # px between baselines
NARROW = 480  # px; below, a name stands above its bar and fewer years are written


@dataclass(frozen=True, slots=True)
class Frame:
    """The common measures of a figure.

    years: first and last year of the axis, the last exclusive. names: whose marks are coloured how.
    title: what the figure as a whole is called, so that a panel need not repeat it. links: False in
    a file, where an address would lead nowhere. headings: px at the left for what rows are called.
    """

    width: float
    registry: Registry
    years: tuple[int, int] = (0, 1)
    names: tuple[Named, ...] = ()
    title: str = ""
    links: bool = True
    headings: float = 0

    @property
    def narrow(self) -> bool:
        """Tell whether the picture is for a phone."""
        return self.width < NARROW

    def colour(self, name: Named) -> str:
        """Give the colour of a subject; with more than four they come round with other shapes."""
        place = self.names.index(name) if name in self.names else 0
        return SERIES[place % len(SERIES)]

    def shape(self, name: Named) -> str:
        """Give the shape of a subject's points."""
        place = self.names.index(name) if name in self.names else 0
        return SHAPES[(place + place // len(SERIES)) % len(SHAPES)]

    def anchor(self, mark: Mark) -> Anchor | None:
        """Give what a mark links to: its claim, with all that a reader needs in words."""
        if not self.links:
            return None
        one = mark.observation
        told = {
            "claim": one.key,
            "value": quantity_text(one.quantity, self.registry),
            "what": f"{one.subject.label}. {what_label(one)}, {aspect_label(one.aspect)}",
            "when": period_label(one.period),
            "cited": "; ".join(cited.label for cited in one.citations),
        }
        return Anchor(one.url, mark_label(one, self.registry), told)


def draw_heading(canvas: Canvas, frame: Frame, panel: Panel, y: float, *, above: str = "") -> float:
    """Write what a panel shows and counts; return where it ends.

    above: the title of the panel above, which need not be said again.
    """
    title = panel_title(panel)
    if title not in ("", above):
        for row in wrap(title, SIZE + 1, frame.width - 4, lines=2):
            y += LINE
            canvas.text(0, y, row, font_weight="600", font_size=SIZE + 1)
    scale = " · ".join([panel_scale(panel, frame.registry), *_sole_subject(panel, frame)])
    for row in wrap(scale, SIZE, frame.width - 4, lines=2):
        y += LINE
        canvas.text(0, y, row, fill="soft")
    return y + 10


def _sole_subject(panel: Panel, frame: Frame) -> list[str]:
    """Name the one subject of a panel whose rows are products, in a figure of several subjects."""
    subjects = {mark.observation.subject for mark in panel.marks}
    if len(frame.names) < 2 or len(subjects) > 1 or subjects & set(panel.names):
        return []
    return [subject.label for subject in subjects]


def value_axis(
    canvas: Canvas, frame: Frame, panel: Panel, top: float, bottom: float
) -> tuple[Scale, float]:
    """Draw the horizontal lines and their numbers; return the scale and where the plot begins."""
    low, high = value_span(panel)
    ticks = value_ticks(low, high, wanted=4 if bottom - top > 150 else 3)
    labels = tick_labels(ticks)
    left = max(text_width(label, SIZE) for label in labels) + 10
    scale = Scale(ticks[0], ticks[-1], bottom, top)
    with canvas.group(aria_hidden="true"):
        for tick, label in zip(ticks, labels, strict=True):
            y = scale(tick)
            zero = tick == 0 and low < 0
            canvas.line(left, y, frame.width, y, stroke="ink" if zero else "line")
            canvas.text(left - 8, y + 4.5, label, fill="soft", text_anchor="end")
    return scale, left


def value_span(panel: Panel) -> tuple[float, float]:
    """Give the least and greatest number of a panel, zero among them: bars must begin there."""
    ends = [float(end) for mark in panel.marks for end in (mark.low, mark.high)]
    if panel.measure == "percent-of-plan":
        ends.append(100.0)
    return min([0.0, *ends]), max([0.0, *ends])


def year_axis(canvas: Canvas, frame: Frame, left: float, bottom: float) -> Scale:
    """Write the years under a plot, each in the middle of its own; return the scale."""
    first, last = frame.years
    # A state on the first or last day of the axis keeps its whole dot.
    scale = Scale(first, last, left + RADIUS + 1, frame.width - RADIUS - 2)
    room = text_width("0000", SIZE) + 10
    ticks = year_ticks(first, last - 1, most=max(2, int((frame.width - left) / room)))
    with canvas.group(aria_hidden="true"):
        canvas.line(left, bottom, frame.width, bottom, stroke="soft")
        for year in ticks:
            x = scale(year + 0.5)
            canvas.line(x, bottom, x, bottom + 4, stroke="soft")
            half = text_width(str(year), SIZE) / 2
            middle = min(x, frame.width - half)
            canvas.text(middle, bottom + 18, str(year), fill="soft", text_anchor="middle")
    return scale
