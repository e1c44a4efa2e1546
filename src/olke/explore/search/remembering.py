"""What is read again and again and stays as it is until the evidence changes.

A page of results names the same entities, indicators and sources over and over; reading them with
each claim costs four times as much as the claims. They are kept in this process for one version of
the index, which every announced change of the evidence ends. Kept records are read, never changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

from olke.entities.models import Name
from olke.explore.search.matching import type_counts
from olke.measures import Registry
from olke.vocabulary.units import unit_registry
from olke.web.localised import localised

Record = TypeVar("Record", bound=Model)
MOST = 50_000
"""Records of one kind that are kept; beyond it they are let go and read anew."""
MOST_TOLD = 5_000
"""Claims whose sentences are kept in each language, some 10 MB."""


def index_version() -> int:
    """Return the version of the index, 0 before there is one (one statement)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT version FROM explore_searchstate WHERE id = 1")
        found = cursor.fetchone()
    return int(found[0]) if found else 0


def remembered() -> Remembered:
    """Return what is kept for the index as it is now (one statement)."""
    version = index_version()
    # Without an index nothing announces changes.
    return _of_version(version) if version else Remembered()


@lru_cache(maxsize=2)
def _of_version(_version: int) -> Remembered:
    return Remembered()


class Remembered:
    """Records by primary key, read when first asked for."""

    def __init__(self) -> None:
        self._records: dict[Any, dict[int, Any]] = defaultdict(dict)
        self._names: dict[int, tuple[str, ...]] = {}
        self._told: dict[str, dict[int, Any]] = defaultdict(dict)
        self._labels: dict[Any, dict[str, str]] = defaultdict(dict)

    def records(self, wanted: QuerySet[Record], pks: Iterable[int | None]) -> Mapping[int, Record]:
        """Return at least these records of a model (a statement where some are new)."""
        known = self._records[wanted.model]
        missing = {pk for pk in pks if pk and pk not in known}
        if missing:
            if len(known) > MOST:
                known = self._records[wanted.model] = {}
            known.update(wanted.in_bulk(missing))
        return known

    def names(self, entities: Iterable[int | None]) -> Mapping[int, tuple[str, ...]]:
        """Return at least the further names of these entities (a statement where some are new)."""
        missing = {pk for pk in entities if pk and pk not in self._names}
        if missing:
            if len(self._names) > MOST:
                self._names = {}
            found: dict[int, list[str]] = {pk: [] for pk in missing}
            rows = Name.objects.filter(entity__in=missing).values_list("entity_id", "name")
            for entity, name in rows:
                found[entity].append(name)
            self._names.update({pk: tuple(names) for pk, names in found.items()})
        return self._names

    def labels(
        self, wanted: QuerySet[Any], field: str, language: str, keys: Iterable[str]
    ) -> Mapping[str, str]:
        """Return at least these records' labels by key (a statement where some are new)."""
        known = self._labels[wanted.model, language]
        missing = [key for key in keys if key not in known]
        if missing:
            if len(known) > MOST:
                known = self._labels[wanted.model, language] = {}
                missing = list(keys)
            for record in wanted.filter(key__in=missing):
                known[record.key] = localised(record, field, language)
        return known

    def told(self, language: str) -> dict[int, Any]:
        """Return what has been said of claims in a language, to look up and to add to."""
        if len(self._told[language]) > MOST_TOLD:
            self._told[language] = {}
        return self._told[language]

    @cached_property
    def units(self) -> Registry:
        """The units in force."""
        return unit_registry()

    @cached_property
    def documents(self) -> int:
        """How many documents the index has."""
        return sum(number for _, number in type_counts())
