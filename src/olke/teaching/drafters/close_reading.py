"""Close reading: a short passage of facts, what exactly each number says, and what is not said."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from django.utils.translation import gettext

from olke.evidence.models import Aspect, Claim, ClaimKind, Measure
from olke.teaching.documents.items import Exhibit, Prompt
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, numbered, short_of
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.origins import Origin, origins
from olke.teaching.drafters.titles import quoting

PASSAGE = 5
"""A passage is short: at most so many sentences."""
Ask = Callable[[], str]
_ASPECTS: dict[str, Ask] = {
    Aspect.ACTUAL: lambda: gettext("what was, not what was planned"),
    Aspect.PLANNED: lambda: gettext("a plan: it does not tell whether it was carried out"),
    Aspect.NORM: lambda: gettext("a norm: what was required, not what was done"),
    Aspect.ESTIMATE: lambda: gettext("an estimate: nobody counted"),
}
_MEASURES: dict[str, Ask] = {
    Measure.ABSOLUTE: lambda: gettext("a number by itself"),
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
        explanation=asking.listed([_read(claim, material) for claim in claims]),
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


def _read(claim: Claim, material: Material) -> Text:
    """Say what exactly a claim says."""
    words = [asking.filled(sign) for sign in _signs(claim)]
    what = asking.what(claim) if claim.kind == ClaimKind.OBSERVATION else asking.event(claim)
    if claim.value is not None:
        what = asking.filled(
            lambda: gettext("%(what)s — %(value)s"),
            what=what,
            value=asking.value(claim, material.units),
        )
    reading = asking.joined(
        [asking.filled(lambda: gettext("%(sign)s;"), sign=word) for word in words[:-1]] + words[-1:]
    )
    return quoting(lambda: gettext("“%(what)s”: %(reading)s."), what=what, reading=reading)


def _signs(claim: Claim) -> Iterator[Ask]:
    if claim.kind != ClaimKind.OBSERVATION:
        yield lambda: gettext("that it happened is told, not why")
    else:
        yield _ASPECTS[claim.aspect]
        yield _MEASURES[claim.measure]
    if claim.bound:
        yield _BOUNDS[claim.bound]
    if claim.approximate:
        yield lambda: gettext("a round number")
    if claim.value_max is not None:
        yield lambda: gettext("a range, not one number")
    if not claim.period:
        yield lambda: gettext("when is not told")


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
            Aspect.ACTUAL in aspects and Aspect.PLANNED not in aspects,
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
    yield asking.filled(lambda: gettext("what was not reached, and who paid for it"))


def _questions() -> list[Ask]:
    return [
        lambda: gettext("Which of these really were, and which are a plan, a norm or an estimate?"),
        lambda: gettext(
            "What does each number count: in which unit, for which time, of what whole?"
        ),
        lambda: gettext("Which words make a number larger or smaller than it is?"),
    ]
