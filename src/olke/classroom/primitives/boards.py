"""The board: hidden cells by topic and points, chosen by teams in turn."""

from __future__ import annotations

import random
import secrets
from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.models import Answer, Award, Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.base import Asked, Checked, Opening, Own, Play, Sent, Shown
from olke.classroom.primitives.cells import Layout, layout_of
from olke.classroom.primitives.questions import guessed, judged
from olke.classroom.primitives.turns_of_board import Game, MoveError, Stage
from olke.classroom.script import ScriptActivity
from olke.classroom.showing import item_shown, solution_shown, value_said
from olke.classroom.wording.groups import group_name
from olke.teaching.primitives import BoardSettings, Primitive

CHOICE = "cell"
"""The item by which a team chooses a cell: the cell's item, numbered by the round."""


class Boards(Play):
    """One turn for the whole board; its data says which cell is open and whose turn it is."""

    primitive = Primitive.BOARD

    def takes_answers(self, activity: ScriptActivity, step: int) -> bool:
        """Tell whether there is any cell to open."""
        return bool(activity.shown(step))

    def answers_by(self, activity: ScriptActivity, step: int) -> str:
        """Teams answer as one; without groups the whole class plays, and each answers."""
        del activity, step
        return "group"

    def opening(self, moment: Moment, item: str) -> Opening:
        """Hide every cell, and let the first team choose."""
        del item
        standing = moment.series(moment.live.series)
        teams = [team.id for team in standing if team.members]
        cells = _layout(moment).cells
        game = Game(max(len(teams), 1), tuple(cell.item.id for cell in cells))
        data = {"teams": teams, "game": game.plain(), "awards": {}, "stage": _token(game)}
        return Opening(series=moment.live.series if teams else 0, data=data)

    def own_next(self, moment: Moment) -> Own | None:
        """Return what comes next of the board: open, judge, pass on, show, go on."""
        turn = moment.turn
        if turn is None or turn.closed_at or "game" not in turn.data:
            return None
        game = _game(moment)
        match game.stage:
            case Stage.CHOOSE:
                return self._next_choice(moment)
            case Stage.ASK:
                return self._next_judgement(moment, game)
            case Stage.SHOWN:
                return Own("go_on", {}, _next_label(moment, game))
            case Stage.OVER:
                return None

    def _next_choice(self, moment: Moment) -> Own:
        chosen = _chosen(moment)
        cell = _layout(moment).cell(chosen)
        if cell is None:
            return Own("lot", {}, _("Open a cell by lot"))
        told = {"topic": cell.item.topic.said(_now()), "points": cell.points}
        return Own("open", {"cell": chosen}, _("Open: %(topic)s, %(points)s") % told)

    def _next_judgement(self, moment: Moment, game: Game) -> Own:
        kept, cell = _answer_of(moment, game), _layout(moment).cell(game.cell)
        if kept and cell and kept.right is not False:
            # What was written and cannot be checked is for the teacher to judge: the one button
            # says yes, which can be corrected; passing on cannot be taken back.
            return Own("judge", {"right": "1"}, _("Right: %(points)s") % {"points": cell.points})
        follower = game.follower() if _settings(moment).passed else None
        if follower is None:
            return Own("judge", {"right": "0"}, _("Nobody has it: show the answer"))
        told = {"team": _said_team(moment, follower)}
        return Own("judge", {"right": "0"}, _("Not right: pass on to %(team)s") % told)

    def check(self, asked: Asked, sent: Sent) -> Checked:
        """Return the choice of a cell, or the answer of the team that is asked."""
        turn, layout = asked.turn, layout_of(asked.activity, asked.step)
        game = Game.of(turn.data["game"], tuple(cell.item.id for cell in layout.cells))
        if sent.item == CHOICE:
            return _check_choice(asked, sent, game)
        if sent.item != game.cell or asked.item is None:
            raise RefusedError("closed" if sent.item in game.done else "item-unknown")
        if game.stage != Stage.ASK:
            raise RefusedError("closed")
        _refuse_others(asked, game.asked)
        value, right, _share = judged(asked.item, sent.value)
        return Checked(value, right)

    def for_phones(self, moment: Moment, language: str) -> Shown:
        """Return the board, whose turn it is, the open cell, and once it was played its answer."""
        turn, layout = moment.turn, _layout(moment)
        if turn is None or "game" not in turn.data:
            return {"stage": "", "topics": [], "rows": [], "teams": []}
        game = _game(moment)
        shown: Shown = {
            "stage": game.stage.value,
            "round": game.round,
            "left": len(game.hidden),
            "whole": not turn.data["teams"],
            "topics": [topic.said(language) for topic in layout.topics],
            "rows": _rows(moment, game, layout),
            "teams": _teams(moment, game, layout),
            "choosing": _number(moment, game.chooser),
            "asked": _number(moment, game.asked) if game.stage == Stage.ASK else 0,
        }
        if cell := layout.cell(game.cell):
            shown["cell"] = {
                "id": cell.item.id,
                "topic": cell.item.topic.said(language),
                "points": cell.points,
            }
            shown["item"] = item_shown(cell.item, moment.script, language)
            if game.stage == Stage.SHOWN:
                winner = game.done[game.cell]
                shown["winner"] = None if winner is None else _number(moment, winner)
                shown["solution"] = solution_shown(cell.item, moment.script, language)
        return shown

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return the board with the cell that is about to be opened, and the answer that won."""
        shown = self.for_phones(moment, language)
        if shown["stage"] == Stage.CHOOSE:
            shown["chosen"] = _chosen(moment)
        if shown["stage"] == Stage.SHOWN:
            won = [kept for kept in _answers(moment, _game(moment).cell) if kept.right]
            item = moment.activity.item(shown["cell"]["id"])
            shown["said"] = [value_said(item, kept.value, language) for kept in won[:1]]
        return shown

    def for_console(self, moment: Moment, language: str) -> Shown:
        """Return the answers of the teams as they come, and the solution to judge them by."""
        shown = self.for_projector(moment, language)
        if "cell" not in shown:
            return shown
        item = moment.activity.item(shown["cell"]["id"])
        if item is not None:
            shown["solution"] = solution_shown(item, moment.script, language)
        shown["answers"] = [
            {
                "id": kept.id,
                "participant": kept.participant,
                "team": _team_number(moment, kept.group),
                "by": moment.named(kept),
                "text": value_said(item, kept.value, language),
                "right": kept.right,
            }
            for kept in _answers(moment, shown["cell"]["id"])
        ]
        shown["can_pass"] = _settings(moment).passed and _game(moment).follower() is not None
        return shown

    def command(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        """Do a move: ``open`` (``cell``), ``lot``, ``judge`` (``right`` 1 or 0, ``answer`` of a
        class that plays together), ``give_up``, ``go_on``, ``correct`` (``cell``, ``team``, empty
        for nobody)."""
        if moment.turn is None or "game" not in moment.turn.data:
            raise CommandError("nothing-open")
        try:
            self._move(moment, name, data)
        except MoveError:
            raise CommandError("moved-on") from None

    def _move(self, moment: Moment, name: str, data: Mapping[str, str]) -> None:
        game = _game(moment)
        match name:
            case "open":
                _keep(moment, game.opened(data.get("cell", "")), clock=True)
            case "lot":
                if not game.hidden:
                    raise MoveError
                _keep(moment, game.opened(secrets.choice(game.hidden)), clock=True)
            case "judge":
                _judge(moment, game, data)
            case "give_up":
                _keep(moment, game.given_up())
            case "go_on":
                _keep(moment, game.gone_on())
            case "correct":
                _correct(moment, game, data)
            case _:
                raise CommandError("command-unknown")

    def spoke(self, moment: Moment) -> set[str]:
        """Return everybody but whose turn it is, and those who answered this cell."""
        turn = moment.turn
        if turn is None or "game" not in turn.data:
            return set()
        game, everybody = _game(moment), set(moment.parties(turn.series).values())
        team = {Stage.CHOOSE: game.chooser, Stage.ASK: game.asked}.get(game.stage)
        if team is None:
            return everybody
        item = CHOICE if game.stage == Stage.CHOOSE else game.cell
        sent = {
            kept.party for kept in _answers(moment, item) if item != CHOICE or _is_now(kept, game)
        }
        may = {f"g{turn.data['teams'][team]}"} if turn.data["teams"] else everybody
        return (everybody - may) | sent

    def simulated(self, asked: Asked, chance: random.Random) -> list[Sent]:
        """Choose any cell that is hidden, and answer rightly some two times in three."""
        layout = layout_of(asked.activity, asked.step)
        game = Game.of(asked.turn.data["game"], tuple(cell.item.id for cell in layout.cells))
        teams = asked.turn.data["teams"]
        team = game.chooser if game.stage == Stage.CHOOSE else game.asked
        if teams and f"g{teams[team]}" not in asked.parties:
            return []
        if game.stage == Stage.CHOOSE and game.hidden:
            return [Sent(CHOICE, game.round, chance.choice(game.hidden))]
        cell = layout.cell(game.cell)
        if game.stage == Stage.ASK and cell:
            return [Sent(game.cell, 0, guessed(cell.item, chance))]
        return []

    def summary(self, moment: Moment, language: str) -> list[Shown]:
        """Return a row for each cell that was opened, with what each team answered."""
        if moment.turn is None or "game" not in moment.turn.data:
            return []
        game, layout = _game(moment), _layout(moment)
        return [_row(moment, game, layout, name, language) for name in game.done]


def _row(moment: Moment, game: Game, layout: Layout, name: str, language: str) -> Shown:
    cell = layout.cell(name)
    if cell is None:
        return {"item": name, "text": name}
    kept = _answers(moment, name)
    judged_ones = [one for one in kept if one.right is not None]
    winner = game.done[name]
    return {
        "item": name,
        "text": cell.item.text.said(language),
        "topic": cell.item.topic.said(language),
        "points": cell.points,
        "winner": None if winner is None else _number(moment, winner),
        "answered": len(kept),
        "right": sum(bool(one.right) for one in judged_ones) if judged_ones else None,
        "judged": len(judged_ones),
        "entries": [
            {
                "id": one.id,
                "text": str(value_said(cell.item, one.value, language)),
                "by": moment.named(one),
                "note": one.note,
            }
            for one in kept
        ],
        **solution_shown(cell.item, moment.script, language),
    }


def _settings(moment: Moment) -> BoardSettings:
    settings = moment.activity.settings(moment.step_number)
    assert isinstance(settings, BoardSettings)  # noqa: S101 - by the step's primitive
    return settings


def _layout(moment: Moment) -> Layout:
    return layout_of(moment.activity, moment.step_number)


def _turn(moment: Moment) -> Turn:
    if moment.turn is None:
        raise CommandError("nothing-open")
    return moment.turn


def _game(moment: Moment) -> Game:
    names = tuple(cell.item.id for cell in _layout(moment).cells)
    return Game.of(_turn(moment).data["game"], names)


def _keep(moment: Moment, game: Game, *, clock: bool = False) -> None:
    """Store a move. ``clock``: the team that is asked has the time of a cell from now."""
    turn = _turn(moment)
    turn.data = {**turn.data, "game": game.plain(), "stage": _token(game)}
    turn.left = None
    turn.closes_at = _ends(moment, turn)
    if clock:
        turn.closes_at = moment.now + timedelta(seconds=_settings(moment).seconds)
    if game.stage == Stage.OVER:
        turn.closed_at = turn.closed_at or moment.now
    turn.save(update_fields=["data", "left", "closes_at", "closed_at"])


def _ends(moment: Moment, turn: Turn) -> datetime:
    """Return when the time for the whole board is over: the clock between two cells."""
    return turn.opened_at + timedelta(seconds=moment.activity.seconds[turn.step])


def _token(game: Game) -> str:
    return f"{game.round}{game.stage.value}{game.asked if game.stage == Stage.ASK else ''}"


def _judge(moment: Moment, game: Game, data: Mapping[str, str]) -> None:
    right = data.get("right") == "1"
    judged_answer = _picked(moment, game, data.get("answer", ""))
    after = game.judged(right=right, passed=_settings(moment).passed)
    _keep(moment, after, clock=after.stage == Stage.ASK)
    if judged_answer is not None:
        Answer.objects.filter(pk=judged_answer.id).update(right=right)
    if right:
        _award(moment, game.cell, game.asked, judged_answer)


def _picked(moment: Moment, game: Game, answer: str) -> Kept | None:
    """Return the answer that is judged: the one named, or else that of the team that is asked."""
    if not answer:
        return _answer_of(moment, game)
    found = [kept for kept in _answers(moment, game.cell) if str(kept.id) == answer]
    if not found:
        raise CommandError("entry-unknown")
    return found[0]


def _award(moment: Moment, cell: str, team: int, kept: Kept | None) -> None:
    """Give a cell's points to a team; in a class that plays together, to who had the answer."""
    turn, found = _turn(moment), _layout(moment).cell(cell)
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


