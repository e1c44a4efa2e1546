"""A whole figure: its panels one under another, in a page or as a file that stands by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from olke.explore.charts.drawing.bars import draw_bars
from olke.explore.charts.drawing.canvas import SIZE, Canvas
from olke.explore.charts.drawing.dots import draw_dots
from olke.explore.charts.drawing.frame import LINE, Frame, draw_heading
from olke.explore.charts.drawing.legend import LegendItem, draw_legend
from olke.explore.charts.drawing.lettering import wrap
from olke.explore.charts.drawing.palette import FILE, PAGE
from olke.explore.charts.drawing.rows import draw_rows, heading_room
from olke.explore.charts.observations import Named
from olke.explore.charts.series import Panel, Style
from olke.explore.charts.wording import panel_title

NARROW, WIDE, SHEET = 340, 760, 1000  # px: a phone, a page, a picture to print or project
EDGE = 28
DRAW = {Style.ROWS: draw_rows, Style.BARS: draw_bars, Style.DOTS: draw_dots}
SHORTEST = 4  # years; a shorter axis would make a year look like an age


@dataclass(frozen=True, slots=True)
class Lettered:
    """What stands round the panels when the figure is a file: title, legend, notes, sources.

    origin: the region and edition that the numbers were taken from.
    """

    title: str
    subtitle: str = ""
    legend: tuple[LegendItem, ...] = ()
    notes: tuple[str, ...] = ()
    sources: str = ""
    origin: str = ""


def year_span(panels: tuple[Panel, ...], chosen: tuple[int, int] | None = None) -> tuple[int, int]:
    """Give the years of the common axis, the last exclusive: those chosen, or all with a mark."""
    if chosen:
        return chosen
    timed = [mark for panel in panels if panel.style is not Style.ROWS for mark in panel.marks]
    if not timed:
        return 0, 1
    first = int(min(mark.extent.start for mark in timed))
    last = -int(-max(mark.extent.end for mark in timed) // 1)
    short = max(0, SHORTEST - (last - first))
    return first - short // 2, last + short - short // 2


def draw_for_page(panels: tuple[Panel, ...], frame: Frame, *, identity: str, label: str) -> str:
    """Draw panels in the page's own colours, every mark a link."""
    canvas = Canvas(frame.width, 1, PAGE, identity=identity, label=label)
    canvas.height = _draw_panels(canvas, frame, panels, 0)
    return canvas.markup()


def draw_for_file(panels: tuple[Panel, ...], frame: Frame, lettered: Lettered) -> str:
    """Draw panels with title, legend, notes and sources, in plain colours on white."""
    inner = replace(frame, width=SHEET - 2 * EDGE, links=False)
    canvas = Canvas(SHEET, 1, FILE, identity="figure", label=lettered.title)
    canvas.rect(0, 0, SHEET, 0, fill="paper")
    background = canvas.root[-1]
    with canvas.group(transform=f"translate({EDGE} {EDGE})"):
        y = _draw_title(canvas, inner, lettered)
        y = _draw_panels(canvas, inner, panels, y)
        y = draw_legend(canvas, lettered.legend, inner.width, y + 4)
        small_print = (*lettered.notes, lettered.sources, lettered.origin)
        y = draw_small_print(canvas, small_print, inner.width, y)
    canvas.height = y + 2 * EDGE
    background.set("height", f"{canvas.height:.0f}")
    return canvas.markup()


def draw_for_print(panels: tuple[Panel, ...], frame: Frame, legend: tuple[LegendItem, ...]) -> str:
    """Draw panels with their legend on white: what else is said of them stands round the picture.

    The narrower the frame, the larger the letters in a picture of one size.
    """
    canvas = Canvas(frame.width, 1, FILE, identity="figure", label=frame.title)
    canvas.rect(0, 0, frame.width, 0, fill="paper")
    background = canvas.root[-1]
    y = _draw_panels(canvas, frame, panels, 0)
    canvas.height = draw_legend(canvas, legend, frame.width, y + 4) + 4
    background.set("height", f"{canvas.height:.0f}")
    return canvas.markup()


def panel_height(panel: Panel, frame: Frame) -> float:
    """Give the height of a panel drawn alone, its heading with it."""
    return _draw_panels(Canvas(frame.width, 1, FILE, identity="p", label=""), frame, (panel,), 0)


def draw_small_print(canvas: Canvas, lines: tuple[str, ...], width: float, y: float) -> float:
    """Write notes and sources under a figure; return where they end."""
    for words in lines:
        for row in wrap(words, SIZE, width) if words else ():
            y += LINE
            canvas.text(0, y, row, fill="soft")
    return y


def _draw_title(canvas: Canvas, frame: Frame, lettered: Lettered) -> float:
    y = 0.0
    for row in wrap(lettered.title, 22, frame.width):
        y += 27
        canvas.text(0, y - 6, row, font_size=22, font_weight="600")
    for row in wrap(lettered.subtitle, 15, frame.width) if lettered.subtitle else ():
        y += 21
        canvas.text(0, y - 4, row, font_size=15, fill="soft")
    return y + 6


def _draw_panels(canvas: Canvas, frame: Frame, panels: tuple[Panel, ...], y: float) -> float:
    above = frame.title
    rows = [panel for panel in panels if panel.style is Style.ROWS]
    frame = replace(frame, headings=heading_room(frame, rows))
    for panel in panels:
        below = draw_heading(canvas, frame, panel, y, above=above)
        above = panel_title(panel)
        y = DRAW[panel.style](canvas, frame, panel, below) + 8
    return y


def colour_order(panels: tuple[Panel, ...]) -> tuple[Named, ...]:
    """List the subjects of a figure once, in the order that gives them colours and shapes."""
    return tuple(
        dict.fromkeys(mark.observation.subject for panel in panels for mark in panel.marks)
    )
