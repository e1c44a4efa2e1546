"""The board: hidden cells by topic and points, chosen by teams in turn."""

from __future__ import annotations

import random
import secrets
from collections.abc import Mapping

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from olke.classroom.errors import CommandError, RefusedError
from olke.classroom.moment import Moment
from olke.classroom.primitives.base import Asked, Checked, Opening, Own, Play, Sent, Shown
from olke.classroom.primitives.board_moves import (
    correct_cell,
    judge_answer,
    keep_game,
    stage_token,
)
from olke.classroom.primitives.board_now import (
    CHOICE,
    answer_asked,
    answers_to,
    board_layout,
    board_settings,
    board_turn,
    cell_chosen,
    game_now,
    group_number,
    is_of_round,
    number_of_team,
)
from olke.classroom.primitives.cells import Layout, layout_of
from olke.classroom.primitives.questions import guessed, judged
from olke.classroom.primitives.turns_of_board import Game, MoveError, Stage
from olke.classroom.script import ScriptActivity
from olke.classroom.showing import item_shown, solution_shown, value_said
from olke.classroom.wording.groups import group_name
from olke.teaching.primitives import Primitive


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
        cells = board_layout(moment).cells
        game = Game(max(len(teams), 1), tuple(cell.item.id for cell in cells))
        data = {"teams": teams, "game": game.plain(), "awards": {}, "stage": stage_token(game)}
        return Opening(series=moment.live.series if teams else 0, data=data)

    def own_next(self, moment: Moment) -> Own | None:
        """Return what comes next of the board: open, judge, pass on, show, go on."""
        turn = moment.turn
        if turn is None or turn.closed_at or "game" not in turn.data:
            return None
        game = game_now(moment)
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
        chosen = cell_chosen(moment)
        cell = board_layout(moment).cell(chosen)
        if cell is None:
            return Own("lot", {}, _("Open a cell by lot"))
        told = {"topic": cell.item.topic.said(_now()), "points": cell.points}
        return Own("open", {"cell": chosen}, _("Open: %(topic)s, %(points)s") % told)

    def _next_judgement(self, moment: Moment, game: Game) -> Own:
        kept, cell = answer_asked(moment, game), board_layout(moment).cell(game.cell)
        if kept and cell and kept.right is not False:
            # What was written and cannot be checked is for the teacher to judge: the one button
            # says yes, which can be corrected; passing on cannot be taken back.
            return Own("judge", {"right": "1"}, _("Right: %(points)s") % {"points": cell.points})
        follower = game.follower() if board_settings(moment).passed else None
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
        turn, layout = moment.turn, board_layout(moment)
        if turn is None or "game" not in turn.data:
            return {"stage": "", "topics": [], "rows": [], "teams": []}
        game = game_now(moment)
        shown: Shown = {
            "stage": game.stage.value,
            "round": game.round,
            "left": len(game.hidden),
            "whole": not turn.data["teams"],
            "topics": [topic.said(language) for topic in layout.topics],
            "rows": _rows(moment, game, layout),
            "teams": _teams(moment, game, layout),
            "choosing": number_of_team(moment, game.chooser),
            "asked": number_of_team(moment, game.asked) if game.stage == Stage.ASK else 0,
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
                shown["winner"] = None if winner is None else number_of_team(moment, winner)
                shown["solution"] = solution_shown(cell.item, moment.script, language)
        return shown

    def for_projector(self, moment: Moment, language: str) -> Shown:
        """Return the board with the cell that is about to be opened, and the answer that won."""
        shown = self.for_phones(moment, language)
        if shown["stage"] == Stage.CHOOSE:
            shown["chosen"] = cell_chosen(moment)
        if shown["stage"] == Stage.SHOWN:
            won = [kept for kept in answers_to(moment, game_now(moment).cell) if kept.right]
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
                "team": group_number(moment, kept.group),
                "by": moment.named(kept),
                "text": value_said(item, kept.value, language),
                "right": kept.right,
            }
            for kept in answers_to(moment, shown["cell"]["id"])
        ]
        shown["can_pass"] = (
            board_settings(moment).passed and game_now(moment).follower() is not None
        )
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
        game = game_now(moment)
        match name:
            case "open":
                keep_game(moment, game.opened(data.get("cell", "")), clock=True)
            case "lot":
                if not game.hidden:
                    raise MoveError
                keep_game(moment, game.opened(secrets.choice(game.hidden)), clock=True)
            case "judge":
                judge_answer(moment, game, data)
            case "give_up":
                keep_game(moment, game.given_up())
            case "go_on":
                keep_game(moment, game.gone_on())
            case "correct":
                correct_cell(moment, game, data)
            case _:
                raise CommandError("command-unknown")

    def spoke(self, moment: Moment) -> set[str]:
        """Return everybody but whose turn it is, and those who answered this cell."""
        turn = moment.turn
        if turn is None or "game" not in turn.data:
            return set()
        game, everybody = game_now(moment), set(moment.parties(turn.series).values())
        team = {Stage.CHOOSE: game.chooser, Stage.ASK: game.asked}.get(game.stage)
        if team is None:
            return everybody
        item = CHOICE if game.stage == Stage.CHOOSE else game.cell
        sent = {
            kept.party
            for kept in answers_to(moment, item)
            if item != CHOICE or is_of_round(kept, game)
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
        game, layout = game_now(moment), board_layout(moment)
        return [_row(moment, game, layout, name, language) for name in game.done]


def _row(moment: Moment, game: Game, layout: Layout, name: str, language: str) -> Shown:
    cell = layout.cell(name)
    if cell is None:
        return {"item": name, "text": name}
    kept = answers_to(moment, name)
    judged_ones = [one for one in kept if one.right is not None]
    winner = game.done[name]
    return {
        "item": name,
        "text": cell.item.text.said(language),
        "topic": cell.item.topic.said(language),
        "points": cell.points,
        "winner": None if winner is None else number_of_team(moment, winner),
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


def _next_label(moment: Moment, game: Game) -> str:
    if not game.hidden:
        return _("Show the final score")
    if game.teams == 1:
        return _("On to the next cell")
    return _("Next to choose: %(team)s") % {"team": _said_team(moment, game.chooser + 1)}


def _said_team(moment: Moment, team: int) -> str:
    number = number_of_team(moment, team)
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
        shown["team"] = None if winner is None else number_of_team(moment, winner)
    return shown


def _teams(moment: Moment, game: Game, layout: Layout) -> list[Shown]:
    """Return the score: the points of the cells that each team won."""
    points = {cell.item.id: cell.points for cell in layout.cells}
    return [
        {
            "id": (board_turn(moment).data["teams"] or [0])[team],
            "number": number_of_team(moment, team),
            "points": sum(points[cell] for cell, won in game.done.items() if won == team),
        }
        for team in range(game.teams)
    ]


def _now() -> str:
    return (get_language() or "kk")[:2]
