"""The board: cells in turn, passed on, corrected, and the points where they belong."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.changing import changing
from olke.classroom.domain.directing import Next, next_of, place_token
from olke.classroom.domain.grouping import draw_groups
from olke.classroom.errors import CommandError
from olke.classroom.models import Answer, Award, LiveClass, Participant
from olke.classroom.primitives.cells import layout_of
from olke.classroom.primitives.registry import play_of
from olke.classroom.primitives.turns_of_board import Game, MoveError, Stage
from olke.classroom.rendering import render
from tests.classroom.primitives.asking import simulated
from tests.classroom.rooms import (
    choice,
    forward,
    joined,
    moment_of,
    prompt,
    sent,
    started,
    with_steps,
    words,
)

# The rules


def new_game(teams: int = 3, cells: int = 4) -> Game:
    """Return a game that has not begun."""
    return Game(teams, tuple(f"c{n}" for n in range(cells)))


@given(st.integers(1, 6), st.integers(1, 12), st.data())
def test_teams_choose_in_turn_and_each_cell_is_played_once(
    teams: int, cells: int, data: st.DataObject
) -> None:
    game, choosers = new_game(teams, cells), []
    while game.stage != Stage.OVER:
        choosers.append(game.chooser)
        game = game.opened(data.draw(st.sampled_from(game.hidden)))
        tried = []
        while game.stage == Stage.ASK:
            tried.append(game.asked)
            game = game.judged(right=data.draw(st.booleans()), passed=True)
        assert tried == [(choosers[-1] + step) % teams for step in range(len(tried))]
        game = game.gone_on()

    assert choosers == [n % teams for n in range(cells)]
    assert set(game.done) == set(game.cells)


@given(st.integers(1, 5), st.integers(1, 5))
def test_a_game_survives_being_kept_as_plain_data(teams: int, cells: int) -> None:
    game = new_game(teams, cells).opened("c0")

    assert Game.of(game.plain(), game.cells) == game


def test_without_passing_on_a_wrong_answer_ends_the_cell() -> None:
    game = new_game().opened("c0").judged(right=False, passed=False)

    assert (game.stage, game.done) == (Stage.SHOWN, {"c0": None})


def test_what_nobody_can_answer_goes_round_once_and_to_nobody() -> None:
    game = new_game(teams=3).opened("c1")
    for _ in range(3):
        assert game.stage == Stage.ASK
        game = game.judged(right=False, passed=True)

    assert (game.stage, game.done) == (Stage.SHOWN, {"c1": None})


@pytest.mark.parametrize(
    "move",
    [
        lambda game: game.opened("c9"),
        lambda game: game.judged(right=True, passed=True),
        lambda game: game.given_up(),
        lambda game: game.gone_on(),
        lambda game: game.corrected("c0", 0),
    ],
)
def test_a_move_out_of_turn_is_not_made(move: Any) -> None:
    with pytest.raises(MoveError):
        move(new_game())


# The board of a lesson


def hidden(number: int, topic: str, **fields: Any) -> dict[str, Any]:
    """Return the data of a cell's question."""
    return prompt(number, topic=words(topic), **fields)


BOARD = {"primitive": "hidden-board", "items": "all", "settings": {"seconds": 45}}


def with_board(live: LiveClass, *items: dict[str, Any], **settings: Any) -> LiveClass:
    """Give a class a board of some items."""
    step = {**BOARD, "settings": {**BOARD["settings"], **settings}}
    return with_steps(live, step, items=items)


@pytest.fixture
def live(teacher: Person) -> LiveClass:
    """Return a class of two teams before a board of four cells, open for choosing."""
    live = with_board(
        started(teacher),
        hidden(1, "Land", points=10),
        hidden(2, "Land", points=20),
        hidden(3, "Herds", points=10),
        choice(4, topic=words("Herds"), points=20),
    )
    joined(live, 4)
    with changing(live) as moment:
        draw_groups(moment, (2, 2))
    return forward(live, 2)


def team(live: LiveClass, number: int) -> list[Participant]:
    """Return the members of a team."""
    moment = moment_of(live)
    found = moment.series(moment.live.series)[number - 1]
    return [Participant.objects.get(pk=one) for one, _ in found.members]


def shown(live: LiveClass, audience: str = "projector") -> dict[str, Any]:
    """Return what a screen shows of the board, in English."""
    return render(live.pk, audience, ["en"])["en"]["show"]


def play(live: LiveClass, cell: str, *rights: bool) -> None:
    """Open a cell, judge each team that is asked, and go on."""
    directing.do_own(live, "open", {"cell": cell})
    for right in rights:
        directing.do_own(live, "judge", {"right": "1" if right else "0"})
    directing.do_own(live, "go_on", {})


