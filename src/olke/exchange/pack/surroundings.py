"""What a cell is judged against: the keys of every table, the units, the cells of other rows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property

from olke.measures import MeasureError, Registry, builtin_registry

Indexed = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Table name → key → the cells that rules look at."""


class _AnyKey(frozenset[str]):
    """The keys of a table that could not be read: whatever is asked for may be among them."""

    def __contains__(self, key: object) -> bool:
        return True


ANY_KEY = _AnyKey()


class Surroundings:
    """The rest of the pack around a cell.

    ``known`` are the keys of each table (``ANY_KEY`` for one that could not be read, so that its
    one fault is not drowned in thousands of references to it), ``indexed`` the rows that rules look
    into (indicators), ``unit_rows`` the rows of ``units.csv`` that can be used.
    """

    def __init__(
        self,
        known: Mapping[str, AbstractSet[str]],
        indexed: Indexed,
        unit_rows: Iterable[Mapping[str, str]] = (),
    ) -> None:
        self._known = known
        self._indexed = indexed
        self._unit_rows = unit_rows

    @property
    def registry(self) -> Registry:
        """The built-in units and the pack's."""
        return self._with_units[0]

    @property
    def unit_faults(self) -> list[tuple[int, MeasureError]]:
        """What is wrong with the pack's units, by the index of their row."""
        return self._with_units[1]

    @cached_property
    def _with_units(self) -> tuple[Registry, list[tuple[int, MeasureError]]]:
        return _with_units(self._unit_rows)

    def keys(self, table: str) -> AbstractSet[str]:
        """Return the keys of a table."""
        return self._known.get(table, frozenset())

    @cached_property
    def units(self) -> frozenset[str]:
        """Keys of all units, the built-in ones and the pack's."""
        own = self.keys("units")
        return ANY_KEY if own is ANY_KEY else frozenset([*self.registry.keys(), *own])

    def closest_unit(self, cell: str) -> str:
        """Return the key of the unit that was probably meant, or an empty text."""
        return self.registry.suggest(cell) or ""

    def look(self, table: str, key: str, column: str) -> str:
        """Return one cell of another row, or an empty text."""
        if table == "units":
            return self.registry[key].dimension if key in self.registry else ""
        return self._indexed.get(table, {}).get(key, {}).get(column, "")


def _with_units(
    rows: Iterable[Mapping[str, str]],
) -> tuple[Registry, list[tuple[int, MeasureError]]]:
    """Add the pack's units to the built-in ones, setting the bad rows aside with their index."""
    rows = list(rows)
    faults = builtin_registry().check_units(rows)
    bad = {index for index, _ in faults}
    good = [row for index, row in enumerate(rows) if index not in bad]
    return builtin_registry().with_units(good), faults
