"""Numbers written beside marks, as many as find room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from olke.explore.charts.drawing.canvas import SIZE, Canvas, Value
from olke.explore.charts.drawing.lettering import text_width

GAP = 6
# Paper round the letters, so that a line behind them does not cross them out.
HALO: Mapping[str, Value] = {
    "stroke": "paper",
    "stroke_width": 4,
    "stroke_linejoin": "round",
    "paint_order": "stroke",
}


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose middle is to stand at ``x`` with the baseline at ``y``; lower rank goes first."""

    x: float
    y: float
    words: str
    rank: float = 0


def place_labels(
    canvas: Canvas, labels: Iterable[Label], left: float, right: float, *, size: float = SIZE
) -> None:
    """Write labels in order of rank, moved inside left..right; one that would overlap is left out.

    The number it would have told is in the mark's own name and in the table.
    """
    taken: list[tuple[float, float, float]] = []
    with canvas.group(aria_hidden="true"):
        for label in sorted(labels, key=lambda label: label.rank):
            half = text_width(label.words, size) / 2
            x = min(max(label.x, left + half), right - half)
            if any(
                abs(x - other) < half + width + GAP and abs(label.y - y) < size + 2
                for other, width, y in taken
            ):
                continue
            taken.append((x, half, label.y))
            canvas.text(x, label.y, label.words, text_anchor="middle", font_size=size, **HALO)
