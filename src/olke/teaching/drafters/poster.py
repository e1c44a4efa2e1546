"""A poster of a group: a question on each topic, and cards of evidence to build on."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext

from olke.teaching.documents.items import Exhibit, Prompt
from olke.teaching.documents.parts import Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.brainstorm import facts
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import Draft, Order, Shortfall
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.titles import quoting, short_title, with_years, years_of
from olke.teaching.drafters.topics import Topic, topics

ON_A_CARD = 4
"""Facts on a card of evidence; a poster rests on three or more."""
Ask = Callable[[], str]


def draft_poster(material: Material, order: Order) -> Draft:
    """Draft a question for each of the dossier's largest topics, its card of evidence after it."""
    found = topics(material, order.wanted)[: order.wanted]
    questions = _questions()
    items: list[Prompt | Exhibit] = []
    for place, topic in enumerate(found):
        items += _pair(topic, questions[place % len(questions)], material, order)
    numbered = tuple(
        item.model_copy(update={"id": f"i{place}"}) for place, item in enumerate(items, start=1)
    )
    short = len(found) < order.wanted
    needed = Shortfall("topics", order.wanted, len(found))
    return Draft(numbered, (needed,) if short else ())


def _pair(topic: Topic, question: Ask, material: Material, order: Order) -> tuple[Prompt, Exhibit]:
    shown = facts(topic.claims, ON_A_CARD, order.chance(topic.title.kk))
    keys = tuple(claim.key for claim in shown)
    lines = asking.listed([sentence(claim, material) for claim in shown])
    heading = with_years(topic.title, years_of(shown))
    prompt = Prompt(
        id="i1",
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
        id="i2",
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
