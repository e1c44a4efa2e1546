"""What the desk shows: recent changes, and what may be offered while somebody types."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from olke.entities.models import Entity
from olke.evidence.changes import ChangedRecord, names_of
from olke.evidence.models import Claim, Review
from olke.evidence.sentences import claim_sentence
from olke.exchange.pack.schema import BY_KIND, BY_NAME
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
    return (
        Entry.objects.filter(by__isnull=False, kind__in=list(BY_KIND))
        .select_related("by")
        .order_by("-number")
    )


def named(changes: list[ChangedRecord]) -> list[tuple[str, ChangedRecord]]:
    """Return changes, each with what its record is called: one statement a table."""
    keys = [(BY_KIND[c.entry.kind].name, c.entry.key) for c in changes if c.entry.kind in BY_KIND]
    names = names_of(pair for pair in keys if pair[0] != "claims")
    names |= _sentences(key for table, key in keys if table == "claims")
    by_key = {key: name for (_table, key), name in names.items()}
    return [(by_key.get(change.entry.key, change.entry.key), change) for change in changes]


def _sentences(keys: Iterable[str]) -> dict[tuple[str, str], str]:
    language, units = get_language() or "kk", unit_registry()
    claims = Claim.objects.select_related("subject", "indicator", "product", "object")
    return {
        ("claims", claim.key): claim_sentence(claim, language, units)
        for claim in claims.filter(key__in=list(keys))
    }


def claims_by_review() -> dict[str, int]:
    """Return how many claims stand in each state of review (one statement)."""
    counted = Claim.objects.values_list("review").annotate(Count("pk"))
    numbers = dict(counted)
    return {state: numbers.get(state, 0) for state in Review.values}


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
    # SQLite ignores case in Latin letters only, so each way of writing is asked for.
    for written in {words, words.lower(), words.upper(), words[:1].upper() + words[1:]}:
        for name in _searched(table):
            condition |= Q(**{f"{name}__contains": written})
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
