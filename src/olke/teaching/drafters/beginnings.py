"""Events that begin or end their subject, and so can have happened only once.

A works may exceed its plan in any year, but it was founded in one. Which events are of that sort is
read from the evidence: they are dated as the entity's own beginning or end, as most events of their
indicator are, and no claim tells of another time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from olke.dates import parse
from olke.entities.models import PLACES, Entity
from olke.evidence.models import Claim, ClaimKind
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.truth import certain_in_time, contradicted, touch

LEAST = 3
"""An indicator is judged by so many subjects of known beginning or end, or not at all."""


@found_once
def marks(material: Material) -> frozenset[int]:
    """Return the indicators of which at least half the events begin or end their subject."""
    agreeing: dict[int, set[int]] = {}
    others: dict[int, set[int]] = {}
    for claim in material.around:
        if claim.kind == ClaimKind.EVENT and claim.period and _bounds(claim):
            group = agreeing if dated_as_subject(claim) else others
            group.setdefault(claim.indicator_id, set()).add(claim.subject_id)
    return frozenset(
        indicator
        for indicator, subjects in agreeing.items()
        if len(subjects) >= max(LEAST, len(others.get(indicator, set()) - subjects))
    )


def only_once(claim: Claim, material: Material, indicators: Iterable[int]) -> bool:
    """Tell whether an event is one that happened once, at a time that nothing speaks against.

    ``indicators`` are those of ``marks``.
    """
    if claim.kind != ClaimKind.EVENT or claim.indicator_id not in indicators:
        return False
    if not certain_in_time(claim) or not dated_as_subject(claim) or contradicted(claim, material):
        return False
    told = material.by_indicator.get(claim.indicator_id, ())
    alike = (o for o in told if material.kin.one_in_time(claim.subject_id, o.subject_id))
    return all(bool(o.period) and touch(o, claim) for o in alike)


def dated_as_subject(claim: Claim) -> bool:
    """Tell whether an event's days are those of its subject's beginning or end."""
    days = (claim.earliest, claim.latest)
    return None not in days and days in _bounds(claim)


def _bounds(claim: Claim) -> list[tuple[object, object]]:
    sides = [parse(text) for text in (claim.subject.start, claim.subject.end) if text]
    return [(side.earliest, side.latest) for side in sides]


def outside_life(statement: Claim, claim: Claim, material: Material) -> bool:
    """Tell whether a statement moves an event to a time when its subject surely did not exist.

    The event itself must lie within the subject's recorded life, and nothing in the evidence may
    tell of the subject at the other time. Places are left out: they are older than their rank.
    """
    life = _life(claim.subject)
    if claim.subject.kind in PLACES or not life or not certain_in_time(claim):
        return False
    start, end = life
    when, told = (statement.earliest, statement.latest), (claim.earliest, claim.latest)
    if None in when or told[0] is None or told[1] is None:
        return False
    if told[0] < start or (end and told[1] > end):
        return False
    margin = timedelta(days=366)
    too_early = when[1] is not None and when[1] < start - margin
    too_late = end is not None and when[0] is not None and when[0] > end + margin
    return (too_early or too_late) and not _told_then(statement, material)


def _life(entity: Entity) -> tuple[date, date | None] | None:
    if not entity.start:
        return None
    start, end = parse(entity.start), parse(entity.end) if entity.end else None
    doubtful = start.uncertain or start.approximate or (end and (end.uncertain or end.approximate))
    if doubtful or start.earliest is None or (end is not None and end.latest is None):
        return None
    return start.earliest, end.latest if end else None


def _told_then(statement: Claim, material: Material) -> bool:
    told = material.by_subject.get(statement.subject_id, ())
    return any(bool(other.period) and touch(other, statement) for other in told)
