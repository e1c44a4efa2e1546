"""The units in use, and what converts into what; Pint does the arithmetic."""

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal, localcontext
from functools import cache, cached_property
from typing import Self

import pint

from olke.measures.errors import MeasureError
from olke.measures.units import Unit, builtin_units, read_unit

# Pint computes with WORKING digits; results keep FULL. A result that differs from one of at most
# SHORT digits only beyond the 24th is that one, so that a conversion and its return meet.
WORKING, FULL, SHORT = 50, 28, 20
CLOSE = Context(prec=24)


class Registry:
    """A set of units by key. Immutable: `with_units` makes a larger one."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._units: dict[str, Unit] = {}
        for unit in units:
            if unit.key in self._units:
                raise MeasureError("duplicate-unit", unit=unit.key)
            for part in _parts(unit.base):
                self._require(part)
            self._units[unit.key] = unit

    def __getitem__(self, key: str) -> Unit:
        """Give the unit of a key; raises MeasureError `unknown-unit` with the closest one."""
        self._require(key)
        return self._units[key]

    def __contains__(self, key: object) -> bool:
        """Tell whether the key is one of a unit."""
        return key in self._units

    def __iter__(self) -> Iterator[Unit]:
        """Give the units in their order."""
        return iter(self._units.values())

    def __len__(self) -> int:
        """Count the units."""
        return len(self._units)

    def keys(self) -> tuple[str, ...]:
        """List the keys in their order."""
        return tuple(self._units)

    def with_units(self, rows: Iterable[Mapping[str, str]]) -> Self:
        """Give a registry with the rows of a pack's `units.csv` added.

        A row's base may be an earlier row. Raises MeasureError on the first bad row.
        """
        return type(self)([*self, *(read_unit(row) for row in rows)])

    def check_units(self, rows: Iterable[Mapping[str, str]]) -> list[tuple[int, MeasureError]]:
        """List every bad row with its index, counted from 0."""
        found: list[tuple[int, MeasureError]] = []
        registry = self
        for index, row in enumerate(rows):
            try:
                registry = registry.with_units([row])
            except MeasureError as error:
                found.append((index, error))
        return found

    def find(self, name: str) -> Unit | None:
        """Give the unit that goes by a key, label, symbol or alias, or None."""
        wanted = " ".join(name.casefold().split())
        return self._by_name.get(wanted) or self._by_name.get(wanted.rstrip("."))

    def suggest(self, name: str) -> str | None:
        """Give the key of the unit whose key or label is closest to a name, or None."""
        found = self.find(name.replace("_", "-")) or self.find(name)
        if found:
            return found.key
        close = difflib.get_close_matches(name.casefold(), self._by_name, n=1, cutoff=0.6)
        return self._by_name[close[0]].key if close else None

    def factor(self, one: str, other: str) -> Decimal:
        """Tell how many of the other make one; raises MeasureError when they do not convert."""
        return self.convert(Decimal(1), one, other)

    def convert(self, value: Decimal, one: str, other: str) -> Decimal:
        """Convert a value from one unit to the other, to 28 significant digits.

        Raises MeasureError: `unknown-unit`, `other-currency`, `other-noun`, `other-dimension`.
        """
        first, second = self[one], self[other]
        if one == other:
            return value
        try:
            with localcontext(prec=WORKING):
                converted: Decimal = self._pint.convert(value, _name(one), _name(other))
        except pint.DimensionalityError:
            raise _mismatch(first, second) from None
        return _plain(converted)

    def ratio(self, value: Decimal, one: str, per: Decimal, other: str, unit: str) -> Decimal:
        """Divide two measured values: tonnes by hectares in ц/га, actual by planned in percent.

        Raises MeasureError `other-dimension` when `unit` does not measure that, and
        ZeroDivisionError.
        """
        for key in (one, other, unit):
            self._require(key)
        if not per:
            raise ZeroDivisionError
        measured = self._pint.Quantity
        try:
            with localcontext(prec=WORKING):
                quotient = measured(value, _name(one)) / measured(per, _name(other))
                return _plain(quotient.to(_name(unit)).magnitude)
        except pint.DimensionalityError:
            raise _mismatch(self[one], self[unit]) from None

    def converts(self, one: str, other: str) -> bool:
        """Tell whether a value in one unit can be told in the other."""
        try:
            self.factor(one, other)
        except MeasureError as error:
            if error.code == "unknown-unit":
                raise
            return False
        return True

    def _require(self, key: str) -> None:
        if key not in self._units:
            raise MeasureError("unknown-unit", self.suggest(key), unit=key)

    @cached_property
    def _by_name(self) -> dict[str, Unit]:
        return {name: unit for unit in reversed(tuple(self)) for name in unit.names}

    @cached_property
    def _pint(self) -> "pint.UnitRegistry[Decimal]":
        """Build Pint's registry from nothing but these units, with Decimal throughout."""
        registry: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal)
        for unit in self:
            base = re.sub(r"[\w-]+", lambda m: _name(m[0]), unit.base) if unit.base else ""
            own = "[]" if unit.dimension == "ratio" else f"[{_name(unit.key)}]"  # [] has none
            meaning = f"{unit.factor:f} * {base}" if base else own
            registry.define(f"{_name(unit.key)} = {meaning}")
        return registry


def _parts(base: str | None) -> list[str]:
    return re.findall(r"[^\s*/]+", base or "")


def _name(key: str) -> str:
    """Give the key as Pint can read it: no hyphen, no leading digit."""
    return "u_" + key.replace("-", "_")


def _plain(value: Decimal) -> Decimal:
    """Round, without an exponent or trailing zeros."""
    with localcontext(prec=FULL):
        close = CLOSE.plus(value).normalize()
        rounded = close if len(close.as_tuple().digits) <= SHORT else (+value).normalize()
        return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def _mismatch(one: Unit, other: Unit) -> MeasureError:
    names = {"one": one.key, "other": other.key}
    if one.dimension == other.dimension == "money":
        return MeasureError("other-currency", **names)
    if one.dimension == other.dimension == "count":
        return MeasureError("other-noun", **names)
    dimensions = {"one_dimension": one.dimension, "other_dimension": other.dimension}
    return MeasureError("other-dimension", **names, **dimensions)


@cache
def builtin_registry() -> Registry:
    """Give the registry of the built-in units."""
    return Registry(builtin_units())
