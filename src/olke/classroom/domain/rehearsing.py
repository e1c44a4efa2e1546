"""Rehearsal: simulated learners join and answer, so that a teacher can try a lesson alone.

They are marked as simulated wherever they appear, and a rehearsal is marked as one: none of it is
taken for a real class. The console asks for ``answer_some`` every few seconds while it is open.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from uuid import UUID

from olke.classroom.domain.answers import Receipt, Submission, keep_answers
from olke.classroom.domain.joining import join
from olke.classroom.errors import CommandError
from olke.classroom.live.announce import announce_answers
from olke.classroom.models import LiveClass, Turn
from olke.classroom.moment import Learner, Moment
from olke.classroom.primitives.base import Asked, Play, Sent
from olke.classroom.primitives.registry import play_of

USUAL_SIZE = 24
MOST_SIMULATED = 60
PORTION = 0.3
"""Of those who have not answered yet, so many answer at one asking."""
NAMES = (
    "Айгерім", "Бауыржан", "Гүлназ", "Дәурен", "Еркежан", "Жанар", "Зарина", "Қайрат",
    "Ләззат", "Мадина", "Нұрлан", "Өркен", "Перизат", "Рүстем", "Салтанат", "Тимур",
    "Ұлжан", "Фариза", "Шыңғыс", "Әлия", "Іңкәр", "Данияр", "Анна", "Кирилл",
    "Алуа", "Бекзат", "Динара", "Ерасыл", "Жұлдыз", "Камила", "Мирас", "Наргиз",
)  # fmt: skip


def fill_class(live: LiveClass, number: int = USUAL_SIZE) -> int:
    """Let simulated learners join a rehearsal until there are so many; return how many came."""
    if not live.rehearsal:
        raise CommandError("command-unknown")
    there = live.participants.filter(simulated=True).count()
    wanted = range(there, min(number, MOST_SIMULATED))
    for place in wanted:
        more = "" if place < len(NAMES) else f" {place // len(NAMES) + 1}"
        name = f"{NAMES[place % len(NAMES)]}{more}"
        join(live, name=name, language=live.language, simulated=True)
    return len(wanted)


def answer_some(live: LiveClass, portion: float = PORTION) -> int:
    """Let some simulated learners answer what is open; return how many answers were kept.

    The same learner gives the same answer to the same turn, however often it is asked.
    """
    moment = Moment(live)
    turn = moment.turn
    play = play_of(moment.activity, moment.step_number) if turn else None
    if (
        not live.rehearsal
        or turn is None
        or play is None
        or turn.closed_at
        or turn.left is not None
    ):
        return 0
    if not play.takes_answers(moment.activity, turn.step):
        return 0
    waiting = _waiting(moment, play, turn)
    some = waiting[: max(round(portion * len(waiting)), 1)]
    sent = [one for learner in some for one in _sent(moment, play, learner, turn)]
    receipts = keep_answers(sent) if sent else []
    announce_answers(live.pk, _groups(receipts), [one.id for one in some])
    return sum(receipt.status == "kept" for receipt in receipts)


def _waiting(moment: Moment, play: Play, turn: Turn) -> list[Learner]:
    """Return the simulated learners who have sent nothing, one of each group that answers as one.

    In an order of lot that stays the same for the turn.
    """
    answered = play.spoke(moment)
    parties = moment.parties(turn.series)
    speakers: dict[str, Learner] = {}
    for learner in moment.learners.values():
        if learner.simulated:
            speakers.setdefault(parties[learner.id], learner)
    waiting = [learner for party, learner in speakers.items() if party not in answered]
    _chance(turn, 0).shuffle(waiting)
    return waiting


def _sent(moment: Moment, play: Play, learner: Learner, turn: Turn) -> Iterable[Submission]:
    chance = _chance(turn, learner.id)
    seat = moment.seat_of(learner.id)
    item = moment.activity.item(turn.item) if turn.item else None
    parties = frozenset(moment.parties_of(learner.id))
    asked = Asked(moment.script, moment.activity, turn.step, turn, item, seat, learner.id, parties)
    for answer in play.simulated(asked, chance):
        yield _submission(answer, learner, turn, chance)


def _submission(answer: Sent, learner: Learner, turn: Turn, chance: random.Random) -> Submission:
    return Submission(
        id=UUID(int=chance.getrandbits(128), version=4),
        participant=learner.id,
        turn=turn.pk,
        item=answer.item,
        number=answer.number,
        value=answer.value,
        received=datetime.now(UTC),
    )


def _groups(receipts: Sequence[Receipt]) -> set[int]:
    return {receipt.group for receipt in receipts if receipt.group is not None}


def _chance(turn: Turn, learner: int) -> random.Random:
    stage = turn.data.get("stage", "")
    return random.Random(f"{turn.pk}/{stage}/{learner}")  # noqa: S311 - a play, not a secret
