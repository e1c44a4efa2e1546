"""What the evidence supports and contradicts.

Two questions decide whether a statement may be put before a class. Both are answered carefully:
where the evidence leaves something open, a statement is neither true nor false enough to use.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from olke.dates import Precision, parse
from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.teaching.drafters.arithmetic import implied
from olke.teaching.drafters.figures import limits_apart
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.surroundings import SAID_OF_FACT
from olke.vocabulary.models import Summable

NEAR = Decimal("0.05")
"""Numbers closer than this share of one another may be the same, rounded differently."""
APART = Decimal("0.10")
"""A false number differs at least by this share: nobody is asked to know the third digit."""
ROUNDED = Decimal("0.02")
"""What is computed from rounded numbers may miss by this share."""
YEARS_APART = 2
"""A false year differs at least by so many: sources often disagree about one."""


def contradicted(claim: Claim, material: Material) -> tuple[Claim, ...]:
    """Return the standing claims that disagree with a claim about the same thing.

    They say another number of the same thing and time, or another time of the same event.
    """
    return tuple(_against(claim, material))


def disputed(claim: Claim, material: Material) -> bool:
    """Tell whether anything in the evidence speaks against a claim.

    Beside what contradicts it: a part that exceeds its whole, in time or among subjects, and
    numbers from which another one follows (plan and percent of plan, growth, sums).
    """
    if next(_against(claim, material), None) is not None:
        return True
    if claim.kind != ClaimKind.OBSERVATION:
        return False
    if any(_exceeds(claim, other, material) for other in _parts_and_wholes(claim, material)):
        return True
    own = material.figures.limits(claim)
    return any(limits_apart(own, found, ROUNDED) for found in implied(claim, material))


def certain_in_time(claim: Claim) -> bool:
    """Tell whether a claim's time is known from the first to the last day, without doubt."""
    if not claim.period or claim.earliest is None or claim.latest is None:
        return False
    period = parse(claim.period)
    vague = period.point is not None and period.point.unspecified
    known = not (period.uncertain or period.approximate or vague or period.members)
    return known and period.precision not in (Precision.CENTURY, Precision.MILLENNIUM)


def tellable(claim: Claim, material: Material) -> bool:
    """Tell whether a number may be taught as the right one: dated, done, and undisputed.

    A plan may have been changed within its year and an estimate be one of several, so that only
    what was done can be said falsely with certainty.
    """
    return (
        claim.kind == ClaimKind.OBSERVATION
        and claim.aspect == Aspect.ACTUAL
        and certain_in_time(claim)
        and not disputed(claim, material)
        and not told_otherwise(claim, material)
    )


def told_otherwise(claim: Claim, material: Material) -> bool:
    """Tell whether the evidence gives another number of the same thing and time beside it.

    "More than one kilogram" and "two and more" may both be right, of most farms and of the best:
    which of them a question is after, nobody can tell.
    """
    figures = material.figures
    return any(
        other.pk != claim.pk
        and same_thing(other, claim)
        and same_time(other, claim)
        and figures.comparable(other, claim)
        and abs(figures.stated(other) - figures.stated(claim))
        >= APART * max(abs(figures.stated(other)), abs(figures.stated(claim)))
        for other in material.surroundings.numbers_like(claim).on_the_days_of(claim)
    )


def supported(statement: Claim, material: Material) -> tuple[Claim, ...]:
    """Return the standing claims that make a statement true, or may.

    Of a number: any that says such a number, at a time that touches the statement's, of the subject
    or one that it might be mixed up with (its whole, its part, its predecessor), and of the same
    indicator or one of the same theme. Of an event: any of the same indicator at such a time.
    """
    return tuple(_for(statement, material))


def _for(statement: Claim, material: Material) -> Iterator[Claim]:
    near = material.surroundings.beside(statement).touching(statement)
    return (other for other in near if _may_say(other, statement, material))


def _is_supported(statement: Claim, material: Material) -> bool:
    return next(_for(statement, material), None) is not None


def surely_false(statement: Claim, known: Claim, material: Material) -> bool:
    """Tell whether a statement is false, given the claim ``known`` that it was made from.

    What is known of the same thing and time must exclude it, must itself be beyond doubt, and
    nothing else in the evidence may support the statement or lead to it.
    """
    return excluded(statement, known, material) and not disputed(known, material)


def excluded(statement: Claim, known: Claim, material: Material) -> bool:
    """Tell what ``surely_false`` tells, for a ``known`` claim that is not disputed."""
    if statement.kind != ClaimKind.OBSERVATION:
        far = _years_between(statement, known) >= YEARS_APART
        return far and not _is_supported(statement, material)
    if not same_time(statement, known):
        return False
    # What follows from other numbers need not be asked: a number near it is as far from the known
    # one as the statement is, so that the known one is disputed.
    apart = material.figures.apart(statement, known, APART)
    return apart and not _is_supported(statement, material)


