"""What a page shows under “Cite this”: one text for each form of reference."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from olke.evidence.models import Citation, Claim
from olke.exchange.bibliography.bibtex import bibtex_entry, bibtex_of_citations
from olke.exchange.bibliography.csl import citation_items, csl_item, csl_text
from olke.exchange.bibliography.gost import citation_text, source_text
from olke.sources.models import Source

GOST, BIBTEX, CSL = "ГОСТ 7.1", "BibTeX", "CSL-JSON"


@dataclass(frozen=True)
class Reference:
    """A reference in one form; ``label`` is the form's own name, the same in every language."""

    label: str
    text: str


def claim_references(claim: Claim, language: str | None = None) -> tuple[Reference, ...]:
    """Return a claim's citations in each form, with the whole chain of each.

    Asks one statement unless the claim's citations are loaded with their sources.
    """
    spoken = _spoken(language)
    citations = _citations(claim)
    items = {i["id"]: i for c in reversed(citations) for i in reversed(citation_items(c, spoken))}
    return (
        Reference(GOST, "\n".join(citation_text(c, spoken) for c in citations)),
        Reference(BIBTEX, bibtex_of_citations(citations, spoken)),
        Reference(CSL, csl_text(reversed(items.values()))),
    )


def source_references(source: Source, language: str | None = None) -> tuple[Reference, ...]:
    """Return a source in each form. Needs ``repository`` loaded."""
    spoken = _spoken(language)
    return (
        Reference(GOST, source_text(source, spoken)),
        Reference(BIBTEX, bibtex_entry(source, spoken)),
        Reference(CSL, csl_text([csl_item(source, spoken)])),
    )


def _spoken(language: str | None) -> str:
    return (language or get_language() or "kk")[:2]


def _citations(claim: Claim) -> list[Citation]:
    if "citations" in getattr(claim, "_prefetched_objects_cache", {}):
        return list(claim.citations.all())
    related = ("source__repository", "through__repository")
    return list(claim.citations.select_related(*related))
