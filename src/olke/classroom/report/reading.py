"""A class read for its report, in a number of statements that does not grow with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.utils.timezone import localtime
from django.utils.translation import override

from olke.classroom.models import LiveClass, Participant, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Play
from olke.classroom.primitives.registry import play_of
from olke.classroom.script import ScriptActivity

UNDERSTOOD = Decimal("0.6")
"""Where fewer than this share answered rightly, the report says to take the matter up again."""
FEWEST_JUDGED = 3
"""Below this many answers a share says nothing about a class."""


@dataclass(frozen=True)
class TurnReport:
    """One opening of a step: how long it was planned and took, and what came of it.

    ``seconds`` is None while it is still open. ``rows`` are those of ``Play.summary``.
    """

    turn: Turn
    activity: ScriptActivity
    title: str
    primitive: str
    anonymous: bool
    planned: int
    seconds: int | None
    rows: tuple[dict[str, Any], ...]

    @property
    def opened_at(self) -> datetime:
        """When it was opened, in local time."""
        return localtime(self.turn.opened_at)


@dataclass(frozen=True)
class ActivityReport:
    """An activity with its turns, and the seconds planned and taken."""

    title: str
    minutes: int
    turns: tuple[TurnReport, ...]

    @property
    def seconds(self) -> int:
        """How long all its turns took together."""
        return sum(turn.seconds or 0 for turn in self.turns)


@dataclass(frozen=True)
class PersonReport:
    """A learner: when there, how much sent, how much right, points."""

    seat: str
    name: str
    joined_at: datetime
    seen_at: datetime
    removed: bool
    sent: int
    right: int
    asked: int
    points: Decimal

    @property
    def called(self) -> str:
        """Name, or the seat where there is none."""
        return self.name or self.seat

    @property
    def share(self) -> int | None:
        """Percent right of what was judged."""
        return round(100 * self.right / self.asked) if self.asked else None


@dataclass(frozen=True)
class Report:
    """Everything that a report shows."""

    live: LiveClass
    title: str
    minutes: int
    activities: tuple[ActivityReport, ...]
    people: tuple[PersonReport, ...]
    again: tuple[dict[str, Any], ...]

    @property
    def turns(self) -> tuple[TurnReport, ...]:
        """Every turn in the order of the lesson."""
        return tuple(turn for activity in self.activities for turn in activity.turns)

    @property
    def seconds(self) -> int:
        """How long the lesson took, from its beginning to its end."""
        begun, ended = self.live.begun_at, self.live.ended_at
        if begun is None:
            return 0
        if ended is None:
            return sum(activity.seconds for activity in self.activities)
        return round((ended - begun).total_seconds())

    @property
    def share(self) -> int | None:
        """Percent right of everything that was judged."""
        asked = sum(person.asked for person in self.people)
        return round(100 * sum(p.right for p in self.people) / asked) if asked else None


def read_report(live: LiveClass, language: str) -> Report:
    """Read a class for its report in one language: about ten statements."""
    moment = Moment(live)
    moment.answers(*moment.turns)  # all at once; what follows finds them read
    with override(language):
        activities = tuple(_activities(moment, language))
        return Report(
            live=live,
            title=moment.script.title.said(language),
            minutes=moment.script.minutes,
            activities=activities,
            people=people_of(moment),
            again=_again(activities),
        )


def people_of(moment: Moment) -> tuple[PersonReport, ...]:
    """Return everybody who was in a class, those who were taken out too, by name."""
    sent = _sent(moment)
    rows = Participant.objects.filter(live_class=moment.live)
    found = [
        PersonReport(
            seat=one.seat,
            name=one.name,
            joined_at=localtime(one.joined_at),
            seen_at=localtime(one.seen_at),
            removed=one.removed_at is not None,
            sent=sent.get(one.pk, 0),
            right=sum(moment.judged.get(party, (0, 0))[0] for party in moment.parties_of(one.pk)),
            asked=sum(moment.judged.get(party, (0, 0))[1] for party in moment.parties_of(one.pk)),
            points=moment.points_of(one.pk),
        )
        for one in rows
    ]
    return tuple(sorted(found, key=lambda person: person.called.casefold()))


def _activities(moment: Moment, language: str) -> Iterable[ActivityReport]:
    ends = _ends(moment)
    for activity in moment.script.activities:
        turns = tuple(
            _turn(moment.at(turn), turn, ends[turn.pk], language)
            for turn in moment.turns
            if turn.activity == activity.id
        )
        yield ActivityReport(activity.title.said(language), activity.minutes, turns)


def _turn(moment: Moment, turn: Turn, end: datetime | None, language: str) -> TurnReport:
    activity = moment.activity
    play = play_of(activity, turn.step)
    step = activity.steps[turn.step] if activity.steps else None
    return TurnReport(
        turn=turn,
        activity=activity,
        title=step.title.said(language) if step else activity.title.said(language),
        primitive=step.primitive.value if step else "talk",
        anonymous=play.is_anonymous(activity, turn.step) if play else False,
        planned=play.seconds(activity, turn.step, turn.item) if play else activity.seconds[0],
        seconds=round((end - turn.opened_at).total_seconds()) if end else None,
        rows=() if play is None or _is_taken_up(moment, turn) else _rows(play, moment, language),
    )


def _rows(play: Play, moment: Moment, language: str) -> tuple[dict[str, Any], ...]:
    return tuple(dict(row) for row in play.summary(moment, language))


def _is_taken_up(moment: Moment, turn: Turn) -> bool:
    """Tell whether a later step went on with what came in: that one tells it all, once."""
    steps = moment.activity.steps
    later = {one.step for one in moment.turns if one.activity == turn.activity}
    return any(
        number in later
        and step.takes_up == turn.step + 1
        and step.primitive == steps[turn.step].primitive
        for number, step in enumerate(steps)
    )


def _ends(moment: Moment) -> dict[int, datetime | None]:
    """Return when each turn gave way to the next: what the lesson spent on it."""
    turns = moment.turns
    following = [turn.opened_at for turn in turns[1:]]
    return dict(zip((turn.pk for turn in turns), [*following, moment.live.ended_at], strict=False))


def _sent(moment: Moment) -> dict[int, int]:
    """Return how many answers each learner sent that counted, those of a group for each member."""
    teams = {team.id: team for team in moment.teams}
    found: dict[int, int] = {}
    for kept in moment.answers(*moment.turns):
        for one in _writers(kept, teams):
            found[one] = found.get(one, 0) + 1
    return found


def _writers(kept: Kept, teams: dict[int, Any]) -> list[int]:
    team = teams.get(kept.group) if kept.group else None
    return [one for one, _ in team.members] if team else [kept.participant]


def _again(activities: Iterable[ActivityReport]) -> tuple[dict[str, Any], ...]:
    """Return what too few understood, the least understood first."""
    judged = [
        row | {"share": round(100 * row["right"] / row["judged"])}
        for activity in activities
        for turn in activity.turns
        for row in turn.rows
        if row.get("right") is not None and row.get("judged", 0) >= FEWEST_JUDGED
    ]
    missed = [row for row in judged if row["right"] < UNDERSTOOD * row["judged"]]
    return tuple(sorted(missed, key=lambda row: int(row["share"])))
