"""What the form of a chart offers: only what there are claims about, with how many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, QuerySet
from django.utils.translation import pgettext

from olke.evidence.models import Aspect, Claim, ClaimKind, Review
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.localised_rows import columns_of, label_in
from olke.explore.charts.wording import aspect_label


@dataclass(frozen=True, slots=True)
class Option:
    """One entry of a list to choose from; ``claims`` is how many there are."""

    key: str
    label: str
    claims: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Entries under one heading."""

    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class SeriesOptions:
    """Everything the form of a series offers."""

    indicators: tuple[OptionGroup, ...]
    products: tuple[Option, ...] = ()
    subjects: tuple[Option, ...] = ()
    aspects: tuple[Option, ...] = ()


def series_options(choice: SeriesChoice) -> SeriesOptions:
    """Read what can be chosen beside a choice: two to four statements."""
    if not choice.indicators:
        return SeriesOptions(indicators=_indicators(choice))
    claims = _observations().filter(indicator__key__in=choice.indicators)
    of_product = claims.filter(product__key=choice.product) if choice.product else claims
    return SeriesOptions(
        indicators=_indicators(choice),
        products=_counted(claims.exclude(product=None), "product", "label", (choice.product,)),
        subjects=_counted(of_product, "subject", "name", choice.subjects),
        aspects=tuple(
            Option(aspect.value, aspect_label(aspect), chosen=aspect.value == choice.aspect)
            for aspect in Aspect
        ),
    )


@dataclass(frozen=True, slots=True)
class ComparisonOptions:
    """Everything the form of a comparison offers."""

    indicators: tuple[Option, ...]
    subjects: tuple[Option, ...]


MOST_OFFERED = 120  # subjects; more could not be looked through


def comparison_options(choice: SeriesChoice) -> ComparisonOptions:
    """Read what can be compared with a choice: at most three statements.

    Offered are the indicators of the chosen subjects and the subjects that share them, or, before
    anything is chosen, the subjects with most observations.
    """
    claims = _observations()
    if not choice.asks:
        return ComparisonOptions((), _counted(claims, "subject", "name", ())[:MOST_OFFERED])
    of_subjects = claims
    if choice.subjects:
        of_subjects = claims.filter(subject__key__in=choice.subjects)
    indicators = choice.indicators or tuple(
        of_subjects.order_by().values_list("indicator__key", flat=True).distinct()
    )
    sharing = claims.filter(indicator__key__in=indicators)
    offered = _counted(sharing, "subject", "name", choice.subjects)
    chosen = tuple(option for option in offered if option.chosen)
    others = tuple(option for option in offered if not option.chosen)[:MOST_OFFERED]
    return ComparisonOptions(
        indicators=_counted(of_subjects, "indicator", "label", choice.indicators),
        subjects=(*chosen, *others),
    )


def _observations() -> QuerySet[Claim]:
    return Claim.objects.filter(kind=ClaimKind.OBSERVATION).exclude(review=Review.WITHDRAWN)


def _indicators(choice: SeriesChoice) -> tuple[OptionGroup, ...]:
    """List indicators under their themes."""
    rows = (
        _observations()
        .order_by()
        .values(
            "indicator__key",
            *columns_of("indicator__label"),
            *columns_of("indicator__theme__label"),
        )
        .annotate(claims=Count("pk"))
        .order_by("indicator__theme__position", "indicator__position", "indicator__key")
    )
    groups: dict[str, list[Option]] = {}
    for row in rows:
        theme = label_in(row, "indicator__theme__label") or pgettext("theme", "other")
        key = row["indicator__key"]
        label = label_in(row, "indicator__label")
        groups.setdefault(theme, []).append(
            Option(key, label, row["claims"], chosen=key in choice.indicators)
        )
    return tuple(OptionGroup(theme, tuple(options)) for theme, options in groups.items())


def _counted(
    claims: QuerySet[Claim], relation: str, field: str, chosen: Sequence[str]
) -> tuple[Option, ...]:
    """List what ``relation`` points to, most claims first."""
    rows = (
        claims.order_by()
        .values(f"{relation}__key", *columns_of(f"{relation}__{field}"))
        .annotate(claims=Count("pk"))
        .order_by("-claims", f"{relation}__key")
    )
    return tuple(
        Option(
            row[f"{relation}__key"],
            label_in(row, f"{relation}__{field}"),
            row["claims"],
            chosen=row[f"{relation}__key"] in chosen,
        )
        for row in rows
    )
