"""What each record is found by. Claims are combinations, so their parts are analysed once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from olke.explore.search.marks import facet_term, title_term
from olke.explore.search.numbering import DocumentKind, document_number
from olke.explore.search.terms import NOTHING, Terms, initials, terms_of


@dataclass(frozen=True, slots=True)
class NameEntry:
    """A name that a record is looked up by, and its language."""

    name: str
    language: str


class Document(NamedTuple):
    """One row of the index; ``facets`` and ``terms`` are parted by spaces, and terms may repeat.

    A tuple, because it is made a million times and takes a quarter of a data class's time.
    """

    number: int
    kind: DocumentKind
    key: str
    begins: dt.date | None
    length: int
    facets: str
    terms: str
    names: tuple[NameEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """What a record adds to the claims that mention it.

    ``title`` and ``body`` are its terms, parted by spaces, where a claim is about it, and where it
    is only mentioned; ``themes`` and ``places`` the facet terms it brings.
    """

    title: str = ""
    body: str = ""
    length: int = 0
    themes: frozenset[str] = NOTHING
    places: frozenset[str] = NOTHING


NO_PART = Part()


@lru_cache(maxsize=20_000)
def joined_facets(*facets: frozenset[str]) -> str:
    """Return every facet term of some sets once, in order, parted by spaces."""
    return " ".join(sorted(NOTHING.union(*facets)))


def make_part(
    names: Iterable[str],
    about: Iterable[str] = (),
    themes: frozenset[str] = NOTHING,
    places: frozenset[str] = NOTHING,
) -> Part:
    """Return the part of a record with these names; ``about`` is text that is no name."""
    names = list(names)
    terms = terms_of(names)
    shortest = min((len(terms_of([name]).words) for name in names if name), default=0)
    more = terms_of(about).words
    title, body = (" ".join(found | more) for found in (terms.title, terms.body))
    return Part(title, body, shortest, themes, places)


@dataclass(slots=True)
class Draft:
    """A record on its way into the index."""

    kind: DocumentKind
    record: int
    key: str
    importance: int
    names: list[NameEntry] = field(default_factory=list)
    about: list[str] = field(default_factory=list)
    facets: set[str] = field(default_factory=set)
    extra: set[str] = field(default_factory=set)
    begins: dt.date | None = None

    def finished(self) -> Document:
        """Return the document: names are its title, everything else its body."""
        names: Terms = terms_of(entry.name for entry in self.names)
        facets = frozenset({*self.facets, facet_term("type", self.kind.code)})
        short = self._short_names()
        return Document(
            document_number(self.importance, self.kind, self.record),
            self.kind,
            self.key,
            self.begins,
            self._shortest(),
            joined_facets(facets),
            " ".join(names.title | terms_of(self.about).body | facets | self.extra | short),
            tuple(entry for entry in self.names if entry.name),
        )

    def _shortest(self) -> int:
        """Return how many words the shortest name has; years are no words of a name."""
        spoken = [entry.name for entry in self.names if any(map(str.isalpha, entry.name))]
        return min((len(terms_of([name]).words) for name in spoken), default=0)

    def _short_names(self) -> frozenset[str]:
        """Return the terms of the initials by which periods and organisations are known."""
        if self.kind not in {DocumentKind.PERIOD, DocumentKind.ENTITY}:
            return NOTHING
        found = frozenset(initials(entry.name) for entry in self.names) - {""}
        return found | frozenset(map(title_term, found))
