"""What the keys of an address name, and in words which of them name nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from django.urls import reverse
from django.utils.translation import gettext

from olke.entities.models import Entity
from olke.explore.charts.choices import SeriesChoice
from olke.explore.charts.observations import Named
from olke.packs.models import PackRecord
from olke.vocabulary.models import Indicator, Product

Record = TypeVar("Record", bound=PackRecord)


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice without the keys that name nothing, and its subjects in the order asked for.

    Where no indicator or subject of several names anything they stay: without them, all would be
    drawn. ``choice.faults`` tells of each.
    """

    choice: SeriesChoice
    subjects: tuple[Named, ...] = ()


def settled(choice: SeriesChoice) -> Settled:
    """Look up every key of a choice: a statement each for subjects, indicators and product."""
    product = (choice.product,) if choice.product else ()
    subjects = _by_key(Entity.objects.filter(key__in=choice.subjects))
    indicators = _by_key(Indicator.objects.filter(key__in=choice.indicators))
    products = _by_key(Product.objects.filter(key__in=product))
    faults = [
        *_unknown(choice.indicators, indicators, _no_indicator),
        *_unknown(product, products, _no_product),
        *_unknown(choice.subjects, subjects, _no_subject),
    ]
    kept = replace(
        choice,
        subjects=_those(choice.subjects, subjects),
        indicators=_those(choice.indicators, indicators),
        product=choice.product if products else "",
        faults=(*choice.faults, *faults),
    )
    named = (subjects[key] for key in choice.subjects if key in subjects)
    return Settled(kept, tuple(map(named_entity, named)))


def named_entity(entity: Entity) -> Named:
    """Tell an entity as a chart needs it."""
    return Named(entity.key, entity.name, reverse("explore:entity", args=[entity.key]))


def _by_key(records: Iterable[Record]) -> dict[str, Record]:
    return {record.key: record for record in records}


def _those(keys: tuple[str, ...], known: dict[str, Record]) -> tuple[str, ...]:
    return tuple(key for key in keys if key in known) or keys


def _unknown(keys: Sequence[str], known: dict[str, Record], say: Callable[[str], str]) -> list[str]:
    return [say(key) for key in keys if key not in known]


def _no_indicator(key: str) -> str:
    return gettext("No indicator is known as “%(key)s”. Choose one from the list.") % {"key": key}


def _no_product(key: str) -> str:
    return gettext("No product is known as “%(key)s”. Choose one from the list.") % {"key": key}


def _no_subject(key: str) -> str:
    return gettext(
        "No place, organisation or person is known as “%(key)s”. Add it by name below."
    ) % {"key": key}
