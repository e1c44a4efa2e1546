"""Keeping answers: many at once, in one transaction, each counted once however often it is sent.

What is sent again is acknowledged again. What comes too late is kept and does not count. Nothing is
refused for a reason that its sender could not understand: each refusal has a code with a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid5

from django.db import transaction

from olke.classroom.errors import RefusedError
from olke.classroom.models import (
    LATE,
    PEN,
    Answer,
    EntryState,
    Group,
    LiveClass,
    Membership,
    Moderation,
    Participant,
    Turn,
)
from olke.classroom.moment import script_of_class
from olke.classroom.primitives.base import Asked, Checked, Play, Sent
from olke.classroom.primitives.registry import play_of
from olke.classroom.script import Script, ScriptActivity
from olke.teaching.methods.dealing import Seat

__all__ = ["PEN", "Receipt", "Submission", "keep_answers"]

LONGEST_ITEM = 40
MOST_NUMBER = 5000
"""More than a class has groups and learners: a document is assessed by its author's number."""
LARGEST_VALUE = 20_000
"""Characters of an answer as JSON: an essay of some 3,000 words in Kazakh fits."""


@dataclass(frozen=True)
class Submission:
    """What a phone sends. ``id`` is made there; ``edit`` counts the changes of this answer from 0.

    ``received`` is when it reached the server: the only clock that is asked.
    """

    id: UUID
    participant: int
    turn: int
    item: str
    number: int
    value: object
    received: datetime
    edit: int = 0


@dataclass(frozen=True)
class Receipt:
    """What became of a submission: ``kept``, ``late`` (kept, not counted) or ``refused``.

    ``code`` says why it was refused. ``group`` is the group it counts for, whose other members'
    phones show it. ``live_class`` is 0 where the turn or the learner is not known.
    """

    id: UUID
    status: str
    participant: int
    code: str = ""
    live_class: int = 0
    turn: int = 0
    group: int | None = None
    own: bool = False
    """Whether the learner's own phone has more to show than that it was kept."""


def keep_answers(submissions: Sequence[Submission]) -> list[Receipt]:
    """Keep what was sent, in one transaction, and return a receipt for each, in the same order.

    When it returns, whatever it says is kept stands in the database. A handful of statements for
    any number of submissions.
    """
    with transaction.atomic():
        room = _Room(submissions)
        receipts = [room.keep(submission) for submission in submissions]
        return room.write(receipts)


@dataclass
class _Slot:
    """The place of one answer: what stands there before and after."""

    stored: Answer | None
    answer: Answer | None = None


