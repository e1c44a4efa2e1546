"""The documents that claims come from in the end, and what is known of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from olke.dates import EdtfError, parse
from olke.evidence.models import Citation, Claim
from olke.evidence.sentences import period_text
from olke.sources.labels import archive_label, long_label
from olke.sources.models import Source, SourceGroup
from olke.teaching.documents.parts import NO_TEXT, Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import distinct
from olke.teaching.drafters.material import LANGUAGES, Material, found_once, in_three
from olke.web.localised import localised

Ask = Callable[[], str]


@dataclass(frozen=True)
class Origin:
    """A document with the dossier's claims from it, and where in it they stand."""

    source: Source
    claims: tuple[Claim, ...]
    citations: tuple[Citation, ...]


@found_once
def origins(material: Material) -> list[Origin]:
    """Return the documents that a dossier rests on, those of which most is known first.

    Where a citation names the work that it was found in, the document is the one that work cites.
    """
    found: dict[int, tuple[Source, list[Claim], list[Citation]]] = {}
    for claim in distinct(material):
        for citation in list(claim.citations.all())[:1]:
            source = origin_of(citation)
            _, claims, citations = found.setdefault(source.pk, (source, [], []))
            claims.append(claim)
            citations.append(citation)
    made = [Origin(source, tuple(c), tuple(cited)) for source, c, cited in found.values()]
    return sorted(made, key=lambda one: (-known_of(one.source), -len(one.claims)))


def origin_of(citation: Citation) -> Source:
    """Return the document that a citation leads to in the end."""
    return citation.through or citation.source


def documents(claims: Sequence[Claim]) -> Text:
    """Return the documents that claims come from in the end, as a list, each once."""
    cited = (list(claim.citations.all())[:1] for claim in claims)
    sources = {origin_of(one).pk: origin_of(one) for citations in cited for one in citations}
    return asking.listed([_named(source) for source in sources.values()])


def _named(source: Source) -> Text:
    """Name a document, and where it is kept unless its name says so."""

    def name() -> str:
        kept = archive_label(source) if source.title and source.fond else ""
        label = f"{long_label(source)} ({kept})" if kept else long_label(source)
        return label.replace("%", "%%")

    return asking.filled(name)


def known_of(source: Source) -> int:
    """Count what is known of a document beside its number in somebody's list."""
    fields = (source.title, source.author, source.year, source.fond, source.inventory, source.file)
    return sum(bool(field) for field in fields)


def taken_apart(origin: Origin, shown: Sequence[Claim]) -> list[Text]:
    """Say what each part of a document's reference means, what is not known as such.

    Where in it is said of the claims that are ``shown``.
    """
    keys = {claim.pk for claim in shown}
    cited = [citation for citation in origin.citations if citation.claim_id in keys]
    source = origin.source
    lines = [filled for filled in _parts(source) if filled]
    lines += dict.fromkeys(place for citation in cited if (place := _place(citation)))
    found_in = {c.source_id: c.source for c in cited if c.through_id}
    for work in found_in.values():
        lines.append(asking.filled(lambda: gettext("Found in: %(work)s"), work=_plain(str(work))))
    if not source.author:
        lines.append(asking.filled(lambda: gettext("Who wrote it: not known from the reference")))
    if not source.year:
        lines.append(asking.filled(lambda: gettext("When it was written: not known")))
    return lines


def _parts(source: Source) -> Iterator[Text]:
    group, kind = _shown(source.get_group_display), _shown(source.get_kind_display)
    if source.group:
        yield asking.filled(lambda: gettext("Group of sources: %(group)s"), group=group)
    if source.kind != "unknown":
        yield asking.filled(lambda: gettext("Kind of document: %(kind)s"), kind=kind)
    if source.repository:
        kept_by = source.repository
        name = in_three(lambda code: localised(kept_by, "name", code))
        yield asking.filled(lambda: gettext("Archive (who keeps it): %(name)s"), name=name)
    if source.fond:
        fond = _plain(f"{source.fond}, {source.fond_title}" if source.fond_title else source.fond)
        yield asking.filled(lambda: gettext("Fond (whose papers they were): %(fond)s"), fond=fond)
    for value, said in _numbers(source):
        if value:
            yield asking.filled(said, value=_plain(value))
    if source.year:
        year = in_three(lambda code: _year(source.year, code))
        yield asking.filled(lambda: gettext("When it was written: %(year)s"), year=year)


