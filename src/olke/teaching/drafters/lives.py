"""What a dossier tells of one works, farm or person over time, and what followed an event."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from olke.entities.models import PLACES, Entity, EntityKind
from olke.evidence.models import Claim, ClaimKind
from olke.teaching.drafters.choosing import in_time
from olke.teaching.drafters.distinct import distinct
from olke.teaching.drafters.material import Material, found_once
from olke.teaching.drafters.truth import before

FEWEST = 3
"""Of fewer facts no life can be told."""
FOLLOWED = 2
"""At most so many facts are named as what followed an event."""
AFTER = timedelta(days=5 * 366)
"""What came of an event is looked for up to five years after it."""


@dataclass(frozen=True)
class Life:
    """A subject that is no place, and what is told of it, in order of time."""

    subject: Entity
    claims: tuple[Claim, ...]

    @property
    def of_person(self) -> bool:
        """Tell whether it is the life of a person."""
        return self.subject.kind == EntityKind.PERSON

    @property
    def of_people(self) -> bool:
        """Tell whether it is the life of many: of a class, a trade, all farms of a land."""
        return self.subject.kind == EntityKind.GROUP


@found_once
def lives(material: Material) -> list[Life]:
    """Return the lives that a dossier tells: of several times, or with something that happened."""
    groups: dict[int, list[Claim]] = {}
    for claim in distinct(material):
        if claim.subject.kind not in PLACES:
            groups.setdefault(claim.subject_id, []).append(claim)
    return [
        Life(group[0].subject, tuple(in_time(group)))
        for group in groups.values()
        if len(group) >= FEWEST and _is_told(group)
    ]


def _is_told(group: list[Claim]) -> bool:
    times = {(claim.earliest, claim.latest) for claim in group if claim.earliest}
    return len(times) > 1 and any(claim.kind != ClaimKind.OBSERVATION for claim in group)


def aftermath(event: Claim, material: Material) -> list[Claim]:
    """Return facts of the dossier about the same subject from the years after an event.

    Events come before numbers, what is nearer in time before what is further.
    """
    found = [
        claim
        for claim in distinct(material)
        if claim.kind != ClaimKind.ROLE
        and material.kin.one_in_time(claim.subject_id, event.subject_id)
        and before(event, claim)
        and _soon(claim, event)
    ]
    found.sort(key=lambda c: (c.kind != ClaimKind.EVENT, str(c.earliest), c.key))
    return in_time(found[:FOLLOWED])


def _soon(claim: Claim, event: Claim) -> bool:
    if claim.earliest is None or event.latest is None:
        return False
    return claim.earliest - event.latest <= AFTER