def scores(live: LiveClass) -> dict[int, int]:
    """Return the score of each team by its number."""
    return {one["number"]: one["points"] for one in shown(live)["teams"]}


def test_levels_make_points_where_items_have_none(teacher: Person) -> None:
    live = with_board(
        started(teacher),
        hidden(1, "Land", level="A"),
        hidden(2, "Land", level="C"),
        hidden(3, "Herds", level="B"),
        points=[10, 20, 30],
    )
    layout = layout_of(moment_of(live).activity, 0)

    assert layout.rows == (10, 20, 30)
    assert [(cell.item.id, cell.points) for cell in layout.cells] == [
        ("p1", 10),
        ("p2", 30),
        ("p3", 20),
    ]
    assert layout.at(1, 0) is None  # land has nothing for twenty


def test_two_items_of_one_topic_and_points_have_a_row_each(teacher: Person) -> None:
    live = with_board(started(teacher), hidden(1, "Land", points=10), hidden(2, "Land", points=10))
    layout = layout_of(moment_of(live).activity, 0)

    assert layout.rows == (10, 10)
    assert [layout.at(row, 0).item.id for row in (0, 1)] == ["p1", "p2"]


@pytest.mark.django_db
class TestPlaying:
    """Two teams at one board."""

    def test_questions_are_hidden_until_their_cell_is_open(self, live: LiveClass) -> None:
        assert "Question" not in str(shown(live, "learner"))
        directing.do_own(live, "open", {"cell": "p1"})

        assert shown(live, "learner")["item"]["text"] == "Question 1"
        assert "Question 2" not in str(shown(live, "learner"))

    def test_the_button_opens_the_cell_that_the_team_chose(self, live: LiveClass) -> None:
        (captain, _) = team(live, 1)
        sent(live, captain, "p2", item="cell")
        console = render(live.pk, "console", ["en"])["en"]
        assert (console["next"], console["then"]) == (Next.OWN, "Open: Land, 20")
        assert shown(live)["chosen"] == "p2"

        directing.advance(live)
        assert shown(live)["cell"]["id"] == "p2"

    def test_only_the_team_whose_turn_it_is_chooses(self, live: LiveClass) -> None:
        (other, _) = team(live, 2)

        assert sent(live, other, "p1", item="cell").code == "others-turn"

    def test_only_a_hidden_cell_can_be_chosen(self, live: LiveClass) -> None:
        play(live, "p1", True)
        (captain, _) = team(live, 2)

        assert sent(live, captain, "p1", item="cell", number=1).code == "cell-open"
        assert sent(live, captain, "p2", item="cell", number=0).code == "closed"

    def test_a_team_that_does_not_choose_is_given_a_cell_by_lot(self, live: LiveClass) -> None:
        directing.advance(live)

        assert shown(live)["stage"] == Stage.ASK

    def test_two_clicks_open_one_cell(self, live: LiveClass) -> None:
        at = place_token(moment_of(live))
        directing.advance(live, at)

        with pytest.raises(CommandError, match="moved-on"):
            directing.advance(live, at)

    def test_an_open_cell_has_its_own_clock(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "p1"})
        moment = moment_of(live)

        assert 43 < (moment.turn.closes_at - moment.now).total_seconds() <= 45

    def test_only_the_team_that_is_asked_answers(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "p1"})
        (captain, _), (other, _) = team(live, 1), team(live, 2)

        assert sent(live, other, "Ours", item="p1").code == "others-turn"
        assert sent(live, captain, "1,400 people", item="p1").status == "kept"
        assert [one["text"] for one in shown(live, "console")["answers"]] == ["1,400 people"]
        assert "1,400" not in str(shown(live, "projector"))
        assert "1,400" not in str(shown(live, "learner"))

    def test_a_right_answer_earns_the_points_and_shows_the_solution(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "p2"})
        directing.do_own(live, "judge", {"right": "1"})

        assert scores(live) == {1: 20, 2: 0}
        assert shown(live, "learner")["winner"] == 1
        assert "solution" in shown(live, "learner")
        assert Award.objects.get().points == 20

    def test_a_wrong_answer_is_passed_on_with_fresh_time(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "p1"})
        directing.extend(live, 600)
        directing.do_own(live, "judge", {"right": "0"})
        moment = moment_of(live)

        assert shown(live)["asked"] == 2
        assert "solution" not in shown(live, "learner")
        assert (moment.turn.closes_at - moment.now).total_seconds() <= 45
        (other, _) = team(live, 2)
        assert sent(live, other, "Ours", item="p1").status == "kept"

    def test_an_answer_that_can_be_checked_is_proposed_as_right(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "c4"})
        (captain, _) = team(live, 1)
        sent(live, captain, [0], item="c4")
        own = play_of(moment_of(live).activity, 0).own_next(moment_of(live))

        assert own.data == {"right": "1"}
        directing.advance(live)
        assert scores(live) == {1: 20, 2: 0}

    def test_teams_take_turns_whoever_wins(self, live: LiveClass) -> None:
        choosing = []
        for cell in ("p1", "p2", "p3", "c4"):
            choosing.append(shown(live)["choosing"])
            play(live, cell, False, True)

        assert choosing == [1, 2, 1, 2]

    def test_the_board_ends_when_every_cell_was_played(self, live: LiveClass) -> None:
        for cell in ("p1", "p2", "p3", "c4"):
            play(live, cell, True)
        moment = moment_of(live)

        assert shown(live)["stage"] == Stage.OVER
        assert scores(live) == {1: 20, 2: 40}
        assert moment.turn.closed_at
        assert next_of(moment) == Next.END

    def test_a_judgement_is_corrected_with_its_points(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "p2"})
        (captain, _) = team(live, 1)
        sent(live, captain, "Ours", item="p2")
        directing.do_own(live, "judge", {"right": "1"})
        directing.do_own(live, "go_on", {})
        directing.do_own(live, "correct", {"cell": "p2", "team": "2"})
        assert scores(live) == {1: 0, 2: 20}
        assert [award.points for award in Award.objects.all()] == [20]
        assert Answer.objects.get(item="p2").right is False

        directing.do_own(live, "correct", {"cell": "p2", "team": ""})
        assert scores(live) == {1: 0, 2: 0}
        assert not Award.objects.exists()

    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("open", {"cell": "nowhere"}, "moved-on"),
            ("judge", {"right": "1"}, "moved-on"),
            ("go_on", {}, "moved-on"),
            ("correct", {"cell": "p1", "team": "1"}, "moved-on"),
            ("correct", {"cell": "p1", "team": "9"}, "group-unknown"),
            ("shuffle", {}, "command-unknown"),
        ],
    )
    def test_a_command_out_of_turn_is_refused_in_words(
        self, live: LiveClass, name: str, data: dict[str, str], code: str
    ) -> None:
        with pytest.raises(CommandError, match=code):
            directing.do_own(live, name, data)

    def test_the_report_has_a_row_for_each_cell_that_was_played(self, live: LiveClass) -> None:
        directing.do_own(live, "open", {"cell": "p1"})
        (captain, _) = team(live, 1)
        sent(live, captain, "1,400", item="p1")
        directing.do_own(live, "judge", {"right": "1"})
        moment = moment_of(live)
        (row,) = play_of(moment.activity, 0).summary(moment, "en")

        assert (row["winner"], row["points"], row["right"], row["judged"]) == (1, 10, 1, 1)
        assert [(one["by"], one["text"]) for one in row["entries"]] == [("1", "1,400")]

    def test_simulated_teams_choose_and_answer_in_turn(self, live: LiveClass) -> None:
        members = {one.pk for one in team(live, 1)}
        assert {one.item for one in simulated(live)} == {"cell"}
        directing.do_own(live, "open", {"cell": "c4"})

        assert {one.item for one in simulated(live)} == {"c4"}
        moment = moment_of(live)
        waiting = set(moment.parties(moment.turn.series).values())
        waiting -= play_of(moment.activity, 0).spoke(moment)
        assert waiting == {moment.parties(moment.turn.series)[one] for one in members}


@pytest.mark.django_db
def test_without_groups_the_whole_class_plays_together(teacher: Person) -> None:
    live = with_board(started(teacher), hidden(1, "Land", points=10), hidden(2, "Land", points=20))
    one, two, three = joined(live, 3)
    forward(live, 2)
    for learner, cell in ((one, "p1"), (two, "p2"), (three, "p2")):
        sent(live, learner, cell, item="cell")
    assert shown(live)["chosen"] == "p2"  # most of the class
    directing.advance(live)
    sent(live, one, "No", item="p2")
    sent(live, two, "Yes", item="p2")
    answer = Answer.objects.get(item="p2", participant=two)
    directing.do_own(live, "judge", {"right": "1", "answer": str(answer.pk)})

    assert scores(live) == {0: 20}
    assert Award.objects.get().participant == two


@pytest.mark.django_db
def test_a_board_without_cells_is_shown_and_over(teacher: Person) -> None:
    live = with_steps(started(teacher), BOARD)
    forward(live)

    assert next_of(moment_of(live)) == Next.END
    assert shown(live)["rows"] == []
