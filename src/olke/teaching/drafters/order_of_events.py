"""Which of two events came first, as far as the evidence is sure of it."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from olke.entities.models import PLACES
from olke.evidence.models import Claim
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.statements import names_a_year
from olke.teaching.drafters.truth import certain_in_time, contradicted

LONGEST = 550
"""An event that lasts more days than that is a course of events, and comes before nothing."""


@dataclass(frozen=True)
class Dated:
    """An event with the first and last day on which the like is told of its subject."""

    claim: Claim
    first: date
    last: date

    def before(self, other: Dated) -> bool:
        """Tell whether it surely came first, in an earlier year."""
        return self.last.year < other.first.year


@found_once
def dated_events(material: Material) -> list[Dated]:
    """Return the dossier's events of certain time that their titles do not tell, each once.

    Left out are those of which the like is told of the same subject at a distant time.
    """
    return _dated(material, _may_be_meant)


@found_once
def named_events(material: Material) -> list[Dated]:
    """Return ``dated_events``, and those of places that their titles tell from one another.

    Much is opened in a town; a list of titles to bring into order may hold more than one of them.
    """
    return _dated(material, _named_alike)


Alike = Callable[[Claim, Claim, Material], bool]


def _dated(material: Material, alike: Alike) -> list[Dated]:
    found: dict[tuple[str, str, str], Dated] = {}
    for claim in material.events:
        title = (claim.title_kk, claim.title_ru, claim.title_en)
        if title in found or not certain_in_time(claim) or names_a_year(claim):
            continue
        span = _span(claim, material, alike)
        if span and not contradicted(claim, material):
            found[title] = Dated(claim, *span)
    return list(found.values())


def in_pairs(
    events: Sequence[Dated], chance: random.Random, most: int
) -> list[tuple[Claim, Claim]]:
    """Draw up to ``most`` pairs of events, the earlier first, no event twice."""
    waiting = list(events)
    chance.shuffle(waiting)
    pairs: list[tuple[Claim, Claim]] = []
    while waiting and len(pairs) < most:
        one = waiting.pop()
        other = next((o for o in waiting if one.before(o) or o.before(one)), None)
        if other is not None:
            waiting.remove(other)
            first, second = (one, other) if one.before(other) else (other, one)
            pairs.append((first.claim, second.claim))
    return pairs


def _span(claim: Claim, material: Material, alike: Alike) -> tuple[date, date] | None:
    """Return the days between which all such events of the subject lie, None if that is long.

    "The works exceeded its plan" is told of many a year: where it stands in an order nobody knows.
    """
    told = material.by_indicator.get(claim.indicator_id, ())
    same = [o for o in told if alike(o, claim, material)]
    firsts, lasts = [o.earliest for o in same], [o.latest for o in same]
    known_firsts = [day for day in firsts if day is not None]
    known_lasts = [day for day in lasts if day is not None]
    if len(known_firsts) < len(same) or len(known_lasts) < len(same):
        return None
    first, last = min(known_firsts), max(known_lasts)
    return (first, last) if (last - first).days <= LONGEST else None


def _may_be_meant(other: Claim, claim: Claim, material: Material) -> bool:
    same = material.kin.one_in_time(claim.subject_id, other.subject_id)
    if not same or claim.object_id is None or other.object_id is None:
        return same
    return claim.object_id == other.object_id


def _named_alike(other: Claim, claim: Claim, material: Material) -> bool:
    if claim.subject.kind not in PLACES:
        return _may_be_meant(other, claim, material)
    titles = [(other.title_kk, claim.title_kk), (other.title_ru, claim.title_ru)]
    titles.append((other.title_en, claim.title_en))
    return other.subject_id == claim.subject_id and any(one == two != "" for one, two in titles)
