"""What the pages that list every record show: sources, entities, indicators, the glossary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, F, Prefetch, QuerySet
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from olke.entities.models import PLACES, Entity, EntityKind
from olke.evidence.models import Citation, Claim, Review
from olke.explore.pages.queries import STANDING
from olke.language import collation_key
from olke.sources.models import Repository, Source, SourceGroup
from olke.vocabulary.models import Indicator, Term, Theme

PEOPLE = frozenset({EntityKind.PERSON, EntityKind.GROUP})
QUOTES = "«»„“”\"'[("


@dataclass
class SourceList:
    """The sources of a group, None for those whose group is not known.

    ``numbered`` are those of which the citing work tells nothing but a number in its list.
    """

    group: SourceGroup | None
    named: list[Source] = field(default_factory=list)
    numbered: list[Source] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.named) + len(self.numbered)


@dataclass(frozen=True)
class EntityList:
    """The entities of kinds that belong together: places, organisations or people."""

    key: str
    title: str | Promise
    kinds: list[tuple[EntityKind, list[Entity]]]


@dataclass
class ThemeIndicators:
    """The indicators of a theme that have claims, and those of the themes within it."""

    theme: Theme | None
    indicators: list[Indicator] = field(default_factory=list)
    within: list[ThemeIndicators] = field(default_factory=list)

    @property
    def number(self) -> int:
        """How many there are, those of the themes within it among them."""
        return len(self.indicators) + sum(part.number for part in self.within)


def sources_by_group() -> list[SourceList]:
    """Return every source with ``resting``, how many standing claims rest on it, in groups.

    Four statements; a claim that cites a source twice counts once.
    """
    resting = _resting()
    lists = {group: SourceList(SourceGroup(group) if group else None) for group in _group_order()}
    for source in Source.objects.select_related("repository").order_by("position"):
        source.resting = resting[source.pk]  # type: ignore[attr-defined] # for the template only
        known = source.title or source.author or source.container or source.fond
        of_group = lists[source.group]
        (of_group.named if known else of_group.numbered).append(source)
    return [found for found in lists.values() if found.number]


def repositories() -> QuerySet[Repository]:
    """Return the archives with the sources they keep (two statements)."""
    return Repository.objects.prefetch_related(
        Prefetch("sources", Source.objects.order_by("fond", "inventory", "file", "position"))
    )


def entities_by_kind() -> list[EntityList]:
    """Return every entity with how many claims it has, by kind and alphabet (one statement)."""
    counted = Entity.objects.annotate(claim_count=Count("claims", filter=STANDING))
    kinds: dict[str, list[Entity]] = {}
    for entity in sorted(counted, key=lambda entity: collation_key(entity.name, _reader())):
        kinds.setdefault(entity.kind, []).append(entity)
    return [
        EntityList(key, title, [(kind, kinds[kind]) for kind in members if kind in kinds])
        for key, title, members in _clusters()
        if any(kind in kinds for kind in members)
    ]


def indicators_by_theme() -> list[ThemeIndicators]:
    """Return the indicators that have standing claims under their themes (two statements)."""
    by_theme: dict[int | None, ThemeIndicators] = {}
    top: list[ThemeIndicators] = []
    for theme in Theme.objects.order_by("position"):
        by_theme[theme.pk] = ThemeIndicators(theme)
    for found in list(by_theme.values()):
        parent = found.theme and found.theme.parent_id
        (by_theme[parent].within if parent else top).append(found)
    by_theme[None] = ThemeIndicators(None)
    for indicator in _counted_indicators():
        by_theme[indicator.theme_id].indicators.append(indicator)
    return [found for found in [*map(_without_empty, top), by_theme[None]] if _holds_any(found)]


def terms_by_letter() -> list[tuple[str, list[Term]]]:
    """Return the glossary in the order of the reader's alphabet, by first letter."""
    letters: dict[str, list[Term]] = {}
    for term in sorted(Term.objects.all(), key=lambda term: collation_key(term.term, _reader())):
        letters.setdefault(_first_letter(term.term), []).append(term)
    return list(letters.items())


def record_counts() -> list[tuple[str | Promise, int]]:
    """Return how many records of each sort stand (four statements)."""
    return [
        (_("claims"), Claim.objects.exclude(review=Review.WITHDRAWN).count()),
        (_("places, organisations and people"), Entity.objects.count()),
        (_("sources"), Source.objects.count()),
        (_("indicators"), Indicator.objects.count()),
    ]


def _resting() -> Counter[int]:
    """Count the standing claims that rest on each source, by its primary key."""
    standing = Citation.objects.exclude(claim__review=Review.WITHDRAWN)
    twice = standing.filter(claim__citations__source=F("through"))
    through = standing.filter(through__isnull=False)
    found = Counter(_claims_by("source", standing))
    found.update(_claims_by("through", through))
    found.subtract(_claims_by("through", twice))
    return found


def _claims_by(field_name: str, citations: QuerySet[Citation]) -> dict[int, int]:
    return dict(citations.values_list(field_name).annotate(Count("claim", distinct=True)))


def _group_order() -> Iterable[str]:
    return (*SourceGroup.values, "")


def _clusters() -> Iterable[tuple[str, Promise, list[EntityKind]]]:
    yield "places", _("Places"), [kind for kind in EntityKind if kind in PLACES]
    others = [kind for kind in EntityKind if kind not in PLACES | PEOPLE]
    yield "organisations", _("Organisations"), others
    yield "people", _("People"), [kind for kind in EntityKind if kind in PEOPLE]


def _counted_indicators() -> QuerySet[Indicator]:
    return (
        Indicator.objects.annotate(claim_count=Count("claims", filter=STANDING))
        .filter(claim_count__gt=0)
        .order_by("-claim_count", "position")
    )


def _without_empty(found: ThemeIndicators) -> ThemeIndicators:
    within = [part for part in map(_without_empty, found.within) if _holds_any(part)]
    return ThemeIndicators(found.theme, found.indicators, within)


def _holds_any(found: ThemeIndicators) -> bool:
    return bool(found.indicators or found.within)


def _first_letter(word: str) -> str:
    """Return the letter a term stands under; figures stand under one sign."""
    first = word.lstrip(QUOTES)[:1].upper()
    return first if first.isalpha() else "0–9"


def _reader() -> str:
    return get_language() or "kk"
