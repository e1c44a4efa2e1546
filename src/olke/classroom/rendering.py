"""What each audience sees of a class, as plain data: rendered once, sent to all.

``docs/reference/classroom-protocol.md`` describes every field. Nobody's name, seat or answer is in
what ``learner`` gets; what one phone alone may show is ``mine``.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.utils.translation import override

from olke.classroom.domain.directing import next_of, place_token
from olke.classroom.models import LiveClass, Participant, Turn
from olke.classroom.moment import Kept, Learner, Moment, Team, read_answers
from olke.classroom.primitives.registry import play_of
from olke.classroom.showing import item_shown

Shown = dict[str, Any]


class Audience(StrEnum):
    """Who looks."""

    LEARNER = "learner"
    PROJECTOR = "projector"
    CONSOLE = "console"


def render(live_class: int, audience: str, languages: Collection[str]) -> dict[str, Shown]:
    """Return the state of an audience in each language asked for.

    The class is read once, whatever the number of languages. Raises ``LiveClass.DoesNotExist``.
    """
    moment = Moment(read_class(live_class))
    return {language: rendered(moment, Audience(audience), language) for language in languages}


def rendered(moment: Moment, audience: Audience, language: str) -> Shown:
    """Return the state of one audience in one language."""
    with override(language):
        state = _common(moment, language)
        play = play_of(moment.activity, moment.step_number)
        if play is not None and moment.live.begun_at and not moment.live.ended_at:
            show = {
                Audience.LEARNER: play.for_phones,
                Audience.PROJECTOR: play.for_projector,
                Audience.CONSOLE: play.for_console,
            }[audience]
            state["show"] = show(moment, language)
        if audience != Audience.LEARNER:
            state |= _screen(moment)
        if audience == Audience.CONSOLE:
            state |= _console(moment, language)
    return state


def read_class(pk: int) -> LiveClass:
    """Read a class without its script, which every process keeps parsed: one statement."""
    return LiveClass.objects.select_related("turn").defer("script").get(pk=pk)


def phase_of(live: LiveClass, turn: Turn | None) -> str:
    """Return where a class is: lobby, ready, open, paused, closed, revealed or ended."""
    if live.ended_at:
        return "ended"
    if live.begun_at is None:
        return "lobby"
    if turn is None:
        return "ready"
    if turn.revealed_at:
        return "revealed"
    if turn.closed_at:
        return "closed"
    return "open" if turn.left is None else "paused"


def mine(live_class: int, participants: Collection[int]) -> dict[int, Shown]:
    """Return what only some learners' phones show, by participant, each in its own language."""
    moment = Moment(read_class(live_class))
    here = [one for one in participants if one in moment.learners]
    given: dict[str, Shown] = {}
    kept = _kept_by_party(moment)
    play = play_of(moment.activity, moment.step_number)
    own: dict[int, Shown] = {}
    for language in {moment.learners[one].language for one in here}:
        learners = [moment.learners[n] for n in here if moment.learners[n].language == language]
        with override(language):
            if play is not None and moment.live.begun_at:
                own |= play.for_learners(moment, learners, language)
            for learner in learners:
                told = own.get(learner.id, {})
                own[learner.id] = _mine(moment, learner, kept, given, language) | told
    return own


def _common(moment: Moment, language: str) -> Shown:
    live, turn, activity = moment.live, moment.turn, moment.activity
    step = moment.step
    state: Shown = {
        "phase": phase_of(live, turn),
        "title": moment.script.title.said(language),
        "activity": {
            "number": live.activity + 1,
            "of": len(moment.script.activities),
            "title": activity.title.said(language),
            "method": activity.method,
        },
        "step": {
            "number": live.step + 1,
            "of": activity.length,
            "title": step.title.said(language) if step else activity.title.said(language),
            "do": (step.learner if step else activity.learner).said(language),
        },
        "primitive": step.primitive.value if step else "talk",
        "takes_answers": _takes_answers(moment),
    }
    if turn:
        state |= {
            "turn": turn.pk,
            "opened": _ms(turn.opened_at),
            "closes": _ms(turn.closes_at),
            "hard": turn.hard,
            "left": int(turn.left.total_seconds() * 1000) if turn.left is not None else None,
        }
    return state


def _takes_answers(moment: Moment) -> bool:
    play = play_of(moment.activity, moment.step_number)
    return play is not None and play.takes_answers(moment.activity, moment.step_number)


def _screen(moment: Moment) -> Shown:
    """Return what projector and console both have: how to join, who is there, the groups."""
    live = moment.live
    answering = moment.turn and not live.ended_at and _takes_answers(moment)
    return {
        "code": live.code or "",
        "joined": len(moment.learners),
        "answered": moment.counted(moment.turn) if moment.turn and answering else None,
        "expected": _expected(moment),
        "groups": [team_shown(moment, team) for team in moment.series(live.series)],
        "rehearsal": live.rehearsal,
    }


def _expected(moment: Moment) -> int:
    """Return how many answers a turn can have: groups that answer as one count once."""
    series = moment.turn.series if moment.turn else 0
    return len(set(moment.parties(series).values()))


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


def _console(moment: Moment, language: str) -> Shown:
    live, step = moment.live, moment.step
    answered = _parties_that_answered(moment)
    parties = moment.parties(moment.turn.series if moment.turn else 0)
    return {
        "next": next_of(moment).value if not live.ended_at else "",
        "at": place_token(moment),
        "locked": live.locked,
        "shows_at_once": live.shows_at_once,
        "started": _ms(live.started_at),
        "begun": _ms(live.begun_at),
        "ended": _ms(live.ended_at),
        "do": (step.teacher if step else moment.activity.teacher).said(language),
        "people": {
            str(one.id): {
                "seat": one.seat,
                "name": one.name,
                "name_state": one.name_state,
                "seen": _ms(one.seen_at),
                "answered": parties.get(one.id) in answered,
                "points": float(moment.points_of(one.id)),
            }
            for one in moment.learners.values()
        },
        "plan": _plan(moment, language),
    }


