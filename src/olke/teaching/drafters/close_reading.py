"""Close reading: a short passage of facts, what exactly each number says, and what is not said."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from django.utils.translation import gettext

from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.teaching.documents.items import Exhibit, Prompt
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, numbered, short_of
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.origins import Origin, origins
from olke.teaching.drafters.titles import quoting

FULL = 100
"""Percent of a plan that is met."""
LARGE, EXACT = 1000, 4
"""A number of a thousand and more is round with one significant digit; with four it is exact."""
PASSAGE = 5
"""A passage is short: at most so many sentences."""
Ask = Callable[[], str]
_ASPECTS: dict[str, Ask] = {
    Aspect.PLANNED: lambda: gettext("a plan, which does not tell whether it was carried out"),
    Aspect.NORM: lambda: gettext("a norm, what was required and not what was done"),
    Aspect.ESTIMATE: lambda: gettext("an estimate, which nobody counted"),
}
_MEASURES: dict[str, Ask] = {
    Measure.PERCENT_OF_PLAN: lambda: gettext("a percent of the plan, not a quantity"),
    Measure.SHARE: lambda: gettext("a share: ask how large the whole is"),
    Measure.CHANGE_PERCENT: lambda: gettext("a change: ask from which number"),
    Measure.CHANGE_TIMES: lambda: gettext("a change: ask from which number"),
}
_BOUNDS: dict[str, Ask] = {
    "at-least": lambda: gettext("at least so much: it may be more"),
    "more-than": lambda: gettext("more than so much: how much more is not told"),
    "at-most": lambda: gettext("at most so much: it may be less"),
    "less-than": lambda: gettext("less than so much: how much less is not told"),
}


def draft_close_reading(material: Material, order: Order) -> Draft:
    """Draft as many passages as are wanted, one from a document, each with what to discuss.

    Documents with the most to notice come first: limits, plans, percents, what is not dated.
    """
    chance = order.chance()
    found = origins(material)[:]
    chance.shuffle(found)
    found.sort(key=lambda origin: -sum(sorted(map(_telling, origin.claims))[-PASSAGE:]))
    items: list[Exhibit | Prompt] = []
    for place, origin in enumerate(found[: order.wanted], start=1):
        items += _passage(origin, place, material, chance)
    return Draft(numbered(items), short_of("sources", order.wanted, len(found)))


def _telling(claim: Claim) -> int:
    """Count what there is to notice in a claim's wording."""
    signs = (
        claim.kind == ClaimKind.OBSERVATION,
        bool(claim.bound),
        claim.approximate,
        claim.value_max is not None,
        claim.aspect not in ("", Aspect.ACTUAL),
        claim.measure not in ("", Measure.ABSOLUTE),
        not claim.period,
    )
    return sum(signs)


def _passage(
    origin: Origin, place: int, material: Material, chance: random.Random
) -> tuple[Exhibit, Prompt]:
    drawn = list(origin.claims)
    chance.shuffle(drawn)
    drawn = sorted(drawn, key=_telling, reverse=True)[:PASSAGE]
    claims = sorted(drawn, key=lambda claim: claim.position)
    keys = tuple(claim.key for claim in claims)
    number = Text(kk=str(place), ru=str(place), en=str(place))
    title = asking.filled(lambda: gettext("Passage %(number)s"), number=number)
    exhibit = Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(title.model_dump()),
        text=asking.listed([sentence(claim, material) for claim in claims]),
        questions=tuple(asking.filled(question) for question in _questions()),
        explanation=asking.listed(_readings(claims, material)),
        claims=keys,
        sources=(origin.source.key,),
        topic=title,
    )
    silences = list(_silences(claims))
    prompt = Prompt(
        id=UNNUMBERED,
        text=asking.filled(
            lambda: gettext("%(passage)s. What does it leave unsaid that one would need to know?"),
            passage=title,
        ),
        answer=asking.listed(silences),
        explanation=asking.filled(
            lambda: gettext(
                "A document keeps silent for three reasons: its reader knew it, its author did "
                "not, or did not want to say it."
            )
        ),
        claims=keys,
        topic=title,
    )
    return exhibit, prompt


def _readings(claims: Sequence[Claim], material: Material) -> list[Text]:
    """Say what exactly the claims say, those together of which the same is to be said."""
    alike: dict[Text, list[Text]] = {}
    for claim in claims:
        alike.setdefault(_reading(claim), []).append(_quoted(claim, material))
    return [
        asking.filled(
            lambda: gettext("%(what)s — %(reading)s."), what=_and(quotes), reading=reading
        )
        for reading, quotes in alike.items()
    ]


