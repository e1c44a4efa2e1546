"""Found documents as readers see them: title, words around the match, citation, address."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial
from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import get_language, pgettext

from olke.entities.models import Entity, EntityKind
from olke.evidence.models import Claim, ClaimKind
from olke.evidence.sentences import claim_sentence, period_text
from olke.explore.search.found_claims import claims_with_parts
from olke.explore.search.highlighting import highlighted, holds
from olke.explore.search.numbering import DocumentKind, parts_of
from olke.explore.search.ranking import Hit
from olke.explore.search.remembering import Remembered, remembered
from olke.measures import Registry
from olke.sources.labels import locator_label, long_label, short_label
from olke.sources.models import Source
from olke.vocabulary.models import HistoricalPeriod, Indicator, Term, Theme
from olke.web.localised import localised

LONGEST_SNIPPET = 200


@dataclass(frozen=True, slots=True)
class _Told:
    key: str
    title: str
    snippet: str
    label: str
    url: str
    names: Sequence[str] = ()
    claim: Claim | None = None


@dataclass(frozen=True)
class Item:
    """One result; ``wanted`` are the terms that were searched for."""

    number: int
    kind: DocumentKind
    told: _Told
    score: float
    wanted: Set[str]

    @property
    def key(self) -> str:
        """The record's key."""
        return self.told.key

    @property
    def title(self) -> str:
        """A claim's sentence, a record's name."""
        return self.told.title

    @property
    def snippet(self) -> str:
        """The beginning of what else is to be said."""
        return _short(self.told.snippet)

    @property
    def label(self) -> str:
        """What kind of record it is, in words."""
        return self.told.label

    @property
    def url(self) -> str:
        """The address of its page."""
        return self.told.url

    @property
    def claim(self) -> Claim | None:
        """The claim with its citations, where it is one."""
        return self.told.claim

    @cached_property
    def also(self) -> str:
        """The name it was found by where neither title nor snippet shows it."""
        if holds(self.title, self.wanted) or holds(self.snippet, self.wanted):
            return ""
        return next((name for name in self.told.names if holds(name, self.wanted)), "")

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


def told_hits(hits: Iterable[Hit], wanted: Set[str], language: str) -> list[Item]:
    """Return results in the order given; records that vanished meanwhile are left out.

    Three statements where claims are among them, and as many as there are kinds of record that are
    not remembered yet.
    """
    hits = list(hits)
    wanted_records: dict[DocumentKind, list[int]] = defaultdict(list)
    for hit in hits:
        parts = parts_of(hit.number)
        wanted_records[parts.kind].append(parts.record)
    kept = remembered()
    told = {kind: _TELL[kind](pks, language, kept) for kind, pks in wanted_records.items()}
    items = []
    for hit in hits:
        parts = parts_of(hit.number)
        found = told[parts.kind].get(parts.record)
        if found:
            items.append(Item(hit.number, parts.kind, found, hit.score, wanted))
    return items


def address(page: str, key: str) -> str:
    """Return the address of a record's page in the language in force."""
    return _pattern(page, get_language() or "kk").replace(_ANY_KEY, key)


_ANY_KEY = "any-key"


@lru_cache(maxsize=64)
def _pattern(page: str, _language: str) -> str:
    """Resolve an address once: twenty a page take longer than reading the claims."""
    return reverse(f"explore:{page}", args=[_ANY_KEY])


def _short(text: str) -> str:
    if len(text) <= LONGEST_SNIPPET:
        return text
    return text[:LONGEST_SNIPPET].rsplit(" ", 1)[0].rstrip(" ,.;:—–-") + "…"


def _claims(pks: list[int], language: str, kept: Remembered) -> Mapping[int, _Told]:
    told = kept.told(language)
    missing = [pk for pk in pks if pk not in told]
    if missing:
        claims = claims_with_parts(missing, kept)
        names = kept.names(e for c in claims for e in (c.subject_id, c.object_id, c.place_id))
        told.update({claim.pk: _claim(claim, language, kept.units, names) for claim in claims})
    return told


def _claim(
    claim: Claim, language: str, registry: Registry, names: Mapping[int, tuple[str, ...]]
) -> _Told:
    parties = [party for party in (claim.subject, claim.object, claim.place) if party]
    title = claim_sentence(claim, language, registry)
    return _Told(
        claim.key,
        title,
        _around(claim, title, language),
        str(ClaimKind(claim.kind).label),
        address("claim", claim.key),
        tuple(name for party in parties for name in (*_main_names(party), *names[party.pk])),
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
        parts.append(claim.wording if "«" in claim.wording else f"«{claim.wording}»")
    return " · ".join(part for part in parts if part not in title)


def _main_names(entity: Entity) -> tuple[str, str, str]:
    return entity.name_kk, entity.name_ru, entity.name_en


def _entities(pks: list[int], language: str, kept: Remembered) -> Mapping[int, _Told]:
    names = kept.names(pks)
    found = kept.records(Entity.objects.all(), pks)
    return {pk: _entity(found[pk], language, names[pk]) for pk in pks if pk in found}


def _entity(entity: Entity, language: str, names: tuple[str, ...]) -> _Told:
    return _Told(
        entity.key,
        localised(entity, "name", language),
        localised(entity, "description", language),
        str(EntityKind(entity.kind).label),
        address("entity", entity.key),
        (*_main_names(entity), *names),
    )


def _labelled(
    model: type[Any],
    page: str,
    word: Callable[[], str],
    pks: list[int],
    language: str,
    kept: Remembered,
) -> Mapping[int, _Told]:
    found = kept.records(model.objects.all(), pks)
    return {
        pk: _Told(
            record.key,
            localised(record, "label", language),
            localised(record, "description", language),
            word(),
            address(page, record.key),
            (record.label_kk, record.label_ru, record.label_en),
        )
        for pk in pks
        if (record := found.get(pk))
    }


def _terms(pks: list[int], language: str, kept: Remembered) -> Mapping[int, _Told]:
    found = kept.records(Term.objects.all(), pks)
    return {
        pk: _Told(
            term.key,
            localised(term, "term", language),
            localised(term, "definition", language),
            pgettext("kind of result", "Glossary"),
            f"{reverse('explore:glossary')}#{term.key}",
            (term.term_kk, term.term_ru, term.term_en),
        )
        for pk in pks
        if (term := found.get(pk))
    }


def _sources(pks: list[int], language: str, kept: Remembered) -> Mapping[int, _Told]:
    found = kept.records(Source.objects.all().select_related("repository"), pks)
    return {pk: _source(found[pk], language) for pk in pks if pk in found}


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
        address("source", source.key),
        (source.title, source.fond_title, source.container),
    )


_TELL: Mapping[DocumentKind, Callable[[list[int], str, Remembered], Mapping[int, _Told]]] = {
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
