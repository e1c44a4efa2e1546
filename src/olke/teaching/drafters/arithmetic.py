"""Numbers that follow from other numbers of the evidence: plan and percent, growth, sums.

Each is given as limits, in the unit that ``figures`` measures in; percents are shares of one there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal

from olke.evidence.models import Aspect, Claim, Measure
from olke.teaching.drafters.figures import Limits
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.timelines import Timeline
from olke.vocabulary.models import Summable

ONE = Decimal(1)


def implied(claim: Claim, material: Material) -> Iterator[Limits]:
    """Pass on what the evidence makes of a claim's own thing and time, without its number."""
    beside = material.surroundings.numbers_of(claim)
    found = [*_from_plan(claim, beside, material), *_from_growth(claim, beside, material)]
    if claim.measure == Measure.ABSOLUTE and claim.indicator.summable == Summable.YES:
        found += _from_parts(claim, beside, material)
    yield from (limits for limits in found if limits is not None)


def _from_plan(claim: Claim, beside: Timeline, material: Material) -> Iterator[Limits | None]:
    """Percent of plan from plan and actual, and each of those from the other and the percent."""
    now = beside.on_the_days_of(claim)
    planned = _of(now, Measure.ABSOLUTE, Aspect.PLANNED)
    actual = _of(now, Measure.ABSOLUTE, Aspect.ACTUAL)
    percents = _of(now, Measure.PERCENT_OF_PLAN)
    if claim.measure == Measure.PERCENT_OF_PLAN:
        yield from (quotient(a, p, material) for a in actual for p in planned)
    elif claim.measure == Measure.ABSOLUTE and claim.aspect == Aspect.ACTUAL:
        yield from (_share(p, each, claim, material) for p in planned for each in percents)
    elif claim.measure == Measure.ABSOLUTE and claim.aspect == Aspect.PLANNED:
        for figure in actual:
            yield from (_whole(figure, each, claim, material) for each in percents)


def _from_growth(claim: Claim, beside: Timeline, material: Material) -> Iterator[Limits | None]:
    """Growth from two numbers, and a later number from an earlier one and its growth."""
    now = beside.on_the_days_of(claim)
    if claim.measure in (Measure.CHANGE_TIMES, Measure.CHANGE_PERCENT) and claim.base_period:
        for base in _done(beside.dated(claim.base_period)):
            for later in _done(now):
                times = quotient(later, base, material)
                yield times if claim.measure == Measure.CHANGE_TIMES else _growth(times)
    elif claim.measure == Measure.ABSOLUTE and claim.aspect == Aspect.ACTUAL:
        for growth in now:
            times = _times(growth, material)
            if times is not None:
                bases = _done(beside.dated(growth.base_period))
                yield from (_multiplied(base, times, claim, material) for base in bases)


def _from_parts(claim: Claim, beside: Timeline, material: Material) -> Iterator[Limits | None]:
    """The sum of parts that follow one another and fill the whole time."""
    parts = [
        o
        for o in beside.touching(claim)
        if o.measure == claim.measure and o.aspect == claim.aspect and o.earliest and o.latest
    ]
    tiles = {part.earliest: part for part in reversed(parts) if _is_part(part, claim)}
    here, chain = claim.earliest, list[Claim]()
    while here is not None and here in tiles and claim.latest and here <= claim.latest:
        chain.append(tiles[here])
        last = chain[-1].latest
        if last is None or last == claim.latest:
            break
        here = last + timedelta(days=1)
    if len(chain) > 1 and chain[-1].latest == claim.latest:
        yield _sum(chain, claim, material)


def _is_part(part: Claim, whole: Claim) -> bool:
    if (part.earliest, part.latest) == (whole.earliest, whole.latest):
        return False
    first, last = part.earliest, part.latest
    if first is None or last is None or whole.earliest is None or whole.latest is None:
        return False
    return whole.earliest <= first and last <= whole.latest


def _sum(chain: Sequence[Claim], whole: Claim, material: Material) -> Limits | None:
    if not all(material.figures.comparable(part, whole) for part in chain):
        return None
    limits = [material.figures.limits(part) for part in chain]
    lows = [low for low, _ in limits if low is not None]
    highs = [high for _, high in limits if high is not None]
    return (
        sum(lows, Decimal(0)) if len(lows) == len(limits) else None,
        sum(highs, Decimal(0)) if len(highs) == len(limits) else None,
    )


def _of(claims: Sequence[Claim], measure: Measure, aspect: Aspect | None = None) -> list[Claim]:
    return [c for c in claims if c.measure == measure and (aspect is None or c.aspect == aspect)]


def _done(claims: Sequence[Claim]) -> list[Claim]:
    return _of(claims, Measure.ABSOLUTE, Aspect.ACTUAL)


def quotient(one: Claim, other: Claim, material: Material) -> Limits | None:
    """Return one number divided by another; None where they cannot be, or are not positive."""
    if not material.figures.comparable(one, other):
        return None
    low, high = material.figures.limits(one)
    least, most = material.figures.limits(other)
    if low is None or high is None or not least or not most or low < 0 or least < 0:
        return None
    return low / most, high / least


def _share(plan: Claim, percent: Claim, claim: Claim, material: Material) -> Limits | None:
    low, high = material.figures.limits(percent)
    if low is None or high is None:
        return None
    return _multiplied(plan, (low, high), claim, material)


def _whole(actual: Claim, percent: Claim, claim: Claim, material: Material) -> Limits | None:
    low, high = material.figures.limits(percent)
    if not low or not high:
        return None
    return _multiplied(actual, (ONE / high, ONE / low), claim, material)


def _times(growth: Claim, material: Material) -> tuple[Decimal, Decimal] | None:
    """Return how many times a number grew up to its own time, None where that is not told."""
    if not growth.base_period:
        return None
    low, high = material.figures.limits(growth)
    if low is None or high is None:
        return None
    if growth.measure == Measure.CHANGE_TIMES:
        return low, high
    if growth.measure == Measure.CHANGE_PERCENT:
        return ONE + low, ONE + high
    return None


def _growth(times: Limits | None) -> Limits | None:
    if times is None or times[0] is None or times[1] is None:
        return None
    return times[0] - ONE, times[1] - ONE


def _multiplied(
    base: Claim, times: tuple[Decimal, Decimal], claim: Claim, material: Material
) -> Limits | None:
    low, high = material.figures.limits(base)
    if not material.figures.alike(base, claim) or low is None or high is None:
        return None
    return (low * times[0], high * times[1]) if low >= 0 and times[0] >= 0 else None
