"""What several primitives' tests do: send entries, let them through, look at the screens."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from olke.classroom.domain import moderating
from olke.classroom.models import Answer, EntryState, LiveClass, Participant
from olke.classroom.moment import Kept
from olke.classroom.primitives.entries import ENTRY
from olke.classroom.rendering import Audience, mine, rendered
from tests.classroom.rooms import moment_of, sent


def entered(live: LiveClass, learner: Participant, value: object, number: int = 0) -> int:
    """Send a question or a card, and return its number."""
    assert sent(live, learner, value, item=ENTRY, number=number).status == "kept"
    turn = moment_of(live).turn
    return Answer.objects.get(turn=turn, participant=learner, number=number, item=ENTRY).pk


def show(live: LiveClass, *entries: int) -> None:
    """Let others read some entries."""
    moderating.judge_entries(live, entries, EntryState.SHOWN)


def hide(live: LiveClass, *entries: int) -> None:
    """Let nobody read some entries."""
    moderating.judge_entries(live, entries, EntryState.HIDDEN)


def seen_by(live: LiveClass, audience: Audience, language: str = "en") -> dict[str, Any]:
    """Return what an audience is shown of the primitive that is open."""
    return rendered(moment_of(live), audience, language)["show"]


def own_of(live: LiveClass, learner: Participant) -> dict[str, Any]:
    """Return what only one learner's phone shows."""
    return mine(live.pk, [learner.pk])[learner.pk]


def kept(number: int, party: str, value: object, item: str = ENTRY, **fields: Any) -> Kept:
    """Return an answer as it is kept, shown unless told otherwise."""
    now = datetime.now(UTC)
    made: dict[str, Any] = {
        "turn": 1,
        "participant": int(party[1:]),
        "group": None,
        "number": 0,
        "edit": 0,
        "received_at": now,
        "changed_at": now,
        "late": False,
        "right": None,
        "points": Decimal(0),
        "state": EntryState.SHOWN,
    }
    return Kept(id=number, party=party, item=item, value=value, **(made | fields))
