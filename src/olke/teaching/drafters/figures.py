"""Numbers of claims side by side: in one unit, with their bounds, in the same money."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal

from olke.evidence.models import Claim
from olke.evidence.sentences import claim_quantity
from olke.measures import MeasureError, Registry, redenominations_between

APPROXIMATELY = Decimal("0.1")
"""A number that is called approximate may be off by this share."""
RATIO = "times"
Limits = tuple[Decimal | None, Decimal | None]


class Figures:
    """Compares numbers of claims. Factors between units are asked for once.

    ``claims`` are those that are held against many others: their limits are computed once.
    """

    def __init__(self, units: Registry, claims: Iterable[Claim] = ()) -> None:
        self.units = units
        # By identity: a changed copy of a claim has the same row number, and is equal to it.
        self._kept = {id(claim): claim for claim in claims}
        self._limits: dict[int, Limits] = {}
        self._money: dict[str, bool] = {}
        self._known: dict[str, tuple[str, Decimal]] = {}
        # Shares and growth are measured in times, so that one hundred percent is one.
        self._roots = [RATIO] if RATIO in units else []

    def measured_in(self, unit: str) -> str:
        """Return the unit that stands for all that convert into one another."""
        return self._root(unit)[0]

    def limits(self, claim: Claim) -> Limits:
        """Return the least and the greatest the number may be, in ``measured_in`` of its unit."""
        if id(claim) not in self._kept:
            return self._limits_of(claim)
        if id(claim) not in self._limits:
            self._limits[id(claim)] = self._limits_of(claim)
        return self._limits[id(claim)]

    def _limits_of(self, claim: Claim) -> Limits:
        quantity = claim_quantity(claim)
        factor = self._root(claim.unit)[1]
        low, high = quantity.limits
        room = APPROXIMATELY if quantity.approximate else Decimal(0)
        return (
            None if low is None else (low - abs(low) * room) * factor,
            None if high is None else (high + abs(high) * room) * factor,
        )

    def stated(self, claim: Claim) -> Decimal:
        """Return the number as it stands, without its bound, in ``measured_in`` of its unit."""
        quantity = claim_quantity(claim)
        upper = quantity.value if quantity.upper is None else quantity.upper
        return (quantity.value + upper) / 2 * self._root(claim.unit)[1]

    def comparable(self, one: Claim, other: Claim) -> bool:
        """Tell whether the two numbers are of one kind, and the money of one reform."""
        return self.alike(one, other) and self.same_money(one, other)

    def alike(self, one: Claim, other: Claim) -> bool:
        """Tell whether one number can be told in the other's unit."""
        return self.measured_in(one.unit) == self.measured_in(other.unit)

    def same_money(self, one: Claim, other: Claim) -> bool:
        """Tell whether no reform of the money lies within the two times."""
        if not self._is_reformed(one.unit):
            return True
        days = (one.earliest, one.latest, other.earliest, other.latest)
        known = [day for day in days if day is not None]
        if len(known) < len(days):
            known += [dt.date.min, dt.date.max]
        return not redenominations_between(one.unit, min(known), max(known))

    def may_be_equal(self, one: Claim, other: Claim, share: Decimal = Decimal(0)) -> bool:
        """Tell whether the numbers may be the same, give or take a share of the larger one.

        Numbers of another kind are never the same; money of another reform may always be.
        """
        if not self.alike(one, other):
            return False
        return not self.apart(one, other, share)

    def apart(self, one: Claim, other: Claim, share: Decimal = Decimal(0)) -> bool:
        """Tell whether the numbers surely differ, by at least a share of the larger one."""
        if not self.comparable(one, other):
            return False
        return limits_apart(self.limits(one), self.limits(other), share)

    def above(self, one: Claim, other: Claim, share: Decimal = Decimal(0)) -> bool:
        """Tell whether the first number is surely the greater, by at least a share of it."""
        if not self.comparable(one, other):
            return False
        return _below(self.limits(other), self.limits(one), share)

    def _is_reformed(self, unit: str) -> bool:
        if unit not in self._money:
            self._money[unit] = bool(redenominations_between(unit, dt.date.min, dt.date.max))
        return self._money[unit]

    def _root(self, unit: str) -> tuple[str, Decimal]:
        if unit not in self._known:
            self._known[unit] = self._find_root(unit)
        return self._known[unit]

    def _find_root(self, unit: str) -> tuple[str, Decimal]:
        for root in self._roots:
            try:
                return root, self.units.factor(unit, root)
            except MeasureError:
                continue
        self._roots.append(unit)
        return unit, Decimal(1)


def limits_apart(one: Limits, other: Limits, share: Decimal = Decimal(0)) -> bool:
    """Tell whether two numbers within limits differ, by at least a share of the larger one."""
    return _below(one, other, share) or _below(other, one, share)


def _below(one: Limits, other: Limits, share: Decimal) -> bool:
    high, low = one[1], other[0]
    if high is None or low is None or high >= low:
        return False
    return not share or low - high >= share * max(abs(low), abs(high))