class _Room:
    """Everything that some submissions refer to, read at once."""

    def __init__(self, submissions: Sequence[Submission]) -> None:
        turns = {one.turn for one in submissions}
        people = {one.participant for one in submissions}
        self._turns = {t.pk: t for t in _turns(turns)}
        self._people = dict(
            Participant.objects.filter(pk__in=people, removed_at=None).values_list(
                "pk", "live_class_id"
            )
        )
        self._teams, self._sizes = _teams(people)
        self._parties = {one: {f"p{one}"} for one in people}
        for (one, _), (group, _) in self._teams.items():
            self._parties[one].add(f"g{group}")
        self._scripts = {
            t.live_class_id: script_of_class(t.live_class) for t in self._turns.values()
        }
        self._known = set(
            Answer.objects.filter(submission__in=[one.id for one in submissions]).values_list(
                "submission", flat=True
            )
        )
        self._slots: dict[tuple[int, str, str, int], _Slot] = {}
        for answer in self._stored(submissions):
            key = (answer.turn_id, answer.party, answer.item, answer.number)
            self._slots[key] = _Slot(answer)

    def keep(self, sent: Submission) -> Receipt:
        """Decide what becomes of one submission."""
        turn = self._turns.get(sent.turn)
        live_class = self._people.get(sent.participant)
        if turn is None or live_class != turn.live_class_id:
            return Receipt(sent.id, "refused", sent.participant, "turn-unknown")
        group = self._group(sent.participant, turn)
        told: dict[str, Any] = {"live_class": live_class, "turn": turn.pk, "group": group}
        told["own"] = (play := self._play(turn)) is not None and play.tells_own
        late = not turn.takes(sent.received)
        if sent.id in self._known:
            return Receipt(sent.id, "kept", sent.participant, **told)
        try:
            kept = self._keep(sent, turn, group, late=late)
        except RefusedError as fault:
            return Receipt(sent.id, "refused", sent.participant, fault.code, **told)
        self._known.add(sent.id)
        status = "late" if kept and kept.late else "kept"
        return Receipt(sent.id, status, sent.participant, **told)

    def _keep(
        self, sent: Submission, turn: Turn, group: int | None, *, late: bool
    ) -> Answer | None:
        _refuse_misshapen(sent)
        party = f"g{group}" if group else f"p{sent.participant}"
        self._refuse_without_pen(sent, turn, group, party)
        place = self._place(sent, turn, party, late=late)
        slot = self._slots.setdefault((turn.pk, party, place, sent.number), _Slot(None))
        before = slot.answer or slot.stored
        if before is not None:
            if sent.edit < before.edit:
                return before  # a newer one stands there already
            drafts = (play := self._play(turn)) is not None and play.keeps_late
            if sent.edit == before.edit or ((late or before.late) and not drafts):
                raise RefusedError("answered-elsewhere" if not late else "closed")
        script = self._scripts[turn.live_class_id]
        activity = script.activity(turn.activity)
        checked = self._checked(sent, turn, script, activity)
        if before is not None and sent.item != PEN:
            play = play_of(activity, turn.step)
            if play is None or not play.changes:
                raise RefusedError("answered-already")
        kept = replace(sent, item=place)
        slot.answer = _answer(kept, turn, group, party, checked, late=late, before=before)
        self._give_pen(sent, turn, group, party)
        return slot.answer

    def _place(self, sent: Submission, turn: Turn, party: str, *, late: bool) -> str:
        """Return where an answer is kept: a late change of a draft beside what counted."""
        slot = self._slots.get((turn.pk, party, sent.item, sent.number))
        counted = slot and (slot.answer or slot.stored)
        play = self._play(turn)
        if not late or not counted or counted.late or play is None or not play.keeps_late:
            return sent.item
        return sent.item[: LONGEST_ITEM - len(LATE)] + LATE

    def _play(self, turn: Turn) -> Play | None:
        return play_of(self._scripts[turn.live_class_id].activity(turn.activity), turn.step)

    def _checked(
        self, sent: Submission, turn: Turn, script: Script, activity: ScriptActivity
    ) -> Checked:
        if sent.item == PEN:
            return Checked(value=True)
        play = play_of(activity, turn.step)
        if play is None or not play.takes_answers(activity, turn.step):
            raise RefusedError("nothing-asked")
        item = activity.item(sent.item)
        if turn.item and sent.item != turn.item:
            raise RefusedError("item-unknown")
        seat = self._seat(sent.participant, turn.live_class)
        parties = frozenset(self._parties[sent.participant])
        asked = Asked(script, activity, turn.step, turn, item, seat, sent.participant, parties)
        return play.check(asked, Sent(sent.item, sent.number, sent.value))

    def _refuse_without_pen(
        self, sent: Submission, turn: Turn, group: int | None, party: str
    ) -> None:
        """Let one member of a group write at a time: the first, until another takes the pen."""
        if group is None or sent.item == PEN:
            return
        key = (turn.pk, party, PEN, 0)
        slot = self._slots.get(key)
        holder = (slot.answer or slot.stored) if slot else None
        if holder is not None and holder.participant_id != sent.participant:
            raise RefusedError("pen-elsewhere")

    def _give_pen(self, sent: Submission, turn: Turn, group: int | None, party: str) -> None:
        """Note that the first who writes for a group has the pen."""
        if group is None or sent.item == PEN:
            return
        slot = self._slots.setdefault((turn.pk, party, PEN, 0), _Slot(None))
        if slot.answer is None and slot.stored is None:
            pen = replace(sent, id=uuid5(sent.id, PEN), item=PEN, number=0, value=True, edit=0)
            held = Checked(value=True)
            slot.answer = _answer(pen, turn, group, party, held, late=False, before=None)

    def _group(self, participant: int, turn: Turn) -> int | None:
        found = self._teams.get((participant, turn.series)) if turn.series else None
        return found[0] if found else None

    def _seat(self, participant: int, live: LiveClass) -> Seat:
        found = self._teams.get((participant, live.series)) if live.series else None
        if found is None:
            return Seat()
        return Seat(found[1] - 1, self._sizes[(live.pk, live.series)])

    def _stored(self, submissions: Sequence[Submission]) -> Iterable[Answer]:
        """Read what stands where the submissions belong: by turn and party, one statement."""
        parties = set()
        for sent in submissions:
            turn = self._turns.get(sent.turn)
            if turn is not None:
                group = self._group(sent.participant, turn)
                parties.add(f"g{group}" if group else f"p{sent.participant}")
        # Always in the same order: two processes never wait for one another.
        return (
            Answer.objects.select_for_update(no_key=True)
            .filter(turn__in=self._turns, party__in=parties)
            .order_by("pk")
        )

    def write(self, receipts: list[Receipt]) -> list[Receipt]:
        """Write what is new and what changed; say of each what really stands in the database."""
        changed = [s.answer for s in self._slots.values() if s.answer and s.stored]
        new = [s.answer for s in self._slots.values() if s.answer and not s.stored]
        if changed:
            columns = (
                "participant",
                "value",
                "submission",
                "edit",
                "changed_at",
                "late",
                "right",
                "points",
            )
            Answer.objects.bulk_update(changed, columns)
            _let_look_again(changed)
        if not new:
            return receipts
        Answer.objects.bulk_create(new, ignore_conflicts=True)
        kept = set(
            Answer.objects.filter(submission__in=[one.submission for one in new]).values_list(
                "submission", flat=True
            )
        )
        lost = {one.submission for one in new} - kept  # another process was first with this answer
        return [_refused(one) if one.id in lost else one for one in receipts]


