"""Deriving the index from the evidence: all of it, or what a change touches."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet

from olke.entities.models import Entity, Relation
from olke.evidence.models import Citation, Claim
from olke.explore.models import SearchDocument
from olke.explore.search.claims import claim_documents
from olke.explore.search.documents import Document
from olke.explore.search.numbering import BY_CODE, DocumentKind
from olke.explore.search.records import record_documents
from olke.explore.search.storing import (
    drop_documents,
    next_version,
    replace_documents,
    store_documents,
)
from olke.explore.search.surroundings import Surroundings
from olke.sources.models import Source
from olke.vocabulary.models import Indicator, Product, Theme

RECORDS = tuple(kind for kind in DocumentKind if kind is not DocumentKind.CLAIM)
MANY = 20_000
"""Claims from which on deriving everything anew costs less than replacing one by one."""

# Which claims mention a record of each history kind.
_MENTIONS = {
    "claim": ("key",),
    "entity": ("subject__key", "object__key", "place__key"),
    "indicator": ("indicator__key",),
    "product": ("product__key",),
    "theme": ("indicator__theme__key", "subject__theme__key"),
    "source": ("citations__source__key", "citations__through__key"),
    "repository": ("citations__source__repository__key", "citations__through__repository__key"),
    "unit": ("unit",),
}
_EVERYTHING = frozenset({"pack", "period"})
"""What every document may depend on: the region's own entity, and the facet of its time."""

Keys = Mapping[str, Collection[str]]


@transaction.atomic
def rebuild_index() -> int:
    """Derive the whole index anew and return the number of documents. Memory does not grow."""
    stored = replace_documents(_all_documents())
    next_version()
    return stored


def follow_evidence(
    sender: object, *, keys: Keys | None = None, everything: bool = False, **_more: Any
) -> None:
    """Bring the index up to date with a change of the evidence, in the change's own transaction."""
    del sender
    changed = {kind: frozenset(of_kind) for kind, of_kind in (keys or {}).items() if of_kind}
    if everything or _EVERYTHING & changed.keys():
        rebuild_index()
    elif changed:
        update_index(changed)


@transaction.atomic
def update_index(changed: Mapping[str, frozenset[str]]) -> None:
    """Replace the documents of changed records and of every claim that mentions one."""
    changed = {kind: keys | _within(kind, keys) for kind, keys in changed.items()}
    claims = _claims_mentioning(changed)
    if claims.count() > MANY:
        rebuild_index()
        return
    records = _records_touched(changed, set(claims.values_list("key", flat=True)))
    around = Surroundings()
    fresh = list(
        chain(
            claim_documents(claims, around),
            *(record_documents(kind, around, keys) for kind, keys in records.items()),
        )
    )
    claim_keys = {*changed.get("claim", ()), *claims.values_list("key", flat=True)}
    drop_documents(_numbers_of({**records, DocumentKind.CLAIM: claim_keys}))
    store_documents(fresh)
    next_version()


def _all_documents() -> Iterator[Document]:
    around = Surroundings()
    for kind in RECORDS:
        yield from record_documents(kind, around)
    yield from claim_documents(Claim.objects.all(), around)


def _claims_mentioning(changed: Mapping[str, frozenset[str]]) -> QuerySet[Claim]:
    condition = Q(pk__in=())
    for kind, fields in _MENTIONS.items():
        for field in fields:
            if keys := changed.get(kind):
                condition |= Q(**{f"{field}__in": keys})
    return Claim.objects.filter(pk__in=Claim.objects.filter(condition).values("pk"))


def _within(kind: str, keys: frozenset[str]) -> frozenset[str]:
    """Return what lies in changed entities, themes or products, however deep: claims are found by
    the names of the wider ones, too."""
    inside = _INSIDE.get(kind)
    found: set[str] = set()
    ring = set(keys) if inside else set()
    while inside and ring:
        ring = set(inside(ring)) - found - keys
        found |= ring
    return frozenset(found)


_INSIDE: Mapping[str, Callable[[Collection[str]], Iterable[str]]] = {
    "entity": lambda keys: Relation.objects.filter(
        other__key__in=keys, kind__in=("part-of", "located-in")
    ).values_list("entity__key", flat=True),
    "theme": lambda keys: Theme.objects.filter(parent__key__in=keys).values_list("key", flat=True),
    "product": lambda keys: Product.objects.filter(parent__key__in=keys).values_list(
        "key", flat=True
    ),
}


def _records_touched(
    changed: Mapping[str, frozenset[str]], claims: set[str]
) -> dict[DocumentKind, set[str]]:
    """Return the records to derive anew: changed ones, and those whose number of claims changed."""
    records: dict[DocumentKind, set[str]] = {
        BY_CODE[kind]: set(keys)
        for kind, keys in changed.items()
        if kind in BY_CODE and kind != "claim"
    }
    touched = (
        *_of_themes(changed.get("theme", ())),
        *_of_repositories(changed.get("repository", ())),
        *_of_claims(changed, claims),
    )
    for kind, found in touched:
        records.setdefault(kind, set()).update(found)
    return records


Touched = list[tuple[DocumentKind, "QuerySet[Any, str]"]]


def _of_themes(themes: Collection[str]) -> Touched:
    """Return what belongs to changed themes."""
    of_theme = Q(theme__key__in=themes)
    return [
        (DocumentKind.ENTITY, Entity.objects.filter(of_theme).values_list("key", flat=True)),
        (DocumentKind.INDICATOR, Indicator.objects.filter(of_theme).values_list("key", flat=True)),
    ]


def _of_repositories(repositories: Collection[str]) -> Touched:
    """Return what changed archives keep: sources are found by their archive's names."""
    kept = Source.objects.filter(repository__key__in=repositories)
    return [(DocumentKind.SOURCE, kept.values_list("key", flat=True))]


def _of_claims(changed: Mapping[str, frozenset[str]], keys: set[str]) -> Touched:
    """Return what changed claims are about and rest on: the number of its claims is part of it."""
    if "claim" not in changed:
        return []
    claims = Claim.objects.filter(key__in=keys)
    cited = Citation.objects.filter(claim__key__in=keys)
    through = cited.filter(through__isnull=False)
    return [
        (DocumentKind.ENTITY, claims.values_list("subject__key", flat=True)),
        (DocumentKind.INDICATOR, claims.values_list("indicator__key", flat=True)),
        (DocumentKind.SOURCE, cited.values_list("source__key", flat=True)),
        (DocumentKind.SOURCE, through.values_list("through__key", flat=True)),
    ]


def _numbers_of(records: Mapping[DocumentKind, Collection[str]]) -> list[int]:
    numbers: list[int] = []
    for kind, keys in records.items():
        wanted = sorted(keys)
        for start in range(0, len(wanted), 500):
            found = SearchDocument.objects.filter(
                kind=kind.code, key__in=wanted[start : start + 500]
            )
            numbers.extend(found.values_list("pk", flat=True))
    return numbers