def _and(quotes: Sequence[Text]) -> Text:
    return in_three(lambda code: ", ".join(quote.said(code) for quote in quotes))


def _quoted(claim: Claim, material: Material) -> Text:
    what = asking.what(claim) if claim.kind == ClaimKind.OBSERVATION else asking.event(claim)
    if claim.value is not None:
        what = asking.filled(
            lambda: gettext("%(what)s — %(value)s"),
            what=what,
            value=asking.value(claim, material.units),
        )
    return quoting(lambda: gettext("“%(what)s”"), what=what)


def _reading(claim: Claim) -> Text:
    words = [asking.filled(sign) for sign in _signs(claim)]
    return in_three(lambda code: "; ".join(word.said(code) for word in words))


def _signs(claim: Claim) -> Iterator[Ask]:
    if claim.kind != ClaimKind.OBSERVATION:
        yield lambda: gettext("that it happened is told, not why")
    else:
        yield from _of_number(claim)
    if claim.bound:
        yield _BOUNDS[claim.bound]
    if claim.approximate:
        yield lambda: gettext("only about so much: nobody counted exactly")
    if claim.value_max is not None:
        yield lambda: gettext("a range, not one number")
    if not claim.period:
        yield lambda: gettext("when is not told")


def _of_number(claim: Claim) -> Iterator[Ask]:
    """Pass on what a number is, and what its form or size may want to show."""
    if claim.aspect != Aspect.ACTUAL:
        yield _ASPECTS[claim.aspect]
    if claim.measure == Measure.PERCENT_OF_PLAN and (claim.value or 0) > FULL:
        yield lambda: gettext("more than the plan: ask how high the plan was set, and by whom")
    elif claim.measure != Measure.ABSOLUTE:
        yield _MEASURES[claim.measure]
    elif _is_round(claim):
        yield lambda: gettext("a round number: was it counted, or judged by eye?")
    elif _is_exact(claim):
        yield lambda: gettext("exact to the last digit: somebody kept accounts; ask who, what for")
    elif claim.aspect == Aspect.ACTUAL:
        yield lambda: gettext("a number by itself: much or little only beside another")


def _is_round(claim: Claim) -> bool:
    return len(_digits(claim)) == 1 and (claim.value or 0) >= LARGE


def _is_exact(claim: Claim) -> bool:
    return len(_digits(claim)) >= EXACT


def _digits(claim: Claim) -> str:
    """Return the significant digits of a claim's number."""
    return format((claim.value or Decimal(0)).normalize(), "f").replace(".", "").strip("-0")


def _silences(claims: Sequence[Claim]) -> Iterator[Text]:
    """Say what the passage does not tell, as far as the claims show it."""
    measures = {claim.measure for claim in claims}
    aspects = {claim.aspect for claim in claims}
    told: list[tuple[bool, Ask]] = [
        (
            Aspect.PLANNED in aspects and Aspect.ACTUAL not in aspects,
            lambda: gettext("whether the plan was carried out"),
        ),
        (
            Measure.PERCENT_OF_PLAN in measures and Aspect.PLANNED not in aspects,
            lambda: gettext("how much had been planned"),
        ),
        (
            bool(measures & {Measure.CHANGE_PERCENT, Measure.CHANGE_TIMES}),
            lambda: gettext("from which number the growth is counted: from little it is easy"),
        ),
        (Measure.SHARE in measures, lambda: gettext("how large the whole is")),
        (
            any(claim.kind == ClaimKind.EVENT for claim in claims),
            lambda: gettext("who decided it, and what it cost"),
        ),
        (
            any(not claim.period for claim in claims),
            lambda: gettext("when it was"),
        ),
    ]
    for fits, ask in told:
        if fits:
            yield asking.filled(ask)
    yield asking.filled(lambda: gettext("who counted, and how"))
    yield asking.filled(lambda: gettext("what it cost, and who bore it"))


def _questions() -> list[Ask]:
    return [
        lambda: gettext("Which of these really were, and which are a plan, a norm or an estimate?"),
        lambda: gettext(
            "What does each number count: in which unit, for which time, of what whole?"
        ),
        lambda: gettext("Which words make a number larger or smaller than it is?"),
        lambda: gettext(
            "What is the reader to think of it? From which words and figures do you see that?"
        ),
    ]
