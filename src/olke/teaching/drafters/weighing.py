"""What else the evidence tells that bears on which of two records is the likelier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from decimal import Decimal

from django.utils.translation import gettext

from olke.dates import comparable_length, parse
from olke.evidence.models import Claim, ClaimKind, Measure
from olke.teaching.documents.parts import Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import in_time
from olke.teaching.drafters.disagreements import Disagreement
from olke.teaching.drafters.material import Material, is_certain
from olke.teaching.drafters.statements import said
from olke.teaching.drafters.truth import same_thing, same_time, touch
from olke.vocabulary.models import Summable

RECORDS = 2
BESIDE = 3
"""At most so many numbers of other times are held beside the records."""
NEAR = timedelta(days=10 * 366)
"""What was so ten years before or after may still be like it."""
EXACTLY = Decimal("0.005")
"""Parts add up to their whole within this share: they were rounded."""


def weighed(
    found: Disagreement, beside: Sequence[Claim], parts: Sequence[Claim], material: Material
) -> list[Text]:
    """Say what speaks for a record: its parts, and the same thing at other times."""
    told: list[Text] = []
    if parts:
        whole = next(
            place for place, c in enumerate(found.claims, 1) if _same_sum(c, parts, material)
        )
        lead = asking.filled(
            lambda: gettext("The parts of record %(number)s add up to it:"), number=_number(whole)
        )
        told += [lead, _lines(parts, material)]
    if beside:
        told += [
            asking.filled(lambda: gettext("The same thing at other times:")),
            _lines(beside, material),
        ]
        told += _hint(closer_to(beside, found, material))
    return told


def _lines(claims: Sequence[Claim], material: Material) -> Text:
    return asking.listed([said(claim, material.units) for claim in claims])


def _number(place: int) -> Text:
    return Text(kk=str(place), ru=str(place), en=str(place))


def _hint(place: int | None) -> list[Text]:
    if place is None:
        return []
    hint = asking.filled(
        lambda: gettext(
            "These are closer to record %(number)s: a hint, no proof, for the number may have "
            "leapt in that very year."
        ),
        number=_number(place),
    )
    return [hint]


def closer_to(beside: Sequence[Claim], found: Disagreement, material: Material) -> int | None:
    """Return the number of the record that all of ``beside`` are closer to, None where divided."""
    if len(found.claims) != RECORDS:
        return None
    stated = material.figures.stated
    one, other = (stated(claim) for claim in found.claims)
    nearer = {abs(stated(claim) - one) < abs(stated(claim) - other) for claim in beside}
    if len(nearer) != 1:
        return None
    return 1 if nearer == {True} else 2


def nearest_in_time(found: Disagreement, material: Material) -> list[Claim]:
    """Return up to three undoubted numbers of the same thing from the nearest years."""
    first = found.claims[0]
    if len(found.claims) != RECORDS or first.earliest is None:
        return []
    when = first.earliest
    others = [
        (abs(claim.earliest - when), claim.key, claim)
        for claim in _told(first, material)
        if claim.earliest is not None
        and abs(claim.earliest - when) <= NEAR
        and same_thing(claim, first)
        and not touch(claim, first)
        and material.figures.comparable(claim, first)
        and _is_as_long(claim, first)
    ]
    return in_time(claim for _, _, claim in sorted(others, key=lambda lot: lot[:2])[:BESIDE])


def _told(claim: Claim, material: Material) -> list[Claim]:
    told = material.about.get((claim.subject_id, claim.indicator_id), ())
    return [one for one in told if one.kind == ClaimKind.OBSERVATION and is_certain(one)]


def _is_as_long(claim: Claim, other: Claim) -> bool:
    """Tell whether two numbers may be held side by side: sums only over times as long."""
    if claim.indicator.summable != Summable.YES:
        return True
    return comparable_length(parse(claim.period), parse(other.period))


def parts_of(found: Disagreement, material: Material) -> list[Claim]:
    """Return the parts by product that add up to one of two records, none where they do not."""
    first = found.claims[0]
    if len(found.claims) != RECORDS or first.product_id or first.measure != Measure.ABSOLUTE:
        return []
    parts = [
        claim
        for claim in _told(first, material)
        if claim.product_id
        and claim.aspect == first.aspect
        and claim.measure == first.measure
        and same_time(claim, first)
        and material.figures.comparable(claim, first)
    ]
    adds_up = len(parts) > 1 and any(_same_sum(c, parts, material) for c in found.claims)
    return parts if adds_up else []


def _same_sum(whole: Claim, parts: Sequence[Claim], material: Material) -> bool:
    stated = material.figures.stated
    total = sum((stated(part) for part in parts), Decimal(0))
    return abs(total - stated(whole)) <= EXACTLY * abs(stated(whole))
