"""A map: rivers, lakes and borders, and on them the region's places by how much is known."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from django.utils.translation import ngettext

from olke.explore.charts.atlas import Layer, Projection, Spot, project_line
from olke.explore.charts.drawing.canvas import SIZE, Anchor, Canvas, Value
from olke.explore.charts.drawing.labels import HALO
from olke.explore.charts.drawing.lettering import text_width

SMALL, LARGE = 5.0, 22.0  # px, the radius of one claim and of the most
LOOKS: dict[str, dict[str, Value]] = {
    "lakes": {"fill": "blue-soft", "stroke": "blue", "stroke_opacity": "0.35"},
    "rivers": {"fill": "none", "stroke": "blue", "stroke_opacity": "0.4"},
    "borders": {
        "fill": "none",
        "stroke": "soft",
        "stroke_dasharray": "6 3 1.5 3",
        "stroke_opacity": "0.7",
    },
}
OTHER: dict[str, Value] = {"fill": "none", "stroke": "line"}
ORDER = ("lakes", "rivers", "borders")


def draw_terrain(canvas: Canvas, layers: Iterable[Layer], projection: Projection) -> None:
    """Draw the layers of the base map, lakes below rivers below borders."""
    known = sorted(layers, key=lambda layer: ORDER.index(layer.kind) if layer.kind in ORDER else 9)
    for layer in known:
        paths = [
            _path(part, closed=layer.closed)
            for line in layer.lines
            for part in (
                [_whole(line, projection)] if layer.closed else project_line(line, projection)
            )
            if part
        ]
        if paths:
            canvas.path("".join(paths), aria_hidden="true", **LOOKS.get(layer.kind, OTHER))


def _whole(line: Sequence[Sequence[float]], projection: Projection) -> list[tuple[float, float]]:
    """Project an area uncut, if any of it is on the sheet: a cut area could not be filled."""
    points: list[tuple[float, float]] = []
    for longitude, latitude, *_ in line:
        x, y = projection(longitude, latitude)
        if not points or math.hypot(x - points[-1][0], y - points[-1][1]) >= 1:
            points.append((x, y))
    shown = any(0 <= x <= projection.width and 0 <= y <= projection.height for x, y in points)
    return points if shown and len(points) > 2 else []


def _path(points: Sequence[tuple[float, float]], *, closed: bool) -> str:
    joined = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    return f"M{joined}{'Z' if closed else ''}"


def radius(claims: int, most: int) -> float:
    """Give the radius of a spot: its area grows with the number of claims."""
    if not claims:
        return 3.0
    return max(SMALL, LARGE * math.sqrt(claims / max(most, 1)))


def draw_spots(
    canvas: Canvas,
    spots: Sequence[Spot],
    projection: Projection,
    *,
    year: int | None,
    links: bool = True,
) -> None:
    """Draw every spot, the largest first so that small ones stay on top, and name what has room."""
    most = max((spot.claims_in(None) for spot in spots), default=1)
    for spot in sorted(spots, key=lambda spot: -spot.claims_in(year)):
        with canvas.link(spot_anchor(spot, year, most) if links else None):
            x, y = projection(spot.longitude, spot.latitude)
            claims = spot.claims_in(year)
            canvas.circle(x, y, radius(claims, most), **_look(claims))
    _draw_names(canvas, spots, projection, year, most)


def _look(claims: int) -> dict[str, Value]:
    if claims:
        return {"fill": "blue", "fill_opacity": "0.72", "stroke": "paper"}
    return {"fill": "paper", "stroke": "soft"}


def spot_anchor(spot: Spot, year: int | None, most: int) -> Anchor:
    """Lead from a spot to its entry in the list beside the map."""
    claims = spot.claims_in(year)
    said = ngettext("%(count)d claim", "%(count)d claims", claims) % {"count": claims}
    names = [site.name.label for site in spot.sites]
    further = ngettext("and %(count)d more", "and %(count)d more", len(names) - 4)
    listed = ", ".join(names[:4])
    if len(names) > 4:
        listed = f"{listed} {further % {'count': len(names) - 4}}"
    spans = " ".join(f"{span.first}-{span.last}x{span.claims}" for span in spot.spans)
    told = {"value": spot.name.label, "what": said, "cited": listed if len(names) > 1 else ""}
    counts = {"spot": spot.name.key, "spans": spans, "claims": str(spot.claims_in(None))}
    return Anchor(
        f"#{spot.name.key}", f"{spot.name.label}: {said}", {**told, **counts, "most": str(most)}
    )


def _draw_names(
    canvas: Canvas,
    spots: Sequence[Spot],
    projection: Projection,
    year: int | None,
    most: int,
) -> None:
    """Name spots right or left of their circle, those with most claims first."""
    taken: list[tuple[float, float, float, float]] = []
    for spot in spots:
        x, y = projection(spot.longitude, spot.latitude)
        r = radius(spot.claims_in(year), most)
        taken.append((x - r, y - r, x + r, y + r))
    with canvas.group(aria_hidden="true", class_="spot-names"):
        for spot in sorted(spots, key=lambda spot: -spot.claims_in(year)):
            _draw_name(canvas, spot, projection, radius(spot.claims_in(year), most), taken)


def _draw_name(
    canvas: Canvas,
    spot: Spot,
    projection: Projection,
    r: float,
    taken: list[tuple[float, float, float, float]],
) -> None:
    x, y = projection(spot.longitude, spot.latitude)
    width = text_width(spot.name.label, SIZE)
    own = (x - r, y - r, x + r, y + r)
    for left in (x + r + 4, x - r - 4 - width):
        box = (left, y - 8, left + width, y + 6)
        fits = box[0] >= 0 and box[2] <= projection.width and 8 < y < projection.height - 6
        if fits and not any(_meet(box, other) for other in taken if other != own):
            taken.append(box)
            canvas.text(left, y + 4.5, spot.name.label, **HALO)
            return


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
