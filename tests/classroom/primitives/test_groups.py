"""Groups: of the right size, everybody in one, experts from every home, whoever comes late."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person
from olke.classroom.domain import directing
from olke.classroom.domain.dividing import (
    chosen_groups,
    expert_groups,
    filled_groups,
    group_sizes,
    seats_left,
)
from olke.classroom.errors import CommandError
from olke.classroom.models import Grouping, LiveClass
from olke.classroom.moment import Team
from olke.classroom.primitives.registry import play_of
from olke.classroom.rendering import mine, render
from tests.classroom.primitives.asking import simulated
from tests.classroom.rooms import (
    exhibit,
    forward,
    joined,
    moment_of,
    sent,
    started,
    with_steps,
    words,
)

RANGES = st.tuples(st.integers(1, 12), st.integers(0, 6)).map(lambda two: (two[0], sum(two)))


def groups_step(**settings: Any) -> dict[str, Any]:
    """Return a step that makes groups."""
    return {"primitive": "group-assigner", "settings": settings}


def standing(live: LiveClass) -> tuple[Team, ...]:
    """Return the groups that stand."""
    moment = moment_of(live)
    return moment.series(moment.live.series)


def members(live: LiveClass) -> list[set[int]]:
    """Return who is in each group that stands."""
    return [{one for one, _ in team.members} for team in standing(live)]


def shown(live: LiveClass, audience: str = "projector") -> dict[str, Any]:
    """Return what a screen shows of the step, in English."""
    return render(live.pk, audience, ["en"])["en"]["show"]


# Arithmetic


@given(st.integers(1, 400), RANGES)
def test_groups_are_even_and_within_their_bounds_where_arithmetic_allows(
    learners: int, bounds: tuple[int, int]
) -> None:
    least, most = bounds
    sizes = group_sizes(learners, least, most)

    assert sum(sizes) == learners
    assert max(sizes) - min(sizes) <= 1
    possible = any(k * least <= learners <= k * most for k in range(1, learners + 1))
    if possible:
        assert least <= min(sizes)
        assert max(sizes) <= most


@pytest.mark.parametrize(
    ("learners", "sizes"),
    [(0, ()), (1, (1,)), (2, (2,)), (5, (5,)), (11, (11,)), (16, (8, 8)), (25, (9, 8, 8))],
)
def test_a_debate_has_groups_of_seven_to_nine_or_the_nearest_there_is(
    learners: int, sizes: tuple[int, ...]
) -> None:
    assert group_sizes(learners, 7, 9) == sizes


@given(st.integers(1, 200), st.integers(1, 30))
def test_a_number_of_groups_is_kept_whatever_their_size(learners: int, number: int) -> None:
    assert len(group_sizes(learners, 7, 9, number)) == min(number, learners)


@given(st.data(), st.integers(1, 60), RANGES)
def test_whatever_learners_choose_every_group_ends_within_its_bounds(
    data: st.DataObject, learners: int, bounds: tuple[int, int]
) -> None:
    least, most = bounds
    sizes = group_sizes(learners, least, most)
    choosing = st.lists(st.tuples(st.integers(0, learners - 1), st.integers(0, len(sizes) - 1)))
    latest = dict(data.draw(choosing))

    teams = chosen_groups(latest.items(), len(sizes), learners, least, most)
    seated = {one for team in teams for one in team}
    filled = filled_groups(teams, [one for one in range(learners) if one not in seated])

    assert sorted(one for team in filled for one in team) == list(range(learners))
    assert max(map(len, filled)) <= max(most, *sizes)
    assert min(map(len, filled)) >= min(least, *sizes)


def test_a_colour_takes_nobody_whom_another_needs() -> None:
    assert seats_left((0, 0, 0), 13, 4, 6) == (5, 5, 5)
    assert seats_left((5, 0, 0), 13, 4, 6) == (0, 4, 4)
    assert seats_left((0, 0, 0), 18, 4, 6) == (6, 6, 6)


@given(
    st.lists(st.integers(1, 8), min_size=1, max_size=15),
    st.integers(0, 6),
    st.integers(1, 9),
)
def test_everybody_is_an_expert_once_and_sits_with_one_of_every_home(
    sizes: list[int], portions: int, most: int
) -> None:
    homes = [[100 * place + one for one in range(size)] for place, size in enumerate(sizes)]

    experts = expert_groups(homes, portions, most)

    assert sorted(x for team in experts for x in team) == sorted(x for home in homes for x in home)
    if len(homes) <= most:  # one expert group for each portion, none split
        assert all({x // 100 for x in team} == set(range(len(homes))) for team in experts)
        assert len(experts) <= min(sizes)


@given(st.integers(4, 40), st.integers(1, 8), st.integers(1, 6))
def test_homes_of_full_size_know_every_portion(homes: int, size: int, portions: int) -> None:
    rooms = [[100 * place + one for one in range(size)] for place in range(homes)]
    experts = expert_groups(rooms, portions, 6)

    for room in rooms:
        learnt = set()
        for number, team in enumerate(experts):
            if set(room) & set(team):
                learnt |= set(range(number % portions, portions, len(experts)))
        assert learnt == set(range(portions))


# A class


@pytest.mark.django_db
class TestDrawing:
    """Groups by lot, and the teacher's changes to them."""

    def test_twenty_five_learners_are_drawn_into_three_groups_each_in_one(
        self, teacher: Person
    ) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new", least=7, most=9))
        learners = joined(live, 25)
        forward(live)

        assert sorted(map(len, members(live))) == [8, 8, 9]
        assert set.union(*members(live)) == {one.pk for one in learners}

    @pytest.mark.parametrize("few", [1, 2, 5])
    def test_few_learners_are_one_group(self, teacher: Person, few: int) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new", least=7, most=9))
        joined(live, few)
        forward(live)

        assert [len(team) for team in members(live)] == [few]

    def test_a_class_without_learners_has_no_groups_and_the_first_who_comes_is_in_none(
        self, teacher: Person
    ) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new"))
        forward(live)
        joined(live, 1)

        assert standing(live) == ()
        assert shown(live)["tables"] == []

    def test_groups_are_kept_from_one_activity_to_the_next(self, teacher: Person) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new"), groups_step())
        joined(live, 9)
        forward(live)
        before = members(live)
        forward(live)

        assert members(live) == before

    def test_who_comes_late_joins_the_smallest_group(self, teacher: Person) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new", least=4, most=6))
        joined(live, 9)
        forward(live)
        smallest = min(standing(live), key=lambda team: len(team.members))
        (late,) = joined(live, 1)

        assert moment_of(live).team_of(late.pk, smallest.series).id == smallest.id

    def test_the_teacher_moves_a_learner(self, teacher: Person) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new", number=2))
        joined(live, 6)
        forward(live)
        first, second = members(live)
        moved = min(first)
        directing.do_own(live, "move", {"participant": str(moved), "group": "2"})

        assert members(live) == [first - {moved}, second | {moved}]

    @pytest.mark.parametrize(
        ("data", "code"),
        [
            ({"participant": "x", "group": "1"}, "participant-unknown"),
            ({"participant": "0", "group": "1"}, "participant-unknown"),
            ({"participant": "me", "group": "7"}, "group-unknown"),
        ],
    )
    def test_a_move_to_nowhere_is_refused(
        self, teacher: Person, data: dict[str, str], code: str
    ) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new", number=2))
        (learner, *_) = joined(live, 4)
        forward(live)
        named = {"me": str(learner.pk)}

        with pytest.raises(CommandError, match=code):
            directing.do_own(live, "move", {k: named.get(v, v) for k, v in data.items()})

    def test_the_teacher_draws_again_with_another_number_of_groups(self, teacher: Person) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new", number=2))
        joined(live, 8)
        forward(live)
        directing.do_own(live, "draw", {"number": "4"})

        assert [len(team) for team in members(live)] == [2, 2, 2, 2]
        assert len(shown(live)["tables"]) == 4

    def test_roles_are_given_in_turn_within_each_group_and_can_be_taken(
        self, teacher: Person
    ) -> None:
        roles = [words("Speaker"), words("Writer")]
        live = with_steps(started(teacher), groups_step(grouping="new", number=1, roles=roles))
        learners = joined(live, 3)
        forward(live, 2)
        given_ = {n: one["group"]["role"] for n, one in mine(live.pk, _pks(learners)).items()}
        assert sorted(given_.values()) == ["Speaker kk", "Speaker kk", "Writer kk"]

        speaker = next(one for one in learners if given_[one.pk] == "Speaker kk")
        sent(live, speaker, 1, item="role")
        directing.close(live)
        assert mine(live.pk, [speaker.pk])[speaker.pk]["group"]["role"] == "Writer kk"

    def test_a_role_lasts_through_the_activity(self, teacher: Person) -> None:
        live = with_steps(
            started(teacher),
            groups_step(grouping="new", number=1, roles=[words("Speaker")]),
            {"primitive": "rubric-document", "settings": {"by": "group"}},
        )
        (learner,) = joined(live, 1)
        forward(live, 5)

        assert mine(live.pk, [learner.pk])[learner.pk]["group"]["role"] == "Speaker kk"

    def test_phones_are_told_nobody_elses_name(self, teacher: Person) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new"))
        joined(live, 6)
        forward(live)

        assert "Learner" not in str(render(live.pk, "learner", ["en"])["en"]["show"])

    def test_the_projector_shows_names_only_once_they_were_let_through(
        self, teacher: Person
    ) -> None:
        live = with_steps(started(teacher), groups_step(grouping="new"))
        learners = joined(live, 4)
        forward(live)
        names = {name for table in shown(live)["tables"] for name in table["members"]}

        assert names == {"№ 1", "№ 2", "№ 3", "№ 4"}
        console = shown(live, "console")["tables"]
        assert {seat["name"] for table in console for seat in table["seats"]} == {
            one.name for one in learners
        }


