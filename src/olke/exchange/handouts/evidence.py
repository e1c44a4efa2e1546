"""The evidence of a lesson and its dossiers, and how it is told on slides and sheets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from olke.evidence.models import Citation, Claim, Rank, Review
from olke.exchange.bibliography.gost import citation_text, is_described, place_text, source_text
from olke.exchange.bibliography.words import words_for
from olke.exchange.plans.evidence import Evidence, evidence_of
from olke.sources.models import Source
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.items import Item
from olke.teaching.documents.lesson import Lesson


def evidence_for(lesson: Lesson, dossiers: Iterable[Dossier]) -> Evidence:
    """Read what a lesson and its dossiers rest on: six statements for each of them at most."""
    contents: list[Lesson | Dossier] = [lesson, *dossiers]
    read = [evidence_of(content) for content in contents]
    return Evidence(
        claims={key: claim for one in read for key, claim in one.claims.items()},
        sources={key: source for one in read for key, source in one.sources.items()},
        entities={key: entity for one in read for key, entity in one.entities.items()},
        titles={key: title for one in read for key, title in one.titles.items()},
        units=next((one.units for one in read if one.units), None),
    )


def claims_of(item: Item, evidence: Evidence) -> tuple[Claim, ...]:
    """Return the claims an item rests on; one that is no longer there is left out."""
    found = (evidence.claims.get(key) for key in dict.fromkeys(item.claims))
    return tuple(claim for claim in found if claim is not None)


def references(
    claims: Iterable[Claim], sources: Iterable[Source], language: str
) -> tuple[str, ...]:
    """Return the source lines of some claims and sources, each once.

    One citation is given as the list of sources has it; where several stand in one work, the work
    is named once with every place: ``Title: diss. – Para. 583 (item 241); Para. 590``.
    """
    grouped: dict[str, list[Citation]] = {}
    for claim in claims:
        for citation in claim.citations.all():
            grouped.setdefault(citation.source.key, []).append(citation)
    lines = [_of_work(citations, language) for citations in grouped.values()]
    cited = {work.key for group in grouped.values() for c in group for work in _works(c)}
    lines += [source_text(source, language) for source in sources if source.key not in cited]
    return tuple(dict.fromkeys(lines))


def full_references(
    claims: Iterable[Claim], sources: Iterable[Source], language: str
) -> tuple[str, ...]:
    """Return the list of sources: every work cited, and every archive document, once, sorted."""
    found: dict[str, None] = {}
    for claim in claims:
        for citation in claim.citations.all():
            for source in filter(is_described, _works(citation)):
                found[source_text(source, language)] = None
    found.update((source_text(one, language), None) for one in sources if is_described(one))
    return tuple(sorted(found, key=str.casefold))


def item_references(item: Item, evidence: Evidence, language: str) -> tuple[str, ...]:
    """Return the source lines of an item."""
    sources = (evidence.sources.get(key) for key in item.sources)
    shown = [source for source in sources if source is not None]
    return references(claims_of(item, evidence), shown, language)


def certainty(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Tell how sure the evidence is: what a teacher should know before it is taught as known."""
    told = [note for claim in claims for note in _notes(claim)]
    return tuple(dict.fromkeys(told))


def _of_work(citations: list[Citation], language: str) -> str:
    once = {(c.locator, c.through_id, c.through_locator): c for c in citations}
    if len(once) == 1:
        return citation_text(citations[0], language)
    work = source_text(citations[0].source, language)
    places = [place for place in (_placed(c, language) for c in once.values()) if place]
    if not places:
        return work
    return f"{work.removesuffix('.')}: {'; '.join(dict.fromkeys(places)).removesuffix('.')}."


def _placed(citation: Citation, language: str) -> str:
    here = place_text(citation.locator_kind, citation.locator, language, inside=True)
    through = citation.through
    if through is None:
        return here
    kind, locator = citation.through_locator_kind, citation.through_locator
    there = place_text(kind, locator, language, inside=True)
    if is_described(through):
        known = source_text(through, language, there)
        if not there.endswith("."):  # the full stop of an abbreviation stays
            known = known.removesuffix(".")
    elif through.reference:
        item = words_for(language).item % through.reference
        known = f"{item}, {there}" if there else item
    else:
        return here
    return f"{here} ({known})" if here else known


def _works(citation: Citation) -> Iterator[Source]:
    yield citation.source
    if citation.through:
        yield citation.through


def _notes(claim: Claim) -> Iterator[str]:
    if claim.review == Review.WITHDRAWN:
        yield _("A claim here was withdrawn: do not teach it as known.")
    if claim.review == Review.QUESTIONED:
        yield _("A claim here is questioned: say so.")
    if claim.review == Review.UNREVIEWED:
        yield _("Not yet checked against the source by a reviewer.")
    if claim.rank == Rank.DEPRECATED:
        yield _("Another claim is preferred to this one.")
    if claim.approximate or claim.bound or claim.value_max is not None:
        yield _("The source gives the number as approximate or as a limit.")
    if any(citation.through_id for citation in claim.citations.all()):
        yield _("Cited at second hand: the work names another source for it.")
