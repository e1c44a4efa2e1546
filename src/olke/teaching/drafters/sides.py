"""Which side of a debate the evidence serves: gain against harm.

It follows from the data alone: from the indicator's polarity, from whether a number rose or fell,
and from whether a plan was met. What serves no side, or may serve either, is left out.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from olke.entities.models import PLACES
from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.teaching.drafters.beginnings import dated_as_subject, marks
from olke.teaching.drafters.choosing import apart
from olke.teaching.drafters.distinct import distinct
from olke.teaching.drafters.figures import Limits
from olke.teaching.drafters.material import Material, found_once, is_certain
from olke.teaching.drafters.series import Pair, Series, plan_pairs, series
from olke.teaching.drafters.truth import before, same_thing
from olke.vocabulary.models import Polarity, Summable, Theme

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
    return list(apart(_all_points(material), lambda point: (*point.keys, *_plans(point))))


def of_one_matter(found: Sequence[Point]) -> list[Point]:
    """Return the points on fields of life that have gain and harm: only there is a case to weigh.

    A field is a theme of the first rank. An event of no theme goes with whatever there is.
    """
    upward = dict(Theme.objects.values_list("pk", "parent_id"))
    fields = [_field(point.claims[0].indicator.theme_id, upward) for point in found]
    if not any(fields):
        return list(found)  # the vocabulary has no themes to tell fields by
    sides: dict[int | None, set[Side]] = {}
    for point, field in zip(found, fields, strict=True):
        sides.setdefault(field, set()).add(point.side)
    both = {field for field, those in sides.items() if field and len(those) > 1}
    if not both:
        return []
    return [p for p, field in zip(found, fields, strict=True) if field in both or not field]


def _field(theme: int | None, upward: Mapping[int, int | None]) -> int | None:
    while theme is not None and (parent := upward.get(theme)) is not None:
        theme = parent
    return theme


def _plans(point: Point) -> Iterator[Hashable]:
    """Pass on the plan that a point is about: by its percent, or by plan and actual."""
    claim = point.claims[0]
    if claim.aspect == Aspect.PLANNED or claim.measure == Measure.PERCENT_OF_PLAN:
        thing = (claim.subject_id, claim.indicator_id, claim.product_id)
        yield (*thing, claim.earliest, claim.latest)


def side_of(claim: Claim, material: Material) -> Side | None:
    """Return the side that a claim serves by itself, None where it serves none."""
    if claim.kind == ClaimKind.EVENT:
        return _good(claim) if _is_told_by_its_sort(claim, material) else None
    if claim.kind != ClaimKind.OBSERVATION or claim.aspect in (Aspect.PLANNED, Aspect.NORM):
        return None
    limits = material.figures.limits(claim)
    if claim.measure == Measure.PERCENT_OF_PLAN:
        return _turned(claim, more=_passes(limits, ONE, equal=True), of_plan=True)
    if claim.measure in (Measure.CHANGE_PERCENT, Measure.CHANGE_TIMES):
        start = NONE if claim.measure == Measure.CHANGE_PERCENT else ONE
        return _turned(claim, more=_passes(limits, start))
    return _good(claim) if _passes(limits, NONE) and _is_much(claim, material) else None


def _is_much(claim: Claim, material: Material) -> bool:
    """Tell whether a number by itself is enough to be a gain or a harm.

    Any loss is a harm. Of something good, a share or a level may be much or little, and what was
    made in the time of a slump is no gain.
    """
    if claim.indicator.polarity != Polarity.POSITIVE:
        return True
    if claim.measure == Measure.SHARE or claim.indicator.summable in (Summable.STOCK, Summable.NO):
        return False
    told = material.about.get((claim.subject_id, claim.indicator_id), ())
    return not any(
        before(other, claim) and same_thing(other, claim) and material.figures.above(other, claim)
        for other in told
    )


def _is_told_by_its_sort(claim: Claim, material: Material) -> bool:
    """Tell whether an event of this sort is a gain or a harm, whoever it happened to.

    What begins or ends its subject is what the subject is: a works that opens is a gain, a test
    site that closes is no harm. The last of many harms may be remembered for being the last.
    """
    if claim.indicator_id in marks(material) or dated_as_subject(claim):
        return _is_of_good(claim, material)
    if claim.indicator.polarity != Polarity.NEGATIVE or claim.latest is None:
        return True
    told = material.about.get((claim.subject_id, claim.indicator_id), ())
    others = [o.latest for o in told if o.pk != claim.pk and o.latest is not None]
    return not others or max(others) >= claim.latest


def _is_of_good(claim: Claim, material: Material) -> bool:
    """Tell whether the evidence tells of gain from a subject, and of no harm beside."""
    if claim.subject.kind in PLACES:
        return False
    told = material.by_subject.get(claim.subject_id, ())
    themed = [o.indicator for o in told if o.indicator.theme_id and is_certain(o)]
    signs = {indicator.polarity for indicator in themed if not indicator.grave}
    return Polarity.POSITIVE in signs and not any(indicator.grave for indicator in themed)


def _all_points(material: Material) -> Iterator[Point]:
    for pair in plan_pairs(material):
        met = _met(pair, material)
        if side := _turned(pair.plan, more=met, of_plan=True):
            yield Point(side, (pair.plan, pair.fact), STRONG)
    for one in series(material):
        if side := _side_of_change(one, material):
            yield Point(side, (one.claims[0], one.claims[-1]), STRONG)
    for claim in distinct(material):
        if side := side_of(claim, material):
            strong = claim.kind == ClaimKind.EVENT or claim.measure != Measure.ABSOLUTE
            yield Point(side, (claim,), STRONG if strong else PLAIN)


def _met(pair: Pair, material: Material) -> bool | None:
    """Tell whether a plan was surely met; None where a limit or a round number leaves it open."""
    plan, fact = pair.plan, pair.fact
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
