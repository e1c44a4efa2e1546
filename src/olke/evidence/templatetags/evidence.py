"""Showing a claim: its sentence, its value and time in words, its citations."""

from __future__ import annotations

from dataclasses import dataclass

from django import template
from django.utils.translation import get_language

from olke.dates import EdtfError
from olke.evidence import sentences
from olke.evidence.models import Citation, Claim
from olke.sources.labels import archive_label, locator_label, long_label, short_label

register = template.Library()


@dataclass(frozen=True)
class CitationLine:
    """A citation in short: where it stands, and the work it is cited through."""

    source_key: str
    source: str
    source_title: str
    locator: str
    through_key: str
    through: str
    through_title: str


@register.inclusion_tag("evidence/_citations.html")
def citations(claim: Claim) -> dict[str, object]:
    """Show every citation of a claim in short, each part linked to its source."""
    return {"lines": [citation_line(citation) for citation in claim.citations.all()]}


@register.inclusion_tag("evidence/_chain.html")
def citation_chain(citation: Citation) -> dict[str, object]:
    """Show one citation in full: the source, and the work it cites, with their archive places."""
    through = citation.through
    return {
        "line": citation_line(citation),
        "source_archive": archive_label(citation.source) if citation.source.fond else "",
        "through_archive": archive_label(through) if through and through.fond else "",
        "through_locator": locator_label(citation.through_locator_kind, citation.through_locator),
        "note": citation.note,
    }


@register.inclusion_tag("evidence/_marks.html")
def claim_marks(claim: Claim) -> dict[str, object]:
    """Show what a reader must know beside a value: approximate, questioned, withdrawn."""
    return {"claim": claim}


@register.filter
def sentence(claim: Claim) -> str:
    """Say a claim in one sentence in the reader's language."""
    return sentences.claim_sentence(claim, get_language() or "kk")


@register.filter
def what(claim: Claim) -> str:
    """Say what a claim is about, without its subject: indicator, product, aspect."""
    return sentences.claim_what(claim, get_language() or "kk")


@register.filter
def value(claim: Claim) -> str:
    """Say a claim's value in the reader's language; empty for an event or a role."""
    return sentences.claim_value(claim, get_language() or "kk")


@register.filter
def number(claim: Claim) -> str:
    """Say a claim's value without what it is compared with, for a table's cell."""
    return sentences.claim_number(claim, get_language() or "kk")


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
def source_title(source: object) -> str:
    """Give a source's title, or what stands in for it."""
    return long_label(source)  # type: ignore[arg-type]


def citation_line(citation: Citation) -> CitationLine:
    """Return the parts of a short citation; source and through must be loaded."""
    through = citation.through
    through_locator = locator_label(citation.through_locator_kind, citation.through_locator)
    return CitationLine(
        source_key=citation.source.key,
        source=short_label(citation.source),
        source_title=long_label(citation.source),
        locator=locator_label(citation.locator_kind, citation.locator),
        through_key=through.key if through else "",
        through=_with_locator(short_label(through), through_locator) if through else "",
        through_title=long_label(through) if through else "",
    )


def _with_locator(label: str, locator: str) -> str:
    """Put a locator where a bracket has room for it: ``[46, p. 32]``."""
    if not locator:
        return label
    if label.endswith("]"):
        return f"{label[:-1]}, {locator}]"
    return f"{label}, {locator}"
