"""A brainstorm: one guiding question for each topic, and the evidence to hold ideas against."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from olke.evidence.models import Claim
from olke.teaching.documents.items import Prompt
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import Draft, Order, Shortfall
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.titles import quoting, with_years, years_of
from olke.teaching.drafters.topics import Topic, topics

REVEALED = 5
"""So many facts are shown for a topic: they check ideas, they do not replace them."""
Ask = Callable[[], str]


def draft_brainstorm(material: Material, order: Order) -> Draft:
    """Draft a guiding question for each of the dossier's largest topics."""
    chance = order.chance()
    found = topics(material, order.wanted)[: order.wanted]
    items = tuple(
        _prompt(topic, place, material, chance) for place, topic in enumerate(found, start=1)
    )
    short = len(items) < order.wanted
    needed = Shortfall("topics", order.wanted, len(items))
    return Draft(items, (needed,) if short else ())


def _prompt(topic: Topic, place: int, material: Material, chance: random.Random) -> Prompt:
    shown = facts(topic.claims, REVEALED, chance)
    heading = with_years(topic.title, years_of(topic.claims))
    questions = _questions()
    question = questions[(place - 1) % len(questions)]
    return Prompt(
        id=f"i{place}",
        text=quoting(question, topic=heading),
        answer=asking.listed([sentence(claim, material) for claim in shown]),
        explanation=asking.filled(
            lambda: gettext(
                "Which of your ideas do these facts bear out, and which do they refute?"
            )
        ),
        claims=tuple(claim.key for claim in shown),
        topic=topic.title,
    )


def facts(claims: Sequence[Claim], most: int, chance: random.Random) -> list[Claim]:
    """Draw facts, of many indicators before several of one; in order of time."""
    waiting = list(claims)
    chance.shuffle(waiting)
    told: dict[int, int] = {}
    lots = []
    for place, claim in enumerate(waiting):
        lots.append((told.get(claim.indicator_id, 0), place))
        told[claim.indicator_id] = told.get(claim.indicator_id, 0) + 1
    drawn = [waiting[place] for _, place in sorted(lots)[:most]]
    return sorted(drawn, key=lambda claim: (str(claim.earliest), claim.key))


def _questions() -> list[Ask]:
    return [
        lambda: gettext("“%(topic)s”: what was it like then, and why? Say whatever comes to mind."),
        lambda: gettext("“%(topic)s”: what may have changed in those years, and what caused it?"),
        lambda: gettext("“%(topic)s”: whom did it touch, and what followed from it?"),
        lambda: gettext("“%(topic)s”: what was hard about it, and how might people have coped?"),
    ]
