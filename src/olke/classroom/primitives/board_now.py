"""A board as it stands: its cells and game, what was chosen and answered, which team is which."""

from __future__ import annotations

from collections import Counter

from olke.classroom.errors import CommandError
from olke.classroom.models import Turn
from olke.classroom.moment import Kept, Moment
from olke.classroom.primitives.cells import Layout, layout_of
from olke.classroom.primitives.turns_of_board import Game
from olke.teaching.primitives import BoardSettings

CHOICE = "cell"
"""The item by which a team chooses a cell: the cell's item, numbered by the round."""


def board_settings(moment: Moment) -> BoardSettings:
    settings = moment.activity.settings(moment.step_number)
    assert isinstance(settings, BoardSettings)  # noqa: S101 - by the step's primitive
    return settings


def board_layout(moment: Moment) -> Layout:
    return layout_of(moment.activity, moment.step_number)


def board_turn(moment: Moment) -> Turn:
    if moment.turn is None:
        raise CommandError("nothing-open")
    return moment.turn


def game_now(moment: Moment) -> Game:
    names = tuple(cell.item.id for cell in board_layout(moment).cells)
    return Game.of(board_turn(moment).data["game"], names)


def party_of(turn: Turn, team: int) -> str:
    return f"g{turn.data['teams'][team]}" if turn.data["teams"] else ""


def answers_to(moment: Moment, item: str) -> list[Kept]:
    return [kept for kept in moment.answers(moment.turn) if kept.item == item]


def answer_asked(moment: Moment, game: Game) -> Kept | None:
    """Return what the team that is asked has answered; of the class, the first right answer."""
    turn = board_turn(moment)
    found = answers_to(moment, game.cell)
    if turn.data["teams"]:
        return next((one for one in found if one.party == party_of(turn, game.asked)), None)
    return next((one for one in found if one.right), None)


def is_of_round(kept: Kept, game: Game) -> bool:
    return kept.number == game.round


def cell_chosen(moment: Moment) -> str:
    """Return the cell that the team chose, or that most of the class chose; "" for none."""
    game, turn = game_now(moment), board_turn(moment)
    party = party_of(turn, game.chooser)
    votes = Counter(
        kept.value
        for kept in answers_to(moment, CHOICE)
        if is_of_round(kept, game) and kept.value in game.hidden and party in {"", kept.party}
    )
    return votes.most_common(1)[0][0] if votes else ""


def number_of_team(moment: Moment, team: int) -> int:
    """Return the number of a team's group; 0 for the class that plays together."""
    teams = board_turn(moment).data["teams"]
    return group_number(moment, teams[team % len(teams)]) if teams else 0


def group_number(moment: Moment, group: int | None) -> int:
    return next((team.number for team in moment.teams if team.id == group), 0)
