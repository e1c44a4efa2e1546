"""What the desk shows: recent changes, and what may be offered while somebody types."""

from __future__ import annotations

import json
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from olke.entities.models import Entity
from olke.evidence.models import Claim, Review
from olke.exchange.pack.schema import BY_NAME
from olke.history.models import Entry
from olke.measures import Language
from olke.packs.models import PackRecord
from olke.packs.records import Snapshot
from olke.sources.labels import long_label
from olke.sources.models import Source
from olke.vocabulary.units import unit_registry

SUGGESTED = 12


@dataclass(frozen=True)
class Suggestion:
    """A key with the words that tell a person what it is."""

    value: str
    label: str
    note: str = ""


def recent_changes() -> QuerySet[Entry]:
    """Return what people changed, newest first; loading a pack is not a person's change."""
    return Entry.objects.filter(by__isnull=False).select_related("by").order_by("-number")


def claims_by_review() -> dict[str, int]:
    """Return how many claims stand in each state of review (one statement)."""
    counted = Claim.objects.values_list("review").annotate(Count("pk"))
    return {state: dict(counted).get(state, 0) for state in Review.values}


def claims_to_review() -> QuerySet[Claim]:
    """Return the claims that wait for somebody to check them, the doubtful ones first."""
    return (
        Claim.objects.filter(review__in=[Review.QUESTIONED, Review.UNREVIEWED])
        .select_related("subject", "indicator", "product", "object")
        .order_by("review", "position")
    )


def snapshot_before(entry: Entry) -> Snapshot | None:
    """Return the state of the record before an entry, None where it did not exist."""
    return json.loads(entry.old) if entry.old else None


def suggestions(table: str, words: str) -> list[Suggestion]:
    """Return what ``words`` may mean in a column that refers to ``table`` (one statement)."""
    if table == "units":
        return _units(words)
    if table not in BY_NAME:
        return []
    found: QuerySet[PackRecord] = QuerySet(BY_NAME[table].model)
    condition = Q(key__icontains=words)
    for name in _searched(table):
        condition |= Q(**{f"{name}__icontains": words})
    return [_suggestion(record) for record in found.filter(condition).distinct()[:SUGGESTED]]


def _searched(table: str) -> list[str]:
    names = {
        "entities": ["name_kk", "name_ru", "name_en", "names__name"],
        "sources": ["title", "author", "reference", "fond"],
        "repositories": ["name_kk", "name_ru", "name_en"],
        "claims": [],
    }
    return names.get(table, ["label_kk", "label_ru", "label_en"])


def _suggestion(record: PackRecord) -> Suggestion:
    if isinstance(record, Entity):
        return Suggestion(record.key, record.name, str(record.get_kind_display()))
    if isinstance(record, Source):
        return Suggestion(record.key, long_label(record), record.author)
    return Suggestion(record.key, str(record), record.key)


def _units(words: str) -> list[Suggestion]:
    code = (get_language() or "kk")[:2]
    language: Language = "ru" if code == "ru" else "en" if code == "en" else "kk"
    small = words.casefold()
    found = [
        Suggestion(unit.key, unit.label(language), unit.dimension)
        for unit in unit_registry()
        if any(small in name for name in unit.names)
    ]
    return found[:SUGGESTED]