def same_thing(one: Claim, other: Claim) -> bool:
    """Tell whether two observations measure the same thing in the same way, at whatever time."""
    return (
        one.subject_id == other.subject_id
        and one.indicator_id == other.indicator_id
        and one.product_id == other.product_id
        and one.object_id == other.object_id
        and one.place_id == other.place_id
        and _same_measure(one, other)
    )


def same_time(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are dated the same, whatever the precision it is written in."""
    if not one.period or not other.period:
        return one.period == other.period
    return (one.earliest, one.latest) == (other.earliest, other.latest)


def touch(one: Claim, other: Claim) -> bool:
    """Tell whether two claims may be about the same day; a time that is not known may be any."""
    return not (before(one, other) or before(other, one))


def before(one: Claim, other: Claim) -> bool:
    """Tell whether one claim's time surely ends before the other's begins."""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def within(part: Claim, whole: Claim) -> bool:
    """Tell whether the time of one claim surely lies inside the other's."""
    known = (part.earliest, part.latest, whole.earliest, whole.latest)
    first, last, whole_first, whole_last = known
    if first is None or last is None or whole_first is None or whole_last is None:
        return False
    return whole_first <= first and last <= whole_last


def _same_measure(one: Claim, other: Claim) -> bool:
    return (
        one.measure == other.measure
        and one.base_period == other.base_period
        and (one.aspect == other.aspect or {one.aspect, other.aspect} <= SAID_OF_FACT)
    )


def _against(claim: Claim, material: Material) -> Iterator[Claim]:
    if claim.kind == ClaimKind.OBSERVATION:
        return _other_numbers(claim, material)
    return _other_times(claim, material)


def _other_numbers(claim: Claim, material: Material) -> Iterator[Claim]:
    """Pass on other numbers of the same thing and time, of whatever the subject was called."""
    around, forms = material.surroundings, material.kin.forms_of(claim.subject_id)
    alike = [o for s in forms for o in around.numbers_like(claim, s).on_the_days_of(claim)]
    for other in around.in_order(alike) if len(forms) > 1 else alike:
        another = other.pk != claim.pk and same_time(claim, other)
        if another and material.figures.apart(claim, other):
            yield other


def _other_times(claim: Claim, material: Material) -> Iterator[Claim]:
    """Pass on where the same event is told at another time."""
    forms = material.kin.forms_of(claim.subject_id)
    told = [o for s in forms for o in material.about.get((s, claim.indicator_id), ())]
    for other in material.surroundings.in_order(told) if len(forms) > 1 else told:
        another = other.pk != claim.pk and other.kind == claim.kind
        if another and _same_event(claim, other) and not touch(claim, other):
            yield other


def _parts_and_wholes(claim: Claim, material: Material) -> Iterator[Claim]:
    """Pass on numbers of which a claim's may be a part, or they of it: in time, or in place."""
    around = material.surroundings
    yield from around.numbers_like(claim).touching(claim)
    for subject in around.relatives(claim.subject_id) - {claim.subject_id}:
        yield from around.numbers_like(claim, subject).on_the_days_of(claim)


def _same_event(one: Claim, other: Claim) -> bool:
    if one.indicator_id != other.indicator_id or one.object_id != other.object_id:
        return False
    titles = [(one.title_kk, other.title_kk), (one.title_ru, other.title_ru)]
    titles.append((one.title_en, other.title_en))
    return any(mine and mine == theirs for mine, theirs in titles)


def _exceeds(claim: Claim, other: Claim, material: Material) -> bool:
    """Tell whether of two claims one is a part of the other and yet surely greater."""
    alike = other.kind == claim.kind and other.product_id == claim.product_id
    if other.pk == claim.pk or not alike or not _same_measure(claim, other):
        return False
    if claim.measure != Measure.ABSOLUTE:
        return False
    return _is_more(claim, other, material) or _is_more(other, claim, material)


def _is_more(part: Claim, whole: Claim, material: Material) -> bool:
    adds_up = part.indicator.summable
    in_time = part.subject_id == whole.subject_id and adds_up == Summable.YES
    inside = material.kin.within(part.subject_id, whole.subject_id) and adds_up != Summable.NO
    if not (in_time and within(part, whole)) and not (inside and same_time(part, whole)):
        return False
    return material.figures.above(part, whole, ROUNDED)


def _may_say(other: Claim, statement: Claim, material: Material) -> bool:
    if other.kind != statement.kind or not touch(other, statement):
        return False
    if statement.kind != ClaimKind.OBSERVATION:
        return other.indicator_id == statement.indicator_id
    if other.measure != statement.measure:
        return False
    if not material.kin.of_one_kind(other.product_id, statement.product_id):
        return False
    return material.figures.may_be_equal(other, statement, NEAR)


def _years_between(one: Claim, other: Claim) -> int:
    """Count the years from the end of the earlier to the beginning of the later; 0 if unknown."""
    first, last, other_first, other_last = one.earliest, one.latest, other.earliest, other.latest
    if first is None or last is None or other_first is None or other_last is None:
        return 0
    return max(first.year - other_last.year, other_first.year - last.year, 0)
