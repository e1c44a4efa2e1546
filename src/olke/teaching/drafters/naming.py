"""Questions that ask to name something: a person, a subject, a number, a time."""

from __future__ import annotations

from collections import Counter

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Level, Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.draft import UNNUMBERED
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.order_of_events import dated_events
from olke.teaching.drafters.pairing import sayable
from olke.teaching.drafters.statements import said
from olke.teaching.drafters.truth import same_time

SUBJECTS = 3
"""Of fewer, it need not be asked whose a number is."""
MOST_OF_ONE = 0.6
"""Where a greater share of the numbers is of one subject, that one is always the likely answer."""


def name_it(claim: Claim, material: Material) -> Prompt | None:
    """Ask for a name: whose figure it is, or who held a role. None where several are right."""
    if claim.kind == ClaimKind.ROLE:
        if not _only_one(claim, material):
            return None
        return _prompt(claim, material, asking.who(claim), asking.name(claim))
    if (
        not _of_many_subjects(material)
        or claim not in sayable(material)
        or not _only_figure(claim, material)
    ):
        return None
    text = asking.whose(claim, [claim.subject.kind], material.units)
    return _prompt(claim, material, text, asking.name(claim))


def number_it(claim: Claim, material: Material) -> Prompt | None:
    """Ask for a number or a time; None where the evidence is not sure of one."""
    if claim in sayable(material):
        text, answer = asking.how_much(claim, material.units), asking.number(claim, material.units)
        return _prompt(claim, material, text, answer)
    if claim.pk in _of_one_time(material):
        return _prompt(claim, material, asking.asked_when(claim), asking.time(claim))
    return None


@found_once
def _of_many_subjects(material: Material) -> bool:
    """Tell whether it is worth asking whose a number is: not where nearly all are of one."""
    counted = Counter(claim.subject_id for claim in sayable(material))
    return len(counted) >= SUBJECTS and max(counted.values()) <= MOST_OF_ONE * counted.total()


@found_once
def _of_one_time(material: Material) -> frozenset[int]:
    return frozenset(event.claim.pk for event in dated_events(material))


def _only_one(claim: Claim, material: Material) -> bool:
    """Tell whether the evidence knows nobody else in the role there and then."""
    return claim.object_id is not None and not any(
        other.kind == ClaimKind.ROLE
        and other.subject_id != claim.subject_id
        and other.object_id == claim.object_id
        for other in material.by_indicator.get(claim.indicator_id, ())
    )


def _only_figure(claim: Claim, material: Material) -> bool:
    return not any(
        other.kind == ClaimKind.OBSERVATION
        and other.subject_id != claim.subject_id
        and other.product_id == claim.product_id
        and other.measure == claim.measure
        and same_time(other, claim)
        and material.figures.may_be_equal(other, claim)
        for other in material.by_indicator.get(claim.indicator_id, ())
    )


def _prompt(claim: Claim, material: Material, text: Text, answer: Text) -> Prompt:
    return Prompt(
        id=UNNUMBERED,
        text=text,
        answer=answer,
        explanation=said(claim, material.units),
        claims=(claim.key,),
        level=Level.A,
        points=1,
    )
