"""Sourcing: documents of the dossier, what their references tell, and what they say."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext

from olke.teaching.documents.items import Exhibit
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import facts, spread
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.origins import (
    Origin,
    at_second_hand,
    distance,
    interest,
    known_of,
    origins,
    taken_apart,
)

SHOWN = 4
"""Facts that are uncovered of a document."""
FEWEST = 2
"""One fact gives little to judge a document by."""
FIRST = 3
"""Documents are drawn from so many times as are wanted, those of which most is known."""


def draft_sourcing(material: Material, order: Order) -> Draft:
    """Draft an exhibit for each of several documents; its heading says nothing of its content."""
    chance = order.chance()
    drawn = _worth_asking(material, order.wanted)[: order.wanted * FIRST]
    chance.shuffle(drawn)
    # Of different groups before several of one: comparing them is the point.
    mixed = spread(drawn, lambda origin: origin.source.group)
    exhibits = (
        _exhibit(origin, place, material, order) for place, origin in enumerate(mixed, start=1)
    )
    return draft_of(exhibits, order.wanted, "sources")


def _worth_asking(material: Material, wanted: int) -> list[Origin]:
    """Return the documents of which more than a number is known, and the others where too few.

    Those with a single fact come after the rest.
    """
    found = sorted(origins(material), key=lambda one: len(one.claims) < FEWEST)
    known = [origin for origin in found if known_of(origin.source) or origin.source.group]
    return known if len(known) >= wanted else [*known, *(o for o in found if o not in known)]


def _exhibit(origin: Origin, place: int, material: Material, order: Order) -> Exhibit:
    shown = facts(origin.claims, SHOWN, order.chance(origin.source.key))
    number = Text(kk=str(place), ru=str(place), en=str(place))
    title = asking.filled(lambda: gettext("Document %(number)s"), number=number)
    parts = asking.under(
        asking.filled(lambda: gettext("What the reference tells:")),
        asking.listed(taken_apart(origin, shown)),
    )
    notes = (distance(origin), at_second_hand(origin), interest(origin.source.group))
    further = [text for text in notes if text]
    return Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(title.model_dump()),
        text=asking.listed([sentence(claim, material) for claim in shown]),
        questions=tuple(asking.filled(question) for question in _questions()),
        explanation=asking.under(parts, *further),
        claims=tuple(claim.key for claim in shown),
        sources=(origin.source.key,),
    )


def _questions() -> list[Callable[[], str]]:
    return [
        lambda: gettext("Who made this document, and in which office?"),
        lambda: gettext("When was it made: at the time of the facts, or later?"),
        lambda: gettext("For whom and what for was it made? What would its author want to show?"),
        lambda: gettext("For which of these facts would you trust it, and what would you check?"),
    ]
