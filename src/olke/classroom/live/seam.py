"""Everything that the transport takes from the rest of the room, in one place.

All of it is synchronous and talks to the database: it is called in a worker's thread.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from importlib import import_module
from typing import Any, cast

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest
from django.utils.translation import override

from olke.classroom.access import may_direct, participants_of
from olke.classroom.domain.answers import Receipt, Submission, keep_answers
from olke.classroom.messages import sentence
from olke.classroom.models import LiveClass, Membership, Participant
from olke.classroom.rendering import mine, render

__all__ = [
    "Participant",
    "Receipt",
    "Submission",
    "directed",
    "keep_answers",
    "let_in",
    "members_of",
    "mine",
    "rendered",
    "revisions",
    "say",
    "seen",
]

State = dict[str, Any]


def rendered(
    live_class: int, audience: str, languages: Collection[str]
) -> tuple[int, Mapping[str, State]]:
    """Return what an audience is shown in each language, and the revision that it is of at least.

    Raises ``LiveClass.DoesNotExist`` where there is no such class any more.
    """
    revision = LiveClass.objects.values_list("revision", flat=True).get(pk=live_class)
    return revision, render(live_class, audience, languages)


def let_in(knocks: Sequence[tuple[str, str]]) -> list[tuple[Participant, State] | None]:
    """Return whom the cookie of a class names, with what only they see; None: nobody."""
    participants = participants_of(knocks)
    own: dict[int, State] = {}
    known = [one for one in participants if one]
    for live_class in {one.live_class_id for one in known}:
        own |= mine(live_class, [one.pk for one in known if one.live_class_id == live_class])
    return [(one, own[one.pk]) if one and one.pk in own else None for one in participants]


def directed(key: str, session: str) -> int:
    """Return the class that a session's person may direct; 0: there is none, or they may not."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(session)
    live = LiveClass.objects.defer("script").filter(key=key).first()
    if live is None or not may_direct(cast("Any", get_user(request)), live):
        return 0
    return live.pk


def revisions(classes: Collection[int]) -> dict[int, int]:
    """Return the revision of each class that there still is: one statement."""
    return dict(LiveClass.objects.filter(pk__in=classes).values_list("pk", "revision"))


def members_of(groups: Collection[int]) -> set[int]:
    """Return who is in some groups: one statement."""
    found = Membership.objects.filter(group__in=groups)
    return set(found.values_list("participant_id", flat=True))


def seen(participants: Collection[int], moment: datetime) -> None:
    """Note when learners last were there: one statement."""
    Participant.objects.filter(pk__in=participants).update(seen_at=moment)


def say(code: str, language: str, **told: Any) -> str:
    """Return what a code means, as a sentence in somebody's language."""
    with override(language):
        return sentence(code, **told)
