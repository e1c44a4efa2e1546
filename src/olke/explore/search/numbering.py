"""The number of a document: importance first, so that the index's own order is a ranking.

A search that reads the index in this order may stop as soon as a page is full, however many million
documents match. Bits 48-55 hold 255 minus the importance, 44-47 the kind, the rest the record's own
primary key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from math import log2

MOST_IMPORTANT = 255


class DocumentKind(IntEnum):
    """What can be found, in the order in which equals are shown."""

    PERIOD = 1
    THEME = 2
    ENTITY = 3
    INDICATOR = 4
    TERM = 5
    SOURCE = 6
    CLAIM = 7

    @property
    def code(self) -> str:
        """The word used in addresses, facets and the API."""
        return self.name.lower()


BY_CODE = {kind.code: kind for kind in DocumentKind}


@dataclass(frozen=True)
class Numbered:
    """The parts of a document number."""

    importance: int
    kind: DocumentKind
    record: int


def document_number(importance: int, kind: DocumentKind, record: int) -> int:
    """Return the number of a document; ``importance`` is cut to 0-255."""
    level = MOST_IMPORTANT - max(0, min(MOST_IMPORTANT, importance))
    return level << 48 | kind << 44 | record


def parts_of(number: int) -> Numbered:
    """Return what a document number was made of."""
    return Numbered(
        MOST_IMPORTANT - (number >> 48),
        DocumentKind(number >> 44 & 15),
        number & (1 << 44) - 1,
    )


def grown(base: int, claims: int, ceiling: int) -> int:
    """Return an importance that grows by 5 with each doubling of the claims, up to a ceiling."""
    return min(ceiling, base + int(5 * log2(1 + claims)))
