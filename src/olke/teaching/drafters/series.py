"""What a dossier's numbers make together: series over time, plan and actual, disagreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from olke.dates import comparable_length, parse
from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.pairing import sayable
from olke.teaching.drafters.truth import (
    APART,
    before,
    certain_in_time,
    contradicted,
    same_thing,
    same_time,
)
from olke.vocabulary.models import Summable

YEAR = timedelta(days=366)


@dataclass(frozen=True)
class Series:
    """Numbers of one thing at two or more times, in order of time."""

    claims: tuple[Claim, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of its claims."""
        return tuple(claim.key for claim in self.claims)


@dataclass(frozen=True)
class Pair:
    """Two claims about one thing and time: plan and actual, or two that disagree."""

    one: Claim
    other: Claim

    @property
    def keys(self) -> tuple[str, ...]:
        """Keys of both."""
        return self.one.key, self.other.key


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
    return Series(tuple(chain)) if changes else None


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


@found_once
def disagreements(material: Material) -> list[Pair]:
    """Return pairs of which only one can be right; the first is the dossier's own.

    Questioned and deprecated claims are among them: that they are in doubt is the point. What a
    second passage repeats is no second disagreement.
    """
    found: dict[tuple[object, ...], Pair] = {}
    for claim in material.claims:
        if claim.kind != ClaimKind.OBSERVATION or not one_number(claim):
            continue
        for other in contradicted(claim, material):
            if same_thing(claim, other) and same_time(claim, other):
                found.setdefault((*cell_of(claim), _numbers(claim, other)), Pair(claim, other))
    return list(found.values())


def one_number(claim: Claim) -> bool:
    """Tell whether what is measured has one number for the claim's time.

    What adds up has one sum over any years; a stock or a rate may have changed within them.
    """
    if claim.indicator.summable == Summable.YES or claim.base_period:
        return True
    if claim.earliest is None or claim.latest is None:
        return not claim.period
    return claim.latest - claim.earliest <= YEAR


def cell_of(claim: Claim) -> tuple[object, ...]:
    """Return what a number is of: thing, parties, place and time."""
    thing = (claim.subject_id, claim.indicator_id, claim.product_id)
    return (*thing, claim.object_id, claim.place_id, claim.earliest, claim.latest)


def _numbers(*claims: Claim) -> frozenset[tuple[object, ...]]:
    return frozenset(
        (claim.measure, claim.value, claim.value_max, claim.bound, claim.unit) for claim in claims
    )
