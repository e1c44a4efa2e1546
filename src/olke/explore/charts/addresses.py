"""Drawings by the address that draws them, for print: without what stands round them there."""

from __future__ import annotations

from collections.abc import Callable

from django.http import QueryDict
from django.utils.translation import override

from olke.exchange.printing.drawings import Drawing, Told
from olke.explore.charts.atlas import Projection, no_taller
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
from olke.explore.charts.drawing.figure import SHEET, WIDE, Lettered, draw_for_file
from olke.explore.charts.drawing.palette import FILE
from olke.explore.charts.drawing.strip import draw_strip
from olke.explore.charts.drawing.terrain import draw_spots, draw_terrain
from olke.explore.charts.figures import Figure
from olke.explore.charts.known import settled
from olke.explore.charts.options import Option
from olke.explore.charts.places import SHOWN, read_atlas
from olke.explore.charts.timeline import Event, every_year, in_order
from olke.explore.charts.views.maps import HIGHEST, map_title, size_note
from olke.explore.charts.wording import period_label


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
    lettered = Lettered(title="", legend=figure.legend)
    title = ", ".join(filter(None, (figure.title, figure.subtitle)))
    return Drawing(
        svg=draw_for_file(figure.panels, figure.frame(WIDE, links=False), lettered),
        title=title,
        sources=tuple(cited.label for cited in figure.sources),
        notes=tuple(figure.notes),
        says=title,
    )


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
    cited = "; ".join(one.label for one in event.citations)
    return Told(period_label(event.period), event.title, cited)


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
    projection = Projection(no_taller(atlas.box, HIGHEST[WIDE]), SHEET)
    title = map_title(year)
    canvas = Canvas(SHEET, projection.height, FILE, identity="map", label=title)
    canvas.rect(0, 0, SHEET, projection.height, fill="paper")
    draw_terrain(canvas, atlas.layers, projection)
    draw_spots(canvas, atlas.spots, projection, year=year, links=False)
    canvas.rect(0, 0, SHEET, projection.height, fill="none", stroke="line")
    notices = tuple(notice.first_sentence for notice in atlas.notices)
    return Drawing(
        svg=canvas.markup(), title=title, sources=notices, notes=(size_note(),), says=title
    )


_PAGES: dict[str, Callable[[QueryDict], Drawing | None]] = {
    "series": _series,
    "compare": _compare,
    "timeline": _timeline,
    "map": _map,
}
