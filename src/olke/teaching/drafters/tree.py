"""The apples of a knowledge tree: what a learner can do after the lesson."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext

from olke.teaching.documents.items import Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.disagreements import disagreements
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.order_of_events import dated_events
from olke.teaching.drafters.series import Series, plan_pairs, series
from olke.teaching.drafters.statements import subject_and_what
from olke.teaching.drafters.titles import quoting
from olke.teaching.drafters.topics import title_of, topics

FEWEST, MOST = 3, 5
"""Apples on a tree: fewer say little, more are not read."""
EVENTS = 3
"""Of fewer there is no order to speak of."""
Line = tuple[Text, tuple[str, ...]]


def draft_tree(material: Material, order: Order) -> Draft:
    """Draft three to five statements that begin with “I can”, each on something else."""
    wanted = min(max(order.wanted, FEWEST), MOST)
    lines = list(_of_skills(material))[: wanted - 2]
    lines = [*_of_topics(material, wanted - len(lines)), *lines]
    apples = (
        Prompt(id=UNNUMBERED, text=text, explanation=_evidence(keys, material), claims=keys)
        for text, keys in lines
    )
    return draft_of(apples, wanted, "topics")


def _evidence(keys: Sequence[str], material: Material) -> Text:
    """Return the facts by which a learner can check it."""
    claims = {claim.key: claim for claim in (*material.around, *material.claims)}
    lead = asking.filled(lambda: gettext("Check it by these facts:"))
    lines = asking.listed([sentence(claims[key], material) for key in keys if key in claims])
    return asking.under(lead, lines)


def _of_topics(material: Material, wanted: int) -> Iterator[Line]:
    for topic in topics(material, wanted)[:wanted]:
        yield (
            quoting(
                lambda: gettext("I can tell the main facts of the topic “%(topic)s”."),
                topic=topic.title,
            ),
            tuple(claim.key for claim in topic.claims[:MOST]),
        )


def _thing(change: Series) -> Text:
    return in_three(lambda code: subject_and_what(change.claims[0], code))


def _of_skills(material: Material) -> Iterator[Line]:
    """Pass on what the dossier teaches to do: explain, judge, order, compare."""
    for change in series(material)[:1]:
        what = _thing(change)
        yield (
            quoting(lambda: gettext("I can explain how this changed: “%(what)s”."), what=what),
            change.keys,
        )
    for found in disagreements(material)[:1]:
        text = asking.filled(
            lambda: gettext("I can say why two records differ and how to check them.")
        )
        yield text, found.keys
    events = dated_events(material)
    if len(events) >= EVENTS:
        title = title_of(material)
        text = quoting(
            lambda: gettext("I can put the events of the topic “%(topic)s” in order."), topic=title
        )
        yield text, tuple(event.claim.key for event in events[:MOST])
    for pair in plan_pairs(material)[:1]:
        text = asking.filled(lambda: gettext("I can compare a plan with its result."))
        yield text, pair.keys
