"""Dossiers over a whole pack: by subject, by theme and by historical period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from olke.evidence.models import Claim
from olke.evidence.queries import standing_claims
from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.parts import Text, Title
from olke.teaching.documents.reading import read_toml
from olke.vocabulary.models import HistoricalPeriod

LEAST, MOST = 12, 60
"""Claims in a dossier. A larger group is cut into dossiers of at most so many."""


def dossiers() -> list[Dossier]:
    """Return dossiers that together hold every claim of the database, most of them thrice."""
    claims = list(standing_claims().order_by("pack_id", "position", "pk"))
    periods = list(HistoricalPeriod.objects.all())
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        for name in _groups_of(claim, periods):
            groups.setdefault(name, []).append(claim)
    return [made for name, group in groups.items() for made in _cut(name, group)]


def of_the_pack(folder: Path) -> list[Dossier]:
    """Return the dossiers that teachers get with a pack."""
    files = sorted((folder / "dossiers").glob("*.toml"))
    return [read_toml(Dossier, file.read_text(encoding="utf-8")) for file in files]


def _groups_of(claim: Claim, periods: Iterable[HistoricalPeriod]) -> Iterator[str]:
    yield f"subject-{claim.subject.key}"
    yield f"theme-{claim.indicator.theme.key if claim.indicator.theme else 'none'}"
    for period in periods:
        if claim.earliest and period.earliest <= claim.earliest <= period.latest:
            yield f"period-{period.key}"


def _cut(name: str, group: list[Claim]) -> Iterator[Dossier]:
    if len(group) < LEAST:
        return
    parts = -(-len(group) // MOST)
    size = -(-len(group) // parts)
    rest = iter(group)
    for number in range(1, parts + 1):
        yield dossier_of(f"{name}-{number}", list(islice(rest, size)))


def dossier_of(key: str, claims: Iterable[Claim]) -> Dossier:
    """Return a dossier of claims, a section for each theme."""
    sections: dict[int | None, list[Claim]] = {}
    for claim in claims:
        sections.setdefault(claim.indicator.theme_id, []).append(claim)
    return Dossier(
        key=key[:120].strip("-"),
        title=Title(en=key),
        sections=tuple(_section(group) for group in sections.values()),
    )


def _section(claims: list[Claim]) -> Section:
    theme = claims[0].indicator.theme
    title = Text(kk=theme.label_kk, ru=theme.label_ru, en=theme.label_en) if theme else Text()
    return Section(title=title, entries=tuple(ClaimEntry(claim=c.key) for c in claims))
