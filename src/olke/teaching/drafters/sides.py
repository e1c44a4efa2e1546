"""Which side of a debate the evidence serves: gain against harm.

It follows from the data alone: from the indicator's polarity, from whether a number rose or fell,
and from whether a plan was met. What serves no side, or may serve either, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.teaching.drafters.distinct import distinct
from olke.teaching.drafters.figures import Limits
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.series import Pair, Series, plan_pairs, series
from olke.vocabulary.models import Polarity

Side = Literal["for", "against"]
STRONG, PLAIN = 2, 1
"""A plan met or missed and a rise or fall say more than a number that stands alone."""
ONE, NONE = Decimal(1), Decimal(0)


@dataclass(frozen=True)
class Point:
    """A fact for one side: a claim, or two that only together say something."""

    side: Side
    claims: tuple[Claim, ...]
    weight: int

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its claims."""
        return tuple(claim.key for claim in self.claims)


@found_once
def points(material: Material) -> list[Point]:
    """Return the points that a dossier makes, no claim in two of them, no plan judged twice."""
    used: set[object] = set()
    found = []
    for point in _all_points(material):
        told = {*point.keys, *_plans(point)}
        if not used.intersection(told):
            used.update(told)
            found.append(point)
    return found


def _plans(point: Point) -> Iterator[object]:
    """Pass on the plan that a point is about: by its percent, or by plan and actual."""
    claim = point.claims[0]
    if claim.aspect == Aspect.PLANNED or claim.measure == Measure.PERCENT_OF_PLAN:
        thing = (claim.subject_id, claim.indicator_id, claim.product_id)
        yield (*thing, claim.earliest, claim.latest)


def side_of(claim: Claim, material: Material) -> Side | None:
    """Return the side that a claim serves by itself, None where it serves none."""
    if claim.kind == ClaimKind.EVENT:
        return _good(claim)
    if claim.kind != ClaimKind.OBSERVATION or claim.aspect in (Aspect.PLANNED, Aspect.NORM):
        return None
    limits = material.figures.limits(claim)
    if claim.measure == Measure.PERCENT_OF_PLAN:
        return _turned(claim, more=_passes(limits, ONE, equal=True), of_plan=True)
    if claim.measure in (Measure.CHANGE_PERCENT, Measure.CHANGE_TIMES):
        start = NONE if claim.measure == Measure.CHANGE_PERCENT else ONE
        return _turned(claim, more=_passes(limits, start))
    # Whether a share of something good is much or little is what is debated.
    of_good = claim.measure == Measure.SHARE and claim.indicator.polarity == Polarity.POSITIVE
    return None if of_good or not _passes(limits, NONE) else _good(claim)


def _all_points(material: Material) -> Iterator[Point]:
    for pair in plan_pairs(material):
        met = _met(pair, material)
        if side := _turned(pair.one, more=met, of_plan=True):
            yield Point(side, (pair.one, pair.other), STRONG)
    for one in series(material):
        if side := _side_of_change(one, material):
            yield Point(side, (one.claims[0], one.claims[-1]), STRONG)
    for claim in distinct(material):
        if side := side_of(claim, material):
            strong = claim.kind == ClaimKind.EVENT or claim.measure != Measure.ABSOLUTE
            yield Point(side, (claim,), STRONG if strong else PLAIN)


def _met(pair: Pair, material: Material) -> bool | None:
    """Tell whether a plan was surely met; None where a limit or a round number leaves it open."""
    plan, fact = pair.one, pair.other
    if material.figures.above(plan, fact):
        return False
    vague = plan.bound or fact.bound or plan.approximate or fact.approximate
    return None if vague else True


def _side_of_change(one: Series, material: Material) -> Side | None:
    first, last = one.claims[0], one.claims[-1]
    if first.measure != Measure.ABSOLUTE:
        return None
    return _turned(first, more=material.figures.above(last, first))


def _passes(limits: Limits, mark: Decimal, *, equal: bool = False) -> bool | None:
    """Tell whether a number is surely above a mark (or reaches it), surely below, or neither."""
    low, high = limits
    if low is not None and (low > mark or (equal and low == mark)):
        return True
    return False if high is not None and high < mark else None


def _turned(claim: Claim, *, more: bool | None, of_plan: bool = False) -> Side | None:
    """Return the side of a number that rose (or met its plan) or did not.

    A plan is better met than missed, whatever was planned (``of_plan``).
    """
    if more is None or not (claim.indicator.polarity or of_plan):
        return None
    return "for" if more == (claim.indicator.polarity != Polarity.NEGATIVE) else "against"


def _good(claim: Claim) -> Side | None:
    polarity = claim.indicator.polarity
    if not polarity:
        return None
    return "for" if polarity == Polarity.POSITIVE else "against"
