"""Moves on a board, within the transaction of the teacher's command: judge, correct, go on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from olke.classroom.errors import CommandError
from olke.classroom.models import Answer, Award, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.board_now import (
    answer_asked,
    answers_to,
    board_layout,
    board_settings,
    board_turn,
    number_of_team,
    party_of,
)
from olke.classroom.primitives.turns_of_board import Game, Stage


def keep_game(moment: Moment, game: Game, *, clock: bool = False) -> None:
    """Store a move. ``clock``: the team that is asked has the time of a cell from now."""
    turn = board_turn(moment)
    turn.data = {**turn.data, "game": game.plain(), "stage": stage_token(game)}
    turn.left = None
    turn.closes_at = _ends(moment, turn)
    if clock:
        turn.closes_at = moment.now + timedelta(seconds=board_settings(moment).seconds)
    if game.stage == Stage.OVER:
        turn.closed_at = turn.closed_at or moment.now
    turn.save(update_fields=["data", "left", "closes_at", "closed_at"])


def _ends(moment: Moment, turn: Turn) -> datetime:
    """Return when the time for the whole board is over: the clock between two cells."""
    return turn.opened_at + timedelta(seconds=moment.activity.seconds[turn.step])


def stage_token(game: Game) -> str:
    return f"{game.round}{game.stage.value}{game.asked if game.stage == Stage.ASK else ''}"


def judge_answer(moment: Moment, game: Game, data: Mapping[str, str]) -> None:
    right = data.get("right") == "1"
    judged_answer = _picked(moment, game, data.get("answer", ""))
    after = game.judged(right=right, passed=board_settings(moment).passed)
    keep_game(moment, after, clock=after.stage == Stage.ASK)
    if judged_answer is not None:
        Answer.objects.filter(pk=judged_answer.id).update(right=right)
    if right:
        _award(moment, game.cell, game.asked, judged_answer)


def _picked(moment: Moment, game: Game, answer: str) -> Kept | None:
    """Return the answer that is judged: the one named, or else that of the team that is asked."""
    if not answer:
        return answer_asked(moment, game)
    found = [kept for kept in answers_to(moment, game.cell) if str(kept.id) == answer]
    if not found:
        raise CommandError("entry-unknown")
    return found[0]


def _award(moment: Moment, cell: str, team: int, kept: Kept | None) -> None:
    """Give a cell's points to a team; in a class that plays together, to who had the answer."""
    turn, found = board_turn(moment), board_layout(moment).cell(cell)
    teams = turn.data["teams"]
    if found is None or (not teams and kept is None):
        return
    award = Award.objects.create(
        live_class=moment.live,
        turn=turn,
        group_id=teams[team] if teams else None,
        participant_id=kept.participant if not teams and kept else None,
        points=found.points,
        why=found.item.text.said(moment.live.language)[:200],
        at=datetime.now(UTC),
    )
    turn.data = {**turn.data, "awards": {**turn.data["awards"], cell: award.pk}}
    turn.save(update_fields=["data"])


def correct_cell(moment: Moment, game: Game, data: Mapping[str, str]) -> None:
    """Give a cell's points to another team than was judged, or to nobody."""
    cell, team = data.get("cell", ""), data.get("team", "")
    numbers = [str(number_of_team(moment, place)) for place in range(game.teams)]
    if team not in {"", *numbers}:
        raise CommandError("group-unknown")
    to = numbers.index(team) if team else None
    _keep_as_it_is(moment, game.corrected(cell, to))
    turn = board_turn(moment)
    awards = dict(turn.data["awards"])
    Award.objects.filter(pk=awards.pop(cell, 0), live_class=moment.live).delete()
    turn.data = {**turn.data, "awards": awards}
    turn.save(update_fields=["data"])
    kept = answers_to(moment, cell)
    won = None if to is None else next((k for k in kept if _is_of(turn, k, to, data)), None)
    for one in kept:
        if one.right is not None or one is won:
            Answer.objects.filter(pk=one.id).update(right=one is won)
    if to is not None:
        _award(moment, cell, to, won)


def _is_of(turn: Turn, kept: Kept, team: int, data: Mapping[str, str]) -> bool:
    """Tell whether an answer is the one that a cell is given for."""
    if turn.data["teams"]:
        return kept.party == party_of(turn, team)
    return str(kept.id) == data.get("answer", str(kept.id))


def _keep_as_it_is(moment: Moment, game: Game) -> None:
    turn = board_turn(moment)
    turn.data = {**turn.data, "game": game.plain()}
    turn.save(update_fields=["data"])
