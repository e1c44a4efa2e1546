"""A quantity as a source states it: value, upper end, bound, approximate, unit."""

from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from olke.measures.errors import MeasureError
from olke.measures.registry import Registry, builtin_registry


class Bound(StrEnum):
    """On which side of the stated value the true one lies."""

    AT_LEAST = "at-least"
    AT_MOST = "at-most"
    MORE_THAN = "more-than"
    LESS_THAN = "less-than"


@dataclass(frozen=True, slots=True)
class Quantity:
    """So much of a unit. `upper` is the far end of a range (12 to 15), `bound` an open one.

    Values are Decimal and finite; an int or a text is made one, a float is refused (`not-decimal`).
    """

    value: Decimal
    unit: str
    upper: Decimal | None = None
    approximate: bool = False
    bound: Bound | None = None

    def __post_init__(self) -> None:
        """Make the values exact and the range ascending."""
        object.__setattr__(self, "value", exact(self.value))
        if self.bound is not None:
            object.__setattr__(self, "bound", Bound(self.bound))
        if self.upper is None:
            return
        object.__setattr__(self, "upper", exact(self.upper))
        if self.upper < self.value:
            raise MeasureError("reversed-range", value=str(self.value), upper=str(self.upper))

    @property
    def limits(self) -> tuple[Decimal | None, Decimal | None]:
        """Give the least and the greatest value it may have; None is no limit."""
        if self.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
            return self.value, None
        if self.bound in (Bound.AT_MOST, Bound.LESS_THAN):
            return None, self.value if self.upper is None else self.upper
        return self.value, self.value if self.upper is None else self.upper


def exact(value: object) -> Decimal:
    """Give a finite Decimal of a Decimal, an int or a text; raises MeasureError `not-decimal`."""
    if isinstance(value, float | bool) or not isinstance(value, Decimal | int | str):
        raise MeasureError("not-decimal", value=repr(value))
    try:
        decimal = Decimal(value)
    except ArithmeticError:
        raise MeasureError("not-decimal", value=repr(value)) from None
    if not decimal.is_finite():
        raise MeasureError("not-decimal", value=repr(value))
    return decimal


def convert(quantity: Quantity, unit: str, registry: Registry | None = None) -> Quantity:
    """Tell a quantity in another unit; raises MeasureError when that has no meaning.

    Counted nouns convert only where one is a number of the other (a туб is a thousand cans), and
    no currency into another.
    """
    units = registry or builtin_registry()
    value = units.convert(quantity.value, quantity.unit, unit)
    upper = quantity.upper
    if upper is not None:
        upper = units.convert(upper, quantity.unit, unit)
    return replace(quantity, value=value, upper=upper, unit=unit)


def comparable(one: Quantity, other: Quantity, registry: Registry | None = None) -> bool:
    """Tell whether the two measure the same thing, so that one may be more than the other.

    Money says nothing about when it was paid: ask `olke.measures.require_same_money` too.
    """
    return (registry or builtin_registry()).converts(one.unit, other.unit)


def compare(one: Quantity, other: Quantity, registry: Registry | None = None) -> int | None:
    """Give -1, 0 or 1 for less, equal, more; None when ranges or bounds leave it open.

    Raises MeasureError when the two are not comparable.
    """
    low, high = one.limits
    other_low, other_high = convert(other, one.unit, registry).limits
    if high is not None and other_low is not None and _below(high, other_low, one, other):
        return -1
    if low is not None and other_high is not None and _below(other_high, low, other, one):
        return 1
    return 0 if low is not None and low == high == other_low == other_high else None


def _below(high: Decimal, low: Decimal, lesser: Quantity, greater: Quantity) -> bool:
    """Tell whether the first ends before the second begins, mind the bounds that exclude an end."""
    strict = lesser.bound is Bound.LESS_THAN or greater.bound is Bound.MORE_THAN
    return high < low or (strict and high == low)
