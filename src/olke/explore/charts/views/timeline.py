"""Timeline: events and roles by period and year, as a page and as files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from django.core.paginator import Paginator
from django.db.models import Count, F, QuerySet
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
    historical_periods,
    kind_options,
    read_timeline_choice,
    theme_options,
)
from olke.explore.charts.downloads import file_response, table_bytes
from olke.explore.charts.drawing.canvas import Anchor
from olke.explore.charts.drawing.chronicle import chronicle_title, draw_chronicle
from olke.explore.charts.drawing.figure import NARROW, WIDE
from olke.explore.charts.drawing.strip import strip_markup
from olke.explore.charts.remembering import Drawn, remembered
from olke.explore.charts.rendering import png_of
from olke.explore.charts.tabling import EVENT_COLUMNS, event_records
from olke.explore.charts.timeline import Event, ages_of, every_year, in_order

EVENTS_A_PAGE = 200
MOST_IN_FILE = 20_000


def timeline(request: HttpRequest) -> HttpResponse:
    """Show the events that the address asks for, a year at a time, with a strip of years above."""
    page = remembered(request.get_full_path(), lambda: _draw(request))
    return render(request, "explore/timeline.html", dict(page))


def _draw(request: HttpRequest) -> Drawn:
    choice = read_timeline_choice(request.GET)
    claims = _ordered(choice)
    page = Paginator(claims, EVENTS_A_PAGE).get_page(request.GET.get("page"))
    events = in_order(event_of(claim) for claim in page.object_list)
    context = {
        "choice": choice,
        "page": page,
        "ages": ages_of(events, historical_periods()),
        "themes": theme_options(choice),
        "entities": entity_options(choice),
        "kinds": kind_options(choice),
        "strip": _strip(choice, events),
        "downloads": [
            (form.upper(), f"{reverse('explore:timeline_file', args=[form])}?{choice.query}")
            for form in ("csv", "xlsx", "svg", "png")
        ],
    }
    body = render_to_string("explore/_timeline.html", context, request)
    return {"title": gettext("Timeline"), "body": body}


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
        svg = draw_chronicle(events, _title(choice), _counts(choice))
        content = svg.encode() if form == "svg" else png_of(svg)
    return file_response(content, form, f"olke-timeline.{form}")


def _ordered(choice: TimelineChoice) -> QuerySet[Claim]:
    first_day = F("earliest").asc(nulls_last=True)
    return chosen_events(choice).order_by(first_day, "latest", "pack_id", "position", "pk")


def _title(choice: TimelineChoice) -> str:
    theme = next((option.label for option in theme_options(choice) if option.chosen), "")
    entity = next((option.label for option in entity_options(choice) if option.chosen), "")
    return chronicle_title(theme, entity)


def _strip(choice: TimelineChoice, events: Sequence[Event]) -> dict[str, SafeString]:
    """Draw the strip of years: every year of the choice, those on this page as anchors."""
    counts = _counts(choice)
    here = {event.year for event in events if event.year is not None}
    anchor = _anchors(choice, here)
    label = gettext("Events by year")
    drawn = {
        name: mark_safe(strip_markup(counts, anchor, width=width, label=label))  # noqa: S308
        for name, width in (("wide", WIDE), ("narrow", NARROW))
    }
    return drawn if len(counts) > 1 else {}


def _counts(choice: TimelineChoice) -> dict[int, int]:
    """Count the events of each year by their first day: one statement."""
    rows = (
        chosen_events(choice)
        .select_related(None)
        .prefetch_related(None)
        .exclude(earliest=None)
        .order_by()
        .values_list("earliest")
        .annotate(events=Count("pk"))
    )
    counted: Counter[int] = Counter()
    for day, events in rows:  # by day: SQLite calls Python for each row to take the year of one
        counted[day.year] += events
    return every_year(counted, choice.first, choice.last)


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
