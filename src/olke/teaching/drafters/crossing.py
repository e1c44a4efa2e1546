"""What experts on one portion of a dossier can find out only from the experts on another."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext

from olke.evidence.models import Claim, ClaimKind
from olke.teaching.documents.parts import NO_TEXT, Text
from olke.teaching.drafters import asking
from olke.teaching.drafters.comparisons import comparisons
from olke.teaching.drafters.distinct import sentence
from olke.teaching.drafters.explaining import near
from olke.teaching.drafters.material import Material
from olke.teaching.drafters.portions import Portion
from olke.teaching.drafters.titles import quoting
from olke.teaching.drafters.truth import before

YEARS_APART = 5
"""Of events that lie further apart, one is seldom the cause of the other."""


def across(own: Portion, other: Portion, named: Text, material: Material) -> tuple[Text, Text]:
    """Return a question that needs the experts on the other portion, and what answers it.

    Two numbers that may be compared, one in each portion; or two events that may be cause and
    effect; or else their facts as a whole. ``named`` is the other portion's heading.
    """
    pair = _compared(own, other, material)
    if pair:
        return _of_numbers(pair[0], named, material), _both(pair, material)
    events = _in_turn(own, other, material)
    if events:
        return _of_events(*events, named), _both(events, material)
    ask = quoting(
        lambda: gettext(
            "Ask the experts on “%(portion)s”: which of their facts explains one of yours, or "
            "follows from it?"
        ),
        portion=named,
    )
    return ask, NO_TEXT


def _both(claims: Sequence[Claim], material: Material) -> Text:
    return asking.listed([sentence(claim, material) for claim in claims])


def _of_numbers(mine: Claim, named: Text, material: Material) -> Text:
    return quoting(
        lambda: gettext(
            "You have: %(figure)s Ask the experts on “%(portion)s” for the figure to hold beside "
            "it. Which is higher, and what may explain the difference?"
        ),
        figure=sentence(mine, material),
        portion=named,
    )


def _of_events(mine: Claim, theirs: Claim, named: Text) -> Text:
    """Ask for what came before an event of one's own, or what came of it."""
    if before(theirs, mine):
        return quoting(
            lambda: gettext(
                "“%(event)s”: ask the experts on “%(portion)s” what had happened before. Could it "
                "be a cause?"
            ),
            event=asking.event(mine),
            portion=named,
        )
    return quoting(
        lambda: gettext(
            "“%(event)s”: ask the experts on “%(portion)s” what happened later. Could it have "
            "come of this?"
        ),
        event=asking.event(mine),
        portion=named,
    )


def _compared(own: Portion, other: Portion, material: Material) -> tuple[Claim, Claim] | None:
    mine = {claim.key: claim for claim in own.claims}
    theirs = {claim.key: claim for claim in other.claims}
    for pair in comparisons(material):
        for one, two in (pair.claims, pair.claims[::-1]):
            if one in mine and two in theirs:
                return mine[one], theirs[two]
    return None


def _in_turn(own: Portion, other: Portion, material: Material) -> tuple[Claim, Claim] | None:
    """Return the two events, one of each portion, that lie nearest to one another in time."""
    found = [
        (_gap(mine, theirs), mine.key, theirs.key, mine, theirs)
        for mine in _events(own)
        for theirs in _events(other)
        if (before(mine, theirs) or before(theirs, mine))
        and _gap(mine, theirs) <= YEARS_APART * 366
        and near(theirs, mine, material)
    ]
    return min(found, key=lambda lot: lot[:3])[3:] if found else None


def _events(portion: Portion) -> list[Claim]:
    return [claim for claim in portion.claims if claim.kind == ClaimKind.EVENT and claim.earliest]


def _gap(one: Claim, other: Claim) -> int:
    if one.earliest is None or other.earliest is None:
        return 0
    return abs((one.earliest - other.earliest).days)
