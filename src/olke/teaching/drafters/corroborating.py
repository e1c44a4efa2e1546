"""Corroborating: records that disagree, side by side, and what may have come between them."""

from __future__ import annotations

from django.utils.translation import gettext

from olke.evidence.models import Claim
from olke.teaching.documents.items import Exhibit, Level, Prompt
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters import asking
from olke.teaching.drafters.choosing import apart
from olke.teaching.drafters.disagreements import (
    Disagreement,
    disagreements,
    origin_of_claim,
    questioned,
    ranked,
    reasons,
)
from olke.teaching.drafters.draft import UNNUMBERED, Draft, Order, numbered, short_of
from olke.teaching.drafters.material import Material, in_three
from olke.teaching.drafters.origins import interest, origin_of
from olke.teaching.drafters.statements import said, subject_and_what
from olke.teaching.drafters.titles import short_title
from olke.teaching.drafters.weighing import nearest_in_time, parts_of, weighed

RECORDS = 2
"""A disagreement is at least between two records."""


def draft_corroborating(material: Material, order: Order) -> Draft:
    """Draft disagreements, the records of each side by side, then the question of which to trust.

    ``order.wanted`` counts records: two make one disagreement, of which a lesson has time for one.
    """
    wanted = max(1, order.wanted // RECORDS)
    found = list(apart(disagreements(material), lambda one: one.keys))
    order.chance().shuffle(found)
    # Records of two documents before two places in one.
    found.sort(key=lambda one: len({origin_of_claim(claim) for claim in one.claims}) < RECORDS)
    items: list[Exhibit | Prompt] = []
    for one in found[:wanted]:
        items += _records(one, material)
    return Draft(numbered(items), short_of("disagreements", wanted, len(found)))


def _records(found: Disagreement, material: Material) -> list[Exhibit | Prompt]:
    topic = _topic(found)
    exhibits: list[Exhibit | Prompt] = [
        _record(claim, place, topic, material) for place, claim in enumerate(found.claims, start=1)
    ]
    return [*exhibits, _question(found, topic, material)]


def _topic(found: Disagreement) -> Text:
    first = found.claims[0]
    what = in_three(lambda code: subject_and_what(first, code))
    if not first.period:
        return what
    return asking.filled(lambda: gettext("%(what)s, %(when)s"), what=what, when=asking.when(first))


def _record(claim: Claim, place: int, topic: Text, material: Material) -> Exhibit:
    number = Text(kk=str(place), ru=str(place), en=str(place))
    title = asking.filled(lambda: gettext("Record %(number)s"), number=number)
    citation = next(iter(claim.citations.all()), None)
    return Exhibit(
        id=UNNUMBERED,
        title=Title.model_validate(short_title(title).model_dump()),
        text=said(claim, material.units),
        questions=(
            asking.filled(lambda: gettext("Who counted here, when and for whom?")),
            asking.filled(
                lambda: gettext("What exactly is counted: of what, when, in which unit?")
            ),
        ),
        explanation=interest(origin_of(citation).group if citation else ""),
        claims=(claim.key,),
        sources=(origin_of(citation).key,) if citation else (),
        topic=topic,
    )


def _question(found: Disagreement, topic: Text, material: Material) -> Prompt:
    beside, parts = nearest_in_time(found, material), parts_of(found, material)
    return Prompt(
        id=UNNUMBERED,
        text=asking.under(
            topic,
            asking.filled(
                lambda: gettext(
                    "Where do the records agree, where do they differ, and what may be the reason? "
                    "On which of them would you rely, and what third document would settle it?"
                )
            ),
        ),
        answer=asking.under(
            asking.filled(lambda: gettext("Possible reasons:")),
            asking.listed(reasons(found, material)),
            *weighed(found, beside, parts, material),
        ),
        explanation=_verdict(found, material),
        claims=tuple(dict.fromkeys((*found.keys, *(c.key for c in (*beside, *parts))))),
        level=Level.C,
        points=3,
        topic=topic,
    )


def _verdict(found: Disagreement, material: Material) -> Text:
    """Say what researchers hold: which is better only where they ranked it."""
    better = ranked(found)
    if better is not None:
        return asking.filled(
            lambda: gettext("Researchers hold this record for the better one: %(record)s"),
            record=said(better, material.units),
        )
    if questioned(found):
        lines = asking.listed([said(claim, material.units) for claim in questioned(found)])
        lead = asking.filled(
            lambda: gettext(
                "Nobody has settled it. Researchers have put a question mark over this, which is "
                "no proof that it is wrong:"
            )
        )
        return asking.under(lead, lines)
    return asking.filled(
        lambda: gettext(
            "Nobody has settled it: that we do not know is a right answer, if it says what is "
            "missing."
        )
    )
