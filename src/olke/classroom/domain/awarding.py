"""Points that the teacher gives, to a learner or a group."""

from __future__ import annotations

from datetime import UTC, datetime

from olke.classroom.domain.changing import changing
from olke.classroom.errors import CommandError
from olke.classroom.models import Award, Group, LiveClass, Participant

MOST_POINTS = 100


def award_learner(live: LiveClass, seat: str, points: int, why: str = "") -> Award:
    """Give points to a learner. Raises ``CommandError``."""
    with changing(live) as moment:
        found = Participant.objects.filter(live_class=live, seat=seat, removed_at=None).first()
        if found is None:
            raise CommandError("participant-unknown")
        return _award(live, points, why, participant=found, turn=moment.turn)


def award_group(live: LiveClass, group: int, points: int, why: str = "") -> Award:
    """Give points to a group: they count for each of its members."""
    with changing(live) as moment:
        found = Group.objects.filter(live_class=live, pk=group).first()
        if found is None:
            raise CommandError("participant-unknown")
        return _award(live, points, why, group=found, turn=moment.turn)


def _award(live: LiveClass, points: int, why: str, **to: object) -> Award:
    if not points or not -MOST_POINTS <= points <= MOST_POINTS:
        raise CommandError("points-outside", most=MOST_POINTS)
    award = Award(live_class=live, points=points, why=why.strip()[:200], at=datetime.now(UTC), **to)
    award.save()
    return award