def _numbers(source: Source) -> Iterator[tuple[str, Ask]]:
    title = "" if source.title == source.fond_title else source.title
    yield source.inventory, lambda: gettext("Inventory (a part of the fond): %(value)s")
    yield source.file, lambda: gettext("File (one cover of papers): %(value)s")
    yield source.sheet, lambda: gettext("Sheet (the leaf within the file): %(value)s")
    yield title, lambda: gettext("Title: %(value)s")
    yield source.author, lambda: gettext("Author: %(value)s")
    yield source.container, lambda: gettext("Printed in: %(value)s")


def _place(citation: Citation) -> Text:
    """Say where in the document the claim stands."""
    kind, locator = citation.locator_kind, citation.locator
    if citation.through_id:
        kind, locator = citation.through_locator_kind, citation.through_locator
    said: dict[str, Ask] = {
        "sheet": lambda: gettext("Sheet (the leaf within the file): %(value)s"),
        "page": lambda: gettext("Page: %(value)s"),
        "paragraph": lambda: gettext("Paragraph: %(value)s"),
    }
    return asking.filled(said[kind], value=_plain(locator)) if locator else NO_TEXT


def interest(group: str) -> Text:
    """Say what a document of a group knows well, and what it may want to show."""
    return asking.filled(_INTERESTS.get(group, _of_unknown))


def distance(origin: Origin) -> Text:
    """Say how long after the facts a document was written; no text where it is not known."""
    years = [claim.latest.year for claim in origin.claims if claim.latest]
    written = _written(origin.source)
    if not years or written is None:
        return NO_TEXT
    if written - max(years) > 1:
        later = _plain(str(written - max(years)))
        return asking.filled(
            lambda: gettext("Years between the facts and the document: %(years)s"), years=later
        )
    return asking.filled(lambda: gettext("It was written at the time of the facts."))


def at_second_hand(origin: Origin) -> Text:
    """Say that a document is known only from another's work; no text where it is not."""
    if not all(citation.through_id for citation in origin.citations):
        return NO_TEXT
    return asking.filled(
        lambda: gettext(
            "You read it at second hand: somebody else chose these facts from the document. In the "
            "document itself, look for what stands beside them and was left out."
        )
    )


def _written(source: Source) -> int | None:
    try:
        period = parse(source.year) if source.year else None
    except EdtfError:
        return None
    return period.earliest.year if period and period.earliest else None


def _year(edtf: str, language: str) -> str:
    try:
        return period_text(edtf, language)
    except EdtfError:
        return edtf


def _plain(words: str) -> Text:
    return Text(**dict.fromkeys(LANGUAGES, words))


def _shown(display: Callable[[], str]) -> Text:
    return asking.filled(lambda: str(display()).replace("%", "%%"))


def _of_unknown() -> str:
    return gettext(
        "What sort of document it is, is not known: before trusting it, look for the document "
        "itself."
    )


_INTERESTS: dict[str, Ask] = {
    SourceGroup.ARCHIVE: lambda: gettext(
        "Papers of an office: it knows the figures of its own work well, reports them to those "
        "above it, and may put a failure mildly."
    ),
    SourceGroup.DECISION: lambda: gettext(
        "A decision tells what was ordered and expected; whether it was carried out must be looked "
        "for elsewhere."
    ),
    SourceGroup.STATISTICS: lambda: gettext(
        "Statistics count by one rule for all: good for comparing years and places, silent about "
        "single people and works, and no better than the reports they sum up."
    ),
    SourceGroup.PERIODICAL: lambda: gettext(
        "A newspaper or journal of the time knows the day and the names; it praises what is to be "
        "followed, and writes of failures only where it was allowed."
    ),
    SourceGroup.SPEECH_MEMOIR: lambda: gettext(
        "A speech wants to persuade, and a memoir looks back: both tell what people meant and "
        "felt, and their numbers have to be checked."
    ),
    SourceGroup.FAMILY_ORAL: lambda: gettext(
        "Family papers and memories know what no office wrote down; years and numbers may have "
        "shifted in memory."
    ),
    SourceGroup.RESEARCH: lambda: gettext(
        "A historian chose from what others wrote, and sums it up: look at the document that is "
        "cited before using the number."
    ),
}