def _correct(moment: Moment, game: Game, data: Mapping[str, str]) -> None:
    """Give a cell's points to another team than was judged, or to nobody."""
    cell, team = data.get("cell", ""), data.get("team", "")
    numbers = [str(_number(moment, place)) for place in range(game.teams)]
    if team not in {"", *numbers}:
        raise CommandError("group-unknown")
    to = numbers.index(team) if team else None
    _keep_as_it_is(moment, game.corrected(cell, to))
    turn = _turn(moment)
    awards = dict(turn.data["awards"])
    Award.objects.filter(pk=awards.pop(cell, 0), live_class=moment.live).delete()
    turn.data = {**turn.data, "awards": awards}
    turn.save(update_fields=["data"])
    kept = _answers(moment, cell)
    won = None if to is None else next((k for k in kept if _is_of(turn, k, to, data)), None)
    for one in kept:
        if one.right is not None or one is won:
            Answer.objects.filter(pk=one.id).update(right=one is won)
    if to is not None:
        _award(moment, cell, to, won)


def _is_of(turn: Turn, kept: Kept, team: int, data: Mapping[str, str]) -> bool:
    """Tell whether an answer is the one that a cell is given for."""
    if turn.data["teams"]:
        return kept.party == _party(turn, team)
    return str(kept.id) == data.get("answer", str(kept.id))


