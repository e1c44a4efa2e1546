"""Map of the region's places and enterprises, by year, as a page and as files."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from olke.explore.charts.atlas import Projection, Site, Spot, no_taller
from olke.explore.charts.choices import read_choice
from olke.explore.charts.downloads import file_response, table_bytes
from olke.explore.charts.drawing.canvas import Canvas
from olke.explore.charts.drawing.figure import EDGE, NARROW, SHEET, WIDE, draw_small_print
from olke.explore.charts.drawing.palette import FILE, PAGE
from olke.explore.charts.drawing.terrain import draw_spots, draw_terrain
from olke.explore.charts.options import Option
from olke.explore.charts.places import SHOWN, Atlas, read_atlas
from olke.explore.charts.remembering import Drawn, remembered
from olke.explore.charts.rendering import png_of
from olke.explore.frame import origin
from olke.vocabulary.models import Theme

HIGHEST = {WIDE: 0.9, NARROW: 1.3}  # how high a sheet may be for its width
COLUMNS = ("entity", "name", "kind", "latitude", "longitude", "place_of_town", "claims", "address")


@dataclass(frozen=True, slots=True)
class MapChoice:
    """What to show; None and empty ask for all."""

    year: int | None = None
    kind: str = ""
    theme: str = ""
    faults: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The same choice as parameters of an address."""
        pairs = [("year", str(self.year or "")), ("kind", self.kind), ("theme", self.theme)]
        return urlencode([(name, value) for name, value in pairs if value])


def region_map(request: HttpRequest) -> HttpResponse:
    """Show the map and beside it the same places as a list."""
    page = remembered(request.get_full_path(), lambda: _draw(request))
    return render(request, "explore/map.html", dict(page))


def _draw(request: HttpRequest) -> Drawn:
    choice = _read(request.GET)
    atlas = read_atlas(kind=choice.kind, theme=choice.theme)
    context = {
        "choice": choice,
        "atlas": atlas,
        "wide": _drawing(atlas, choice, WIDE),
        "narrow": _drawing(atlas, choice, NARROW),
        "spots": _listed(atlas.spots, choice.year),
        "outside": _listed(atlas.outside, choice.year),
        "kinds": [
            Option(kind.value, str(kind.label), chosen=kind == choice.kind) for kind in SHOWN
        ],
        "themes": [
            Option(theme.key, theme.label, chosen=theme.key == choice.theme)
            for theme in Theme.objects.filter(entities__kind__in=SHOWN).distinct()
        ],
        "downloads": [
            (form.upper(), f"{reverse('explore:map_file', args=[form])}?{choice.query}")
            for form in ("csv", "xlsx", "svg", "png")
        ],
    }
    body = render_to_string("explore/_map.html", context, request)
    return {"title": map_title(choice.year), "body": body}


def map_file(request: HttpRequest, form: str) -> HttpResponse:
    """Give the map that the address asks for as a file: csv, xlsx, svg or png."""
    choice = _read(request.GET)
    atlas = read_atlas(kind=choice.kind, theme=choice.theme)
    if form in ("csv", "xlsx"):
        base = f"{request.scheme}://{request.get_host()}"
        content = table_bytes(form, COLUMNS, _records(atlas, choice.year, base))
    else:
        if atlas.box is None:
            raise Http404
        svg = _sheet(atlas, choice)
        content = svg.encode() if form == "svg" else png_of(svg)
    return file_response(content, form, f"olke-map-{choice.year or 'all'}.{form}")


def _read(parameters: QueryDict) -> MapChoice:
    years = QueryDict(mutable=True)
    years["from"] = parameters.get("year", "")
    read = read_choice(years)
    kind = parameters.get("kind", "")
    return MapChoice(
        year=read.first,
        kind=kind if kind in SHOWN else "",
        theme=parameters.get("theme", "").strip()[:120],
        faults=read.faults,
    )


