"""What a dossier's numbers make together: series over time, plan and actual."""

from __future__ import annotations

from dataclasses import dataclass

from olke.dates import comparable_length, parse
from olke.evidence.models import Aspect, Claim, Measure
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.pairing import sayable
from olke.teaching.drafters.truth import (
    APART,
    before,
    certain_in_time,
    contradicted,
    same_time,
)
from olke.vocabulary.models import Summable

LONGEST = 12
"""Times of a series: what a learner can take in, and what fits a card."""


@dataclass(frozen=True)
class Series:
    """Numbers of one thing at two or more times, in order of time.

    A longer series is told by ``LONGEST`` of its times, evenly apart, both ends among them.
    """

    claims: tuple[Claim, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its claims."""
        return tuple(claim.key for claim in self.claims)


@dataclass(frozen=True)
class Pair:
    """A plan and what came of it: two claims about one thing and time."""

    plan: Claim
    fact: Claim

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of both."""
        return self.plan.key, self.fact.key


@found_once
def series(material: Material) -> list[Series]:
    """Return the dossier's series that change, the longest first."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sayable(material):
        if not claim.base_period:
            thing = (claim.subject_id, claim.indicator_id, claim.product_id, claim.measure)
            groups.setdefault(thing, []).append(claim)
    found = [made for group in groups.values() if (made := _in_time(group, material))]
    return sorted(found, key=lambda one: -len(one.claims))


def _in_time(group: list[Claim], material: Material) -> Series | None:
    group = sorted(group, key=lambda c: (str(c.earliest), str(c.latest), c.key))
    chain: list[Claim] = group[:1]
    for claim in group[1:]:
        if before(chain[-1], claim) and _follows(claim, chain[0], material):
            chain.append(claim)
    changes = len(chain) > 1 and material.figures.apart(chain[0], chain[-1], APART)
    return Series(tuple(_told(chain))) if changes else None


def _told(chain: list[Claim]) -> list[Claim]:
    if len(chain) <= LONGEST:
        return chain
    step = (len(chain) - 1) / (LONGEST - 1)
    return [chain[round(number * step)] for number in range(LONGEST)]


def _follows(claim: Claim, first: Claim, material: Material) -> bool:
    if not material.figures.comparable(claim, first):
        return False
    adds_up = claim.indicator.summable == Summable.YES
    return not adds_up or comparable_length(parse(claim.period), parse(first.period))


@found_once
def plan_pairs(material: Material) -> list[Pair]:
    """Return plan and actual of one thing and time, both in the dossier and undisputed."""
    planned = [c for c in material.observations if c.aspect == Aspect.PLANNED]
    actual = [c for c in sayable(material) if c.measure == Measure.ABSOLUTE]
    return [
        Pair(plan, fact)
        for plan in planned
        for fact in actual
        if plan.measure == fact.measure and _same_cell(plan, fact)
        if certain_in_time(plan) and not contradicted(plan, material)
        if material.figures.comparable(plan, fact)
    ]


def _same_cell(one: Claim, other: Claim) -> bool:
    return cell_of(one) == cell_of(other) and same_time(one, other)


def cell_of(claim: Claim) -> tuple[object, ...]:
    """Return what a number is of: thing, parties, place and time."""
    thing = (claim.subject_id, claim.indicator_id, claim.product_id)
    return (*thing, claim.object_id, claim.place_id, claim.earliest, claim.latest)
