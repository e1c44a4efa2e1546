"""What the desk shows: recent changes, and what may be offered while somebody types."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from olke.entities.models import Entity
from olke.evidence.changes import ChangedRecord, names_of
from olke.evidence.models import Claim, Review
from olke.evidence.sentences import claim_sentence
from olke.exchange.pack.schema import BY_KIND, BY_NAME
from olke.history.models import Entry
from olke.measures import Language
from olke.packs.columns import Table
from olke.packs.models import PackRecord
from olke.packs.records import Snapshot
from olke.sources.labels import archive_label, long_label
from olke.sources.models import Source
from olke.vocabulary.units import unit_registry

SUGGESTED = 12
WAITING = (Review.QUESTIONED, Review.UNREVIEWED)
CONSIDERED = 60
LABELS = ("label_kk", "label_ru", "label_en")
_NAMED: dict[str, Sequence[str]] = {
    "entities": ("name_kk", "name_ru", "name_en", "names__name"),
    "sources": ("title", "author", "reference", "fond", "fond_title"),
    "repositories": ("name_kk", "name_ru", "name_en", "abbreviation_kk", "abbreviation_ru"),
    "glossary": ("term_kk", "term_ru", "term_en"),
    "units": ("label_kk", "label_ru_one", "label_en_one"),
    "claims": (
        "subject__name_kk",
        "subject__name_ru",
        "subject__name_en",
        "indicator__label_kk",
        "indicator__label_ru",
        "indicator__label_en",
        "period",
    ),
}
"""By what people look for a record; a table that is not named here has labels."""
_RELATED = {
    "sources": ("repository",),
    "claims": ("subject", "indicator", "product", "object"),
}


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


def names_by_key(table: Table, keys: Sequence[str]) -> dict[str, str]:
    """Return what records are called; a row that a record owns goes by its owner's key."""
    name = table.owner or table.name
    if name == "claims":
        return {key: said for (_table, key), said in _sentences(keys).items()}
    return {key: said for (_table, key), said in names_of((name, key) for key in keys).items()}


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


def claims_to_review(state: str = "") -> QuerySet[Claim]:
    """Return the claims that wait for somebody to check them, the doubtful ones first.

    ``state`` narrows them to the questioned or to the unreviewed ones.
    """
    waiting = [state] if state in WAITING else WAITING
    return (
        Claim.objects.filter(review__in=waiting)
        .select_related("subject", "indicator", "product", "object")
        .prefetch_related("citations__source__repository", "citations__through__repository")
        .order_by("review", "position")
    )


def record_names(records: Iterable[PackRecord]) -> list[tuple[str, PackRecord]]:
    """Return records, each with what it is called."""
    language, units = get_language() or "kk", unit_registry()
    return [
        (claim_sentence(one, language, units) if isinstance(one, Claim) else _name(one), one)
        for one in records
    ]


def record_with_key(table: Table, key: str) -> PackRecord | None:
    """Return a record, None where there is none."""
    found: QuerySet[PackRecord] = QuerySet(table.model)
    return found.select_related("pack", *_RELATED.get(table.name, ())).filter(key=key).first()


def last_changes(table: Table, key: str, number: int) -> list[Entry]:
    """Return the last entries of a record's history, newest first."""
    entries = Entry.objects.filter(kind=table.kind, key=key).select_related("by")
    return list(entries.order_by("-number")[:number])


def state_of(text: str) -> Snapshot:
    """Return the state of a record that an entry of the history holds as a text."""
    state: Snapshot = json.loads(text) if text else {}
    return state


def snapshot_before(entry: Entry) -> Snapshot | None:
    """Return the state of the record before an entry, None where it did not exist."""
    return state_of(entry.old) if entry.old else None


def suggestions(table: str, words: str) -> list[Suggestion]:
    """Return what ``words`` may mean in a column that refers to ``table`` (one statement).

    Those that begin with the words come first; without words, the first of the table.
    """
    if table == "units":
        return _units(words)
    if table not in BY_NAME:
        return []
    found = [_suggestion(record) for record in matching(BY_NAME[table], words)[:CONSIDERED]]
    small = words.casefold()
    return sorted(found, key=lambda one: not one.label.casefold().startswith(small))[:SUGGESTED]


def matching(table: Table, words: str) -> QuerySet[Any]:
    """Return the records whose key or names hold every word, in the order of the pack."""
    found: QuerySet[Any] = QuerySet(table.model).select_related(*_RELATED.get(table.name, ()))
    for word in words.split():
        condition = Q(key__icontains=word)
        for written in _written(word):
            for name in _NAMED.get(table.name, LABELS):
                condition |= Q(**{f"{name}__contains": written})
        found = found.filter(condition)
    return found.distinct().order_by("position", "pk")


def key_named(table: str, name: str) -> str:
    """Return the key of the one record that is called so; empty for none and for several."""
    condition = Q()
    for column in _NAMED.get(table, LABELS):
        condition |= Q(**{f"{column}__in": _written(name)})
    found: QuerySet[Any] = QuerySet(BY_NAME[table].model).filter(condition)
    keys = set(found.values_list("key", flat=True)[:CONSIDERED])
    return keys.pop() if len(keys) == 1 else ""


def _written(words: str) -> set[str]:
    """Return words as people write them: SQLite ignores case in Latin letters only."""
    return {words, words.lower(), words.upper(), words[:1].upper() + words[1:]}


def _suggestion(record: PackRecord) -> Suggestion:
    if isinstance(record, Entity):
        return Suggestion(record.key, record.name, str(record.get_kind_display()))
    if isinstance(record, Source):
        return Suggestion(record.key, long_label(record), _place_of(record))
    return Suggestion(record.key, _name(record), record.key)


def _name(record: PackRecord) -> str:
    return long_label(record) if isinstance(record, Source) else str(record)


def _place_of(source: Source) -> str:
    """Say where a source lies or who wrote it, to tell it from others of the same title."""
    parts = [source.author, archive_label(source) if source.fond else "", source.reference]
    return " · ".join(dict.fromkeys(filter(None, parts)))


def unit_name(key: str) -> str:
    """Return what a unit is called in the reader's language; empty where there is none."""
    registry = unit_registry()
    return registry[key].label(_language()) if key in registry else ""


def _units(words: str) -> list[Suggestion]:
    small = words.casefold()
    units = [unit for unit in unit_registry() if any(small in name for name in unit.names)]
    units.sort(key=lambda unit: not any(name.startswith(small) for name in unit.names))
    return [Suggestion(unit.key, unit.label(_language()), unit.key) for unit in units[:SUGGESTED]]


def _language() -> Language:
    code = (get_language() or "kk")[:2]
    return "ru" if code == "ru" else "en" if code == "en" else "kk"