def _drawing(atlas: Atlas, choice: MapChoice, width: int) -> SafeString:
    if atlas.box is None:
        return SafeString()
    projection = Projection(no_taller(atlas.box, HIGHEST[width]), width)
    canvas = Canvas(
        width, projection.height, PAGE, identity=f"map{width}", label=gettext("Map of the region")
    )
    draw_terrain(canvas, atlas.layers, projection)
    draw_spots(canvas, atlas.spots, projection, year=choice.year)
    # Made by an XML writer from escaped text: nothing in it is markup of somebody else.
    return mark_safe(canvas.markup())  # noqa: S308


def _sheet(atlas: Atlas, choice: MapChoice) -> str:
    """Draw the map as a file that stands by itself, with its notices."""
    width = SHEET - 2 * EDGE
    if atlas.box is None:
        raise Http404
    projection = Projection(no_taller(atlas.box, HIGHEST[WIDE]), width)
    title = map_title(choice.year)
    canvas = Canvas(width, projection.height, FILE, identity="map", label=title)
    draw_terrain(canvas, atlas.layers, projection)
    draw_spots(canvas, atlas.spots, projection, year=choice.year, links=False)
    notices = (notice.first_sentence for notice in atlas.notices)
    return _framed(canvas, projection, title, (*notices, origin()))


def _framed(
    inner: Canvas, projection: Projection, title: str, credits_lines: tuple[str, ...]
) -> str:
    """Set a map into a sheet with its title above and its notices below."""
    sheet = Canvas(SHEET, 1, FILE, identity="sheet", label=title)
    sheet.rect(0, 0, SHEET, 0, fill="paper")
    background = sheet.root[-1]
    sheet.text(EDGE, EDGE + 21, title, font_size=22, font_weight="600")
    top = EDGE + 40
    sheet.embed(inner, EDGE, top, projection.width, projection.height)
    with sheet.group(transform=f"translate({EDGE} 0)"):
        bottom = top + projection.height
        sheet.rect(0, top, projection.width, projection.height, fill="none", stroke="line")
        y = draw_small_print(sheet, (size_note(), *credits_lines), projection.width, bottom + 4)
    sheet.height = y + EDGE
    background.set("height", f"{sheet.height:.0f}")
    return sheet.markup()


def map_title(year: int | None) -> str:
    """Name the map."""
    if year is None:
        return gettext("Map of the region")
    return gettext("Map of the region, %(year)d") % {"year": year}


def size_note() -> str:
    """Say what the size of a circle means."""
    return gettext("The larger a circle, the more claims there are about the place.")


def _listed(spots: tuple[Spot, ...], year: int | None) -> list[dict[str, object]]:
    """Say each spot and its sites for the list, those with most claims first."""
    ordered = sorted(spots, key=lambda spot: (-spot.claims_in(year), spot.name.label))
    return [
        {
            "spot": spot,
            "claims": spot.claims_in(year),
            "sites": [_entry(site, year) for site in _ranked(spot, year)],
        }
        for spot in ordered
    ]


def _ranked(spot: Spot, year: int | None) -> list[Site]:
    """Give what the point is named after, then the sites with most claims about the year."""
    return [spot.sites[0], *sorted(spot.sites[1:], key=lambda site: -site.claims_in(year))]


def _entry(site: Site, year: int | None) -> dict[str, object]:
    spans = " ".join(f"{span.first}-{span.last}x{span.claims}" for span in site.spans)
    return {"site": site, "claims": site.claims_in(year), "spans": spans}


def _records(atlas: Atlas, year: int | None, base: str) -> list[tuple[str, ...]]:
    spots = [*atlas.spots, *atlas.outside]
    sites = [(site, True) for spot in spots for site in spot.sites]
    sites += [(site, False) for site in atlas.placeless]
    return [
        (
            site.name.key,
            site.name.label,
            site.kind,
            f"{site.latitude:g}" if placed else "",
            f"{site.longitude:g}" if placed else "",
            "true" if site.borrowed else "",
            str(site.claims_in(year)),
            f"{base}{site.name.url}",
        )
        for site, placed in sites
    ]
