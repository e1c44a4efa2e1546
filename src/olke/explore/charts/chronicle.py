"""Reading the events of a timeline."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import pgettext

from olke.dates import parse
from olke.entities.models import Entity
from olke.evidence.models import Claim, ClaimKind, Rank, Review
from olke.evidence.queries import standing_claims
from olke.explore.charts.choices import read_choice
from olke.explore.charts.observations import Named
from olke.explore.charts.options import Option
from olke.explore.charts.queries import cited
from olke.explore.charts.timeline import Chapter, Event
from olke.vocabulary.models import HistoricalPeriod, Theme
from olke.vocabulary.queries import themes_within

DAY = Coalesce("earliest", "latest")  # the first known day
KINDS = (ClaimKind.EVENT, ClaimKind.ROLE)
MOST_OFFERED = 200


@dataclass(frozen=True, slots=True)
class TimelineChoice:
    """Which events to show; an empty field asks for all. Years are both included.

    chapter: which part of them to open. whole: all on one page, for printing.
    """

    theme: str = ""
    entity: str = ""
    kind: str = ""
    first: int | None = None
    last: int | None = None
    chapter: str = ""
    whole: bool = False
    faults: tuple[str, ...] = ()

    @property
    def query(self) -> str:
        """The same events as parameters of an address, whichever part of them is open."""
        pairs = [("theme", self.theme), ("entity", self.entity), ("kind", self.kind)]
        pairs += [("from", str(self.first or "")), ("to", str(self.last or ""))]
        return urlencode([(name, value) for name, value in pairs if value])


def read_timeline_choice(parameters: QueryDict) -> TimelineChoice:
    """Read a choice; what makes no sense is left out and told in ``faults``."""
    years = read_choice(parameters)
    kind = parameters.get("kind", "")
    return TimelineChoice(
        theme=parameters.get("theme", "").strip()[:120],
        entity=parameters.get("entity", "").strip()[:120],
        kind=kind if kind in KINDS else "",
        first=years.first,
        last=years.last,
        chapter=parameters.get("chapter", "").strip()[:120],
        whole="whole" in parameters,
        faults=years.faults,
    )


def chosen_events(choice: TimelineChoice) -> QuerySet[Claim]:
    """Return the standing events and roles of a choice, dated ones first, in order of time."""
    claims = standing_claims().filter(kind__in=[choice.kind] if choice.kind else KINDS)
    if choice.theme:
        within = themes_within(choice.theme)
        claims = claims.filter(
            Q(indicator__theme__in=within) | Q(indicator__theme=None, subject__theme__in=within)
        )
    if choice.entity:
        claims = claims.filter(
            Q(subject__key=choice.entity)
            | Q(object__key=choice.entity)
            | Q(place__key=choice.entity)
        )
    if choice.first is not None:
        claims = claims.filter(latest__gte=dt.date(choice.first, 1, 1))
    if choice.last is not None:
        claims = claims.filter(earliest__lte=dt.date(choice.last, 12, 31))
    return claims


def within_chapter(claims: QuerySet[Claim], chapter: Chapter) -> QuerySet[Claim]:
    """Keep the events that stand in a chapter: by their first known day."""
    dated = claims.annotate(day=DAY)
    if chapter.first is None or chapter.last is None:
        return dated.filter(day=None)
    begins, ends = dt.date(chapter.first, 1, 1), dt.date(chapter.last, 12, 31)
    return dated.filter(day__gte=begins, day__lte=ends)


def events_by_year(choice: TimelineChoice) -> dict[int | None, int]:
    """Count events by the year of their first known day, None for the undated: one statement."""
    rows = (
        chosen_events(choice)
        .select_related(None)
        .prefetch_related(None)
        .order_by()
        .annotate(day=DAY)
        .values_list("day")
        .annotate(events=Count("pk"))
    )
    counted: Counter[int | None] = Counter()
    for day, events in rows:  # by day: SQLite calls Python for each row to take the year of one
        counted[day.year if day else None] += events
    return dict(counted)


def event_of(claim: Claim) -> Event:
    """Tell a complete claim as a timeline needs it."""
    theme = claim.indicator.theme
    return Event(
        key=claim.key,
        title=claim.title or _role(claim),
        url=reverse("explore:claim", args=[claim.key]),
        period=parse(claim.period) if claim.period else None,
        subject=_entity(claim.subject),
        kind=claim.kind,
        indicator=Named(claim.indicator.key, claim.indicator.label),
        theme=Named(theme.key, theme.label) if theme else None,
        place=_entity(claim.place) if claim.place else None,
        questioned=claim.review == Review.QUESTIONED,
        deprecated=claim.rank == Rank.DEPRECATED,
        citations=tuple(cited(citation) for citation in claim.citations.all()),
        note=claim.note,
    )


def _role(claim: Claim) -> str:
    """Say who was what; the date stands beside it."""
    said = f"{claim.subject.name} — {claim.indicator.label}"
    return f"{said}, {claim.object.name}" if claim.object else said


def _entity(entity: Entity) -> Named:
    return Named(entity.key, entity.name, reverse("explore:entity", args=[entity.key]))


def historical_periods() -> list[tuple[Named, int, int]]:
    """List the region's periods with their first and last year: one statement."""
    return [
        (
            Named(period.key, period.label, reverse("explore:period", args=[period.key])),
            period.earliest.year,
            period.latest.year,
        )
        for period in HistoricalPeriod.objects.all()
    ]


def theme_options(choice: TimelineChoice) -> list[Option]:
    """List the themes that have events, in their order: one statement."""
    themes = (
        Theme.objects.filter(indicators__claims__kind__in=KINDS)
        .annotate(claims=Count("indicators__claims"))
        .order_by("position")
    )
    return [
        Option(theme.key, theme.label, theme.claims, chosen=theme.key == choice.theme)
        for theme in themes
    ]


def entity_options(choice: TimelineChoice) -> list[Option]:
    """List the entities with most events by name, the chosen one always: one statement."""
    entities = (
        Entity.objects.filter(Q(claims__kind__in=KINDS) | Q(key=choice.entity))
        .annotate(events=Count("claims", filter=Q(claims__kind__in=KINDS)))
        .order_by("-events", "position")[:MOST_OFFERED]
    )
    options = [
        Option(entity.key, entity.name, entity.events, chosen=entity.key == choice.entity)
        for entity in entities
    ]
    return sorted(options, key=lambda option: option.label.casefold())


def kind_options(choice: TimelineChoice) -> list[Option]:
    """List events and roles."""
    names = {
        ClaimKind.EVENT: pgettext("timeline", "events"),
        ClaimKind.ROLE: pgettext("timeline", "people and roles"),
    }
    return [Option(kind.value, names[kind], chosen=kind == choice.kind) for kind in KINDS]