def _keep_as_it_is(moment: Moment, game: Game) -> None:
    turn = _turn(moment)
    turn.data = {**turn.data, "game": game.plain()}
    turn.save(update_fields=["data"])


def _party(turn: Turn, team: int) -> str:
    return f"g{turn.data['teams'][team]}" if turn.data["teams"] else ""


def _answers(moment: Moment, item: str) -> list[Kept]:
    return [kept for kept in moment.answers(moment.turn) if kept.item == item]


def _answer_of(moment: Moment, game: Game) -> Kept | None:
    """Return what the team that is asked has answered; of the class, the first right answer."""
    turn = _turn(moment)
    found = _answers(moment, game.cell)
    if turn.data["teams"]:
        return next((one for one in found if one.party == _party(turn, game.asked)), None)
    return next((one for one in found if one.right), None)


def _is_now(kept: Kept, game: Game) -> bool:
    return kept.number == game.round


def _chosen(moment: Moment) -> str:
    """Return the cell that the team chose, or that most of the class chose; "" for none."""
    game, turn = _game(moment), _turn(moment)
    party = _party(turn, game.chooser)
    votes = Counter(
        kept.value
        for kept in _answers(moment, CHOICE)
        if _is_now(kept, game) and kept.value in game.hidden and party in {"", kept.party}
    )
    return votes.most_common(1)[0][0] if votes else ""


