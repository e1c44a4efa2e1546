"""True or false: statements made from claims, some with another claim's number or time.

Each claim that can be made false appears true or false with the same chance, and what is put in
its place comes from another claim of the same group; so every number and year stands as often in
true statements as in false ones, and nothing in the words tells which is which.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, override

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Statement
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.draft import Draft, Numbered, Order, Shortfall
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.statements import said, with_time_of, with_value_of
from olke.teaching.drafters.truth import contradicted, surely_false

NEIGHBOURS = 4
"""A false number is one of so many nearest in size, so that it is plausible."""


@dataclass(frozen=True)
class Candidate:
    """A claim that may be used, with the false statements it can be made into."""

    claim: Claim
    false: tuple[tuple[Claim, Claim], ...]
    """Altered claims, each with the donor of what was put in."""


def draft_true_or_false(material: Material, order: Order) -> Draft:
    """Draft statements, about half of them false."""
    found = candidates(material)
    chance = order.chance()
    chosen = chance.sample(found, min(order.wanted, len(found)))
    numbered = Numbered()
    items = tuple(_item(one, chance, material, numbered.next()) for one in chosen)
    short = len(items) < order.wanted
    lacking = (Shortfall("claims", order.wanted, len(items)),) if short else ()
    return Draft(items, lacking)


def candidates(material: Material) -> list[Candidate]:
    """Return the claims of which both a true and a surely false statement can be made."""
    usable = [c for c in material.certain if c.period and not contradicted(c, material)]
    values = [c for c in usable if c.kind == ClaimKind.OBSERVATION]
    events = [c for c in usable if c.kind == ClaimKind.EVENT]
    found = [Candidate(c, _false_ones(c, values, with_value_of, _like, material)) for c in values]
    found += [Candidate(c, _false_ones(c, events, with_time_of, _dated, material)) for c in events]
    return [candidate for candidate in found if candidate.false]


Likeness = Callable[[Claim, Claim], float | None]


def _false_ones(
    claim: Claim,
    others: Sequence[Claim],
    make: Callable[[Claim, Claim], Claim],
    likeness: Likeness,
    material: Material,
) -> tuple[tuple[Claim, Claim], ...]:
    near = [(distance, o) for o in others if (distance := likeness(claim, o)) is not None]
    near.sort(key=lambda pair: (pair[0], pair[1].key))
    made = ((make(claim, donor), donor) for _, donor in near)
    false = ((one, donor) for one, donor in made if surely_false(one, claim, material))
    return tuple(pair for pair, _ in zip(false, range(NEIGHBOURS), strict=False))


def _like(claim: Claim, donor: Claim) -> float | None:
    """Return how far two numbers lie apart in size, None where one cannot stand for the other."""
    alike = claim.unit == donor.unit and claim.measure == donor.measure
    if donor.pk == claim.pk or not alike or not claim.value_sort or not donor.value_sort:
        return None
    if (claim.value_sort > 0) != (donor.value_sort > 0):
        return None
    return abs(math.log(donor.value_sort / claim.value_sort))


def _dated(claim: Claim, donor: Claim) -> float | None:
    """Return how many days two events lie apart, None where their dates differ in precision."""
    if donor.pk == claim.pk or len(donor.period) != len(claim.period):
        return None
    if claim.earliest is None or donor.earliest is None:
        return None
    return float(abs((claim.earliest - donor.earliest).days))


def _item(one: Candidate, chance: random.Random, material: Material, number: str) -> Statement:
    truth = chance.random() < 0.5
    if truth:
        chance.random()  # as many draws as a false one takes
        statement, claims = one.claim, [one.claim.key]
    else:
        statement, donor = chance.choice(one.false)
        claims = [one.claim.key, donor.key]
    right = said(one.claim, material.units)
    return Statement(
        id=number,
        text=said(statement, material.units),
        answer=truth,
        explanation=right if truth else _corrected(right),
        claims=tuple(claims),
    )


def _corrected(right: Text) -> Text:
    def correction(language: str) -> str:
        with override(language):
            return gettext("In fact: %(sentence)s") % {"sentence": right.said(language)}

    return in_three(correction)
