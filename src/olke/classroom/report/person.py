"""What one learner sent in a class."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from olke.classroom.domain.answers import PEN
from olke.classroom.models import LiveClass, Participant, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.registry import play_of
from olke.classroom.report.reading import PersonReport, people_of
from olke.classroom.showing import solution_shown, value_said


@dataclass(frozen=True)
class Given:
    """An answer as the report of a learner shows it. ``by_group``: sent by a group of theirs."""

    activity: str
    step: str
    question: str
    said: str
    right: bool | None
    points: float
    late: bool
    by_group: bool
    answer: str
    evidence: tuple[dict[str, Any], ...]


def person_answers(live: LiveClass, participant: Participant, language: str) -> dict[str, Any]:
    """Return a learner's line of the report, and what the learner sent in the order of the lesson.

    ``withheld`` is how many anonymous steps there were in which it is not told who sent what.
    """
    moment = Moment(live)
    moment.answers(*moment.turns)
    parties = set(moment.parties_of(participant.pk))
    named = [turn for turn in moment.turns if not _is_anonymous(moment, turn)]
    return {
        "line": _line(moment, participant),
        "given": [one for turn in named for one in _given(moment, turn, parties, language)],
        "withheld": len(moment.turns) - len(named),
    }


def _line(moment: Moment, participant: Participant) -> PersonReport:
    return next(one for one in people_of(moment) if one.seat == participant.seat)


def _is_anonymous(moment: Moment, turn: Turn) -> bool:
    activity = moment.script.activity(turn.activity)
    play = play_of(activity, turn.step)
    return play is not None and play.is_anonymous(activity, turn.step)


def _given(moment: Moment, turn: Turn, parties: set[str], language: str) -> Iterable[Given]:
    for kept in moment.all_answers(turn):
        if kept.party in parties and kept.item != PEN:
            yield _one(moment, turn, kept, language)


def _one(moment: Moment, turn: Turn, kept: Kept, language: str) -> Given:
    activity = moment.script.activity(turn.activity)
    item = activity.item(kept.item)
    solution = solution_shown(item, moment.script, language) if item else {}
    return Given(
        activity=activity.title.said(language),
        step=activity.steps[turn.step].title.said(language) if activity.steps else "",
        question=item.text.said(language) if item else "",
        said=str(value_said(item, kept.value, language)),
        right=kept.right,
        points=float(kept.points),
        late=kept.late,
        by_group=kept.group is not None,
        answer=str(solution.get("answer", "")),
        evidence=tuple(solution.get("evidence", ())),
    )
