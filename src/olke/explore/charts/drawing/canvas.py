"""A sheet to draw on: a thin, typed writer of SVG.

The tree is built with the standard library's XML writer, so that text is always escaped; there is
no ``style`` attribute and no script, as the content-security policy asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from olke.explore.charts.drawing.lettering import FAMILY

NAMESPACE = "http://www.w3.org/2000/svg"
SIZE = 13  # px, the text of a chart

Value = str | float | int


@dataclass(frozen=True, slots=True)
class Anchor:
    """What a mark leads to. ``label``, its accessible name, says all that the mark shows."""

    url: str
    label: str
    data: Mapping[str, str] = field(default_factory=dict)


class Canvas:
    """An SVG picture of ``width`` by ``height`` pixels, in colours of ``palette``.

    identity: unique on the page, the prefix of the pattern ids.
    """

    def __init__(
        self, width: float, height: float, palette: Mapping[str, str], *, identity: str, label: str
    ) -> None:
        self.width, self.height, self._palette, self._identity = width, height, palette, identity
        self.root = ET.Element(
            "svg",
            {
                "xmlns": NAMESPACE,
                "viewBox": f"0 0 {_number(width)} {_number(height)}",
                "width": _number(width),
                "height": _number(height),
                "role": "group",
                "aria-label": label,
                "font-family": FAMILY,
                "font-size": str(SIZE),
            },
        )
        self._place = self.root
        self._patterns: set[str] = set()

    def colour(self, name: str) -> str:
        """Give the palette's value of a colour name; ``none`` stays."""
        return self._palette.get(name, name)

    @contextmanager
    def link(self, anchor: Anchor | None) -> Iterator[None]:
        """Draw what follows inside a link; with None, draw it bare."""
        if anchor is None:
            yield
            return
        data = {f"data-{name}": value for name, value in anchor.data.items()}
        attributes = {"href": anchor.url, "class": "mark", "aria-label": anchor.label, **data}
        with self._inside("a", attributes) as element:
            ET.SubElement(element, "title").text = anchor.label
            yield

    @contextmanager
    def group(self, **attributes: Value) -> Iterator[None]:
        """Draw what follows inside a group."""
        with self._inside("g", self._plain(attributes)):
            yield

    @contextmanager
    def _inside(self, tag: str, attributes: Mapping[str, str]) -> Iterator[ET.Element]:
        outer, self._place = self._place, ET.SubElement(self._place, tag, dict(attributes))
        try:
            yield self._place
        finally:
            self._place = outer

    def rect(self, x: float, y: float, width: float, height: float, **further: Value) -> None:
        """Draw a rectangle; a negative height or width is turned round."""
        if height < 0:
            y, height = y + height, -height
        if width < 0:
            x, width = x + width, -width
        self._add("rect", {"x": x, "y": y, "width": width, "height": height, **further})

    def line(self, x1: float, y1: float, x2: float, y2: float, **further: Value) -> None:
        """Draw a straight line."""
        self._add("line", {"x1": x1, "y1": y1, "x2": x2, "y2": y2, **further})

    def path(self, d: str, **further: Value) -> None:
        """Draw a path given in SVG's own notation."""
        self._add("path", {"d": d, **further})

    def polyline(self, points: Iterable[tuple[float, float]], **further: Value) -> None:
        """Draw a line through points."""
        joined = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        self._add("polyline", {"points": joined, "fill": "none", **further})

    def circle(self, x: float, y: float, radius: float, **further: Value) -> None:
        """Draw a circle."""
        self._add("circle", {"cx": x, "cy": y, "r": radius, **further})

    def text(self, x: float, y: float, words: str, **further: Value) -> None:
        """Write one line of text with its baseline at ``y``."""
        attributes = {"x": x, "y": y, "fill": "ink", **further}
        element = ET.SubElement(self._place, "text", self._plain(attributes))
        element.text = words

    def embed(self, other: Canvas, x: float, y: float, width: float, height: float) -> None:
        """Place another picture in this one; what lies beyond its edges is cut off."""
        place = {"x": x, "y": y, "width": width, "height": height}
        inner = other.root
        for name in ("xmlns", "role", "aria-label"):
            inner.attrib.pop(name, None)
        inner.attrib.update({name: _number(value) for name, value in place.items()})
        self._place.append(inner)

    def hatching(self, colour: str) -> str:
        """Give the fill for something inexact: slanted lines of a colour."""
        name = f"{self._identity}-hatch-{colour}"
        if colour not in self._patterns:
            self._patterns.add(colour)
            self._define_hatching(name, colour)
        return f"url(#{name})"

    def _define_hatching(self, name: str, colour: str) -> None:
        turned = {"patternUnits": "userSpaceOnUse", "patternTransform": "rotate(45)"}
        pattern = ET.Element("pattern", {"id": name, "width": "5", "height": "5", **turned})
        lines = {"d": "M1.2 0V5", "stroke": self.colour(colour), "stroke-width": "2.4"}
        ET.SubElement(pattern, "path", lines)
        self.root.insert(0, pattern)

    def _add(self, tag: str, attributes: Mapping[str, Value]) -> None:
        ET.SubElement(self._place, tag, self._plain(attributes))

    def _plain(self, attributes: Mapping[str, Value]) -> dict[str, str]:
        """Write attributes as SVG names them: ``stroke_width`` is ``stroke-width``."""
        plain = {}
        for name, value in attributes.items():
            text = value if isinstance(value, str) else _number(value)
            plain[name.rstrip("_").replace("_", "-")] = self.colour(text)
        return plain

    def markup(self) -> str:
        """Write the picture out."""
        self.root.set("height", _number(self.height))
        self.root.set("viewBox", f"0 0 {_number(self.width)} {_number(self.height)}")
        return ET.tostring(self.root, encoding="unicode", short_empty_elements=True)


def _number(value: float) -> str:
    """Write a coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")
