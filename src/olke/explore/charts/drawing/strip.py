"""A strip of years: how many events each has, each a link to them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from olke.explore.charts.drawing.canvas import SIZE, Anchor, Canvas
from olke.explore.charts.drawing.lettering import text_width
from olke.explore.charts.drawing.palette import PAGE
from olke.explore.charts.drawing.ticks import Scale, year_ticks

HEIGHT = 64


def draw_strip(
    canvas: Canvas,
    counts: Mapping[int, int],
    anchor: Callable[[int, int], Anchor | None],
    *,
    width: float,
    top: float = 0,
) -> float:
    """Draw a bar for each year of ``counts``; return where the strip ends."""
    if not counts:
        return top
    first, last = min(counts), max(counts) + 1
    years = Scale(first, last, 0, width)
    most = max(counts.values())
    base = top + HEIGHT
    for year, count in counts.items():
        if not count:
            continue
        height = max(3.0, count / most * (HEIGHT - 4))
        left, right = years(year), years(year + 1)
        gap = min(2.0, (right - left) * 0.2)
        with canvas.link(anchor(year, count)):
            canvas.rect(
                left, base - HEIGHT, right - left, HEIGHT, fill="none", pointer_events="all"
            )
            canvas.rect(left + gap / 2, base - height, right - left - gap, height, fill="blue")
    canvas.line(0, base, width, base, stroke="soft")
    room = text_width("0000", SIZE) + 14
    with canvas.group(aria_hidden="true"):
        for year in year_ticks(first, last - 1, most=max(2, int(width / room))):
            half = text_width("0000", SIZE) / 2
            x = min(max(years(year + 0.5), half), width - half)
            canvas.text(x, base + 18, str(year), fill="soft", text_anchor="middle")
    return base + 24


def strip_markup(
    counts: Mapping[int, int],
    anchor: Callable[[int, int], Anchor | None],
    *,
    width: float,
    label: str,
) -> str:
    """Draw a strip for a page."""
    canvas = Canvas(width, 1, PAGE, identity=f"strip{width:.0f}", label=label)
    canvas.height = draw_strip(canvas, counts, anchor, width=width)
    return canvas.markup()
