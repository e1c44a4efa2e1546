"""Numbers written beside marks, as many as find room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from olke.explore.charts.drawing.canvas import SIZE, Canvas, Value
from olke.explore.charts.drawing.lettering import text_width

GAP, RADIUS = 6.0, 6.0
# Paper round the letters, so that a line behind them does not cross them out.
HALO: Mapping[str, Value] = {
    "stroke": "paper",
    "stroke_width": 4,
    "stroke_linejoin": "round",
    "paint_order": "stroke",
}


@dataclass(frozen=True, slots=True)
class Label:
    """Words whose middle is to stand at ``x`` with the baseline at ``y``; lower rank goes first.

    below: the baseline where they may stand instead when there is no room above.
    """

    x: float
    y: float
    words: str
    rank: float = 0
    below: float | None = None


def place_labels(
    canvas: Canvas,
    labels: Iterable[Label],
    left: float,
    right: float,
    *,
    marks: Iterable[tuple[float, float]] = (),
) -> None:
    """Write labels in order of rank, moved inside left..right, clear of one another and of marks.

    One that finds no room is left out: the number is in the mark's own name and in the table.
    """
    taken: list[tuple[float, float, float]] = [(x, y + SIZE / 2 - 2, RADIUS) for x, y in marks]
    with canvas.group(aria_hidden="true"):
        for label in sorted(labels, key=lambda label: label.rank):
            half = text_width(label.words, SIZE) / 2
            x = min(max(label.x, left + half), right - half)
            for y in (label.y, label.below):
                if y is not None and not any(_meet((x, y, half), other) for other in taken):
                    taken.append((x, y, half))
                    canvas.text(x, y, label.words, text_anchor="middle", **HALO)
                    break


def _meet(one: tuple[float, float, float], other: tuple[float, float, float]) -> bool:
    """Tell whether two labels, given by middle, baseline and half their width, overlap."""
    gap = GAP if other[2] != RADIUS else 0
    return abs(one[0] - other[0]) < one[2] + other[2] + gap and abs(one[1] - other[1]) < SIZE - 1
