"""With whom a subject can be compared: those of its kind or theme that share an indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from django.db.models import Count, Q, QuerySet
from django.urls import reverse
from django.utils.text import capfirst

from olke.entities.models import Entity
from olke.evidence.models import Claim, ClaimKind, Measure, Review
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.localised_rows import columns_of, label_in
from olke.explore.charts.observations import Named

OFFERS, PARTNERS = 4, 5  # indicators offered, and others offered for each
Respect = tuple[str, str, str]  # indicator, product and measure that a claim states


@dataclass(frozen=True, slots=True)
class Partner:
    """Another subject with claims about the same indicator; ``name.url`` is the comparison."""

    name: Named
    claims: int


@dataclass(frozen=True, slots=True)
class Offer:
    """A comparison by one indicator; ``indicator.url`` is that with all the partners at once."""

    indicator: Named
    partners: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What another subject has in common by one indicator.

    alike: claims of the same product and measure, or percentages of plan of any product, which
    stand on one scale. claims: all about the indicator. near: of the same theme.
    """

    indicator: Named
    other: Named
    alike: int
    claims: int
    near: bool

    @property
    def weight(self) -> tuple[int, int, bool]:
        """Order of what is most worth comparing."""
        return (self.alike, self.claims, self.near)


def comparison_offers(choice: SeriesChoice) -> tuple[Offer, ...]:
    """Offer comparisons for the only subject of a choice: three statements, most shared first.

    None for several subjects, or one that shares no indicator with another of its kind or theme.
    """
    if len(choice.subjects) != 1:
        return ()
    subject = Entity.objects.filter(key=choice.subjects[0]).select_related("theme").first()
    if subject is None:
        return ()
    own = _respects(subject, choice.indicators)
    shared = _shared(subject, own)
    by_indicator: dict[Named, list[Shared]] = {}
    for one in sorted(shared, key=lambda one: one.weight, reverse=True):
        by_indicator.setdefault(one.indicator, []).append(one)
    ordered = sorted(by_indicator.values(), key=_worth, reverse=True)
    return tuple(_offer(choice, group[:PARTNERS]) for group in ordered[:OFFERS])


def _worth(group: Sequence[Shared]) -> tuple[int, int, int]:
    first = group[:PARTNERS]
    alike = [one for one in first if one.alike]
    return (len(alike), sum(one.alike for one in first), sum(one.claims for one in first))


def _offer(choice: SeriesChoice, group: Sequence[Shared]) -> Offer:
    indicator = group[0].indicator
    others = [one.other for one in group]
    return Offer(
        replace(indicator, url=_address(choice, indicator, others)),
        tuple(
            Partner(replace(one.other, url=_address(choice, indicator, [one.other])), one.claims)
            for one in group
        ),
    )


def _address(choice: SeriesChoice, indicator: Named, others: Iterable[Named]) -> str:
    subjects = (*choice.subjects, *(other.key for other in others))
    asked = replace(choice, indicators=(indicator.key,), subjects=subjects)
    return f"{reverse('explore:compare')}?{asked.query}"


def _respects(subject: Entity, indicators: Sequence[str]) -> set[Respect]:
    claims = _observations().filter(subject=subject)
    if indicators:
        claims = claims.filter(indicator__key__in=indicators)
    rows = claims.values_list("indicator__key", "product__key", "measure").distinct()
    return {_respect(*row) for row in rows}


def _respect(indicator: str, product: str | None, measure: str) -> Respect:
    any_product = measure == Measure.PERCENT_OF_PLAN
    return (indicator, "" if any_product else product or "", measure)


def _shared(subject: Entity, own: set[Respect]) -> list[Shared]:
    similar = Q(subject__kind=subject.kind)
    if subject.theme_id:
        similar |= Q(subject__theme=subject.theme_id)
    rows = (
        _observations()
        .filter(similar, indicator__key__in={indicator for indicator, _, _ in own})
        .exclude(subject=subject)
        .values(
            "indicator__key",
            "subject__key",
            "subject__theme",
            "product__key",
            "measure",
            *columns_of("indicator__label"),
            *columns_of("subject__name"),
        )
        .annotate(claims=Count("pk"))
    )
    return _summed(rows, own, subject)


def _summed(rows: Iterable[dict[str, object]], own: set[Respect], subject: Entity) -> list[Shared]:
    alike: Counter[tuple[Named, Named]] = Counter()
    claims: Counter[tuple[Named, Named]] = Counter()
    near: dict[str, bool] = {}
    for row in rows:
        indicator = Named(str(row["indicator__key"]), capfirst(label_in(row, "indicator__label")))
        other = Named(str(row["subject__key"]), label_in(row, "subject__name"))
        number = int(str(row["claims"]))
        product = str(row["product__key"] or "")
        claims[indicator, other] += number
        if _respect(indicator.key, product, str(row["measure"])) in own:
            alike[indicator, other] += number
        near[other.key] = subject.theme_id is not None and row["subject__theme"] == subject.theme_id
    return [
        Shared(indicator, other, alike[indicator, other], number, near[other.key])
        for (indicator, other), number in sorted(claims.items(), key=lambda pair: pair[0][1].key)
    ]


def _observations() -> QuerySet[Claim]:
    standing = Claim.objects.exclude(review=Review.WITHDRAWN).order_by()
    return standing.filter(kind=ClaimKind.OBSERVATION)
