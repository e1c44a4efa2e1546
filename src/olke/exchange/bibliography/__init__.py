"""References to sources and claims: GOST 7.1 as local historians write it, BibTeX, CSL-JSON."""

from olke.exchange.bibliography.references import Reference, claim_references, source_references

__all__ = ["Reference", "claim_references", "source_references"]
