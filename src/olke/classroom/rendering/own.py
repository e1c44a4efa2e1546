"""What one phone alone may show: its learner's seat, answers, group, points."""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import override

from olke.classroom.moment import Kept, Learner, Moment, Team, read_answers
from olke.classroom.primitives.base import Shown
from olke.classroom.primitives.registry import play_of
from olke.classroom.rendering.states import read_class
from olke.classroom.showing import item_shown
from olke.teaching.documents.parts import Title


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
        "number": learner.number,
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
            "id": one.id,
            "turn": one.turn,
            "item": one.item,
            "number": one.number,
            "value": one.value,
            "edit": one.edit,
            "late": one.late,
            "state": one.state,
            "own": one.participant == learner.id,
            **({"note": one.note} if one.note else {}),
            **({"right": one.right, "points": float(one.points)} if one.turn in revealed else {}),
        }
        for one in found
    ]


def _own_group(moment: Moment, team: Team, learner: Learner, language: str) -> Shown:
    """Return a learner's group: the members see one another's names, as they sit together."""
    del language
    roles, named = dict(team.members), _roles(moment)
    role = named[roles[learner.id] % len(named)] if named else None
    return {
        "id": team.id,
        "number": team.number,
        "kind": team.kind,
        "members": [
            {
                "name": moment.learners[one].called,
                "me": one == learner.id,
            }
            for one, _ in team.members
            if one in moment.learners
        ],
        "role": role.said(learner.language) if role else "",
    }


def _roles(moment: Moment) -> tuple[Title, ...]:
    """Return the roles that were given in the activity so far: they last until it ends."""
    named: tuple[Title, ...] = ()
    for step in moment.activity.steps[: moment.step_number + 1]:
        named = getattr(step.chosen(), "roles", ()) or named
    return named


def moment_choices(moment: Moment) -> dict[int, int]:
    """Return the option each learner chose in the poll that a step takes up, by participant."""
    return moment.chosen


def own_result(moment: Moment, learner: Learner) -> Shown:
    """Return what a learner takes home: points, and how many answers were right of those judged."""
    found = [moment.judged.get(party, (0, 0)) for party in moment.parties_of(learner.id)]
    return {
        "points": float(moment.points_of(learner.id)),
        "right": sum(right for right, _ in found),
        "asked": sum(asked for _, asked in found),
    }
