"""What the evidence supports and contradicts.

Two questions decide whether a statement may be put before a class. Both are answered carefully:
where the evidence leaves something open, a statement is neither true nor false enough to use.
"""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from olke.dates import Period, parse
from olke.evidence.models import Aspect, Claim, ClaimKind, Rank
from olke.evidence.sentences import claim_quantity
from olke.measures import MeasureError, Quantity, Registry, convert
from olke.teaching.drafters.material import Material

NEAR = Decimal("0.05")
"""Numbers closer than this share of one another are taken to be the same, rounded differently."""
APART = Decimal("0.10")
"""A false number differs at least by this share: nobody is asked to know the third digit."""
_SAID_OF_FACT = (Aspect.ACTUAL, Aspect.ESTIMATE)


def contradicted(claim: Claim, material: Material) -> tuple[Claim, ...]:
    """Return the standing claims beside which a claim cannot be right.

    They say another number of the same thing and time, or another time of the same event.
    """
    return tuple(other for other in _beside(claim, material) if _disagree(claim, other, material))


def supported(statement: Claim, material: Material) -> tuple[Claim, ...]:
    """Return the standing claims that make a statement true, or may: any that says such a number
    of the subject at a time that touches the statement's."""
    return tuple(
        other for other in _beside(statement, material) if _may_say(other, statement, material)
    )


def surely_false(statement: Claim, known: Claim, material: Material) -> bool:
    """Tell whether a statement is false, given the claim ``known`` about the same thing and time:
    what is known excludes it, and nothing else in the evidence supports it."""
    return (
        not supported(statement, material)
        and (_numbers_apart(statement, known, material.units))
        and not contradicted(known, material)
    )


def same_thing(one: Claim, other: Claim) -> bool:
    """Tell whether two observations measure the same thing in the same way, at whatever time."""
    return (
        one.subject_id == other.subject_id
        and one.indicator_id == other.indicator_id
        and one.product_id == other.product_id
        and one.measure == other.measure
        and one.base_period == other.base_period
        and (one.aspect == other.aspect or {one.aspect, other.aspect} <= set(_SAID_OF_FACT))
    )


def same_time(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are dated the same, whatever the precision it is written in."""
    if not one.period or not other.period:
        return one.period == other.period
    first, second = parse(one.period), parse(other.period)
    return first.contains(second) and second.contains(first)


def apart(one: Quantity, other: Quantity, units: Registry, share: Decimal = APART) -> bool:
    """Tell whether two quantities surely differ, by at least a share of the larger one."""
    pair = _limits(one, other, units)
    if pair is None:
        return False
    (low, high), (other_low, other_high) = pair
    if high is not None and other_low is not None and high < other_low:
        return (other_low - high) >= share * abs(other_low)
    if other_high is not None and low is not None and other_high < low:
        return (low - other_high) >= share * abs(low)
    return False


def _beside(claim: Claim, material: Material) -> Iterable[Claim]:
    """Pass on the evidence about the same subject and indicator, without the claim itself."""
    for other in material.about.get((claim.subject_id, claim.indicator_id), ()):
        if other.pk != claim.pk or _is_altered(claim, other):
            yield other


def _is_altered(claim: Claim, other: Claim) -> bool:
    return (claim.value, claim.period, claim.unit) != (other.value, other.period, other.unit)


def _disagree(claim: Claim, other: Claim, material: Material) -> bool:
    if claim.kind != other.kind or other.rank == Rank.DEPRECATED:
        return False
    if claim.kind != ClaimKind.OBSERVATION:
        return claim.title == other.title and not _touch(claim, other)
    if not same_thing(claim, other) or not same_time(claim, other):
        return False
    return not _may_be_equal(claim_quantity(claim), claim_quantity(other), material.units)


def _may_say(other: Claim, statement: Claim, material: Material) -> bool:
    if other.kind != statement.kind or not _touch(other, statement):
        return False
    if statement.kind != ClaimKind.OBSERVATION:
        return True  # the same kind of thing happened to the subject then: leave it alone
    if other.measure != statement.measure:
        return False
    return _may_be_equal(claim_quantity(other), claim_quantity(statement), material.units)


def _touch(one: Claim, other: Claim) -> bool:
    if not one.period or not other.period:
        return True  # a time that is not known may be any
    first, second = _when(one), _when(other)
    return first.overlaps(second)


def _when(claim: Claim) -> Period:
    return parse(claim.period)


def _may_be_equal(one: Quantity, other: Quantity, units: Registry) -> bool:
    return not apart(one, other, units, NEAR)


def _numbers_apart(statement: Claim, known: Claim, units: Registry) -> bool:
    if statement.kind != ClaimKind.OBSERVATION:
        return bool(statement.period and known.period) and not _touch(statement, known)
    return apart(claim_quantity(statement), claim_quantity(known), units)


Limits = tuple[Decimal | None, Decimal | None]


def _limits(one: Quantity, other: Quantity, units: Registry) -> tuple[Limits, Limits] | None:
    """Return what the two may be in one unit, None where they cannot be compared."""
    try:
        there = convert(other, one.unit, units)
    except MeasureError:
        return None
    return _widened(one), _widened(there)


def _widened(quantity: Quantity) -> Limits:
    low, high = quantity.limits
    if not quantity.approximate:
        return low, high
    room = Decimal("0.1")
    return (
        None if low is None else low - abs(low) * room,
        None if high is None else high + abs(high) * room,
    )
