"""Who may do what in a class: one door for the teacher, one for learners.

A learner has no account. The phone keeps a cookie with a sealed number of the participant; it opens
that one class and nothing else.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.core import signing
from django.http import Http404, HttpRequest

from olke.accounts.access import Somebody, has_role
from olke.accounts.models import Person, Role
from olke.classroom.models import LiveClass, Participant

COOKIE = "olke_seat_"
"""What the name of a seat's cookie begins with; the key of the class follows."""
COOKIE_AGE = 60 * 60 * 24 * 30
_SEAL = signing.Signer(salt="olke.classroom.seat")


def may_direct(person: Somebody, live: LiveClass) -> bool:
    """May run a class, see its answers and erase it: the teacher who started it, nobody else."""
    return (
        isinstance(person, Person)
        and has_role(person, Role.TEACHER)
        and live.teacher_id == person.pk
    )


def class_to_direct(request: HttpRequest, key: str) -> LiveClass:
    """Return a class of the teacher who asks. Raises ``Http404`` for any other."""
    live = LiveClass.objects.select_related("turn").defer("script").filter(key=key).first()
    if live is None or not may_direct(request.user, live):
        raise Http404
    return live


def sealed(participant: Participant) -> str:
    """Return what the phone of a participant keeps in its cookie."""
    return _SEAL.sign(str(participant.pk))


def participants_of(cookies: Sequence[tuple[str, str]]) -> list[Participant | None]:
    """Return who holds each cookie, given as key of the class and value: one statement.

    None for what is forged, of another class, or of somebody who was removed.
    """
    numbers = [_opened(value) for _, value in cookies]
    found = {
        one.pk: one
        for one in Participant.objects.filter(
            pk__in=[number for number in numbers if number], removed_at=None
        )
        .select_related("live_class")
        .defer("live_class__script")
    }
    there = [found.get(number) for number in numbers]
    return [
        one if one and one.live_class.key == key else None
        for one, (key, _) in zip(there, cookies, strict=True)
    ]


def participant_of(request: HttpRequest, key: str) -> Participant | None:
    """Return the participant whose phone asks, None for one who has not joined the class."""
    value = request.COOKIES.get(COOKIE + key, "")
    return participants_of([(key, value)])[0] if value else None


def was_removed(request: HttpRequest, key: str) -> bool:
    """Tell whether the phone that asks belongs to somebody whom the teacher took out."""
    number = _opened(request.COOKIES.get(COOKIE + key, ""))
    found = Participant.objects.filter(pk=number, live_class__key=key, removed_at__isnull=False)
    return bool(number) and found.exists()


def _opened(value: str) -> int:
    try:
        return int(_SEAL.unsign(value))
    except (signing.BadSignature, ValueError):
        return 0
