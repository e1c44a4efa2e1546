"""Handing cards on: who has received which wish, and who goes without."""

from __future__ import annotations

from olke.classroom.models import EntryState, Turn
from olke.classroom.moment import Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.entries import around, entries_of, text_of
from olke.classroom.primitives.wishes import dealt


def dealing(moment: Moment) -> Turn | None:
    """Return the turn whose cards were handed out; None before."""
    return next((turn for turn in around(moment) if "dealt" in turn.data), None)


def hand_out(moment: Moment, turn: Turn, *, waits: bool) -> None:
    """Hand out what the teacher has let through; with ``waits`` only once nothing waits."""
    entries = [one for one in entries_of(moment, turn) if one.merged_into is None]
    if waits and any(one.state == EntryState.WAITING for one in entries):
        return
    cards = {one.id: one.participant for one in entries if one.is_shown}
    before = {int(card): one for card, one in turn.data.get("dealt", {}).items()}
    given = dealt(cards, list(moment.learners), before, seed=turn.pk)
    if given != before or "dealt" not in turn.data:
        turn.data = {**turn.data, "dealt": {str(card): one for card, one in given.items()}}
        turn.save(update_fields=["data"])


def received(moment: Moment) -> dict[int, list[str]]:
    """Return the wishes of each learner, and the teacher's where somebody got none."""
    turn = dealing(moment)
    if turn is None:
        return {}
    shown = {one.id: one for one in entries_of(moment, turn) if one.is_shown}
    found: dict[int, list[str]] = {}
    for card, one in turn.data["dealt"].items():
        if int(card) in shown:
            found.setdefault(one, []).append(text_of(shown[int(card)]))
    if words := kind_word(moment):
        for learner in moment.learners:
            found.setdefault(learner, [words])
    return found


def kind_word(moment: Moment) -> str:
    """Return what the teacher wishes those who got no card."""
    told = (turn.data.get("kind_word", "") for turn in around(moment))
    return next((str(words) for words in told if words), "")


def handed(moment: Moment) -> Shown:
    """Return how many have a wish, and how many go without."""
    having = received(moment).keys()
    return {
        "with": len(having & moment.learners.keys()),
        "without": len(moment.learners.keys() - having),
    }
