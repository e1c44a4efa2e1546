"""Contextualising: a fact beside what happened at the same time."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from django.utils.translation import gettext

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Exhibit, Level, Ordering
from olke.teaching.documents.parts import Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import distinct, sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, Shortfall, numbered, short_of
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.order_of_events import Dated, dated_events
from olke.teaching.drafters.titles import short_title, with_years, years_of
from olke.teaching.drafters.topics import period_name
from olke.teaching.drafters.truth import certain_in_time

FEWEST, MOST = 3, 6
"""Events to order: of two there is no order to speak of."""
BESIDE = 4
"""Events of the time that are shown beside a fact."""
NEAR = timedelta(days=366)
"""What happened up to a year before or after belongs to the time of a fact."""
LONGEST = timedelta(days=1830)
"""A fact that spans more than five years has no time of its own."""


def draft_contextualising(material: Material, order: Order) -> Draft:
    """Draft events to order, then facts with what happened in their time."""
    chance = order.chance()
    found = list(_exhibits(material, chance, order.wanted - 1))
    ordering = _ordering(material, chance)
    items: list[Ordering | Exhibit] = [*([ordering] if ordering else []), *found]
    no_order = () if ordering else (_no_order(material, chance),)
    lacking = short_of("contexts", order.wanted - 1, len(found))
    return Draft(numbered(items), (*no_order, *lacking))


def _exhibits(material: Material, chance: random.Random, most: int) -> Iterator[Exhibit]:
    """Pass on facts of many subjects, numbers before events, each with events of its time."""
    waiting = [c for c in distinct(material) if c.kind != ClaimKind.ROLE and _has_time(c)]
    chance.shuffle(waiting)
    waiting.sort(key=lambda claim: claim.kind != ClaimKind.OBSERVATION)
    shown: set[int] = set()
    count = 0
    for claim in waiting:
        beside = [o for o in _beside(claim, material) if o.pk not in shown]
        if count < most and claim.pk not in shown and len(beside) > 1:
            shown.update(other.pk for other in (claim, *beside[:BESIDE]))
            count += 1
            yield _exhibit(claim, beside[:BESIDE], material)


def _has_time(claim: Claim) -> bool:
    first, last = claim.earliest, claim.latest
    return first is not None and last is not None and last - first <= LONGEST


def _beside(claim: Claim, material: Material) -> list[Claim]:
    """Return events of a fact's time, those of the dossier and the nearest in time first."""
    own = {other.pk for other in material.claims}
    middle = _middle(claim)
    found = [
        other
        for other in _events(material)
        if other.pk != claim.pk
        and other.indicator_id != claim.indicator_id
        and abs(_middle(other) - middle) <= NEAR
    ]
    found.sort(key=lambda o: (o.pk not in own, abs(_middle(o) - middle), o.key))
    titles: dict[str, Claim] = {}
    for other in found:
        titles.setdefault(asking.event(other).kk, other)
    return list(titles.values())


@found_once
def _events(material: Material) -> list[Claim]:
    """Return all dated events of the evidence around a dossier that nobody has put in doubt."""
    return [
        claim
        for claim in material.undoubted
        if claim.kind == ClaimKind.EVENT and certain_in_time(claim) and _has_time(claim)
    ]


def _middle(claim: Claim) -> date:
    first, last = claim.earliest, claim.latest
    if first is None or last is None:
        raise ValueError(f"Claim {claim.key} has no time.")
    return first + (last - first) / 2


def _exhibit(claim: Claim, beside: Sequence[Claim], material: Material) -> Exhibit:
    period = period_name(claim, material)
    years = years_of([claim])
    heading = with_years(period, years) if period else years
    in_order = sorted(beside, key=lambda other: (str(other.earliest), other.key))
    text = asking.under(
        sentence(claim, material),
        asking.filled(lambda: gettext("At the same time:")),
        asking.listed([asking.dated(other, material.units) for other in in_order]),
    )
    return Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(short_title(heading).model_dump()),
        text=text,
        questions=tuple(asking.filled(question) for question in _questions()),
        explanation=asking.filled(
            lambda: gettext(
                "Standing beside one another in time is not yet a cause: a good answer says how "
                "one could have brought about the other, and what document would show it."
            )
        ),
        claims=(claim.key, *(other.key for other in in_order)),
        topic=period,
    )


def _ordering(material: Material, chance: random.Random) -> Ordering | None:
    """Return events to order, among which the facts are to find their place."""
    chosen = _orderable(material, chance)
    if len(chosen) < FEWEST:
        return None
    chosen.sort(key=lambda event: event.first)
    claims = [event.claim for event in chosen]
    return Ordering(
        id=UNNUMBERED,
        text=asking.filled(
            lambda: gettext(
                "Put the events in order, from the earliest to the latest. Which of them are "
                "nearest in time to the evidence you study?"
            )
        ),
        entries=tuple(asking.event(claim) for claim in claims),
        explanation=asking.listed([asking.dated(claim, material.units) for claim in claims]),
        claims=tuple(claim.key for claim in claims),
        level=Level.B,
    )


def _orderable(material: Material, chance: random.Random) -> list[Dated]:
    """Draw events of which each surely comes before the next; the most there are, where few."""
    longest: list[Dated] = []
    # Taking what ends first gives the most: scheduling of intervals.
    for event in sorted(dated_events(material), key=lambda e: (e.last, e.first, e.claim.key)):
        if not longest or longest[-1].before(event):
            longest.append(event)
    return chance.sample(longest, min(MOST, len(longest)))


def _no_order(material: Material, chance: random.Random) -> Shortfall:
    """Say what is missing: dated events, or such as surely came one before another."""
    known = len(dated_events(material))
    if known < FEWEST:
        return Shortfall("events", FEWEST, known)
    return Shortfall("events-apart", FEWEST, len(_orderable(material, chance)))


def _questions() -> list[Callable[[], str]]:
    return [
        lambda: gettext("Which of these events may have borne on the fact, and how?"),
        lambda: gettext("What did people know then, and what could they choose?"),
        lambda: gettext("What of this would we judge otherwise today?"),
    ]
