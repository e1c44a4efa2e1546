"""A brainstorm: one guiding question for each topic, and the evidence to hold ideas against."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import cycle

from django.utils.translation import gettext

from olke.teaching.documents.items import Prompt
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import facts
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.titles import quoting, with_years, years_of
from olke.teaching.drafters.topics import Topic, topics

REVEALED = 5
"""So many facts are shown for a topic: they check ideas, they do not replace them."""
Ask = Callable[[], str]


def draft_brainstorm(material: Material, order: Order) -> Draft:
    """Draft a guiding question for each of the dossier's largest topics."""
    chance = order.chance()
    found = zip(topics(material, order.wanted), cycle(_questions()), strict=False)
    prompts = (_prompt(topic, question, material, chance) for topic, question in found)
    return draft_of(prompts, order.wanted, "topics")


def _prompt(topic: Topic, question: Ask, material: Material, chance: random.Random) -> Prompt:
    shown = facts(topic.claims, REVEALED, chance)
    heading = with_years(topic.title, years_of(topic.claims))
    return Prompt(
        id=UNNUMBERED,
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


def _questions() -> list[Ask]:
    return [
        lambda: gettext("“%(topic)s”: what was it like then, and why? Say whatever comes to mind."),
        lambda: gettext("“%(topic)s”: what may have changed in those years, and what caused it?"),
        lambda: gettext("“%(topic)s”: whom did it touch, and what followed from it?"),
        lambda: gettext("“%(topic)s”: what was hard about it, and how might people have coped?"),
    ]
