"""Showing a claim: its sentence, its value and time in words, its citations."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from olke.dates import EdtfError
from olke.evidence import sentences
from olke.evidence.models import Citation, Claim
from olke.measures import Registry
from olke.sources.labels import (
    archive_label,
    fond_label,
    locator_label,
    long_label,
    short_label,
)
from olke.sources.models import Source
from olke.vocabulary.units import unit_registry

register = template.Library()


@dataclass(frozen=True)
class CitationLine:
    """A citation in short: where it stands, and the work it is cited through.

    ``place`` is the locator as a reader writes it (``p. 32``), ``locator`` as the pack has it.
    """

    source_key: str
    source: str
    source_title: str
    locator: str
    place: str
    through_key: str
    through: str
    through_title: str
    through_locator: str
    through_place: str


@dataclass(frozen=True)
class ChainLink:
    """One source on the way from a claim to the document it comes from."""

    source: Source
    title: str
    locator: str
    place: str


@register.inclusion_tag("evidence/_citations.html")
def citations(claim: Claim) -> dict[str, object]:
    """Show every citation of a claim in short, each part linked to its source."""
    return {"lines": [citation_line(citation) for citation in claim.citations.all()]}


@register.inclusion_tag("evidence/_chain.html")
def citation_chain(citation: Citation) -> dict[str, object]:
    """Show one citation in full: the source, and the work it cites, with their archive places."""
    line = citation_line(citation)
    links = [ChainLink(citation.source, line.source_title, citation.locator, line.place)]
    if citation.through:
        through = citation.through
        links.append(
            ChainLink(through, line.through_title, line.through_locator, line.through_place)
        )
    return {"links": links, "note": citation.note}


@register.inclusion_tag("evidence/_marks.html")
def claim_marks(claim: Claim) -> dict[str, object]:
    """Show what a reader must know beside a value: approximate, questioned, withdrawn."""
    return {"claim": claim}


@register.simple_tag(takes_context=True)
def sentence(context: template.Context, claim: Claim) -> str:
    """``{% sentence claim %}``: a claim in one sentence in the reader's language."""
    return sentences.claim_sentence(claim, get_language() or "kk", _units(context))


@register.filter
def what(claim: Claim) -> str:
    """Say what a claim is about, without its subject: indicator, product, aspect."""
    return sentences.claim_what(claim, get_language() or "kk")


@register.filter
def detail(claim: Claim) -> str:
    """Say what a claim is about under the heading of its indicator: product, aspect."""
    return sentences.claim_detail(claim, get_language() or "kk")


@register.filter
def statement(claim: Claim) -> str:
    """Say an event or a role without its time."""
    return sentences.claim_statement(claim, get_language() or "kk")


@register.simple_tag(takes_context=True)
def value(context: template.Context, claim: Claim) -> str:
    """``{% value claim %}``: a claim's value in the reader's language; empty without one."""
    return sentences.claim_value(claim, get_language() or "kk", _units(context))


@register.simple_tag(takes_context=True)
def number(context: template.Context, claim: Claim) -> str:
    """``{% number claim %}``: a claim's value without what it is compared with, for a table."""
    return sentences.claim_number(claim, get_language() or "kk", _units(context))


@register.simple_tag(takes_context=True)
def unit_name(context: template.Context, key: str) -> str:
    """``{% unit_name key %}``: a unit's name as a heading has it."""
    return _units(context)[key].label(sentences.pure_language(get_language() or "kk"))


@register.filter
def when(text: str) -> str:
    """Say an EDTF period in the reader's language; a text that is not EDTF stays as it is."""
    try:
        return sentences.period_text(text, get_language() or "kk") if text else ""
    except EdtfError:
        return text


@register.filter
def when_short(text: str) -> str:
    """Say an EDTF period as a table has it."""
    try:
        return sentences.period_short(text, get_language() or "kk") if text else ""
    except EdtfError:
        return text


@register.filter
def source_title(source: Source) -> str:
    """Give a source's title, or what stands in for it."""
    return long_label(source)


@register.filter
def archive_place(source: Source) -> str:
    """Give repository, fond, inventory, file and sheet; ``repository`` must be loaded."""
    return archive_label(source)


@register.filter
def fond_number(source: Source) -> str:
    """Give the number of a source's fond as an archive writes it: ``fond 591``."""
    return fond_label(source.fond)


def _units(context: template.Context) -> Registry:
    """Return the units in force, read once a page however many claims it shows."""
    request = context.get("request")
    if request is None:
        return unit_registry()
    if not hasattr(request, "units"):
        request.units = unit_registry()
    units: Registry = request.units
    return units


def citation_line(citation: Citation) -> CitationLine:
    """Return the parts of a short citation; source and through must be loaded."""
    through = citation.through
    through_place = locator_label(citation.through_locator_kind, citation.through_locator)
    return CitationLine(
        source_key=citation.source.key,
        source=short_label(citation.source),
        source_title=long_label(citation.source),
        locator=citation.locator,
        place=locator_label(citation.locator_kind, citation.locator),
        through_key=through.key if through else "",
        through=_with_locator(short_label(through), through_place) if through else "",
        through_title=long_label(through) if through else "",
        through_locator=citation.through_locator,
        through_place=through_place,
    )


def _with_locator(label: str, locator: str) -> str:
    """Put a locator where a bracket has room for it: ``[46, p. 32]``."""
    if not locator:
        return label
    if label.endswith("]"):
        return f"{label[:-1]}, {locator}]"
    return f"{label}, {locator}"