@pytest.mark.django_db
class TestStickers:
    """Learners choose a sticker themselves."""

    @pytest.fixture
    def live(self, teacher: Person) -> LiveClass:
        """Return a class that is to choose among stickers for four to six."""
        step = groups_step(grouping="new", least=4, most=6, chosen=True)
        return with_steps(started(teacher), step)

    def test_stickers_are_laid_out_and_those_of_one_colour_are_a_group(
        self, live: LiveClass
    ) -> None:
        learners = joined(live, 8)
        forward(live, 2)
        assert shown(live)["stickers"] == 2
        for place, learner in enumerate(learners):
            sent(live, learner, 1 + place % 2, item="sticker")
        directing.advance(live)

        assert members(live) == [
            {one.pk for one in learners[0::2]},
            {one.pk for one in learners[1::2]},
        ]

    def test_a_full_colour_is_told_to_whoever_comes_too_late(self, live: LiveClass) -> None:
        learners = joined(live, 8)
        forward(live, 2)
        for learner in learners[:5]:
            sent(live, learner, 1, item="sticker")
        own = mine(live.pk, _pks(learners))

        assert [own[one.pk]["sticker"] for one in learners[:5]] == [1, 1, 1, 1, 0]
        assert own[learners[4].pk]["left"] == [0, 4]

    def test_a_place_that_is_given_up_goes_to_who_waits(self, live: LiveClass) -> None:
        learners = joined(live, 8)
        forward(live, 2)
        for learner in learners[:5]:
            sent(live, learner, 1, item="sticker")
        sent(live, learners[0], 2, item="sticker", edit=1)
        own = mine(live.pk, _pks(learners))

        assert [own[one.pk]["sticker"] for one in learners[:5]] == [2, 1, 1, 1, 1]

    def test_who_chose_nothing_is_seated_when_the_teacher_closes(self, live: LiveClass) -> None:
        learners = joined(live, 10)
        forward(live, 2)
        for learner in learners[:3]:
            sent(live, learner, 2, item="sticker")
        directing.close(live)

        assert [len(team) for team in members(live)] == [5, 5]
        assert {one.pk for one in learners[:3]} <= members(live)[1]

    @pytest.mark.parametrize("value", [0, 3, "1", True, None, [1]])
    def test_no_sticker_but_those_laid_out_is_taken(self, live: LiveClass, value: object) -> None:
        (learner, *_) = joined(live, 8)
        forward(live, 2)

        assert sent(live, learner, value, item="sticker").code == "value-misshapen"

    def test_drawing_by_lot_ends_the_choosing(self, live: LiveClass) -> None:
        joined(live, 8)
        forward(live, 2)
        directing.do_own(live, "draw", {})
        directing.close(live)

        assert not shown(live)["choosing"]
        assert len({team.series for team in moment_of(live).teams}) == 1

    def test_simulated_learners_choose_stickers_that_are_there(self, live: LiveClass) -> None:
        joined(live, 8)
        forward(live, 2)
        assert {one.value for one in simulated(live)} <= {1, 2}


