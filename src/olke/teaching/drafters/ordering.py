"""Events to bring into order."""

from __future__ import annotations

import random

from django.utils.translation import gettext

from olke.teaching.documents.items import Level, Ordering
from olke.teaching.documents.parts import NO_TEXT
from olke.teaching.drafters import asking
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, Shortfall, numbered
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.order_of_events import Dated, named_events

FEWEST, MOST = 4, 6


def draft_ordering(material: Material, order: Order) -> Draft:
    """Draft sets of four to six events of different years, no event in two of them."""
    chance = order.chance()
    events = named_events(material)
    waiting = list(events)
    chance.shuffle(waiting)
    items: list[Ordering] = []
    while len(items) < order.wanted:
        chosen = _in_order(waiting, chance)
        if len(chosen) < FEWEST:
            break
        waiting = [event for event in waiting if event not in chosen]
        items.append(_item(chosen, material))
    short = len(items) < order.wanted
    lacking = (_shortfall(order.wanted * FEWEST, events, items),) if short else ()
    return Draft(numbered(items), lacking)


def _shortfall(needed: int, events: list[Dated], items: list[Ordering]) -> Shortfall:
    """Say what is missing: events, or events that lie apart in time."""
    if len(events) < needed:
        return Shortfall("events", needed, len(events))
    return Shortfall("events-apart", needed, sum(len(item.entries) for item in items))


def _in_order(waiting: list[Dated], chance: random.Random) -> list[Dated]:
    """Choose events by chance, or, where that gives too few, as many as there can be."""
    most = chance.randint(FEWEST, MOST)
    chosen = _apart(waiting)[:most]
    if len(chosen) < FEWEST:
        # Ended first, chosen first: the largest set of times that lie apart.
        chosen = _apart(sorted(waiting, key=lambda event: event.last))[:most]
    return sorted(chosen, key=lambda event: event.first)


def _apart(events: list[Dated]) -> list[Dated]:
    chosen: list[Dated] = []
    for event in events:
        if all(event.before(o) or o.before(event) for o in chosen):
            chosen.append(event)
    return chosen


def _item(chosen: list[Dated], material: Material) -> Ordering:
    claims = [event.claim for event in chosen]
    return Ordering(
        id=UNNUMBERED,
        text=asking.filled(
            lambda: gettext("Put the events in order, from the earliest to the latest."),
            nothing=NO_TEXT,
        ),
        entries=tuple(asking.event(claim) for claim in claims),
        explanation=asking.listed([asking.dated(claim, material.units) for claim in claims]),
        claims=tuple(claim.key for claim in claims),
        level=Level.B,
    )