def _parties_that_answered(moment: Moment) -> set[str]:
    return {kept.party for kept in moment.answers(moment.turn)} if moment.turn else set()


def _plan(moment: Moment, language: str) -> list[Shown]:
    """Return the activities with their minutes planned and taken: which are done, which is now."""
    taken: dict[str, float] = {}
    for turn, after in zip(moment.turns, [*moment.turns[1:], None], strict=True):
        end = after.opened_at if after else (moment.live.ended_at or None)
        begun = turn.opened_at
        spent = (end - begun).total_seconds() if end else 0
        taken[turn.activity] = taken.get(turn.activity, 0) + spent
    return [
        {
            "id": activity.id,
            "title": activity.title.said(language),
            "part": activity.part.value,
            "minutes": activity.minutes,
            "taken": round(taken[activity.id]) if activity.id in taken else None,
            "steps": [step.title.said(language) for step in activity.steps],
        }
        for activity in moment.script.activities
    ]


def _kept_by_party(moment: Moment) -> dict[str, list[Kept]]:
    """Return what stands in the turn and in those it goes on with, by party; late ones too."""
    turns = {turn.pk for turn in (moment.turn, *moment.taken_up()) if turn}
    found: dict[str, list[Kept]] = {}
    for kept in read_answers(turns, moment.undecided):
        found.setdefault(kept.party, []).append(kept)
    return found


def _mine(
    moment: Moment,
    learner: Learner,
    kept: dict[str, list[Kept]],
    given: dict[str, Shown],
    language: str,
) -> Shown:
    live, turn = moment.live, moment.turn
    team = moment.team_of(learner.id, turn.series if turn and turn.series else live.series)
    shown: Shown = {
        "seat": learner.seat,
        "name": learner.name,
        "name_state": learner.name_state,
        "points": float(moment.points_of(learner.id)),
        "answers": _own_answers(moment, learner, kept),
    }
    if team:
        shown["group"] = _own_group(moment, team, learner, language)
    step = moment.step
    if step is not None and step.items in {"dealt", "chosen"} and turn:
        seat = moment.seat_of(learner.id, moment_choices(moment))
        items = moment.activity.dealt(moment.step_number, seat)
        shown["items"] = [_item(moment, item.id, given, language) for item in items]
    if live.ended_at:
        shown["result"] = own_result(moment, learner)
    return shown


def _item(moment: Moment, name: str, given: dict[str, Shown], language: str) -> Shown:
    """Return an item as phones show it: made once for all who are dealt it."""
    key = f"{language}/{name}"
    item = moment.activity.item(name)
    if key not in given and item is not None:
        given[key] = item_shown(item, moment.script, language)
    return given[key]


def _own_answers(moment: Moment, learner: Learner, kept: dict[str, list[Kept]]) -> list[Shown]:
    turn = moment.turn
    team = moment.team_of(learner.id, turn.series) if turn and turn.series else None
    parties = [f"p{learner.id}", *([f"g{team.id}"] if team else [])]
    revealed = {one.pk for one in (turn, *moment.taken_up()) if one and one.revealed_at}
    found = [one for party in parties for one in kept.get(party, [])]
    return [
        {
            "turn": one.turn,
            "item": one.item,
            "number": one.number,
            "value": one.value,
            "edit": one.edit,
            "late": one.late,
            "state": one.state,
            "own": one.participant == learner.id,
            **({"right": one.right, "points": float(one.points)} if one.turn in revealed else {}),
        }
        for one in found
    ]


def _own_group(moment: Moment, team: Team, learner: Learner, language: str) -> Shown:
    """Return a learner's group: the members see one another's names, as they sit together."""
    del language
    roles = dict(team.members)
    step = moment.step
    named = getattr(step.chosen(), "roles", ()) if step else ()
    role = named[roles[learner.id]] if named and roles[learner.id] < len(named) else None
    return {
        "id": team.id,
        "number": team.number,
        "kind": team.kind,
        "members": [
            {
                "name": moment.learners[one].name or moment.learners[one].seat,
                "me": one == learner.id,
            }
            for one, _ in team.members
            if one in moment.learners
        ],
        "role": role.said(learner.language) if role else "",
    }


def moment_choices(moment: Moment) -> dict[int, int]:
    """Return the option each learner chose in the poll that a step takes up, by participant."""
    chosen: dict[int, int] = {}
    for kept in moment.answers(*moment.taken_up()):
        if isinstance(kept.value, list) and kept.value and isinstance(kept.value[0], int):
            chosen[kept.participant] = kept.value[0]
    return chosen


def own_result(moment: Moment, learner: Learner) -> Shown:
    """Return what a learner takes home: points, and how many answers were right of those judged."""
    found = [moment.judged.get(party, (0, 0)) for party in moment.parties_of(learner.id)]
    return {
        "points": float(moment.points_of(learner.id)),
        "right": sum(right for right, _ in found),
        "asked": sum(asked for _, asked in found),
    }


def _ms(moment: datetime | None) -> int | None:
    return int(moment.timestamp() * 1000) if moment else None


def class_of(participant: Participant) -> LiveClass:
    """Return a participant's class with the turn that is open."""
    return read_class(participant.live_class_id)
