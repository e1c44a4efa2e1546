"""What a region's first page tells of its evidence: counted, a known number of statements."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Count, Max, Min, Q, QuerySet
from django.db.models.functions import ExtractYear

from olke.dates import EdtfError, parse
from olke.entities.models import Entity
from olke.evidence.models import Citation, Claim, Review
from olke.explore.search.remembering import index_version
from olke.packs.models import Pack
from olke.sources.models import Source, SourceGroup
from olke.vocabulary.models import HistoricalPeriod, Indicator, Theme

STRONGEST = 6
STANDING = ~Q(claims__review=Review.WITHDRAWN)


@dataclass(frozen=True)
class Counts:
    """How much evidence there is."""

    claims: int
    entities: int
    sources: int


@dataclass(frozen=True)
class ThemeCard:
    """A theme with the number of its claims, those of the themes within it included."""

    theme: Theme
    within: list[Theme]
    claims: int


@dataclass(frozen=True)
class GroupCard:
    """A group of sources: how many there are, and how many claims rest on them."""

    group: SourceGroup | None
    sources: int
    claims: int


@dataclass(frozen=True)
class Overview:
    """Everything the first page shows of one region."""

    pack: Pack
    counts: Counts
    years: Counter[int]
    first: int
    last: int
    periods: list[HistoricalPeriod]
    themes: list[ThemeCard]
    indicators: list[Indicator]
    entities: list[Entity]
    groups: list[GroupCard]


def overview(pack: Pack) -> Overview:
    """Return what the first page of a region shows: twelve statements, however much there is.

    Counting a million claims takes seconds, so the numbers are remembered until the evidence
    changes: then one statement.
    """
    version = index_version()
    # Nothing has been indexed yet: whatever is there was not announced and may change unannounced.
    return _remembered(pack.pk, version) if version else _read(pack)


@lru_cache(maxsize=16)
def _remembered(pack_pk: int, _version: int) -> Overview:
    return _read(Pack.objects.get(pk=pack_pk))


def _read(pack: Pack) -> Overview:
    claims = Claim.objects.filter(pack=pack).exclude(review=Review.WITHDRAWN)
    years = _years(claims)
    first, last = _span(pack, years)
    return Overview(
        pack=pack,
        counts=Counts(
            claims.count(),
            Entity.objects.filter(pack=pack).count(),
            Source.objects.filter(pack=pack).count(),
        ),
        years=years,
        first=first,
        last=last,
        periods=list(HistoricalPeriod.objects.filter(pack=pack)),
        themes=_themes(pack, claims),
        indicators=_strongest_indicators(pack),
        entities=_strongest_entities(pack),
        groups=_groups(pack),
    )


def _years(claims: QuerySet[Claim]) -> Counter[int]:
    """Return how many claims begin in each year."""
    dated = claims.filter(earliest__isnull=False).order_by()
    rows = dated.annotate(year=ExtractYear("earliest")).values_list("year").annotate(n=Count("pk"))
    return Counter(dict(rows))


def _span(pack: Pack, years: Counter[int]) -> tuple[int, int]:
    """Return the first and last year of the region's history, by the pack or else by its claims."""
    try:
        span = parse(pack.span) if pack.span else None
    except EdtfError:
        span = None
    known = sorted(years)
    first = span.earliest.year if span and span.earliest else known[0] if known else 0
    last = span.latest.year if span and span.latest else known[-1] if known else first
    return first, max(first, last)


def _themes(pack: Pack, claims: QuerySet[Claim]) -> list[ThemeCard]:
    """Return the themes that lie in no other, with what lies in them."""
    rows = claims.order_by().values_list("indicator__theme").annotate(n=Count("pk"))
    own = dict(rows)
    themes = list(Theme.objects.filter(pack=pack))
    within: dict[int | None, list[Theme]] = {}
    for theme in themes:
        within.setdefault(theme.parent_id, []).append(theme)

    def total(theme: Theme) -> int:
        return int(own.get(theme.pk, 0)) + sum(map(total, within.get(theme.pk, ())))

    cards = []
    for theme in within.get(None, ()):
        inside = [child for child in within.get(theme.pk, ()) if total(child)]
        cards.append(ThemeCard(theme, sorted(inside, key=total, reverse=True)[:4], total(theme)))
    return [card for card in cards if card.claims] or cards


def _strongest_indicators(pack: Pack) -> list[Indicator]:
    """Return the quantities with most claims, with their first and last year and their subjects."""
    return list(
        Indicator.objects.filter(pack=pack, kind="quantity")
        .annotate(
            claim_count=Count("claims", filter=STANDING),
            subject_count=Count("claims__subject", filter=STANDING, distinct=True),
            first_year=ExtractYear(Min("claims__earliest", filter=STANDING)),
            last_year=ExtractYear(Max("claims__latest", filter=STANDING)),
        )
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")[:STRONGEST]
    )


def _strongest_entities(pack: Pack) -> list[Entity]:
    """Return the subjects with most claims, the region as a whole apart."""
    return list(
        Entity.objects.filter(pack=pack)
        .exclude(key=pack.region_key)
        .annotate(
            claim_count=Count("claims", filter=STANDING),
            first_year=ExtractYear(Min("claims__earliest", filter=STANDING)),
            last_year=ExtractYear(Max("claims__latest", filter=STANDING)),
        )
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")[:STRONGEST]
    )


def _groups(pack: Pack) -> list[GroupCard]:
    """Return the groups of sources in their order, with the claims that end at each."""
    sources = Source.objects.filter(pack=pack).order_by().values_list("group")
    counted = dict(sources.annotate(n=Count("pk")))
    citations = Citation.objects.filter(claim__pack=pack).exclude(claim__review=Review.WITHDRAWN)
    ends = citations.order_by().values_list("through__group", "source__group")
    claims: Counter[str] = Counter()
    for through, direct, number in ends.annotate(n=Count("claim", distinct=True)):
        claims[direct if through is None else through] += number
    return [
        GroupCard(group, counted[value], claims[value])
        for group in (*SourceGroup, None)
        if counted.get(value := group.value if group else "")
    ]