def _let_look_again(changed: Iterable[Answer]) -> None:
    """Take what was changed from the screens: what the teacher let through was another text."""
    Moderation.objects.filter(answer__in=list(changed), state=EntryState.SHOWN).update(
        state=EntryState.WAITING
    )


def _refused(receipt: Receipt) -> Receipt:
    return Receipt(
        receipt.id,
        "refused",
        receipt.participant,
        "answered-elsewhere",
        receipt.live_class,
        receipt.turn,
        receipt.group,
    )


def _turns(numbers: Iterable[int]) -> Iterable[Turn]:
    # The script is large, and every process has it parsed.
    return (
        Turn.objects.filter(pk__in=set(numbers))
        .select_related("live_class")
        .defer("live_class__script")
    )


def _teams(
    people: Iterable[int],
) -> tuple[dict[tuple[int, int], tuple[int, int]], dict[tuple[int, int], int]]:
    """Return group and its number by participant and series, and how many groups a series has."""
    rows = list(
        Membership.objects.filter(participant__in=set(people)).values_list(
            "participant_id", "series", "group_id", "group__number", "group__live_class_id"
        )
    )
    sizes: dict[tuple[int, int], int] = {}
    if rows:
        classes = {row[4] for row in rows}
        for live, series in Group.objects.filter(live_class__in=classes).values_list(
            "live_class_id", "series"
        ):
            sizes[(live, series)] = sizes.get((live, series), 0) + 1
    return {(row[0], row[1]): (row[2], row[3]) for row in rows}, sizes


def _refuse_misshapen(sent: Submission) -> None:
    if len(sent.item) > LONGEST_ITEM or not 0 <= sent.number < MOST_NUMBER or sent.edit < 0:
        raise RefusedError("item-unknown")
    if len(json.dumps(sent.value, ensure_ascii=False)) > LARGEST_VALUE:
        raise RefusedError("too-long")


def _answer(
    sent: Submission,
    turn: Turn,
    group: int | None,
    party: str,
    checked: Checked,
    *,
    late: bool,
    before: Answer | None,
) -> Answer:
    """Return the row: a new one, or the one before with what is new in it."""
    answer = before or Answer(
        turn=turn,
        group_id=group,
        party=party,
        item=sent.item,
        number=sent.number,
        received_at=sent.received,
        late=late,
    )
    answer.participant_id = sent.participant
    answer.value = checked.value
    answer.submission = sent.id
    answer.edit = sent.edit
    answer.changed_at = max(sent.received, answer.received_at)
    answer.late = late
    answer.right = None if late else checked.right
    answer.points = Decimal(0) if late else checked.points
    return answer
