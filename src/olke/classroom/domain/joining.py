"""Joining a class by its code, coming back by the seat code, leaving, being taken out."""

from __future__ import annotations

from datetime import UTC, datetime

from django.db import transaction

from olke.classroom.domain.changing import changing
from olke.classroom.domain.grouping import seat_latecomer
from olke.classroom.errors import CommandError, JoinError
from olke.classroom.live.announce import announce, announce_answers
from olke.classroom.models import (
    SEAT_LENGTH,
    Listed,
    LiveClass,
    NameState,
    Naming,
    Participant,
    random_code,
)

MOST_PARTICIPANTS = 2000
"""In one class: the largest lecture halls hold fewer."""
LONGEST_NAME = 40
LOOK_ALIKE = str.maketrans("АВЕКМНРСТУХЗ", "ABEKMHPCTYX3")
"""Cyrillic letters that a phone with a Kazakh keyboard types for what is on the screen."""


def read_code(typed: str) -> str:
    """Return a code as it was meant: any case, spaces and dashes, Cyrillic look-alikes.

    No code has 0, 1, O, I or L, so those stay wrong rather than become another's code.
    """
    kept = "".join(one for one in typed if one.isalnum())
    return kept.upper().translate(LOOK_ALIKE)


def find_class(typed: str) -> LiveClass:
    """Return the class whose code was typed. Raises ``JoinError``."""
    code = read_code(typed)
    if not code:
        raise JoinError("code-missing")
    live = LiveClass.objects.select_related("turn").defer("script").filter(code=code).first()
    if live is None:
        raise JoinError("code-unknown")
    return live


def join(
    live: LiveClass,
    *,
    name: str = "",
    listed: Listed | None = None,
    language: str = "kk",
    simulated: bool = False,
) -> Participant:
    """Take somebody into a class, at any time until it ends.

    Whoever comes after groups were made is put into the smallest. Raises ``JoinError``.
    """
    name = _name_for(live, name, listed)
    now = datetime.now(UTC)
    with transaction.atomic():
        locked = LiveClass.objects.select_for_update(of=("self",), no_key=True)
        held = locked.defer("script").get(pk=live.pk)
        taken = set(held.participants.values_list("seat", flat=True))
        _refuse_closed(held, listed, len(taken))
        participant = Participant.objects.create(
            live_class=held,
            seat=_free_seat(taken),
            name=name,
            name_state=NameState.SHOWN if held.naming == Naming.LIST else _unlooked(held),
            listed=listed,
            language=language,
            joined_at=now,
            seen_at=now,
            simulated=simulated,
        )
        if held.begun_at:  # there may be groups, whose members see who is new
            seat_latecomer(held, participant)
            transaction.on_commit(lambda: announce(held.pk))
        else:  # hundreds join at once: nothing but the count on the screens is new
            transaction.on_commit(lambda: announce_answers(held.pk))
    return participant


def come_back(live: LiveClass, typed: str) -> Participant:
    """Return who has a seat code, on whichever phone. Raises ``JoinError``."""
    seat = read_code(typed)
    found = Participant.objects.filter(live_class=live, seat=seat).first()
    if found is None:
        raise JoinError("seat-unknown")
    if found.removed_at:
        raise JoinError("removed")
    return found


def choose_language(participant: Participant, language: str) -> None:
    """Note the language that a learner reads."""
    participant.language = language
    participant.save(update_fields=["language"])


def rename(live: LiveClass, seat: str, name: str) -> None:
    """Give a learner a name that others may read: the teacher's own word."""
    with changing(live):
        found = _at(live, seat)
        found.name, found.name_state = name.strip()[:LONGEST_NAME], NameState.SHOWN
        found.save(update_fields=["name", "name_state"])


def judge_name(live: LiveClass, seat: str, state: NameState) -> None:
    """Let others read a name, or hide it."""
    with changing(live):
        found = _at(live, seat)
        found.name_state = state
        found.save(update_fields=["name_state"])


def show_all_names(live: LiveClass) -> int:
    """Let others read every name that was not looked at yet; return how many."""
    with changing(live):
        waiting = Participant.objects.filter(live_class=live, name_state=NameState.WAITING)
        return waiting.update(name_state=NameState.SHOWN)


def take_out(live: LiveClass, seat: str) -> None:
    """Take somebody out of the class; what they sent counts no more and is kept."""
    with changing(live):
        found = _at(live, seat)
        found.removed_at = datetime.now(UTC)
        found.save(update_fields=["removed_at"])


def let_back(live: LiveClass, seat: str) -> None:
    """Take somebody in again who was taken out."""
    with changing(live):
        found = _at(live, seat)
        found.removed_at = None
        found.save(update_fields=["removed_at"])


def lock_door(live: LiveClass, *, locked: bool) -> None:
    """Let nobody new in, or everybody again."""
    with changing(live) as moment:
        moment.live.locked = locked


def _at(live: LiveClass, seat: str) -> Participant:
    found = Participant.objects.filter(live_class=live, seat=seat).first()
    if found is None:
        raise CommandError("participant-unknown")
    return found


def _name_for(live: LiveClass, name: str, listed: Listed | None) -> str:
    if live.naming == Naming.LIST:
        if listed is None or listed.class_list_id != live.class_list_id:
            raise JoinError("name-missing")
        return listed.name
    if live.naming == Naming.SEAT:
        return ""
    name = " ".join(name.replace("\0", "").split())
    if len(name) > LONGEST_NAME:
        raise JoinError("name-too-long", most=LONGEST_NAME)
    return name


def _refuse_closed(live: LiveClass, listed: Listed | None, there: int) -> None:
    if live.ended_at:
        raise JoinError("class-ended")
    if live.locked:
        raise JoinError("class-locked")
    if there >= MOST_PARTICIPANTS:
        raise JoinError("class-full", most=MOST_PARTICIPANTS)
    if listed and live.participants.filter(listed=listed).exists():
        raise JoinError("name-taken")


def _unlooked(live: LiveClass) -> NameState:
    return NameState.SHOWN if live.shows_at_once else NameState.WAITING


def _free_seat(taken: set[str]) -> str:
    """Return a seat code that is free: the class is held, nobody else draws one meanwhile."""
    while (seat := random_code(SEAT_LENGTH)) in taken:
        continue
    return seat
