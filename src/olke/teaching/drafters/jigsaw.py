"""A jigsaw: as many portions as there are groups of experts, and questions on all at the end."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.items import AnyItem, Exhibit
from olke.teaching.documents.parts import NO_TEXT, Text, Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.crossing import across
from olke.teaching.drafters.distinct import distinct, sentence
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, Shortfall, numbered, short_of
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.naming import number_it
from olke.teaching.drafters.portions import Portion, cut, torn, unevenness
from olke.teaching.drafters.questions import draft_questions
from olke.teaching.drafters.series import series
from olke.teaching.drafters.titles import quoting, short_title, with_years, years_of
from olke.teaching.drafters.topics import by_section, period_name, theme_of

FEWEST, MOST = 2, 10
"""Claims in a portion: one is no text, more than ten are no card."""
CHECKED = 2
"""Questions on each portion at the end."""
NAMED = 2
"""A heading names at most so many things."""
UNEVEN = 0.25
"""So far may portions differ before coherence gives way to equal weight."""
Name = Callable[[Claim], Text]


def draft_jigsaw(material: Material, order: Order) -> Draft:
    """Draft ``order.wanted`` portions of equal weight, then questions on each.

    Fewer portions where a portion would hold a single claim.
    """
    chance = order.chance()
    claims = _chosen(material, order.wanted * MOST, chance)
    count = min(order.wanted, len(claims) // FEWEST)
    if count < 2:
        return Draft((), (Shortfall("claims", order.wanted * FEWEST, len(claims)),))
    portions = _cut(claims, material, count)
    exhibits = [
        _exhibit(portion, following, material)
        for portion, following in zip(portions, [*portions[1:], portions[0]], strict=True)
    ]
    items = [*exhibits, *_check(exhibits, material, claims, order)]
    return Draft(numbered(items), short_of("claims", order.wanted * FEWEST, len(claims)))


def _chosen(material: Material, most: int, chance: random.Random) -> list[Claim]:
    """Choose up to ``most`` claims, as many of one subject as there are before the next."""
    if len(distinct(material)) <= most:
        return list(distinct(material))
    groups: dict[int, list[Claim]] = {}
    for claim in distinct(material):
        groups.setdefault(claim.subject_id, []).append(claim)
    drawn = list(groups.values())
    chance.shuffle(drawn)
    drawn.sort(key=lambda group: len(group) < FEWEST)
    kept = {claim.pk for claim in [claim for group in drawn for claim in group[:MOST]][:most]}
    return [claim for claim in distinct(material) if claim.pk in kept]


def _cut(claims: Sequence[Claim], material: Material, count: int) -> list[Portion]:
    """Cut by section, theme, subject or time, whichever tears least at an even weight."""
    weights = {claim.pk: len(sentence(claim, material).kk.split()) for claim in claims}
    sections = {c.pk: topic.title for topic in by_section(material) for c in topic.claims}
    ways: list[Name] = [
        lambda claim: sections.get(claim.pk, NO_TEXT),
        theme_of,
        asking.name,
        lambda claim: period_name(claim, material),
    ]
    cuts = [cut(claims, [weights[c.pk] for c in claims], way, count) for way in ways]

    def badness(portions: Sequence[Portion]) -> tuple[bool, bool, int]:
        uneven = unevenness(portions, lambda claim: weights[claim.pk]) > UNEVEN
        named = len({portion.names for portion in portions}) > 1
        return uneven, not named, torn(portions)

    return min(cuts, key=badness)


def _exhibit(portion: Portion, following: Portion, material: Material) -> Exhibit:
    """Return a portion; its last question only the experts on the following one can answer."""
    heading = _heading(portion)
    shared, answer = across(portion, following, _heading(following), material)
    lines = [sentence(claim, material) for claim in portion.claims]
    return Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(heading.model_dump()),
        text=asking.listed(lines),
        questions=(*_questions(portion, material), shared),
        explanation=answer,
        claims=tuple(claim.key for claim in portion.claims),
        topic=heading,
    )


def _heading(portion: Portion) -> Text:
    """Name what a portion is about, with its years."""
    names = [name for name in portion.names if name][:NAMED]
    years = years_of(portion.claims)
    if not names:
        return years or asking.filled(lambda: gettext("Portion"))
    topic = in_three(lambda code: " · ".join(name.said(code) for name in names))
    return short_title(with_years(topic, years))


def _questions(portion: Portion, material: Material) -> Iterator[Text]:
    keys = {claim.key for claim in portion.claims}
    change = next((one for one in series(material) if keys.issuperset(one.keys)), None)
    event = next((claim for claim in portion.claims if claim.kind == ClaimKind.EVENT), None)
    if change:
        yield asking.how_it_changed(change.claims[0], change.claims[-1])
    elif event:
        yield quoting(
            lambda: gettext("“%(event)s”: what led to this, and what did it change?"),
            event=asking.event(event),
        )
    yield asking.filled(lambda: gettext("Which of these facts matters most, and why?"))


def _check(
    exhibits: Sequence[Exhibit], material: Material, claims: Sequence[Claim], order: Order
) -> Iterator[AnyItem]:
    """Pass on questions on each portion: with an answer to choose or to guess where there are."""
    inside = replace(material, claims=tuple(claims))
    asked = draft_questions(inside, replace(order, wanted=len(claims))).items
    by_key = {claim.key: claim for claim in claims}
    for exhibit in exhibits:
        found: list[AnyItem] = [item for item in asked if item.claims[0] in exhibit.claims]
        if len(found) < CHECKED:
            used = {item.claims[0] for item in found}
            open_ones = (by_key[key] for key in exhibit.claims if key not in used)
            more = (number_it(claim, inside) for claim in open_ones)
            found += [item for item in more if item is not None]
        for item in found[:CHECKED]:
            yield item.model_copy(update={"topic": exhibit.topic})
