"""A poster of a group: a question on each topic, and cards of evidence to build on."""

from __future__ import annotations

from collections.abc import Callable
from itertools import cycle

from django.utils.translation import gettext

from olke.teaching.documents.items import Exhibit, Prompt
from olke.teaching.documents.parts import Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import facts
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, numbered, short_of
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.titles import quoting, short_title, with_years, years_of
from olke.teaching.drafters.topics import Topic, topics

ON_A_CARD = 4
"""Facts on a card of evidence; a poster rests on three or more."""
Ask = Callable[[], str]


def draft_poster(material: Material, order: Order) -> Draft:
    """Draft a question for each of the dossier's largest topics, its card of evidence after it."""
    found = topics(material, order.wanted)[: order.wanted]
    asked = zip(found, cycle(_questions()), strict=False)
    items = [item for topic, ask in asked for item in _pair(topic, ask, material, order)]
    return Draft(numbered(items), short_of("topics", order.wanted, len(found)))


def _pair(topic: Topic, question: Ask, material: Material, order: Order) -> tuple[Prompt, Exhibit]:
    shown = facts(topic.claims, ON_A_CARD, order.chance(topic.title.kk))
    keys = tuple(claim.key for claim in shown)
    lines = asking.listed([sentence(claim, material) for claim in shown])
    heading = with_years(topic.title, years_of(shown))
    prompt = Prompt(
        id=UNNUMBERED,
        text=quoting(question, topic=heading),
        answer=asking.filled(
            lambda: gettext(
                "A good poster says its main idea in one sentence, rests it on three facts with "
                "their source, and draws a conclusion that the facts bear."
            )
        ),
        claims=keys,
        topic=topic.title,
    )
    card = Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(short_title(heading).model_dump()),
        text=lines,
        questions=(
            asking.filled(lambda: gettext("Which of these facts answer the question?")),
            asking.filled(lambda: gettext("What is still missing, and where might it be found?")),
        ),
        claims=keys,
        topic=topic.title,
    )
    return prompt, card


def _questions() -> list[Ask]:
    return [
        lambda: gettext("“%(topic)s”: what changed, and what did it mean for people?"),
        lambda: gettext("“%(topic)s”: what was achieved, and at what price?"),
        lambda: gettext("“%(topic)s”: what were the causes, and what were the consequences?"),
    ]
