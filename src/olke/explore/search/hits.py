"""Found documents as readers see them: title, words around the match, citation, address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import pgettext

from olke.entities.models import Entity, Name
from olke.evidence.models import Claim, ClaimKind
from olke.evidence.queries import complete_claims
from olke.evidence.sentences import claim_sentence, period_text
from olke.explore.search.highlighting import highlighted, holds
from olke.explore.search.numbering import DocumentKind, parts_of
from olke.explore.search.ranking import Hit
from olke.measures import Registry
from olke.sources.labels import locator_label, long_label, short_label
from olke.sources.models import Source
from olke.vocabulary.models import HistoricalPeriod, Indicator, Term, Theme
from olke.vocabulary.units import unit_registry
from olke.web.localised import localised

LONGEST_SNIPPET = 200


@dataclass(frozen=True)
class Item:
    """One result. ``also`` is the name it was found by where neither title nor snippet shows it."""

    number: int
    kind: DocumentKind
    key: str
    title: str
    snippet: str
    also: str
    label: str
    url: str
    score: float
    wanted: Set[str]
    claim: Claim | None = None

    @property
    def title_marked(self) -> SafeString:
        """The title with the found words marked."""
        return highlighted(self.title, self.wanted)

    @property
    def snippet_marked(self) -> SafeString:
        """The snippet with the found words marked."""
        return highlighted(self.snippet, self.wanted)

    @property
    def also_marked(self) -> SafeString:
        """The name it was found by, marked."""
        return highlighted(self.also, self.wanted)


@dataclass(frozen=True)
class _Told:
    key: str
    title: str
    snippet: str
    label: str
    url: str
    names: Sequence[str] = ()
    claim: Claim | None = None


def told_hits(hits: Iterable[Hit], wanted: Set[str], language: str) -> list[Item]:
    """Return results in the order given. At most two statements for each kind of record there is,
    five for claims; records that vanished meanwhile are left out.
    """
    hits = list(hits)
    wanted_records: dict[DocumentKind, list[int]] = defaultdict(list)
    for hit in hits:
        parts = parts_of(hit.number)
        wanted_records[parts.kind].append(parts.record)
    told = {kind: _TELL[kind](pks, language) for kind, pks in wanted_records.items()}
    items = []
    for hit in hits:
        parts = parts_of(hit.number)
        found = told[parts.kind].get(parts.record)
        if found:
            items.append(_item(hit, parts.kind, found, wanted))
    return items


def _item(hit: Hit, kind: DocumentKind, told: _Told, wanted: Set[str]) -> Item:
    seen = holds(told.title, wanted) or holds(told.snippet, wanted)
    also = "" if seen else next((name for name in told.names if holds(name, wanted)), "")
    return Item(
        number=hit.number,
        kind=kind,
        key=told.key,
        title=told.title,
        snippet=_short(told.snippet),
        also=also,
        label=told.label,
        url=told.url,
        score=hit.score,
        wanted=wanted,
        claim=told.claim,
    )


def _short(text: str) -> str:
    if len(text) <= LONGEST_SNIPPET:
        return text
    return text[:LONGEST_SNIPPET].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + "…"


def _claims(pks: list[int], language: str) -> Mapping[int, _Told]:
    claims = complete_claims().in_bulk(pks)
    registry = unit_registry()
    names = _names_of(
        e for c in claims.values() for e in (c.subject_id, c.object_id, c.place_id) if e
    )
    return {pk: _claim(claim, language, registry, names) for pk, claim in claims.items()}


def _claim(
    claim: Claim, language: str, registry: Registry, names: Mapping[int, list[str]]
) -> _Told:
    parties = [party for party in (claim.subject, claim.object, claim.place) if party]
    title = claim_sentence(claim, language, registry)
    return _Told(
        claim.key,
        title,
        _around(claim, title, language),
        str(ClaimKind(claim.kind).label),
        reverse("explore:claim", args=[claim.key]),
        [name for party in parties for name in (*_main_names(party), *names[party.pk])],
        claim,
    )


def _around(claim: Claim, title: str, language: str) -> str:
    """Return what the sentence leaves out: whom an event is about, where it was, the own words."""
    parts = []
    if claim.kind != ClaimKind.OBSERVATION:
        parts.append(localised(claim.subject, "name", language))
        parts.append(localised(claim.indicator, "label", language))
    if claim.place:
        parts.append(localised(claim.place, "name", language))
    if claim.wording:
        parts.append(f"«{claim.wording}»")
    return " · ".join(part for part in parts if part not in title)


def _names_of(entities: Iterable[int]) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for entity, name in Name.objects.filter(entity__in=set(entities)).values_list(
        "entity_id", "name"
    ):
        found[entity].append(name)
    return found


def _main_names(entity: Entity) -> tuple[str, str, str]:
    return entity.name_kk, entity.name_ru, entity.name_en


def _entities(pks: list[int], language: str) -> Mapping[int, _Told]:
    names = _names_of(pks)
    return {
        pk: _Told(
            entity.key,
            localised(entity, "name", language),
            localised(entity, "description", language),
            str(entity.get_kind_display()),
            reverse("explore:entity", args=[entity.key]),
            (*_main_names(entity), *names[pk]),
        )
        for pk, entity in Entity.objects.in_bulk(pks).items()
    }


def _labelled(
    model: type[Any], page: str, word: Callable[[], str], pks: list[int], language: str
) -> Mapping[int, _Told]:
    return {
        pk: _Told(
            record.key,
            localised(record, "label", language),
            localised(record, "description", language),
            word(),
            reverse(f"explore:{page}", args=[record.key]),
            (record.label_kk, record.label_ru, record.label_en),
        )
        for pk, record in model.objects.in_bulk(pks).items()
    }


def _terms(pks: list[int], language: str) -> Mapping[int, _Told]:
    return {
        pk: _Told(
            term.key,
            localised(term, "term", language),
            localised(term, "definition", language),
            pgettext("kind of result", "Glossary"),
            f"{reverse('explore:glossary')}#{term.key}",
            (term.term_kk, term.term_ru, term.term_en),
        )
        for pk, term in Term.objects.in_bulk(pks).items()
    }


def _sources(pks: list[int], language: str) -> Mapping[int, _Told]:
    found = Source.objects.select_related("repository").in_bulk(pks)
    return {pk: _source(source, language) for pk, source in found.items()}


def _source(source: Source, language: str) -> _Told:
    details = [source.author, source.container, source.publisher]
    if source.year:
        details.append(period_text(source.year, language))
    if source.fond_title and source.fond_title != source.title:
        details.append(source.fond_title)
    if source.title and source.fond:
        details.append(short_label(source))
    return _Told(
        source.key,
        long_label(source),
        " · ".join(filter(None, details)),
        str(source.get_group_display() or source.get_kind_display()),
        reverse("explore:source", args=[source.key]),
        (source.title, source.fond_title, source.container),
    )


_TELL: Mapping[DocumentKind, Callable[[list[int], str], Mapping[int, _Told]]] = {
    DocumentKind.CLAIM: _claims,
    DocumentKind.ENTITY: _entities,
    DocumentKind.SOURCE: _sources,
    DocumentKind.TERM: _terms,
    DocumentKind.INDICATOR: partial(
        _labelled, Indicator, "indicator", lambda: pgettext("kind of result", "Indicator")
    ),
    DocumentKind.THEME: partial(
        _labelled, Theme, "theme", lambda: pgettext("kind of result", "Theme")
    ),
    DocumentKind.PERIOD: partial(
        _labelled, HistoricalPeriod, "period", lambda: pgettext("kind of result", "Period")
    ),
}


def citation_text(claim: Claim) -> str:
    """Return a claim's citations in one plain line: ``[46], p. 32; Dissertation, ¶ 332``."""
    lines = []
    for citation in claim.citations.all():
        through = citation.through
        where = [
            _placed(short_label(through), citation.through_locator_kind, citation.through_locator)
            if through
            else "",
            _placed(short_label(citation.source), citation.locator_kind, citation.locator),
        ]
        lines.append(" · ".join(filter(None, where)))
    return "; ".join(lines)


def _placed(label: str, kind: str, locator: str) -> str:
    place = locator_label(kind, locator)
    return f"{label}, {place}" if place else label
