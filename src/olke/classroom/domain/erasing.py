"""Erasing: a class with everybody's answers, one learner, what has been kept long enough."""

from __future__ import annotations

from datetime import UTC, date, datetime

from django.db import transaction

from olke.accounts.models import Person
from olke.classroom.domain.changing import changing
from olke.classroom.errors import CommandError
from olke.classroom.live.announce import announce
from olke.classroom.models import Answer, LiveClass, Membership, Participant
from olke.history.domain import Change, record_changes
from olke.history.models import Action


def erase_class(live: LiveClass, *, by: Person | None, why: str = "") -> None:
    """Erase a class with everything that was sent in it. Only that it was there is remembered."""
    with transaction.atomic():
        held = LiveClass.objects.select_for_update(of=("self",)).get(pk=live.pk)
        number, key, state = held.pk, held.key, {"lesson": held.lesson_key}
        held.delete()
        record_changes([Change("class", key, Action.REMOVED, state, None)], by=by, why=why)
        transaction.on_commit(lambda: announce(number))


def erase_participant(live: LiveClass, seat: str) -> None:
    """Erase a learner with everything the learner sent: as if nobody had sat there."""
    with changing(live):
        found = Participant.objects.filter(live_class=live, seat=seat).first()
        if found is None:
            raise CommandError("participant-unknown")
        _hand_over(found)
        found.delete()


def _hand_over(leaver: Participant) -> None:
    """Let what a learner wrote for a group go on as the group's, under another member."""
    written = Answer.objects.filter(participant=leaver, group__isnull=False)
    for group in set(written.values_list("group_id", flat=True)):
        other = Membership.objects.filter(group=group).exclude(participant=leaver).first()
        if other:
            written.filter(group=group).update(participant=other.participant_id)


def keep_class_until(live: LiveClass, day: date) -> None:
    """Say until when a class is kept; also of one that has ended."""
    LiveClass.objects.filter(pk=live.pk).update(keep_until=day)
    live.keep_until = day


def erase_expired(today: date | None = None) -> int:
    """Erase every class whose time is over; return how many."""
    day = today or datetime.now(UTC).date()
    expired = list(LiveClass.objects.filter(keep_until__lt=day).defer("script"))
    for live in expired:
        erase_class(live, by=None, why="kept until its day")
    return len(expired)
