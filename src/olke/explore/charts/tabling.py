"""A figure's claims as table rows, for the page and for files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from olke.explore.charts.observations import Observation
from olke.explore.charts.timeline import Event
from olke.explore.charts.wording import (
    aspect_label,
    measure_label,
    period_label,
    quantity_text,
    short_period_label,
    standing_labels,
    what_label,
)
from olke.measures import Registry

COLUMNS = (
    "claim",
    "subject",
    "subject_label",
    "indicator",
    "indicator_label",
    "product",
    "product_label",
    "period",
    "period_label",
    "period_wording",
    "aspect",
    "measure",
    "base_period",
    "value",
    "value_max",
    "bound",
    "approximate",
    "unit",
    "rank",
    "review",
    "citations",
    "sources",
    "address",
    "note",
)


@dataclass(frozen=True, slots=True)
class Row:
    """One claim as a reader sees it in a table."""

    observation: Observation
    what: str
    how: str
    when: str
    value: str
    standing: tuple[str, ...]


def rows_of(observations: Iterable[Observation], registry: Registry) -> list[Row]:
    """Say every claim in the words of a table."""
    return [_row(one, registry) for one in observations]


def _row(one: Observation, registry: Registry) -> Row:
    how = ", ".join(filter(None, (aspect_label(one.aspect), measure_label(one.measure))))
    return Row(
        observation=one,
        what=what_label(one),
        how=how,
        when=short_period_label(one.period),
        value=quantity_text(one.quantity, registry),
        standing=tuple(standing_labels(one)),
    )


def records_of(observations: Iterable[Observation], *, base: str = "") -> list[Sequence[str]]:
    """Give the cells of ``COLUMNS`` for each claim; ``base`` makes its address absolute."""
    return [_record(one, base) for one in observations]


def _record(one: Observation, base: str) -> Sequence[str]:
    quantity = one.quantity
    return (
        one.key,
        one.subject.key,
        one.subject.label,
        one.indicator.key,
        one.indicator.label,
        one.product.key if one.product else "",
        one.product.label if one.product else "",
        str(one.period) if one.period else "",
        period_label(one.period) if one.period else "",
        one.period_wording,
        one.aspect.value,
        one.measure.value,
        one.base_period,
        format(quantity.value, "f"),
        "" if quantity.upper is None else format(quantity.upper, "f"),
        quantity.bound.value if quantity.bound else "",
        "true" if quantity.approximate else "",
        quantity.unit,
        one.rank.value,
        one.review.value,
        "; ".join(cited.label for cited in one.citations),
        "; ".join(_source(cited.source, cited.locator) for cited in one.citations),
        f"{base}{one.url}",
        one.note,
    )


def _source(key: str, locator: str) -> str:
    return f"{key} {locator}".strip()


EVENT_COLUMNS = (
    "claim",
    "kind",
    "title",
    "subject",
    "subject_label",
    "indicator",
    "indicator_label",
    "theme",
    "place",
    "period",
    "period_label",
    "citations",
    "sources",
    "address",
    "note",
)


def event_records(events: Iterable[Event], *, base: str = "") -> list[Sequence[str]]:
    """Give the cells of ``EVENT_COLUMNS`` for each event."""
    return [
        (
            event.key,
            event.kind,
            event.title,
            event.subject.key,
            event.subject.label,
            event.indicator.key if event.indicator else "",
            event.indicator.label if event.indicator else "",
            event.theme.key if event.theme else "",
            event.place.key if event.place else "",
            str(event.period) if event.period else "",
            period_label(event.period) if event.period else "",
            "; ".join(cited.label for cited in event.citations),
            "; ".join(_source(cited.source, cited.locator) for cited in event.citations),
            f"{base}{event.url}",
            event.note,
        )
        for event in events
    ]
