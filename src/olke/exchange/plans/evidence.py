"""What a document rests on, read once: claims, sources, entities, and other documents' titles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from olke.entities.models import Entity
from olke.evidence.models import Claim
from olke.evidence.queries import complete_claims
from olke.exchange.forms.library import Content
from olke.measures import Registry
from olke.sources.models import Source
from olke.teaching.documents.parts import Text
from olke.teaching.models import Document, UseKind
from olke.teaching.uses import uses_of
from olke.vocabulary.units import unit_registry


@dataclass(frozen=True)
class Evidence:
    """Records by their keys; what is no longer there is missing. ``titles`` are of documents."""

    claims: Mapping[str, Claim] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    entities: Mapping[str, Entity] = field(default_factory=dict)
    titles: Mapping[str, Text] = field(default_factory=dict)
    units: Registry | None = None

    def claims_of(self, keys: Iterable[str]) -> tuple[Claim, ...]:
        """Return claims in order; those that are not among the records are read: one statement."""
        known = {key: self.claims.get(key) for key in keys}
        missing = [key for key, claim in known.items() if claim is None]
        read = complete_claims().filter(key__in=missing) if missing else ()
        known.update((claim.key, claim) for claim in read)
        return tuple(claim for claim in known.values() if claim is not None)


def evidence_of(content: Content) -> Evidence:
    """Read what a document names: at most six statements, however much it is.

    Withdrawn claims are among it: a print tells of them and drops nothing.
    """
    keys: dict[UseKind, list[str]] = {kind: [] for kind in UseKind}
    for kind, key in uses_of(content):
        keys[kind].append(key)
    claims = complete_claims().filter(key__in=keys[UseKind.CLAIM]) if keys[UseKind.CLAIM] else ()
    sources = Source.objects.filter(key__in=keys[UseKind.SOURCE]).select_related("repository")
    return Evidence(
        claims={claim.key: claim for claim in claims},
        sources={one.key: one for one in sources} if keys[UseKind.SOURCE] else {},
        entities=_entities(keys[UseKind.ENTITY]),
        titles=titles_of(keys[UseKind.DOCUMENT]),
        units=unit_registry() if claims else None,
    )


def titles_of(keys: Iterable[str]) -> dict[str, Text]:
    """Return the titles of documents by their keys: one statement, none without keys."""
    wanted = list(keys)
    if not wanted:
        return {}
    rows = Document.objects.filter(key__in=wanted, removed_at=None)
    return {
        row.key: Text(kk=row.title_kk, ru=row.title_ru, en=row.title_en)
        for row in rows.only("key", "title_kk", "title_ru", "title_en")
    }


def _entities(keys: list[str]) -> dict[str, Entity]:
    return {one.key: one for one in Entity.objects.filter(key__in=keys)} if keys else {}