@pytest.mark.django_db
class TestJigsaw:
    """Experts of every home together, and home again."""

    @pytest.fixture
    def live(self, teacher: Person) -> LiveClass:
        """Return a class with four portions to learn."""
        live = with_steps(
            started(teacher),
            groups_step(grouping="new", least=4, most=6),
            groups_step(grouping="experts"),
            {"primitive": "rubric-document", "items": "dealt", "settings": {"by": "group"}},
            groups_step(grouping="home"),
            items=[exhibit(n) for n in range(1, 5)],
        )
        joined(live, 14)
        return forward(live)

    def test_experts_come_from_different_homes_though_homes_differ_in_size(
        self, live: LiveClass
    ) -> None:
        homes = members(live)
        forward(live)
        experts = members(live)

        assert sorted(map(len, homes)) == [4, 5, 5]
        assert standing(live)[0].kind == Grouping.EXPERTS
        assert len(experts) == 4
        assert all(team & home for team in experts for home in homes)

    def test_each_expert_group_is_told_what_it_will_learn(self, live: LiveClass) -> None:
        forward(live)

        assert [table["titles"] for table in shown(live)["tables"]] == [
            [f"Card {n}"] for n in range(1, 5)
        ]

    def test_home_groups_come_back_with_who_joined_meanwhile(self, live: LiveClass) -> None:
        homes = members(live)
        forward(live)
        (late,) = joined(live, 1)
        assert sum(late.pk in team for team in members(live)) == 1
        directing.go(live, 0, 3)

        back = members(live)
        assert [team - {late.pk} for team in back] == homes
        assert sum(late.pk in team for team in back) == 1

    def test_the_next_kept_groups_are_the_homes_not_the_experts(self, teacher: Person) -> None:
        live = with_steps(
            started(teacher),
            groups_step(grouping="new", number=2),
            groups_step(grouping="experts"),
            groups_step(grouping="kept"),
        )
        joined(live, 6)
        forward(live)
        homes = members(live)
        forward(live, 2)

        assert members(live) == homes

    def test_experts_without_homes_are_made_of_new_ones(self, teacher: Person) -> None:
        live = with_steps(started(teacher), groups_step(grouping="experts", least=3, most=3))
        joined(live, 9)
        forward(live)
        series = {team.series: team.kind for team in moment_of(live).teams}

        assert series == {1: Grouping.STANDING, 2: Grouping.EXPERTS}

    @pytest.mark.parametrize("few", [1, 2])
    def test_a_jigsaw_of_few_gives_each_several_portions(self, teacher: Person, few: int) -> None:
        live = with_steps(
            started(teacher),
            groups_step(grouping="experts"),
            {"primitive": "rubric-document", "items": "dealt", "settings": {"by": "group"}},
            items=[exhibit(n) for n in range(1, 5)],
        )
        joined(live, few)
        forward(live)

        titles = [title for table in shown(live)["tables"] for title in table["titles"]]
        assert sorted(titles) == [f"Card {n}" for n in range(1, 5)]


