"""Levelled tasks: name it (A), explain it (B), judge it (C)."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import islice

from olke.evidence.models import Claim
from olke.teaching.documents.items import Prompt
from olke.teaching.drafters import explaining
from olke.teaching.drafters.choosing import apart
from olke.teaching.drafters.comparisons import comparisons
from olke.teaching.drafters.disagreements import disagreements
from olke.teaching.drafters.draft import Draft, Order, numbered, short_of
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.naming import name_it, number_it
from olke.teaching.drafters.order_of_events import dated_events
from olke.teaching.drafters.series import plan_pairs, series


def draft_levels(material: Material, order: Order) -> Draft:
    """Draft tasks of three levels, as many of each as the dossier has, level by level."""
    chance = order.chance()
    each, rest = divmod(order.wanted, 3)
    wanted = {
        "claims": each + (rest > 0),
        "series": each + (rest > 1),
        "disagreements": each,
    }
    levels = {
        "disagreements": _judged(material, chance),
        "series": _explained(material, chance),
        "claims": _named(material, chance),
    }
    taken: set[str] = set()
    found: dict[str, list[Prompt]] = {}
    for code, prompts in levels.items():  # the hardest first: it has the least to choose from
        unlike = apart(prompts, begins_from, taken)
        found[code] = list(islice(unlike, wanted[code]))
        taken.update(key for prompt in found[code] for key in begins_from(prompt))
    lacking = [
        each for code, count in wanted.items() for each in short_of(code, count, len(found[code]))
    ]
    return Draft(numbered(prompt for code in wanted for prompt in found[code]), tuple(lacking))


def begins_from(prompt: Prompt) -> tuple[str, ...]:
    """Return the claims that a task is about; those after them only bear on it."""
    return prompt.claims[:2]


def _named(material: Material, chance: random.Random) -> Iterator[Prompt]:
    claims: list[Claim] = list(material.certain)
    chance.shuffle(claims)
    for place, claim in enumerate(claims):
        ways = (name_it, number_it) if place % 2 else (number_it, name_it)
        made = (way(claim, material) for way in ways)
        prompt = next((one for one in made if one is not None), None)
        if prompt is not None:
            yield prompt


def _explained(material: Material, chance: random.Random) -> Iterator[Prompt]:
    """Pass on long series before short ones, then two subjects side by side, then events."""
    changes = series(material)
    lots = [(min(len(one.claims), 3), chance.random(), one) for one in changes]
    for _, _, one in sorted(lots, key=lambda lot: (-lot[0], lot[1])):
        yield explaining.change(one, material)
    beside = [c for c in comparisons(material) if _of_two(c.less, c.more)]
    beside = [pair for pair in beside if not pair.less.indicator.grave]
    chance.shuffle(beside)
    for pair in beside:
        yield explaining.difference(pair, material)
    events = dated_events(material)[:]
    chance.shuffle(events)
    for event in events:
        prompt = explaining.reason(event.claim, material)
        if prompt is not None:
            yield prompt


def _of_two(one: Claim, other: Claim) -> bool:
    return one.subject_id != other.subject_id


def _judged(material: Material, chance: random.Random) -> Iterator[Prompt]:
    differing, planned = list(disagreements(material)), list(plan_pairs(material))
    chance.shuffle(differing)
    chance.shuffle(planned)
    for found in differing:
        yield explaining.judgement(found, material)
    for pair in planned:
        yield explaining.fulfilment(pair, material)
