"""Questions: one right answer among four, and numbers to estimate."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from olke.evidence.models import Claim, ClaimKind, Measure
from olke.teaching.documents.items import Choice, Estimate, Level
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.material import Material, found_once, without_grave
from olke.teaching.drafters.pairing import (
    fits,
    form_of,
    is_ordinal,
    like_times,
    middle,
    plausible,
    sayable,
    unique_events,
)
from olke.teaching.drafters.statements import altered, said, with_time_of, with_value_of
from olke.teaching.drafters.truth import APART, certain_in_time, excluded, same_time, touch

WRONG = 3
FIGURES = 300
"""So many numbers of one form are looked through for wrong ones."""
LEAST_GUESSED = 20
"""Smaller numbers are counted, not estimated."""
CLOSE, ROUGH = Decimal("0.1"), Decimal("0.2")
"""How far an estimate may be off: of a number, and of a range or an approximate number."""
Question = Choice | Estimate
Maker = Callable[[Claim, Material, random.Random], Question | None]


def draft_questions(material: Material, order: Order) -> Draft:
    """Draft questions of several sorts in turn, each on a claim of its own."""
    material = without_grave(material)
    chance = order.chance()
    claims = [*sayable(material), *unique_events(material)]
    chance.shuffle(claims)
    return draft_of(_all(claims, material, chance), order.wanted, "claims")


def _all(claims: Sequence[Claim], material: Material, chance: random.Random) -> Iterator[Question]:
    place = 0
    for claim in claims:
        made = _asked(claim, material, chance, place)
        if made is not None:
            place += 1
            yield made


def _asked(claim: Claim, material: Material, chance: random.Random, place: int) -> Question | None:
    makers: list[Maker] = [_which_subject, _which_figure, _estimate]
    if claim.kind == ClaimKind.EVENT:
        makers = [_which_time]
    elif place % 3 == 2:
        makers = [_estimate, _which_subject, _which_figure]
    made = (make(claim, material, chance) for make in makers)
    return next((question for question in made if question is not None), None)


def _which_figure(claim: Claim, material: Material, chance: random.Random) -> Choice | None:
    if claim.bound:
        return None  # more than a lesser number is as true as more than the right one
    wrong = [
        other
        for other in _figures_of(material).get(form_of(claim, material), ())
        if other.pk != claim.pk
        and plausible(claim, other)
        and fits(claim, other)
        and _is_written_alike(claim, other)
        and excluded(_in_place_of(claim, other), claim, material)
    ]
    chosen = _on_either_side(claim, wrong, chance)
    if chosen is None:
        return None
    options = [asking.bare(_in_place_of(claim, other), material.units) for other in chosen]
    text = asking.how_much(claim, material.units)
    return _choice(text, claim, chosen, options, material)


def _is_written_alike(claim: Claim, other: Claim) -> bool:
    """Tell whether neither number is told by its form: a limit, or a range beside single ones."""
    return not other.bound and (claim.value_max is None) == (other.value_max is None)


def _in_place_of(claim: Claim, other: Claim) -> Claim:
    """Return the claim with another's number, called approximate where its own is."""
    return altered(with_value_of(claim, other), approximate=claim.approximate)


@found_once
def _figures_of(material: Material) -> dict[tuple[object, ...], list[Claim]]:
    """Return numbers that may stand in place of others by their form: of the dossier, and near.

    What is in doubt is no wrong answer either: it may be right.
    """
    found: dict[tuple[object, ...], dict[int, Claim]] = {}
    near = (
        c
        for c in material.undoubted
        if c.kind == ClaimKind.OBSERVATION and _may_stand_in(c, material)
    )
    for claim in (*material.observations, *near):
        form = found.setdefault(form_of(claim, material), {})
        if len(form) < FIGURES:
            form[claim.pk] = claim
    return {form: list(claims.values()) for form, claims in found.items()}


def _may_stand_in(claim: Claim, material: Material) -> bool:
    return not claim.indicator.grave and not is_ordinal(claim, material)


