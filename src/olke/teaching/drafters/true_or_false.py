"""True or false: statements made from claims, some with another claim's number or time.

Three sorts: a number with its subject and time, the time of an event that happened once, and which
of two numbers is the higher or which of two events the later. What is put in place of the right
number or time comes from a partner that gets its own in return (``pairing``); comparisons turn
round both their order and their verdict by chance. So every word stands as often in true statements
as in false ones.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, override

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Statement
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.choosing import apart
from olke.teaching.drafters.comparisons import Comparison, compared_statement, comparisons
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.material import Material, in_three, without_grave
from olke.teaching.drafters.order_of_events import dated_events, in_pairs
from olke.teaching.drafters.pairing import matched, swappable
from olke.teaching.drafters.statements import (
    event_statement,
    figure_statement,
    said,
    with_time_of,
    with_value_of,
)

COMPARED = 4
"""At most one statement in so many is a comparison, unless there are too few of the others."""


@dataclass(frozen=True)
class Swap:
    """A claim with the partner whose number or time is put into it when it is to be false."""

    claim: Claim
    donor: Claim


def draft_true_or_false(material: Material, order: Order) -> Draft:
    """Draft statements, half of them false."""
    material = without_grave(material)
    chance = order.chance()
    chosen = _chosen(material, order.wanted, chance)
    chance.shuffle(chosen)
    truths = _truths(chosen, chance)
    items = (
        _item(one, material, chance, truth=truth) for one, truth in zip(chosen, truths, strict=True)
    )
    return draft_of(items, order.wanted, "claims")


def _chosen(material: Material, wanted: int, chance: random.Random) -> list[Swap | Comparison]:
    """Choose what to state: one claim of each pair before the other, few comparisons."""
    pairs = matched(swappable(material), chance)
    chance.shuffle(pairs)
    turned = [pair if chance.random() < 0.5 else pair[::-1] for pair in pairs]
    first = [Swap(one, other) for one, other in turned]
    second = [Swap(other, one) for one, other in turned]
    beside = _beside(material, wanted, chance)
    few = _apart_from(first[:wanted], beside)[: wanted // COMPARED]
    chosen: list[Swap | Comparison] = [*first[: wanted - len(few)], *few]
    more = _apart_from(first, [one for one in beside if one not in few], few)
    rest: list[Swap | Comparison] = [*more, *second]
    return chosen + rest[: wanted - len(chosen)]


def _beside(material: Material, wanted: int, chance: random.Random) -> list[Comparison]:
    found = list(comparisons(material))
    chance.shuffle(found)
    in_time = in_pairs(dated_events(material), chance, wanted)
    found = found[: wanted * 2] + [Comparison(first, second) for first, second in in_time]
    chance.shuffle(found)
    return found


def _apart_from(
    swaps: Sequence[Swap], beside: Sequence[Comparison], taken: Sequence[Comparison] = ()
) -> list[Comparison]:
    """Return comparisons that share no claim with the swaps or with one another."""
    used = {key for swap in swaps for key in (swap.claim.key, swap.donor.key)}
    used.update(key for one in taken for key in one.claims)
    return list(apart(beside, lambda one: one.claims, used))


def _truths(chosen: Sequence[Swap | Comparison], chance: random.Random) -> list[bool]:
    """Decide which are true: as many as are false, and both of a pair alike.

    One true and one false of a pair would show the same number twice.
    """
    pairs = {_pair(one): None for one in chosen}
    lots = [place % 2 == 0 for place in range(len(pairs) + len(pairs) % 2)]
    chance.shuffle(lots)
    drawn = dict(zip(pairs, lots, strict=False))
    return [drawn[_pair(one)] for one in chosen]


def _pair(one: Swap | Comparison) -> tuple[str, ...]:
    if isinstance(one, Swap):
        return tuple(sorted((one.claim.key, one.donor.key)))
    return one.claims


def _item(
    one: Swap | Comparison, material: Material, chance: random.Random, *, truth: bool
) -> Statement:
    if isinstance(one, Swap):
        return _swap(one, material, truth=truth)
    return _comparison(one, material, chance, truth=truth)


def _swap(one: Swap, material: Material, *, truth: bool) -> Statement:
    right = said(one.claim, material.units)
    statement = one.claim if truth else _made_false(one)
    is_event = one.claim.kind == ClaimKind.EVENT
    return Statement(
        id=UNNUMBERED,
        text=event_statement(statement)
        if is_event
        else figure_statement(statement, material.units),
        answer=truth,
        explanation=right if truth else _corrected(right, said(one.donor, material.units)),
        claims=(one.claim.key,) if truth else (one.claim.key, one.donor.key),
    )


def _made_false(one: Swap) -> Claim:
    make = with_time_of if one.claim.kind == ClaimKind.EVENT else with_value_of
    return make(one.claim, one.donor)


def _comparison(
    one: Comparison, material: Material, chance: random.Random, *, truth: bool
) -> Statement:
    rising = chance.random() < 0.5
    first, second = (one.less, one.more) if rising else (one.more, one.less)
    sentences = [said(claim, material.units) for claim in (first, second)]
    return Statement(
        id=UNNUMBERED,
        text=compared_statement(first, second, more=rising == truth),
        answer=truth,
        explanation=in_three(lambda code: " ".join(text.said(code) for text in sentences)),
        claims=(first.key, second.key),
    )


def _corrected(right: Text, lent: Text) -> Text:
    def correction(language: str) -> str:
        with override(language):
            return gettext("In fact: %(right)s What was put in its place: %(lent)s") % {
                "right": right.said(language),
                "lent": lent.said(language),
            }

    return in_three(correction)
