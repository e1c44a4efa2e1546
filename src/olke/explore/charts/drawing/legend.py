"""The legend: a small drawing of each thing that the figure shows, and its word."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext

from olke.evidence.models import Aspect, Measure
from olke.explore.charts.drawing.canvas import SIZE, Canvas
from olke.explore.charts.drawing.frame import LINE, Frame
from olke.explore.charts.drawing.lettering import text_width
from olke.explore.charts.drawing.palette import PAGE
from olke.explore.charts.drawing.shapes import HUNDRED, draw_bound, draw_shape
from olke.explore.charts.series import Panel, Style
from olke.explore.charts.wording import aspect_label
from olke.measures import Bound

WIDTH, HEIGHT = 20, 14


@dataclass(frozen=True, slots=True)
class LegendItem:
    """A symbol by name (``planned``, ``hatch``, ``circle blue`` …) and what it means."""

    symbol: str
    words: str


def legend_of(panels: tuple[Panel, ...], frame: Frame) -> tuple[LegendItem, ...]:
    """List what appears in the panels, and nothing else."""
    items = [*_subjects(panels, frame), *_aspects(panels), *_qualities(panels)]
    return tuple(dict.fromkeys(items))


def _subjects(panels: tuple[Panel, ...], frame: Frame) -> list[LegendItem]:
    dotted = [panel for panel in panels if panel.style is Style.DOTS]
    if not dotted or len(frame.names) < 2:
        return []
    return [
        LegendItem(f"{frame.shape(name)} {frame.colour(name)}", name.label) for name in frame.names
    ]


def _aspects(panels: tuple[Panel, ...]) -> list[LegendItem]:
    present = {(mark.observation.aspect, panel.style) for panel in panels for mark in panel.marks}
    if {aspect for aspect, _ in present} == {Aspect.ACTUAL}:
        return []
    items = []
    for aspect in Aspect:
        styles = {style for found, style in present if found is aspect}
        if styles - {Style.DOTS}:
            items.append(LegendItem(aspect.value, aspect_label(aspect)))
        elif styles:
            dot = "dot" if aspect is Aspect.ACTUAL else f"{aspect.value}-dot"
            items.append(LegendItem(dot, aspect_label(aspect)))
    return items


def _qualities(panels: tuple[Panel, ...]) -> list[LegendItem]:
    items = []
    marks = [mark for panel in panels for mark in panel.marks]
    if any(mark.observation.quantity.approximate for mark in marks):
        items.append(LegendItem("hatch", gettext("≈ approximate")))
    if any(mark.high != mark.low for mark in marks):
        items.append(LegendItem("range", gettext("from–to, as the source gives it")))
    if any(mark.observation.quantity.bound for mark in marks):
        items.append(LegendItem("bound", gettext("at least, or at most")))
    if any(mark.observation.review == "questioned" for mark in marks):
        items.append(LegendItem("questioned", gettext("questioned")))
    if any(panel.measure is Measure.PERCENT_OF_PLAN for panel in panels):
        items.append(LegendItem("hundred", gettext("100 % of the plan")))
    if any(panel.breaks for panel in panels):
        items.append(LegendItem("break", gettext("the series breaks")))
    return items


def symbol_markup(item: LegendItem, identity: str) -> str:
    """Draw one symbol for the page's own legend."""
    canvas = Canvas(WIDTH, HEIGHT, PAGE, identity=identity, label="")
    canvas.root.attrib.pop("aria-label")
    canvas.root.set("aria-hidden", "true")
    canvas.root.attrib.pop("role")
    draw_symbol(canvas, item.symbol, 0, 0)
    return canvas.markup()


def draw_legend(canvas: Canvas, items: tuple[LegendItem, ...], width: float, y: float) -> float:
    """Draw the legend in lines no wider than ``width``; return where it ends."""
    if not items:
        return y
    x, y = 0.0, y + LINE
    for item in items:
        needed = WIDTH + 6 + text_width(item.words, SIZE)
        if x and x + needed > width:
            x, y = 0.0, y + LINE + 2
        draw_symbol(canvas, item.symbol, x, y - 11)
        canvas.text(x + WIDTH + 6, y, item.words)
        x += needed + 22
    return y + 6


def draw_symbol(canvas: Canvas, symbol: str, x: float, y: float) -> None:
    """Draw one symbol in a box of ``WIDTH`` by ``HEIGHT``."""
    shape, _, colour = symbol.partition(" ")
    middle = y + HEIGHT / 2
    if colour:
        draw_shape(canvas, shape, x + 10, middle, fill=colour, stroke=colour)
    elif symbol.endswith("dot"):
        fill = "blue" if symbol in ("dot", "estimate-dot") else "paper"
        fill = canvas.hatching("blue") if symbol == "estimate-dot" else fill
        draw_shape(canvas, "circle", x + 10, middle, fill=fill, stroke="blue", stroke_width=2)
    elif symbol in BOXES:
        fill, edge, dashes = BOXES[symbol]
        filling = canvas.hatching("blue") if fill == "hatch" else fill
        further = {"fill_opacity": "0.25"} if symbol == "range" else {}
        canvas.rect(
            x + 2,
            y + 1,
            16,
            12,
            fill=filling,
            stroke=edge,
            stroke_width=1.5,
            stroke_dasharray=dashes,
            **further,
        )
    else:
        _draw_line_symbol(canvas, symbol, x, middle)


# fill, edge, dashes
BOXES = {
    "actual": ("blue", "blue", "none"),
    "planned": ("none", "ink", "none"),
    "estimate": ("hatch", "blue", "none"),
    "hatch": ("hatch", "blue", "none"),
    "range": ("blue", "blue", "3 2"),
    "questioned": ("none", "red", "none"),
}


def _draw_line_symbol(canvas: Canvas, symbol: str, x: float, middle: float) -> None:
    if symbol == "bound":
        draw_bound(canvas, x + 10, middle + 5, Bound.AT_LEAST)
    elif symbol == "norm":
        canvas.line(
            x + 1, middle, x + 19, middle, stroke="blue", stroke_width=3, stroke_dasharray="2 3"
        )
    elif symbol == "hundred":
        canvas.line(x + 1, middle, x + 19, middle, **HUNDRED)
    else:
        canvas.line(
            x + 10,
            middle - 7,
            x + 10,
            middle + 7,
            stroke="red",
            stroke_width=1.5,
            stroke_dasharray="2 4",
        )
