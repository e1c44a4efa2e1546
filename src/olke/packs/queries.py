"""Reading packs: which are loaded, and whose a key is."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import Max, Model, QuerySet

from olke.packs.columns import Table
from olke.packs.models import Pack, PackRecord


def loaded_packs() -> QuerySet[Pack]:
    """Return every pack, in the order in which they were first loaded."""
    return Pack.objects.order_by("pk")


def keys_of_other_packs(table: Table, pack: str, keys: frozenset[str]) -> Mapping[str, str]:
    """Return those of ``keys`` that another pack than ``pack`` owns, and that pack's key.

    One statement, which returns nothing where a single pack is loaded.
    """
    others: QuerySet[Model] = QuerySet(table.model).exclude(pack__key=pack)
    owned = others.values_list("key", "pack__key").iterator(chunk_size=5000)
    return {key: other for key, other in owned if key in keys}


def next_position(model: type[PackRecord], pack: Pack) -> int:
    """Return the place after the last record of a table: where a new record goes."""
    last = QuerySet(model).filter(pack=pack).aggregate(last=Max("position"))["last"]
    return 0 if last is None else last + 1
