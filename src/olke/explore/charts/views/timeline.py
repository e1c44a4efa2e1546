"""Timeline: events and roles by period and year, as a page and as files."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from django.core.paginator import Paginator
from django.db.models import F, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from olke.evidence.models import Claim
from olke.explore.charts.chronicle import (
    TimelineChoice,
    chosen_events,
    entity_options,
    event_of,
    events_by_year,
    historical_periods,
    kind_options,
    read_timeline_choice,
    theme_options,
    within_chapter,
)
from olke.explore.charts.downloads import file_response, table_bytes
from olke.explore.charts.drawing.canvas import Anchor
from olke.explore.charts.drawing.chronicle import chronicle_title, draw_chronicle
from olke.explore.charts.drawing.figure import NARROW, WIDE
from olke.explore.charts.drawing.strip import strip_markup
from olke.explore.charts.remembering import Drawn, remembered
from olke.explore.charts.rendering import png_of
from olke.explore.charts.tabling import EVENT_COLUMNS, event_records
from olke.explore.charts.timeline import (
    Chapter,
    Event,
    ages_of,
    chapters_of,
    every_year,
    in_order,
    opened,
)
from olke.explore.frame import origin

EVENTS_A_PAGE = 500
MOST_AT_ONCE = 40  # events shown unfolded; a choice of no more has no chapters
MOST_IN_FILE = 20_000
MOST_IN_PRINT = 2000


def timeline(request: HttpRequest) -> HttpResponse:
    """Show events a chapter at a time, with an index of chapters and a strip of years above.

    Few events, or all of them where ``whole`` asks for that, stand on one page.
    """
    page = remembered(request.get_full_path(), lambda: _draw(request))
    return render(request, "explore/timeline.html", dict(page))


def _draw(request: HttpRequest) -> Drawn:
    choice = read_timeline_choice(request.GET)
    counted, periods = events_by_year(choice), historical_periods()
    total = sum(counted.values())
    chapters = chapters_of(counted, periods) if total > MOST_AT_ONCE else ()
    chapter = None if choice.whole else _open_chapter(chapters, choice.chapter)
    claims = _ordered(choice)
    if chapter:
        claims = within_chapter(claims, chapter)
    page = Paginator(claims, MOST_IN_PRINT if choice.whole else EVENTS_A_PAGE).get_page(
        request.GET.get("page")
    )
    events = in_order(event_of(claim) for claim in page.object_list)
    ages = ages_of(events, periods)
    context = {
        "choice": choice,
        "page": page,
        "total": total,
        "chapters": chapters,
        "chapter": chapter,
        "base": f"{choice.query}&" if choice.query else "",
        "ages": ages if choice.whole else opened(ages, MOST_AT_ONCE),
        "themes": theme_options(choice),
        "entities": entity_options(choice),
        "kinds": kind_options(choice),
        "strip": _strip(choice, events, _dated(counted, choice)),
        "downloads": [
            (form.upper(), f"{reverse('explore:timeline_file', args=[form])}?{choice.query}")
            for form in ("csv", "xlsx", "svg", "png")
        ],
    }
    body = render_to_string("explore/_timeline.html", context, request)
    return {"title": gettext("Timeline"), "body": body}


def _open_chapter(chapters: Sequence[Chapter], key: str) -> Chapter | None:
    """Give the chapter asked for, or else the first that a historical period names."""
    asked = [chapter for chapter in chapters if chapter.key == key]
    named = [chapter for chapter in chapters if chapter.name]
    return next(iter((*asked, *named, *chapters)), None)


def _dated(counted: Mapping[int | None, int], choice: TimelineChoice) -> dict[int, int]:
    dated = {year: events for year, events in counted.items() if year is not None}
    return every_year(dated, choice.first, choice.last)


def timeline_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the events that the address asks for as a file: csv, xlsx, svg or png."""
    choice = read_timeline_choice(request.GET)
    events = in_order(event_of(claim) for claim in _ordered(choice)[:MOST_IN_FILE])
    if not events:
        raise Http404
    if form in ("csv", "xlsx"):
        base = f"{request.scheme}://{request.get_host()}"
        content = table_bytes(form, EVENT_COLUMNS, event_records(events, base=base))
    else:
        counts = _dated(events_by_year(choice), choice)
        svg = draw_chronicle(events, _title(choice), counts, origin())
        content = svg.encode() if form == "svg" else png_of(svg)
    return file_response(content, form, f"olke-timeline.{form}")


def _ordered(choice: TimelineChoice) -> QuerySet[Claim]:
    first_day = F("earliest").asc(nulls_last=True)
    return chosen_events(choice).order_by(first_day, "latest", "pack_id", "position", "pk")


def _title(choice: TimelineChoice) -> str:
    theme = next((option.label for option in theme_options(choice) if option.chosen), "")
    entity = next((option.label for option in entity_options(choice) if option.chosen), "")
    return chronicle_title(theme, entity)


def _strip(
    choice: TimelineChoice, events: Sequence[Event], counts: Mapping[int, int]
) -> dict[str, SafeString]:
    """Draw the strip of years: every year of the choice, those on this page as anchors."""
    here = {event.year for event in events if event.year is not None}
    anchor = _anchors(choice, here)
    label = gettext("Events by year")
    drawn = {
        name: mark_safe(strip_markup(counts, anchor, width=width, label=label))  # noqa: S308
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    return drawn if len(counts) > 1 else {}


def _anchors(choice: TimelineChoice, here: set[int]) -> Callable[[int, int], Anchor]:
    path = reverse("explore:timeline")
    base = TimelineChoice(theme=choice.theme, entity=choice.entity, kind=choice.kind).query

    def anchor(year: int, count: int) -> Anchor:
        said = ngettext("%(year)d: %(count)d event", "%(year)d: %(count)d events", count)
        label = said % {"year": year, "count": count}
        if year in here:
            return Anchor(f"#y{year}", label)
        query = f"{base}&from={year}&to={year}" if base else f"from={year}&to={year}"
        return Anchor(f"{path}?{query}", label)

    return anchor
