"""What readers narrow a search by: one of several values within a facet, every facet at once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from olke.explore.search.expressions import Expression, Term, any_of
from olke.explore.search.marks import facet_term
from olke.explore.search.matching import joined

FACETS = ("period", "theme", "place", "kind", "aspect", "group", "cited")
TYPE = "type"
MOST_VALUES = 20
_VALUE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")


@dataclass(frozen=True)
class Selection:
    """The chosen values of each facet; ``type`` is the kind of record a tab is about."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    types: tuple[str, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether any facet value is chosen; a tab alone is not a choice of the reader's."""
        return bool(self.values)

    def expression(self, without: str = "") -> Expression | None:
        """Return what the index is asked; without one facet, to count what else it could be."""
        chosen = [
            _any_value(facet, values) for facet, values in self.values.items() if facet != without
        ]
        if self.types and without != TYPE:
            chosen.append(_any_value(TYPE, self.types))
        return joined(*chosen)

    def with_types(self, *types: str) -> Selection:
        """Return the same choice for some kinds of record only."""
        return Selection(self.values, types)


def read_selection(parameters: Mapping[str, Iterable[str]]) -> Selection:
    """Read the facets of an address; whatever is no value of a facet is passed over."""
    values = {}
    for facet in FACETS:
        given = dict.fromkeys(v for v in parameters.get(facet, ()) if _VALUE.match(v))
        if given:
            values[facet] = tuple(given)[:MOST_VALUES]
    return Selection(values)


def _any_value(facet: str, values: Iterable[str]) -> Expression:
    return any_of(*(Term(facet_term(facet, value)) for value in values))