def _on_either_side(
    claim: Claim, wrong: Sequence[Claim], chance: random.Random
) -> list[Claim] | None:
    """Choose wrong numbers on either side, so that the right one may stand at any place.

    Returns all four in order of size.
    """
    shuffled = list(wrong)
    chance.shuffle(shuffled)
    distinct = [claim]
    for other in shuffled:
        if all(_differ(other, known) for known in distinct):
            distinct.append(other)
    lower = [o for o in distinct[1:] if middle(o) < middle(claim)]
    higher = [o for o in distinct[1:] if middle(o) > middle(claim)]
    least, most = max(0, WRONG - len(higher)), min(WRONG, len(lower))
    if least > most:
        return None
    below = chance.randint(least, most)
    chosen = [*lower[:below], *higher[: WRONG - below]]
    return sorted([claim, *chosen], key=middle)


def _differ(one: Claim, other: Claim) -> bool:
    larger = max(abs(middle(one)), abs(middle(other)))
    return abs(middle(one) - middle(other)) >= APART * larger


def _which_time(claim: Claim, material: Material, chance: random.Random) -> Choice | None:
    others = list(material.events)
    chance.shuffle(others)
    chosen = [claim]
    for other in others:
        if len(chosen) > WRONG:
            break
        new = all(not touch(other, known) for known in chosen)
        if new and like_times(claim, other) and _wrong_time(claim, other, material):
            chosen.append(other)
    if len(chosen) <= WRONG:
        return None
    chosen.sort(key=lambda c: (str(c.earliest), c.key))
    options = [asking.time(other) for other in chosen]
    return _choice(asking.asked_when(claim), claim, chosen, options, material)


def _wrong_time(claim: Claim, other: Claim, material: Material) -> bool:
    return certain_in_time(other) and excluded(with_time_of(claim, other), claim, material)


def _which_subject(claim: Claim, material: Material, chance: random.Random) -> Choice | None:
    others = [
        other
        for other in sayable(material)
        if _same_question(claim, other) and material.figures.apart(claim, other, APART)
    ]
    names = {asking.name(claim).kk}
    wrong = []
    chance.shuffle(others)
    for other in others:
        known = material.kin.related(claim.subject_id, other.subject_id)
        if not known and asking.name(other).kk not in names:
            names.add(asking.name(other).kk)
            wrong.append(other)
    if len(wrong) < WRONG:
        return None
    chosen = sorted([claim, *wrong[:WRONG]], key=lambda c: asking.name(c).kk)
    options = [asking.name(other) for other in chosen]
    text = asking.whose(claim, [c.subject.kind for c in chosen], material.units)
    return _choice(text, claim, chosen, options, material)


def _same_question(claim: Claim, other: Claim) -> bool:
    return (
        other.subject_id != claim.subject_id
        and other.indicator_id == claim.indicator_id
        and other.product_id == claim.product_id
        and other.measure == claim.measure
        and other.base_period == claim.base_period
        and same_time(other, claim)
    )


def _choice(
    text: Text,
    claim: Claim,
    chosen: Sequence[Claim],
    options: Sequence[Text],
    material: Material,
) -> Choice:
    answer = next(place for place, other in enumerate(chosen) if other.pk == claim.pk)
    return Choice(
        id=UNNUMBERED,
        text=text,
        options=tuple(options),
        answer=(answer,),
        explanation=said(claim, material.units),
        claims=(claim.key,),
        level=Level.A,
    )


def _estimate(claim: Claim, material: Material, _: random.Random) -> Estimate | None:
    if claim.bound or claim.value is None or claim.value < LEAST_GUESSED:
        return None
    if claim.measure not in (Measure.ABSOLUTE, Measure.SHARE, Measure.PERCENT_OF_PLAN):
        return None
    rough = claim.approximate or claim.value_max is not None
    unit = material.units[claim.unit]
    return Estimate(
        id=UNNUMBERED,
        text=asking.guess(claim, material.units),
        answer=claim.value,
        answer_max=claim.value_max,
        unit=Text(kk=unit.label("kk"), ru=unit.label("ru"), en=unit.label("en")),
        tolerance=ROUGH if rough else CLOSE,
        explanation=said(claim, material.units),
        claims=(claim.key,),
        level=Level.A,
    )
