"""The points board: topics by difficulty, a question hidden in each cell.

The cheapest cells ask to name, then for a number, then to compare, and the dearest to explain.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from olke.evidence.models import Claim
from olke.teaching.documents.items import Prompt
from olke.teaching.drafters import explaining
from olke.teaching.drafters.comparisons import Comparison, comparisons
from olke.teaching.drafters.draft import Draft, Order, numbered, short_of
from olke.teaching.drafters.material import Material, found_once, without_grave
from olke.teaching.drafters.naming import name_it, number_it
from olke.teaching.drafters.order_of_events import dated_events
from olke.teaching.drafters.series import series
from olke.teaching.drafters.topics import Topic, ways_to_divide
from olke.teaching.methods.library import UnknownMethodError, method_of

POINTS = (10, 20, 30, 40)
"""Of a method that does not say."""
Way = Callable[[Claim, Material, frozenset[str]], Prompt | None]


def draft_board(material: Material, order: Order) -> Draft:
    """Draft a board of as many topics as fill ``order.wanted`` cells, each cell on other claims."""
    material = without_grave(material)
    points = points_of(order.method)
    wide = max(1, -(-order.wanted // len(points)))
    columns: list[list[Prompt]] = []
    for division in ways_to_divide(material):
        found = _columns(division, wide, points, material, order.chance())
        if len(found) > len(columns):
            columns = found
    cells = [cell for column in columns for cell in column]
    return Draft(numbered(cells), short_of("claims", order.wanted, len(cells)))


def points_of(method: str) -> tuple[int, ...]:
    """Return the points of a method's board."""
    try:
        steps = method_of(method).steps
    except UnknownMethodError:
        return POINTS
    said = (step.settings["points"] for step in steps if "points" in step.settings)
    points = next((found for found in said if isinstance(found, list | tuple)), POINTS)
    return tuple(sorted(int(point) for point in points))


def _columns(
    division: Sequence[Topic],
    wide: int,
    points: Sequence[int],
    material: Material,
    chance: random.Random,
) -> list[list[Prompt]]:
    """Return up to so many full columns, the largest topics first."""
    columns: list[list[Prompt]] = []
    used: set[str] = set()
    for topic in sorted(division, key=lambda topic: -len(topic.claims)):
        if len(columns) == wide:
            break
        trial = set(used)
        cells = list(_column(topic, points, material, chance, trial))
        if len(cells) == len(points):
            used = trial
            columns.append(cells)
    return columns


def _column(
    topic: Topic,
    points: Sequence[int],
    material: Material,
    chance: random.Random,
    used: set[str],
) -> Iterator[Prompt]:
    """Pass on a topic's cells, the cheapest first; ``used`` are claims of cells made before."""
    claims = list(topic.claims)
    chance.shuffle(claims)
    inside = frozenset(claim.key for claim in claims)
    made: dict[int, Prompt] = {}
    # The dearest first: there is the least to choose from.
    for place in reversed(range(len(points))):
        cell = _cell(_ways(place, len(points)), claims, material, inside, used)
        if cell is not None:
            used.update(cell.claims[:2] if len(cell.claims) > 1 else cell.claims)
            made[place] = cell
    for place in sorted(made):
        update = {"topic": topic.title, "points": points[place]}
        yield made[place].model_copy(update=update)


def _ways(place: int, rows: int) -> list[Way]:
    """Return the ways of asking for a row: its own, then easier ones, then harder ones."""
    own = round(place * (len(WAYS) - 1) / max(1, rows - 1))
    return [*reversed(WAYS[: own + 1]), *WAYS[own + 1 :]]


def _cell(
    ways: Sequence[Way],
    claims: Sequence[Claim],
    material: Material,
    inside: frozenset[str],
    used: set[str],
) -> Prompt | None:
    for way in ways:
        for claim in claims:
            if claim.key in used:
                continue
            cell = way(claim, material, inside - used)
            if cell is not None and not used.intersection(cell.claims[:2]):
                return cell
    return None


def _name(claim: Claim, material: Material, _: frozenset[str]) -> Prompt | None:
    return name_it(claim, material)


def _number(claim: Claim, material: Material, _: frozenset[str]) -> Prompt | None:
    return number_it(claim, material)


def _compare(claim: Claim, material: Material, free: frozenset[str]) -> Prompt | None:
    found = _comparisons_of(material).get(claim.key, ())
    pair = next((one for one in found if free.issuperset(one.claims)), None)
    return explaining.side_by_side(pair, material) if pair else None


def _explain(claim: Claim, material: Material, free: frozenset[str]) -> Prompt | None:
    changes = (one for one in series(material) if claim.key in one.keys)
    change = next((one for one in changes if free.issuperset(one.keys)), None)
    if change:
        return explaining.change(change, material)
    dated = {event.claim.key for event in dated_events(material)}
    return explaining.reason(claim, material) if claim.key in dated else None


WAYS: list[Way] = [_name, _number, _compare, _explain]


@found_once
def _comparisons_of(material: Material) -> dict[str, list[Comparison]]:
    found = list(comparisons(material))
    events = sorted(dated_events(material), key=lambda event: (event.first, event.claim.key))
    for place, one in enumerate(events):
        later = (o for o in events[place + 1 :] if one.before(o))
        found += [Comparison(one.claim, o.claim) for o in later]
    by_claim: dict[str, list[Comparison]] = {}
    for comparison in found:
        for key in comparison.claims:
            by_claim.setdefault(key, []).append(comparison)
    return by_claim
