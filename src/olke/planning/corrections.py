"""Corrections of the evidence that a document's teacher has not seen, in words."""

from __future__ import annotations

from olke.evidence.changes import ChangedRecord, changed_records
from olke.teaching.models import Document
from olke.teaching.queries import corrections_of


def shown_corrections(document: Document) -> list[ChangedRecord]:
    """Return each correction with the fields it changed, oldest first."""
    entries = [entry for correction in corrections_of(document) for entry in correction.entries]
    if not entries:
        return []
    ordered = sorted(entries, key=lambda entry: entry.number)
    return list(changed_records(ordered))
