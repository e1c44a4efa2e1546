"""Pairs of claims that lend each other what is changed in them.

In a pair each number is true in its own statement and false in the other's, so that over many
drafts every word stands as often in true statements as in false ones, and none gives a clue.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from olke.dates import parse
from olke.evidence.models import Claim, Measure
from olke.teaching.drafters.beginnings import marks, only_once, outside_life
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.statements import names_a_year, with_time_of, with_value_of
from olke.teaching.drafters.truth import certain_in_time, contradicted, excluded, tellable

LIKELY = 8
"""A false number is at most so many times the true one, or the true one of it."""
LIKELY_OF_OTHERS = 4
"""So where the two are not measured in the same unit."""
YEARS = 25
"""A false time lies at most so many years from the true one."""
NEIGHBOURS = 24
"""So many of the next larger numbers are tried as partners of one."""
AMOUNTS = frozenset(
    {"count", "money", "mass", "length", "area", "volume", "energy", "power", "explosive-yield"}
)
"""Dimensions of what there may be any amount of."""
TIMES = {"year": 365, "month": 30, "week": 7, "day": 1}
"""Days in a unit of time, the fewest."""
Make = Callable[[Claim, Claim], Claim]
Edge = tuple[Claim, Claim]


@found_once
def swappable(material: Material) -> list[Edge]:
    """Return all pairs of a dossier's claims of which both become surely false when swapped."""
    return [*_of_figures(material), *_of_times(material)]


def matched(edges: Sequence[Edge], chance: random.Random) -> list[Edge]:
    """Choose pairs so that each claim is in one at the most: many, though not always the most.

    Claims with few partners choose first (the greedy matching of minimum degree).
    """
    partners: dict[str, dict[str, Claim]] = {}
    for one, other in edges:
        partners.setdefault(one.key, {})[other.key] = other
        partners.setdefault(other.key, {})[one.key] = one
    claims = {claim.key: claim for edge in edges for claim in edge}
    lot = {key: chance.random() for key in sorted(claims)}
    pairs: list[Edge] = []
    while partners:
        first = min(partners, key=lambda key: (len(partners[key]), lot[key]))
        options = partners[first]
        if options:
            second = min(options, key=lambda key: (len(partners[key]), lot[key]))
            pairs.append((claims[first], claims[second]))
            _forget(second, partners)
        _forget(first, partners)
    return pairs


def _forget(key: str, partners: dict[str, dict[str, Claim]]) -> None:
    for other in partners.pop(key, {}):
        partners.get(other, {}).pop(key, None)


@found_once
def sayable(material: Material) -> list[Claim]:
    """Return the dossier's numbers that may be taught as right, each thing and time once."""
    found: dict[tuple[object, ...], Claim] = {}
    for claim in material.observations:
        thing = (claim.subject_id, claim.indicator_id, claim.product_id, claim.measure)
        when = (claim.earliest, claim.latest, claim.base_period)
        if is_ordinal(claim, material):
            continue
        if (*thing, *when) not in found and tellable(claim, material):
            found[*thing, *when] = claim
    return list(found.values())


def is_ordinal(claim: Claim, material: Material) -> bool:
    """Tell whether a number counts and measures nothing: a place in an order, a grade, an age."""
    return bool(material.units[claim.unit].dimension == "none")


def _of_figures(material: Material) -> list[Edge]:
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in sayable(material):
        groups.setdefault(form_of(claim, material), []).append(claim)
    return [edge for group in groups.values() for edge in _near_in_size(group, material)]


def form_of(claim: Claim, material: Material) -> tuple[object, ...]:
    """Return what two numbers must share to look alike: people are not counted in tenths.

    Amounts of any sort may look alike. A rate, a time or a percent does only beside its own kind:
    no inflation is as high as a norm is exceeded, and no year has thirty months.
    """
    whole = claim.value is None or claim.value == claim.value.to_integral_value()
    if claim.measure != Measure.ABSOLUTE:
        return claim.measure, claim.unit, whole
    if material.units[claim.unit].dimension in AMOUNTS:
        return claim.measure, "", whole
    return claim.measure, claim.unit, whole, claim.indicator_id


def _near_in_size(group: list[Claim], material: Material) -> list[Edge]:
    sized = sorted(((middle(claim), claim.key, claim) for claim in group), key=lambda s: s[:2])
    edges = []
    for place, (_, _, one) in enumerate(sized):
        for _, _, other in sized[place + 1 : place + 1 + NEIGHBOURS]:
            if not plausible(one, other) or not (fits(one, other) and fits(other, one)):
                continue
            if _false_both_ways(one, other, with_value_of, material):
                edges.append((one, other))
    return edges


def plausible(one: Claim, other: Claim) -> bool:
    """Tell whether two numbers are of a like size, so that one might be taken for the other."""
    size, other_size = middle(one), middle(other)
    if not size or not other_size or (size > 0) != (other_size > 0):
        return False
    most = LIKELY if one.unit == other.unit else LIKELY_OF_OTHERS
    return abs(math.log(abs(size / other_size))) <= math.log(most)


def fits(claim: Claim, donor: Claim) -> bool:
    """Tell whether the other's number is possible in a claim's place: no time outlasts its year."""
    days = TIMES.get(claim.unit)
    if days is None or claim.earliest is None or claim.latest is None or donor.value is None:
        return True
    most = max(donor.value, donor.value_max or donor.value)
    return bool(most * days <= (claim.latest - claim.earliest).days + 1)


def middle(claim: Claim) -> Decimal:
    """Return one number for a claim's value as it stands, for order and closeness alone."""
    value = claim.value or Decimal(0)
    return (value + (value if claim.value_max is None else claim.value_max)) / 2


@found_once
def unique_events(material: Material) -> list[Claim]:
    """Return the dossier's events that happened once, each told once."""
    indicators = marks(material)
    return [c for c in _dated_events(material) if only_once(c, material, indicators)]


def _of_times(material: Material) -> list[Edge]:
    once = {claim.pk for claim in unique_events(material)}
    events = sorted(_dated_events(material), key=lambda c: (c.earliest or date.min, c.key))

    def false(claim: Claim, donor: Claim) -> bool:
        moved = with_time_of(claim, donor)
        impossible = claim.pk in once or outside_life(moved, claim, material)
        return impossible and excluded(moved, claim, material)

    return [
        (one, other)
        for place, one in enumerate(events)
        for other in events[place + 1 :]
        if like_times(one, other) and false(one, other) and false(other, one)
    ]


@found_once
def _dated_events(material: Material) -> list[Claim]:
    """Return events with a certain time that their titles do not tell, each told once."""
    found: dict[tuple[str, str, str], Claim] = {}
    for claim in material.events:
        title = (claim.title_kk, claim.title_ru, claim.title_en)
        if title not in found and certain_in_time(claim) and not names_a_year(claim):
            found[title] = claim
    return [claim for claim in found.values() if not contradicted(claim, material)]


def like_times(one: Claim, other: Claim) -> bool:
    """Tell whether two events are dated as precisely, and lie in the same quarter of a century."""
    if one.earliest is None or other.earliest is None:
        return False
    if abs(one.earliest.year - other.earliest.year) > YEARS:
        return False
    return parse(one.period).precision is parse(other.period).precision


def _false_both_ways(one: Claim, other: Claim, make: Make, material: Material) -> bool:
    return excluded(make(one, other), one, material) and excluded(make(other, one), other, material)
