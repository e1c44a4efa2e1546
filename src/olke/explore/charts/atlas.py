"""The region's places on a map: what is known of each, and where it lies on the sheet."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from olke.explore.charts.observations import Named

Coordinates = Sequence[Sequence[float]]  # longitude, latitude (RFC 7946)


@dataclass(frozen=True, slots=True)
class Span:
    """Claims about the same years: how many there are; the years are both included."""

    first: int
    last: int
    claims: int


@dataclass(frozen=True, slots=True)
class Site:
    """An entity with a place. borrowed: the point is its town's, not its own.

    claims: all there are, dated or not.
    """

    name: Named
    kind: str
    kind_label: str
    latitude: float
    longitude: float
    borrowed: bool = False
    settlement: bool = False
    claims: int = 0
    spans: tuple[Span, ...] = ()

    def claims_in(self, year: int | None) -> int:
        """Count the claims about a year, or all for None."""
        if year is None:
            return self.claims
        return sum(span.claims for span in self.spans if span.first <= year <= span.last)


@dataclass(frozen=True, slots=True)
class Spot:
    """Sites at one point, the town itself first."""

    latitude: float
    longitude: float
    sites: tuple[Site, ...]

    @property
    def name(self) -> Named:
        """What the point is called: the town, else the first of its sites."""
        return self.sites[0].name

    def claims_in(self, year: int | None) -> int:
        """Count the claims about all its sites in a year, or all for None."""
        return sum(site.claims_in(year) for site in self.sites)

    @property
    def spans(self) -> tuple[Span, ...]:
        """The claims of all its sites by the years they are about."""
        counted: dict[tuple[int, int], int] = {}
        for site in self.sites:
            for span in site.spans:
                key = (span.first, span.last)
                counted[key] = counted.get(key, 0) + span.claims
        return tuple(Span(*years, claims) for years, claims in sorted(counted.items()))


def spots_of(sites: Iterable[Site]) -> list[Spot]:
    """Put sites with the same coordinates together, most claims first."""

    def point(site: Site) -> tuple[float, float]:
        return (site.latitude, site.longitude)

    ordered = sorted(
        sites, key=lambda site: (*point(site), not site.settlement, site.borrowed, -site.claims)
    )
    spots = [Spot(*place, tuple(group)) for place, group in groupby(ordered, key=point)]
    return sorted(spots, key=lambda spot: (-spot.claims_in(None), spot.name.key))


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, longitude: float, latitude: float) -> bool:
        """Tell whether a point lies in it."""
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def box_round(points: Sequence[tuple[float, float]], *, margin: float = 0.12) -> Box | None:
    """Give the box round points (longitude, latitude) with a margin; None without points.

    A single point has a box of about a degree, so that a map of one town is still a map.
    """
    if not points:
        return None
    west, east = min(p[0] for p in points), max(p[0] for p in points)
    south, north = min(p[1] for p in points), max(p[1] for p in points)
    wide, high = max(east - west, 1.0) * margin + 0.3, max(north - south, 0.7) * margin + 0.2
    return Box(west - wide, max(south - high, -85.0), east + wide, min(north + high, 85.0))


def no_taller(box: Box, ratio: float) -> Box:
    """Widen a box east and west until its sheet is at most ``ratio`` times as high as wide."""
    stretch = 1 / math.cos(math.radians((box.north + box.south) / 2))
    wanted = (box.north - box.south) * stretch / ratio
    more = max(0.0, wanted - (box.east - box.west)) / 2
    return Box(box.west - more, box.south, box.east + more, box.north)


@dataclass(frozen=True, slots=True)
class Projection:
    """Plate carrée true at the middle parallel: shapes of a region of a few degrees stay right."""

    box: Box
    width: float

    @property
    def _scale(self) -> float:
        return self.width / (self.box.east - self.box.west)

    @property
    def _stretch(self) -> float:
        return 1 / math.cos(math.radians((self.box.north + self.box.south) / 2))

    @property
    def height(self) -> float:
        """Height of the sheet in the unit of its width."""
        return (self.box.north - self.box.south) * self._scale * self._stretch

    def __call__(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Give a point's place on the sheet."""
        x = (longitude - self.box.west) * self._scale
        return x, (self.box.north - latitude) * self._scale * self._stretch


@dataclass(frozen=True, slots=True)
class Layer:
    """Lines or areas of the base map; kind is the file's name: rivers, lakes, borders."""

    kind: str
    lines: tuple[Coordinates, ...]
    closed: bool


def layer_of(kind: str, collection: object) -> Layer:
    """Read a GeoJSON feature collection; geometries other than lines and areas are left out."""
    lines: list[Coordinates] = []
    closed = False
    features = collection.get("features", ()) if isinstance(collection, dict) else ()
    for feature in features:
        geometry = feature.get("geometry") or {}
        closed = closed or "Polygon" in geometry.get("type", "")
        lines += _lines(geometry.get("type", ""), geometry.get("coordinates") or [])
    return Layer(kind, tuple(lines), closed)


def _lines(kind: str, coordinates: Sequence[object]) -> list[Coordinates]:
    if kind == "LineString":
        return [coordinates]  # type: ignore[list-item]
    if kind in ("MultiLineString", "Polygon"):
        return list(coordinates)  # type: ignore[arg-type]
    if kind == "MultiPolygon":
        return [ring for polygon in coordinates for ring in polygon]  # type: ignore[attr-defined]
    return []


def project_line(line: Coordinates, projection: Projection) -> list[list[tuple[float, float]]]:
    """Project the parts of a line that the sheet shows, without points closer than a pixel."""
    parts: list[list[tuple[float, float]]] = [[]]
    margin = projection.width * 0.05
    for longitude, latitude, *_ in line:
        x, y = projection(longitude, latitude)
        inside = -margin <= x <= projection.width + margin and (
            -margin <= y <= projection.height + margin
        )
        if not inside:
            if parts[-1]:
                parts.append([])
            continue
        if parts[-1] and math.hypot(x - parts[-1][-1][0], y - parts[-1][-1][1]) < 1:
            continue
        parts[-1].append((x, y))
    return [part for part in parts if len(part) > 1]
