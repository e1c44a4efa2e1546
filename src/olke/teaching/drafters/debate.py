"""A debate: the facts for and against, as many on either side."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from olke.teaching.documents.items import Exhibit
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import spread
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, Shortfall, numbered, short_of
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.sides import Point, Side, of_one_matter, points
from olke.teaching.drafters.titles import quoting
from olke.teaching.drafters.topics import title_of

FEWEST, MOST = 2, 6
"""Points of a side: one makes no case, more than six fit no poster."""
SIDES: tuple[Side, Side] = ("for", "against")


def draft_debate(material: Material, order: Order) -> Draft:
    """Draft two exhibits of equal weight, one a side; none where a side has too little to say."""
    weighed = of_one_matter(points(material))
    if points(material) and not weighed:
        return Draft((), (Shortfall("gain-and-harm", 1, 0),))
    found = {side: [one for one in weighed if one.side == side] for side in SIDES}
    lacking = [
        each for side in SIDES for each in short_of(f"points-{side}", FEWEST, len(found[side]))
    ]
    if lacking:
        return Draft((), tuple(lacking))
    count = min(MOST, *(len(side) for side in found.values()))
    chosen = {side: _chosen(found[side], count, order.chance(side)) for side in SIDES}
    return Draft(numbered(_exhibit(side, chosen[side], material) for side in SIDES))


def _chosen(side: Sequence[Point], count: int, chance: random.Random) -> list[Point]:
    """Choose the weightier points, of many indicators before several of one; in order of time."""
    waiting = list(side)
    chance.shuffle(waiting)
    waiting.sort(key=lambda point: -point.weight)
    chosen = spread(waiting, lambda point: point.claims[0].indicator_id)[:count]
    return sorted(chosen, key=lambda point: (str(point.claims[0].earliest), point.keys))


def _exhibit(side: Side, chosen: Sequence[Point], material: Material) -> Exhibit:
    lines = [
        asking.joined([sentence(claim, material) for claim in point.claims]) for point in chosen
    ]
    return Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(_title(side).model_dump()),
        text=asking.under(_proposition(material), asking.listed(lines)),
        stand=side,
        questions=tuple(asking.filled(message) for message in _questions()),
        explanation=asking.filled(
            lambda: gettext(
                "For are plans met, growth, openings and awards; against are shortfalls, decline, "
                "losses, illness and harm. A fact does not choose its side: ask what each of them "
                "cost, and whom it served."
            )
        ),
        claims=tuple(key for point in chosen for key in point.keys),
    )


def _title(side: Side) -> Text:
    if side == "for":
        return asking.filled(lambda: gettext("We are for it"))
    return asking.filled(lambda: gettext("We are against it"))


def _proposition(material: Material) -> Text:
    return quoting(
        lambda: gettext("The topic: “%(topic)s”. The proposition: it brought more gain than harm."),
        topic=title_of(material),
    )


def _questions() -> list[Callable[[], str]]:
    return [
        lambda: gettext("Which two of these facts are your strongest, and why?"),
        lambda: gettext("What caused them, and what followed from them?"),
        lambda: gettext("What will the other side answer, and what do you say to that?"),
    ]
