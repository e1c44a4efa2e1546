"""The units in force: the built-in ones and those that loaded packs add."""

from __future__ import annotations

from functools import lru_cache

from olke.measures import Registry, builtin_registry
from olke.vocabulary.models import PackUnit

COLUMNS = (
    "key",
    "dimension",
    "base",
    "factor",
    "label_kk",
    "label_ru_one",
    "label_ru_few",
    "label_ru_many",
    "label_en_one",
    "label_en_other",
)


def unit_registry() -> Registry:
    """Return every unit that claims may use (one statement; building is remembered)."""
    return _registry(tuple(PackUnit.objects.order_by("pk").values_list(*COLUMNS)))


@lru_cache(maxsize=4)
def _registry(rows: tuple[tuple[str, ...], ...]) -> Registry:
    return builtin_registry().with_units(dict(zip(COLUMNS, row, strict=True)) for row in rows)
