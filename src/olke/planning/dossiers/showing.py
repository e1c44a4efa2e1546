"""A dossier as a page shows it: each entry with what it names, in a known number of statements."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import QueryDict

from olke.entities.models import Entity
from olke.evidence.models import Citation, Claim, Review
from olke.evidence.queries import complete_claims
from olke.explore.charts.building import series_figure
from olke.explore.charts.choices import read_choice
from olke.explore.charts.figures import Figure
from olke.sources.models import Source
from olke.teaching.documents.dossier import (
    AnyEntry,
    ClaimEntry,
    Dossier,
    DrawingEntry,
    EntityEntry,
    PictureEntry,
    QuotationEntry,
    Section,
    SourceEntry,
    entry_kind,
)
from olke.teaching.documents.parts import Text


@dataclass(frozen=True)
class ShownEntry:
    """An entry with what it names; ``missing`` where the evidence has it no more."""

    kind: str
    entry: AnyEntry
    number: int
    record: Model | None = None
    figure: Figure | None = None
    missing: bool = False
    withdrawn: bool = False

    @property
    def key(self) -> str:
        """The key of what the entry names; empty where it names nothing."""
        names = ("claim", "entity", "source")
        return next((str(getattr(self.entry, n)) for n in names if hasattr(self.entry, n)), "")


@dataclass(frozen=True)
class ShownSection:
    """A section with its entries; ``number`` counts from 0, as changes name it."""

    title: Text
    number: int
    entries: tuple[ShownEntry, ...]


@dataclass(frozen=True)
class ShownDossier:
    """A dossier with everything that its page needs."""

    sections: tuple[ShownSection, ...]
    citations: tuple[Citation, ...]

    @property
    def claims(self) -> int:
        """How many claims there are in it."""
        return sum(entry.kind == "claim" for section in self.sections for entry in section.entries)


def shown_dossier(dossier: Dossier) -> ShownDossier:
    """Read what a dossier names: seven statements, and those of its drawings."""
    records = _records(dossier)
    sections = tuple(
        ShownSection(section.title, number, tuple(_entries(section, records)))
        for number, section in enumerate(dossier.sections)
    )
    claims = [c for c in records["claim"].values() if isinstance(c, Claim)]
    cited = tuple(citation for claim in claims for citation in claim.citations.all())
    return ShownDossier(sections, cited)


Records = Mapping[str, Mapping[str, Any]]


def _records(dossier: Dossier) -> Records:
    keys: dict[str, set[str]] = {"claim": set(), "entity": set(), "source": set()}
    for entry in dossier.entries:
        if isinstance(entry, ClaimEntry):
            keys["claim"].add(entry.claim)
        elif isinstance(entry, EntityEntry):
            keys["entity"].add(entry.entity)
        elif isinstance(entry, SourceEntry | QuotationEntry) and entry.source:
            keys["source"].add(entry.source)
    sources = Source.objects.select_related("repository")
    return {
        "claim": {claim.key: claim for claim in complete_claims().filter(key__in=keys["claim"])},
        "entity": Entity.objects.in_bulk(keys["entity"], field_name="key"),
        "source": {source.key: source for source in sources.filter(key__in=keys["source"])},
    }


def _entries(section: Section, records: Records) -> Iterator[ShownEntry]:
    for number, entry in enumerate(section.entries):
        yield _entry(entry, number, records)


def _entry(entry: AnyEntry, number: int, records: Records) -> ShownEntry:
    kind = entry_kind(entry) or "words"
    match entry:
        case DrawingEntry(drawing=address):
            return ShownEntry(kind, entry, number, figure=_figure(address))
        case QuotationEntry(source=key):
            return ShownEntry(kind, entry, number, records["source"].get(key or ""))
        case ClaimEntry(claim=key) | EntityEntry(entity=key) | SourceEntry(source=key):
            record = records[kind].get(key)
            withdrawn = isinstance(record, Claim) and record.review == Review.WITHDRAWN
            return ShownEntry(kind, entry, number, record, None, record is None, withdrawn)
        case PictureEntry() | _:
            return ShownEntry(kind, entry, number)


def _figure(address: str) -> Figure | None:
    """Draw a series in the page; other drawings are opened by their link."""
    page, _, query = address.partition("?")
    if page != "series" or not query:
        return None
    choice = read_choice(QueryDict(query))
    figure = series_figure(choice, most=3) if choice.asks else None
    return figure if figure and figure.panels else None
