"""Drawings by the address that draws them, for print: without what stands round them there."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.http import QueryDict
from django.utils.translation import override

from olke.exchange.printing.drawings import Drawing, Told
from olke.explore.charts.atlas import Box, Projection, no_taller
from olke.explore.charts.building import comparison_figure, series_figure
from olke.explore.charts.choices import read_choice
from olke.explore.charts.chronicle import (
    TimelineChoice,
    chosen_events,
    entity_options,
    event_of,
    events_by_year,
    read_timeline_choice,
    theme_options,
)
from olke.explore.charts.comparison import By
from olke.explore.charts.drawing.canvas import Canvas
from olke.explore.charts.drawing.chronicle import MOST, chronicle_title
from olke.explore.charts.drawing.figure import SHEET, WIDE, draw_for_print, panel_height
from olke.explore.charts.drawing.frame import Frame
from olke.explore.charts.drawing.legend import legend_of
from olke.explore.charts.drawing.palette import FILE
from olke.explore.charts.drawing.strip import draw_strip
from olke.explore.charts.drawing.terrain import draw_spots, draw_terrain
from olke.explore.charts.figures import Figure
from olke.explore.charts.known import settled
from olke.explore.charts.options import Option
from olke.explore.charts.places import SHOWN, Atlas, read_atlas
from olke.explore.charts.series import Panel
from olke.explore.charts.timeline import Event, every_year, in_order
from olke.explore.charts.views.maps import HIGHEST, map_title, size_note
from olke.explore.charts.wording import period_label

PROJECTED, TALLEST, CROWDED, LOW = 640, 300, 380, 110
"""Pixels: the width of a picture on a slide; the height that leaves its letters large; that of one
with a low panel more; and how high a low panel is."""


def draw_address(address: str, language: str) -> Drawing | None:
    """Draw what an address asks for (``series?indicator=output&subject=wool-mill``) in a language.

    None where it names nothing that can be drawn, or no page that draws.
    """
    page, _, query = address.partition("?")
    draw = _PAGES.get(page)
    if draw is None:
        return None
    with override(language):
        return draw(QueryDict(query))


def _series(parameters: QueryDict) -> Drawing | None:
    choice = settled(read_choice(parameters)).choice
    return _figure(series_figure(choice)) if choice.asks else None


def _compare(parameters: QueryDict) -> Drawing | None:
    choice = settled(read_choice(parameters)).choice
    named = parameters.get("by", "")
    usual = By.PERIODS if len(choice.indicators) == 1 else By.INDICATORS
    by = By(named) if named in set(By) else usual
    return _figure(comparison_figure(choice, by)) if choice.asks else None


def _figure(figure: Figure) -> Drawing | None:
    if not figure.panels:
        return None
    title = ", ".join(filter(None, (figure.title, figure.subtitle)))
    projected = figure.frame(PROJECTED, links=False)
    return Drawing(
        svg=draw_for_print(figure.panels, figure.frame(WIDE, links=False), figure.legend),
        title=title,
        slides=tuple(
            draw_for_print(panels, projected, legend_of(panels, projected))
            for panels in _together(figure.panels, projected)
        ),
        claims=_drawn(figure.panels),
        notes=tuple(figure.notes),
        says=title,
    )


def _drawn(panels: tuple[Panel, ...]) -> tuple[str, ...]:
    """Return the keys of the claims that some panel shows."""
    marks = (mark for panel in panels for mark in panel.marks)
    return tuple(dict.fromkeys(mark.observation.key for mark in marks))


def _together(panels: tuple[Panel, ...], frame: Frame) -> Iterator[tuple[Panel, ...]]:
    """Pass on the panels that share a slide: as many as it has height for, at least one."""
    shared: list[Panel] = []
    height = 0.0
    for panel in panels:
        own = panel_height(panel, frame)
        # A bar or two stand with what is above them, though that makes all a little smaller.
        if shared and height + own > (CROWDED if own <= LOW else TALLEST):
            yield tuple(shared)
            shared, height = [], 0.0
        shared.append(panel)
        height += own
    yield tuple(shared)


def _timeline(parameters: QueryDict) -> Drawing | None:
    """Draw the strip of years; the events stand below it in words, the first ``MOST`` of them."""
    choice = read_timeline_choice(parameters)
    events = in_order(event_of(claim) for claim in chosen_events(choice))
    if not events:
        return None
    title = chronicle_title(_chosen(theme_options(choice)), _chosen(entity_options(choice)))
    shown = events[:MOST]
    return Drawing(
        svg=_strip(choice, title),
        title=title,
        says=title,
        rows=tuple(_told(event) for event in shown),
    )


def _strip(choice: TimelineChoice, title: str) -> str:
    counted = {year: count for year, count in events_by_year(choice).items() if year is not None}
    counts = every_year(counted, choice.first, choice.last)
    if len(counts) < 2:
        return ""
    canvas = Canvas(SHEET, 1, FILE, identity="strip", label=title)
    canvas.height = draw_strip(canvas, counts, lambda *_: None, width=SHEET)
    return canvas.markup()


def _told(event: Event) -> Told:
    return Told(period_label(event.period), event.title, event.key)


def _chosen(options: list[Option]) -> str:
    return next((option.label for option in options if option.chosen), "")


def _map(parameters: QueryDict) -> Drawing | None:
    years = QueryDict(mutable=True)
    years["from"] = parameters.get("year", "")
    year = read_choice(years).first
    kind = parameters.get("kind", "")
    theme = parameters.get("theme", "").strip()
    atlas = read_atlas(kind=kind if kind in SHOWN else "", theme=theme)
    if atlas.box is None:
        return None
    title = map_title(year)
    notices = tuple(notice.first_sentence for notice in atlas.notices)
    return Drawing(
        svg=_sheet(atlas, atlas.box, SHEET, year),
        title=title,
        slides=(_sheet(atlas, atlas.box, WIDE, year),),
        sources=notices,
        notes=(size_note(),),
        says=title,
    )


def _sheet(atlas: Atlas, box: Box, width: int, year: int | None) -> str:
    """Draw a map so many pixels wide: the fewer, the larger its letters."""
    projection = Projection(no_taller(box, HIGHEST[WIDE]), width)
    canvas = Canvas(width, projection.height, FILE, identity="map", label=map_title(year))
    canvas.rect(0, 0, width, projection.height, fill="paper")
    draw_terrain(canvas, atlas.layers, projection)
    draw_spots(canvas, atlas.spots, projection, year=year, links=False)
    canvas.rect(0, 0, width, projection.height, fill="none", stroke="line")
    return canvas.markup()


_PAGES: dict[str, Callable[[QueryDict], Drawing | None]] = {
    "series": _series,
    "compare": _compare,
    "timeline": _timeline,
    "map": _map,
}
