"""Forms of independent work: a presentation, a comparison table and an essay on one dossier."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

from django.utils.translation import gettext

from olke.evidence.models import Claim
from olke.teaching.documents.items import Grid, Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import facts
from olke.teaching.drafters.comparison_table import grids
from olke.teaching.drafters.disagreements import disagreements
from olke.teaching.drafters.distinct import distinct, sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, Shortfall, numbered
from olke.teaching.drafters.explaining import criteria
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.series import series
from olke.teaching.drafters.statements import subject_and_what
from olke.teaching.drafters.titles import quoting, with_years, years_of
from olke.teaching.drafters.topics import Topic, title_of, topics

SLIDES = 5
"""A presentation goes through at most so many topics, two facts on each."""
GROUNDS = 6
"""Facts that an essay may begin from."""
LEAST = 2
"""Of fewer facts nothing can be presented or compared."""
CELLS = 8
"""A table of fewer cells is a task for a lesson, not for a week at home."""
DRAWN = 3
"""A chart is asked for where a number is told of so many times."""
Ask = Callable[[], str]


def draft_forms_of_work(material: Material, order: Order) -> Draft:
    """Draft the three forms, always in the order of the poll: its option N stands for item N.

    The table is a blank one where the dossier has numbers for it; otherwise it is described.
    """
    if len(distinct(material)) < LEAST:
        return Draft((), (Shortfall("claims", LEAST, len(distinct(material))),))
    chance = order.chance()
    table = next((grid for grid in grids(material, chance) if _is_long(grid)), None)
    forms = (
        _presentation(material, chance),
        _blank_table(table) if table else _table_of_topics(material, chance),
        _essay(material, chance),
    )
    return Draft(numbered(forms), () if table else (Shortfall("tables", 1, 0),))


def _is_long(grid: Grid) -> bool:
    return len(grid.rows) * len(grid.columns) >= CELLS


def _presentation(material: Material, chance: random.Random) -> Prompt:
    chosen = topics(material, SLIDES)[:SLIDES]
    shown = _of_each(chosen, chance)
    parts = [
        quoting(
            lambda: gettext(
                "A presentation: “%(topic)s”. The first slide puts the question, the last one "
                "answers it; between them a slide for each of these:"
            ),
            topic=title_of(material),
        ),
        asking.listed([_named(topic) for topic in chosen]),
        *_chart(material),
    ]
    return _prompt(asking.under(*parts), shown, _of_presentation(), material)


def _named(topic: Topic) -> Text:
    return with_years(topic.title, years_of(topic.claims))


def _chart(material: Material) -> tuple[Text, ...]:
    """Ask for a chart of the longest series that the dossier has."""
    change = next((one for one in series(material) if len(one.claims) >= DRAWN), None)
    if change is None:
        return ()
    what = in_three(lambda code: subject_and_what(change.claims[0], code))
    ask = quoting(
        lambda: gettext("Show as a chart: “%(what)s”. Say what the line does not show."),
        what=with_years(what, years_of(change.claims)),
    )
    return (ask,)


def _blank_table(grid: Grid) -> Grid:
    task = asking.filled(
        lambda: gettext(
            "Under the table, say in five sentences what grew, what shrank, what may explain it, "
            "and what the table leaves out."
        )
    )
    # Where an item has a level, a poll's option would stand for a level.
    return grid.model_copy(
        update={
            "level": None,
            "text": asking.under(grid.text, task),
            "explanation": asking.under(grid.explanation, criteria(_said(_of_table()))),
        }
    )


def _table_of_topics(material: Material, chance: random.Random) -> Prompt:
    chosen = topics(material, SLIDES)[:SLIDES]
    parts = (
        quoting(
            lambda: gettext("A comparison table: “%(topic)s”. A row for each of these:"),
            topic=title_of(material),
        ),
        asking.listed([_named(topic) for topic in chosen]),
        asking.filled(
            lambda: gettext(
                "The columns: what happened, when, in which numbers, from which source. Under the "
                "table, say in five sentences what the comparison shows and what it leaves out."
            )
        ),
    )
    return _prompt(asking.under(*parts), _of_each(chosen, chance), _of_table(), material)


def _of_each(chosen: Sequence[Topic], chance: random.Random) -> list[Claim]:
    """Return two facts of each topic."""
    return [claim for topic in chosen for claim in facts(topic.claims, 2, chance)]


def _essay(material: Material, chance: random.Random) -> Prompt:
    shown = facts(distinct(material), GROUNDS, chance)
    question = material.dossier.question or quoting(
        lambda: gettext("“%(topic)s”: what changed, why, and what did it mean for people?"),
        topic=title_of(material),
    )
    parts: tuple[Text, ...] = (
        asking.filled(lambda: gettext("An essay of two pages that answers the question:")),
        question,
        asking.filled(
            lambda: gettext(
                "It begins with the answer, supports it with at least four facts and their "
                "sources, weighs what speaks against it, and concludes."
            )
        ),
    )
    doubt = next((one.claims for one in disagreements(material) if len(one.claims) == 2), ())
    if doubt:
        parts = (*parts, _of_doubt(*doubt, material))
    return _prompt(asking.under(*parts), (*shown, *doubt), _of_essay(), material)


def _of_doubt(one: Claim, other: Claim, material: Material) -> Text:
    """Ask to take a stand where the dossier has a disagreement."""
    return asking.filled(
        lambda: gettext(
            "Sources differ here: %(what)s — %(one)s or %(other)s. Say which figure you rely on, "
            "and why."
        ),
        what=in_three(lambda code: subject_and_what(one, code)),
        one=asking.number(one, material.units),
        other=asking.number(other, material.units),
    )


def _prompt(text: Text, shown: Sequence[Claim], asked: Sequence[Ask], material: Material) -> Prompt:
    return Prompt(
        id=UNNUMBERED,
        text=text,
        answer=asking.under(
            asking.filled(lambda: gettext("The dossier gives for it:")),
            asking.listed([sentence(claim, material) for claim in shown]),
        ),
        explanation=criteria(_said(asked)),
        claims=tuple(dict.fromkeys(claim.key for claim in shown)),
    )


def _said(asked: Sequence[Ask]) -> list[Text]:
    return [asking.filled(ask) for ask in (*asked, _sources)]


def _sources() -> str:
    return gettext("names the source of every number and every event")


def _of_presentation() -> list[Ask]:
    return [
        lambda: gettext("says one thought on each slide and rests it on a number or an event"),
        lambda: gettext("shows a chart or a map and says what is to be seen in it"),
        lambda: gettext("ends with a conclusion of its own that answers the question"),
    ]


def _of_table() -> list[Ask]:
    return [
        lambda: gettext("fills in everything that the evidence tells, and marks what it does not"),
        lambda: gettext("compares: says what grew, what shrank and by how much"),
        lambda: gettext("draws conclusions of its own from the comparison"),
    ]


def _of_essay() -> list[Ask]:
    return [
        lambda: gettext("states its answer at the beginning and keeps to it"),
        lambda: gettext("rests on at least four facts, told exactly"),
        lambda: gettext("weighs a fact that speaks against it, and answers that fact"),
    ]
