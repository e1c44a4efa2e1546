"""Questions that a listener could ask at a press conference, with the facts that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, zip_longest

from django.utils.translation import gettext

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import apart
from olke.teaching.drafters.disagreements import Disagreement, disagreements, reasons
from olke.teaching.drafters.distinct import distinct, sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, draft_of
from olke.teaching.drafters.explaining import bearing_on
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.series import Pair, Series, plan_pairs, series
from olke.teaching.drafters.statements import subject_and_what
from olke.teaching.drafters.titles import quoting


def draft_seed_questions(material: Material, order: Order) -> Draft:
    """Draft questions of several sorts in turn, none on a claim that another is on."""
    chance = order.chance()
    sorts = [list(sort) for sort in _sorts(material)]
    for sort in sorts:
        chance.shuffle(sort)
    prompts = (one for one in chain(*zip_longest(*sorts)) if one is not None)
    return draft_of(apart(prompts, lambda one: one.claims), order.wanted, "claims")


def _sorts(material: Material) -> Iterator[Iterator[Prompt]]:
    yield (_of_change(one, material) for one in series(material))
    yield _of_events(material)
    yield (_of_plan(pair, material) for pair in plan_pairs(material))
    yield (_of_doubt(found, material) for found in disagreements(material))
    yield (_of_figure(c, material) for c in distinct(material) if c.kind == ClaimKind.OBSERVATION)


def _prompt(text: Text, answer: Text, told: Sequence[Claim], material: Material) -> Prompt:
    return Prompt(
        id=UNNUMBERED,
        text=text,
        answer=answer,
        explanation=asking.listed([sentence(claim, material) for claim in told]),
        claims=tuple(claim.key for claim in told),
    )


def _of_change(change: Series, material: Material) -> Prompt:
    first, last = change.claims[0], change.claims[-1]
    text = asking.filled(
        lambda: gettext("%(what)s. How did it change from %(first)s to %(last)s?"),
        what=in_three(lambda code: subject_and_what(first, code)),
        first=asking.time(first),
        last=asking.time(last),
    )
    answer = asking.filled(
        lambda: gettext("%(before)s → %(after)s."),
        before=asking.value(first, material.units),
        after=asking.value(last, material.units),
    )
    return _prompt(text, answer, change.claims, material)


def _of_events(material: Material) -> Iterator[Prompt]:
    for claim in distinct(material):
        if claim.kind == ClaimKind.EVENT and (grounds := bearing_on(claim, claim, material)):
            text = quoting(
                lambda: gettext("“%(event)s”: what led to this?"), event=asking.event(claim)
            )
            answer = asking.filled(lambda: gettext("The facts of that time may tell."))
            yield _prompt(text, answer, (claim, *grounds), material)


def _of_plan(pair: Pair, material: Material) -> Prompt:
    text = asking.filled(
        lambda: gettext("%(what)s, %(when)s. Was the plan met?"),
        what=in_three(lambda code: subject_and_what(pair.fact, code)),
        when=asking.when(pair.fact),
    )
    missed = material.figures.above(pair.plan, pair.fact)
    answer = (
        asking.filled(lambda: gettext("The plan was not met."))
        if missed
        else asking.filled(lambda: gettext("The plan was met."))
    )
    return _prompt(text, answer, (pair.plan, pair.fact), material)


def _of_doubt(found: Disagreement, material: Material) -> Prompt:
    first = found.claims[0]
    text = asking.filled(
        lambda: gettext("%(what)s, %(when)s. Why do the records differ?"),
        what=in_three(lambda code: subject_and_what(first, code)),
        when=asking.when(first),
    )
    return _prompt(text, asking.listed(reasons(found, material)), found.claims, material)


def _of_figure(claim: Claim, material: Material) -> Prompt:
    answer = asking.value(claim, material.units)
    return _prompt(asking.how_much(claim), answer, (claim,), material)
