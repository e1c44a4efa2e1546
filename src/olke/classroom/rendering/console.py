"""What only the teacher sees: what comes next, what can be done, who is there, the plan."""

from __future__ import annotations

from datetime import datetime

from olke.classroom.domain.directing import Next, next_of
from olke.classroom.live.announce import present
from olke.classroom.models import LiveClass, Participant, Turn
from olke.classroom.moment import Learner, Moment
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.registry import play_of
from olke.classroom.rendering.stamps import ms


def console_state(moment: Moment, language: str) -> Shown:
    """Return what the console has besides what every screen has."""
    live, step = moment.live, moment.step
    return {
        "then": _then(moment, language),
        "can": possible(moment),
        "locked": live.locked,
        "shows_at_once": live.shows_at_once,
        "started": ms(live.started_at),
        "begun": ms(live.begun_at),
        "ended": ms(live.ended_at),
        "do": (step.teacher if step else moment.activity.teacher).said(language),
        "people": _people(moment),
        "removed": _removed(live),
        "plan": _plan(moment, language),
    }


def possible(moment: Moment) -> list[str]:
    """Return the commands that the class would not refuse now, besides ``advance``."""
    live, turn = moment.live, moment.turn
    if live.ended_at:
        return []
    found = []
    if live.begun_at and (live.activity, live.step) != (0, 0):
        found.append("back")
    if live.begun_at and live.activity + 1 < len(moment.script.activities):
        found.append("skip")
    return found + (_possible_with(moment, turn) if turn else [])


def _possible_with(moment: Moment, turn: Turn) -> list[str]:
    found = ["repeat"]
    if turn.closed_at is None:
        found.append("close" if _is_answered(moment, turn) else "")
        if turn.closes_at or turn.left is not None:
            found.append("pause" if turn.left is None else "resume")
    if turn.revealed_at is None:
        if turn.closed_at is None or _is_answered(moment, turn):
            found.append("extend")
        play = play_of(moment.activity, turn.step)
        if play is not None and play.reveals_now(moment):
            found.append("reveal")
    return [name for name in found if name]


def _is_answered(moment: Moment, turn: Turn) -> bool:
    play = play_of(moment.activity, turn.step)
    return play is not None and play.takes_answers(moment.activity, turn.step)


def _then(moment: Moment, language: str) -> str:
    """Return what the one button leads to, in words: the title of the next step or activity.

    Of a primitive's own command it is what the button says.
    """
    if moment.live.ended_at:
        return ""
    match next_of(moment):
        case Next.BEGIN:
            return moment.script.activities[0].title.said(language)
        case Next.OWN:
            play = play_of(moment.activity, moment.step_number)
            own = play.own_next(moment) if play else None
            return own.label if own else ""
        case Next.STEP:
            return moment.activity.steps[moment.step_number + 1].title.said(language)
        case Next.ACTIVITY:
            return moment.script.activities[moment.live.activity + 1].title.said(language)
        case _:
            return ""


def _people(moment: Moment) -> dict[str, Shown]:
    """Return everybody in the class by number: one entry changes when one learner answers."""
    answered = {kept.party for kept in moment.answers(moment.turn)} if moment.turn else set()
    parties = moment.parties(moment.turn.series if moment.turn else 0)
    here = present(moment.live.pk)
    return {
        str(one.id): _person(moment, one)
        | {"here": one.id in here or one.simulated, "answered": parties.get(one.id) in answered}
        for one in moment.learners.values()
    }


def _person(moment: Moment, one: Learner) -> Shown:
    team = moment.team_of(one.id, moment.live.series)
    return {
        "seat": one.seat,
        "name": one.name,
        "name_state": one.name_state,
        "seen": ms(one.seen_at),
        "points": float(moment.points_of(one.id)),
        "group": team.number if team else None,
        "simulated": one.simulated,
    }


def _removed(live: LiveClass) -> list[Shown]:
    """Return who was taken out and may be let back: one statement."""
    rows = Participant.objects.filter(live_class=live, removed_at__isnull=False)
    return [{"seat": seat, "name": name} for seat, name in rows.values_list("seat", "name")]


def _plan(moment: Moment, language: str) -> list[Shown]:
    """Return the activities with minutes planned and seconds taken, and what was opened of each.

    ``taken`` is without the turn that is on now: ``since`` says when that one began.
    """
    taken, opened = _times(moment)
    now = moment.live.activity
    return [
        {
            "id": activity.id,
            "title": activity.title.said(language),
            "part": activity.part.value,
            "minutes": activity.minutes,
            "taken": round(taken[activity.id]) if activity.id in taken else None,
            "since": ms(opened) if number == now else None,
            "steps": [step.title.said(language) for step in activity.steps],
        }
        for number, activity in enumerate(moment.script.activities)
    ]


def _times(moment: Moment) -> tuple[dict[str, float], datetime | None]:
    """Return the seconds each activity took, and when the turn that goes on was opened."""
    taken: dict[str, float] = {}
    turns = moment.turns
    for turn, after in zip(turns, [*turns[1:], None], strict=False):
        end = after.opened_at if after else moment.live.ended_at
        spent = (end - turn.opened_at).total_seconds() if end else 0
        taken[turn.activity] = taken.get(turn.activity, 0) + spent
    goes_on = bool(turns) and not moment.live.ended_at
    return taken, turns[-1].opened_at if goes_on else None
