"""The shapes of a chart: plan is an outline, actual a filling, what is inexact is hatched."""

from __future__ import annotations

from olke.evidence.models import Aspect, Review
from olke.explore.charts.drawing.canvas import Canvas, Value
from olke.explore.charts.series import Mark
from olke.measures import Bound

SHAPES = ("circle", "square", "diamond", "triangle")
RADIUS = 5
HUNDRED: dict[str, Value] = {"stroke": "ink", "stroke_width": 1.5, "stroke_dasharray": "4 3"}
UPWARD = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})


def fill_and_edge(canvas: Canvas, mark: Mark, colour: str) -> dict[str, Value]:
    """Give the fill and stroke that tell a mark's aspect, exactness and standing."""
    one = mark.observation
    edge: dict[str, Value] = {"stroke": colour, "stroke_width": 1.5}
    if one.review is Review.QUESTIONED:
        edge = {"stroke": "red", "stroke_width": 2}
    if one.aspect is Aspect.PLANNED:
        dashes: dict[str, Value] = {"stroke_dasharray": "5 3"} if one.inexact else {}
        ink: dict[str, Value] = {} if one.review is Review.QUESTIONED else {"stroke": "ink"}
        return {"fill": "none", "pointer_events": "all", **edge, **ink, **dashes}
    if one.aspect is Aspect.NORM:
        return {"fill": "none", "pointer_events": "all", **edge, "stroke_dasharray": "2 3"}
    return {"fill": canvas.hatching(colour) if one.inexact else colour, **edge}


def range_fill(mark: Mark, colour: str) -> dict[str, Value]:
    """Give the look of the part of a bar between the lower and the upper end of a range."""
    edge: dict[str, Value] = {"stroke": colour, "stroke_width": 1.5, "stroke_dasharray": "3 2"}
    if mark.observation.aspect is Aspect.PLANNED:
        return {"fill": "none", **edge, "stroke": "ink"}
    return {"fill": colour, "fill_opacity": "0.25", **edge}


def draw_shape(canvas: Canvas, name: str, x: float, y: float, **look: Value) -> None:
    """Draw a point of a series, one of ``SHAPES``, about its middle."""
    r = RADIUS
    if name == "circle":
        canvas.circle(x, y, r, **look)
    elif name == "square":
        canvas.rect(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1, **look)
    elif name == "diamond":
        canvas.path(_closed((x, y - r - 1), (x + r + 1, y), (x, y + r + 1), (x - r - 1, y)), **look)
    else:
        canvas.path(_closed((x, y - r - 1), (x + r + 1, y + r - 1), (x - r - 1, y + r - 1)), **look)


def draw_bound(canvas: Canvas, x: float, y: float, bound: Bound, *, sideways: bool = False) -> None:
    """Draw an arrow at the end of a bar: the true number lies further on that side."""
    way = 1 if bound in UPWARD else -1
    if sideways:
        d = f"M{x:.1f} {y:.1f}h{7 * way}m{-3 * way} -3l{3 * way} 3l{-3 * way} 3"
    else:
        d = f"M{x:.1f} {y:.1f}v{-7 * way}m-3 {3 * way}l3 {-3 * way}l3 {3 * way}"
    canvas.path(d, fill="none", stroke="ink", stroke_width=1.5)


def _closed(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
