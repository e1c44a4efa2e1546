"""A timeline as a file: the strip of years and under it the events with their sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext, ngettext

from olke.explore.charts.drawing.canvas import SIZE, Canvas
from olke.explore.charts.drawing.figure import EDGE, SHEET, draw_small_print
from olke.explore.charts.drawing.lettering import wrap
from olke.explore.charts.drawing.palette import FILE
from olke.explore.charts.drawing.strip import draw_strip
from olke.explore.charts.timeline import Event
from olke.explore.charts.wording import period_label

MOST = 60  # events; a longer sheet could not be read
COLUMN = 190


def draw_chronicle(
    events: Sequence[Event], title: str, counts: Mapping[int, int], origin: str = ""
) -> str:
    """Draw the events of a timeline on one sheet, the first ``MOST`` of them in words.

    counts: how many events each year has. origin: the region and edition they were taken from.
    """
    width = SHEET - 2 * EDGE
    canvas = Canvas(SHEET, 1, FILE, identity="timeline", label=title)
    canvas.rect(0, 0, SHEET, 0, fill="paper")
    background = canvas.root[-1]
    with canvas.group(transform=f"translate({EDGE} {EDGE})"):
        canvas.text(0, 21, title, font_size=22, font_weight="600")
        y = draw_strip(canvas, counts, lambda *_: None, width=width, top=40) + 16
        for event in events[:MOST]:
            y = _draw_event(canvas, event, width, y)
        if more := len(events) - MOST:
            y = _draw_rest(canvas, more, y)
        y = draw_small_print(canvas, (origin,), width, y)
    canvas.height = y + 2 * EDGE
    background.set("height", f"{canvas.height:.0f}")
    return canvas.markup()


def _draw_event(canvas: Canvas, event: Event, width: float, y: float) -> float:
    when = wrap(period_label(event.period), SIZE, COLUMN - 16, lines=2)
    what = wrap(event.title, SIZE + 1, width - COLUMN)
    for number, row in enumerate(when):
        canvas.text(0, y + 17 * number, row, fill="soft")
    for number, row in enumerate(what):
        canvas.text(COLUMN, y + 18 * number, row, font_size=SIZE + 1)
    y += 18 * len(what)
    sources = "; ".join(cited.label for cited in event.citations)
    for row in wrap(sources, 11, width - COLUMN) if sources else ():
        canvas.text(COLUMN, y - 1, row, font_size=11, fill="soft")
        y += 15
    return y + 8


def _draw_rest(canvas: Canvas, more: int, y: float) -> float:
    if more < 0:
        return y
    words = ngettext("and %(count)d more event", "and %(count)d more events", more)
    canvas.text(COLUMN, y, words % {"count": more}, fill="soft")
    return y + 18


def chronicle_title(theme: str = "", entity: str = "") -> str:
    """Name the sheet."""
    about = entity or theme
    return gettext("Timeline: %(about)s") % {"about": about} if about else gettext("Timeline")
