"""Questions that a curious listener asks at a press conference, with the facts that answer them.

Of a works: what it did, and what became of it. Of a change: why. Of an event: why then, and what
came of it. Of a plan: whether it was met. Of sources that differ: which to trust. Of a number:
whether it is much. And last: how all of it is known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from django.utils.translation import gettext

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import apart, facts, spread
from olke.teaching.drafters.comparisons import comparisons
from olke.teaching.drafters.disagreements import Disagreement, disagreements, reasons
from olke.teaching.drafters.distinct import distinct, sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.explaining import bearing_on, grounds_for, outcome, verdict
from olke.teaching.drafters.lives import Life, aftermath, lives
from olke.teaching.drafters.material import Material, found_once, in_three
from olke.teaching.drafters.origins import documents, known_of, origins
from olke.teaching.drafters.pairing import is_ordinal
from olke.teaching.drafters.series import Pair, Series, plan_pairs, series
from olke.teaching.drafters.statements import subject_and_what
from olke.teaching.drafters.titles import quoting

MOST_OF_SORT = 100
"""Questions of one sort that are worded to choose from: 120 claims that all differ make 7,140."""
TOLD = 5
"""An answer gives at most so many facts of a life."""
SOURCES = 2
"""Where fewer documents are known by more than a number, nobody is asked for them."""


def draft_seed_questions(material: Material, order: Order) -> Draft:
    """Draft questions of several sorts in turn, none on a claim that another is on."""
    chance = order.chance()
    prompts: list[tuple[int, Prompt]] = []
    for place, sort in enumerate(_sorts(material, order)):
        of_sort = list(islice(sort, MOST_OF_SORT))
        chance.shuffle(of_sort)
        prompts += [(place, prompt) for prompt in of_sort]
    mixed = (prompt for _, prompt in spread(prompts, lambda lot: lot[0]))
    asked = list(islice(apart(mixed, lambda one: one.claims), order.wanted))
    last = _of_sources(material, asked[:-1])
    if last and len(asked) == order.wanted > 1:
        asked[-1] = last
    return draft_of(asked, order.wanted, "claims")


def _sorts(material: Material, order: Order) -> Iterator[Iterator[Prompt]]:
    yield (_of_life(life, material, order) for life in lives(material))
    yield (_of_change(one, material) for one in series(material))
    yield _of_events(material)
    yield (_of_doubt(found, material) for found in disagreements(material))
    yield (_of_plan(pair, material) for pair in plan_pairs(material))
    yield _of_figures(material)


def _prompt(
    text: Text, answer: Text, told: Sequence[Claim], material: Material, note: Text | None = None
) -> Prompt:
    """Return a question; the facts explain its answer, unless they are the answer."""
    return Prompt(
        id=UNNUMBERED,
        text=text,
        answer=answer,
        explanation=note or asking.listed([sentence(claim, material) for claim in told]),
        claims=tuple(dict.fromkeys(claim.key for claim in told)),
    )


def _of_life(life: Life, material: Material, order: Order) -> Prompt:
    told = facts(life.claims, TOLD, order.chance(life.subject.key))
    text = asking.filled(_asked_of_life(life), subject=asking.name(told[0]))
    answer = asking.listed([asking.dated(claim, material.units) for claim in told])
    known_from = asking.filled(lambda: gettext("It is known from:"))
    return _prompt(text, answer, told, material, asking.under(known_from, documents(told)))


def _asked_of_life(life: Life) -> Callable[[], str]:
    if life.of_person:
        return lambda: gettext("%(subject)s: who was it, and what is the name remembered for?")
    if life.of_people:
        return lambda: gettext(
            "%(subject)s: how did they live and work in those years, and what changed?"
        )
    return lambda: gettext(
        "%(subject)s: what was done there in those years, and what became of it?"
    )


def _of_change(change: Series, material: Material) -> Prompt:
    first, last = change.claims[0], change.claims[-1]
    grounds = bearing_on(first, last, material)
    text = asking.how_it_changed(first, last)
    answer = asking.under(
        verdict(first, last, material, rises=material.figures.above(last, first)),
        *grounds_for(grounds, material),
    )
    told = (*change.claims, *grounds)
    note = asking.listed([sentence(claim, material) for claim in change.claims])
    return _prompt(text, answer, told, material, note)


def _of_events(material: Material) -> Iterator[Prompt]:
    for claim in distinct(material):
        if claim.kind != ClaimKind.EVENT:
            continue
        before, after = bearing_on(claim, claim, material), aftermath(claim, material)
        if before or after:
            yield _of_event(claim, before, after, material)


def _of_event(
    claim: Claim, before: Sequence[Claim], after: Sequence[Claim], material: Material
) -> Prompt:
    parts: list[Text] = []
    for lead, told in ((_before(), before), (_after(), after)):
        if told:
            lines = asking.listed([asking.dated(other, material.units) for other in told])
            parts += [lead, lines]
    ask = _asked_of_event(before=bool(before), after=bool(after))
    note = asking.joined(
        [
            sentence(claim, material),
            asking.filled(
                lambda: gettext(
                    "That one came before the other does not prove that it was the cause: say "
                    "what document would show it."
                )
            ),
        ]
    )
    text = quoting(ask, event=asking.event(claim))
    return _prompt(text, asking.under(*parts), (claim, *before, *after), material, note)


def _asked_of_event(*, before: bool, after: bool) -> Callable[[], str]:
    if before and after:
        return lambda: gettext("“%(event)s”: why just then, and what came of it?")
    if before:
        return lambda: gettext("“%(event)s”: what led to this?")
    return lambda: gettext("“%(event)s”: what came of it?")


def _before() -> Text:
    return asking.filled(lambda: gettext("Before it, or at the same time:"))


def _after() -> Text:
    return asking.filled(lambda: gettext("After it:"))


def _of_plan(pair: Pair, material: Material) -> Prompt:
    grounds = bearing_on(pair.fact, pair.fact, material)
    text = asking.filled(
        lambda: gettext("%(what)s, %(when)s — was the plan met, and what decided it?"),
        what=in_three(lambda code: subject_and_what(pair.fact, code)),
        when=asking.when(pair.fact),
    )
    answer = asking.under(outcome(pair, material), *grounds_for(grounds, material))
    note = asking.listed([sentence(claim, material) for claim in (pair.plan, pair.fact)])
    return _prompt(text, answer, (pair.plan, pair.fact, *grounds), material, note)


def _of_doubt(found: Disagreement, material: Material) -> Prompt:
    first, second = found.claims[0], found.claims[1]
    what = in_three(lambda code: subject_and_what(first, code))
    when = asking.when(first)
    if len(found.claims) > 2:
        text = asking.filled(
            lambda: gettext(
                "%(what)s, %(when)s — why do the plan, the result and the percent not fit together?"
            ),
            what=what,
            when=when,
        )
    else:
        text = asking.filled(
            lambda: gettext(
                "%(what)s, %(when)s — %(one)s or %(other)s? Why do the sources differ, and "
                "which is to be trusted?"
            ),
            what=what,
            when=when,
            one=asking.number(first, material.units),
            other=asking.number(second, material.units),
        )
    return _prompt(text, asking.listed(reasons(found, material)), found.claims, material)


def _of_figures(material: Material) -> Iterator[Prompt]:
    for claim in distinct(material):
        if claim.kind == ClaimKind.OBSERVATION and not is_ordinal(claim, material):
            yield _of_figure(claim, _yardsticks(material).get(claim.key), material)


def _of_figure(claim: Claim, beside: Claim | None, material: Material) -> Prompt:
    """Ask for a number; where there is one to hold beside it, also whether that is much."""
    question, answer = asking.how_much(claim, material.units), asking.number(claim, material.units)
    if beside is None:
        return _prompt(question, answer, (claim,), material)
    text = asking.filled(lambda: gettext("%(question)s Is that much or little?"), question=question)
    held = asking.filled(
        lambda: gettext("%(value)s. Hold beside it: %(other)s"),
        value=answer,
        other=sentence(beside, material),
    )
    return _prompt(text, held, (claim, beside), material)


@found_once
def _yardsticks(material: Material) -> dict[str, Claim]:
    """Return for a number another of the same thing; none for the dead and the sick."""
    found: dict[str, Claim] = {}
    for pair in comparisons(material):
        if not pair.less.indicator.grave:
            found.setdefault(pair.less.key, pair.more)
            found.setdefault(pair.more.key, pair.less)
    return found


def _of_sources(material: Material, asked: Sequence[Prompt]) -> Prompt | None:
    """Ask how it is known: a fact of each document, none that another question is on."""
    used = {key for prompt in asked for key in prompt.claims}
    free = [
        next((claim for claim in origin.claims if claim.key not in used), None)
        for origin in origins(material)
        if known_of(origin.source)
    ]
    told = [claim for claim in free if claim is not None][:TOLD]
    if len(told) < SOURCES:
        return None
    text = asking.filled(
        lambda: gettext("How is all this known: which documents tell it, and who keeps them?")
    )
    note = asking.filled(
        lambda: gettext(
            "What is quoted in another's work stands in the document itself: a historian looks "
            "it up there."
        )
    )
    return _prompt(text, documents(told), told, material, note)
