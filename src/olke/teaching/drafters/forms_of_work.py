"""Forms of independent work: a presentation, a comparison table and an essay on one dossier."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from olke.evidence.models import Claim
from olke.teaching.documents.items import Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import facts
from olke.teaching.drafters.comparison_table import grids
from olke.teaching.drafters.distinct import distinct, sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, Shortfall, numbered
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.titles import quoting
from olke.teaching.drafters.topics import title_of, topics

SLIDES = 5
"""A presentation goes through at most so many topics, two facts on each."""
GROUNDS = 6
"""Facts that an essay may begin from."""
LEAST = 2
"""Of fewer facts nothing can be presented or compared."""


def draft_forms_of_work(material: Material, order: Order) -> Draft:
    """Draft the three forms, always in the order of the poll: its option N stands for item N.

    The table is a blank one where the dossier has numbers for it; otherwise it is described.
    """
    if len(distinct(material)) < LEAST:
        return Draft((), (Shortfall("claims", LEAST, len(distinct(material))),))
    chance = order.chance()
    grid = next(grids(material, chance), None)
    if grid is not None:
        # Where an item has a level, a poll's option would stand for a level.
        grid = grid.model_copy(update={"level": None})
    forms = (
        _presentation(material, chance),
        grid or _table_of_topics(material, chance),
        _essay(material, chance),
    )
    return Draft(numbered(forms), () if grid else (Shortfall("tables", 1, 0),))


def _presentation(material: Material, chance: random.Random) -> Prompt:
    return _of_topics(
        lambda: gettext("A presentation: “%(topic)s”. A slide for each of these:"),
        lambda: gettext(
            "Each slide says one thought, rests it on a number or an event with its source, "
            "and shows a chart or a map where there is one."
        ),
        material,
        chance,
    )


def _table_of_topics(material: Material, chance: random.Random) -> Prompt:
    return _of_topics(
        lambda: gettext("A comparison table: “%(topic)s”. A row for each of these:"),
        lambda: gettext(
            "The columns: what happened, when, in which numbers, from which source. Below the "
            "table, say in three sentences what the comparison shows."
        ),
        material,
        chance,
    )


def _of_topics(
    lead: Callable[[], str],
    rules: Callable[[], str],
    material: Material,
    chance: random.Random,
) -> Prompt:
    """Return a work with a part for each topic: what it is, the topics, and how it is done."""
    chosen = topics(material, SLIDES)[:SLIDES]
    shown = [claim for topic in chosen for claim in facts(topic.claims, 2, chance)]
    text = asking.under(
        quoting(lead, topic=title_of(material)),
        asking.listed([topic.title for topic in chosen]),
        asking.filled(rules),
    )
    return _prompt(text, shown, material)


def _essay(material: Material, chance: random.Random) -> Prompt:
    shown = facts(distinct(material), GROUNDS, chance)
    question = material.dossier.question or quoting(
        lambda: gettext("“%(topic)s”: what changed, why, and what did it mean for people?"),
        topic=title_of(material),
    )
    text = asking.under(
        asking.filled(lambda: gettext("An essay that answers the question:")),
        question,
        asking.filled(
            lambda: gettext(
                "It states an answer, supports it with at least four facts and their sources, "
                "weighs what speaks against it, and concludes."
            )
        ),
    )
    return _prompt(text, shown, material)


def _prompt(text: Text, shown: Sequence[Claim], material: Material) -> Prompt:
    return Prompt(
        id=UNNUMBERED,
        text=text,
        answer=asking.under(
            asking.filled(lambda: gettext("The dossier gives for it:")),
            asking.listed([sentence(claim, material) for claim in shown]),
        ),
        explanation=asking.filled(
            lambda: gettext(
                "Whatever the form, the work is judged by the same: exact facts, their sources, "
                "and a conclusion of one's own."
            )
        ),
        claims=tuple(dict.fromkeys(claim.key for claim in shown)),
    )