def _check_choice(asked: Asked, sent: Sent, game: Game) -> Checked:
    if game.stage != Stage.CHOOSE or sent.number != game.round:
        raise RefusedError("closed")
    _refuse_others(asked, game.chooser)
    if not isinstance(sent.value, str) or sent.value not in game.hidden:
        raise RefusedError("cell-open")
    return Checked(sent.value)


def _refuse_others(asked: Asked, team: int) -> None:
    teams = asked.turn.data["teams"]
    if teams and f"g{teams[team]}" not in asked.parties:
        raise RefusedError("others-turn")


def _number(moment: Moment, team: int) -> int:
    """Return the number of a team's group; 0 for the class that plays together."""
    teams = _turn(moment).data["teams"]
    return _team_number(moment, teams[team % len(teams)]) if teams else 0


def _team_number(moment: Moment, group: int | None) -> int:
    return next((team.number for team in moment.teams if team.id == group), 0)


def _next_label(moment: Moment, game: Game) -> str:
    if not game.hidden:
        return _("Show the final score")
    if game.teams == 1:
        return _("On to the next cell")
    return _("Next to choose: %(team)s") % {"team": _said_team(moment, game.chooser + 1)}


def _said_team(moment: Moment, team: int) -> str:
    number = _number(moment, team)
    return group_name(number) if number else _("the whole class")


def _rows(moment: Moment, game: Game, layout: Layout) -> list[Shown]:
    return [
        {
            "points": points,
            "cells": [
                _cell_shown(moment, game, layout, row, topic) for topic in range(len(layout.topics))
            ],
        }
        for row, points in enumerate(layout.rows)
    ]


def _cell_shown(moment: Moment, game: Game, layout: Layout, row: int, topic: int) -> Shown | None:
    cell = layout.at(row, topic)
    if cell is None:
        return None
    name = cell.item.id
    shown: Shown = {"id": name, "state": "hidden"}
    if name == game.cell:
        shown["state"] = "open"
    elif name in game.done:
        winner = game.done[name]
        shown["state"] = "done"
        shown["team"] = None if winner is None else _number(moment, winner)
    return shown


def _teams(moment: Moment, game: Game, layout: Layout) -> list[Shown]:
    """Return the score: the points of the cells that each team won."""
    points = {cell.item.id: cell.points for cell in layout.cells}
    return [
        {
            "id": (_turn(moment).data["teams"] or [0])[team],
            "number": _number(moment, team),
            "points": sum(points[cell] for cell, won in game.done.items() if won == team),
        }
        for team in range(game.teams)
    ]


def _now() -> str:
    return (get_language() or "kk")[:2]
