"""What projector and console both have: how to join, who is there, the groups."""

from __future__ import annotations

from olke.classroom.domain.directing import next_of, place_token
from olke.classroom.moment import Moment, Team
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.registry import play_of


def screen_state(moment: Moment) -> Shown:
    """Return what projector and console both have: how to join, who is there, the groups."""
    live = moment.live
    answering = moment.turn and not live.ended_at and takes_answers(moment)
    return {
        "code": live.code or "",
        "joined": len(moment.learners),
        "answered": moment.counted(moment.turn) if moment.turn and answering else None,
        "expected": _expected(moment),
        "groups": [team_shown(moment, team) for team in moment.series(live.series)],
        "rehearsal": live.rehearsal,
        "next": next_of(moment).value if not live.ended_at else "",
        "at": place_token(moment),
    }


def team_shown(moment: Moment, team: Team) -> Shown:
    """Return a group for a screen: number, colour, members by the names others may read."""
    return {
        "id": team.id,
        "number": team.number,
        "members": [
            moment.learners[one].shown_name for one, _ in team.members if one in moment.learners
        ],
        "points": float(moment.points.get(f"g{team.id}", 0)),
    }


def _expected(moment: Moment) -> int:
    """Return how many answers a turn can have: groups that answer as one count once."""
    series = moment.turn.series if moment.turn else 0
    return len(set(moment.parties(series).values()))


def takes_answers(moment: Moment) -> bool:
    """Tell whether phones answer in the step that is shown."""
    play = play_of(moment.activity, moment.step_number)
    return play is not None and play.takes_answers(moment.activity, moment.step_number)