@pytest.mark.django_db
def test_a_debate_tells_each_table_its_side_in_turn(teacher: Person) -> None:
    live = with_steps(
        started(teacher),
        groups_step(grouping="new", number=4),
        {"primitive": "rubric-document", "items": "dealt", "settings": {"by": "group"}},
        items=[exhibit(1, stand="for"), exhibit(2, stand="against")],
    )
    learners = joined(live, 8)
    forward(live)

    sides = [table["stand"] for table in shown(live)["tables"]]
    assert all(one != other for one, other in pairwise(sides))
    assert {own["deals"]["stand"] for own in mine(live.pk, _pks(learners)).values()} == {
        "for",
        "against",
    }


@pytest.mark.django_db
def test_a_latecomer_makes_a_pair_with_the_next_one(teacher: Person) -> None:
    live = with_steps(
        started(teacher), {"primitive": "rubric-document", "settings": {"by": "pair"}}
    )
    joined(live, 4)
    forward(live, 2)
    one, other = joined(live, 2)
    moment = moment_of(live)
    pair = moment.team_of(one.pk, moment.turn.series)

    assert pair is not None
    assert [member for member, _ in pair.members] == [one.pk, other.pk]


@pytest.mark.django_db
def test_the_report_has_a_row_for_each_group(teacher: Person) -> None:
    live = with_steps(started(teacher), groups_step(grouping="new", number=3))
    joined(live, 7)
    forward(live)
    moment = moment_of(live)
    rows = play_of(moment.activity, 0).summary(moment, "en")

    assert [(row["group"], len(row["entries"])) for row in rows] == [(1, 3), (2, 2), (3, 2)]


def _pks(learners: list[Any]) -> list[int]:
    return [one.pk for one in learners]
