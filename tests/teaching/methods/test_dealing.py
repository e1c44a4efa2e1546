"""Who sees which items in a step."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents.items import Exhibit, Level, Prompt
from olke.teaching.documents.parts import Text, Title
from olke.teaching.methods.dealing import Seat, dealt, items_for
from olke.teaching.methods.library import method_of


def exhibit(name: str, stand: str = "") -> Exhibit:
    return Exhibit.model_validate(
        {"id": name, "text": Text(kk=name), "title": Title(kk=name), "stand": stand}
    )


def prompt(name: str, level: Level | None = None) -> Prompt:
    return Prompt(id=name, text=Text(kk=name), level=level)


def seen(step: object, items: object, seat: Seat) -> list[str]:
    return [item.id for item in items_for(step, items, seat)]  # type: ignore[arg-type]


def test_groups_of_a_debate_are_for_and_against_in_turn() -> None:
    items = [exhibit("gain", "for"), exhibit("harm", "against"), exhibit("map")]
    poster = method_of("poster-debate").steps[1]
    sides = [seen(poster, items, Seat(group, 3)) for group in range(3)]
    assert sides == [["gain", "map"], ["harm", "map"], ["gain", "map"]]


def test_a_portion_goes_to_each_group_and_questions_are_left_for_the_check() -> None:
    items = [exhibit("p1"), exhibit("p2"), prompt("q1")]
    steps = method_of("jigsaw").steps
    assert [seen(steps[2], items, Seat(group, 3)) for group in range(3)] == [["p1"], ["p2"], ["p1"]]
    assert seen(steps[5], items, Seat(1, 3)) == ["p1", "p2", "q1"]


@given(st.integers(0, 30), st.integers(1, 30))
def test_every_text_goes_to_some_group_and_every_group_has_one(texts: int, groups: int) -> None:
    exhibits = [exhibit(f"p{number}") for number in range(texts)]
    hands = [dealt(exhibits, Seat(group, groups)) for group in range(groups)]
    assert {one.id for hand in hands for one in hand} == {one.id for one in exhibits}
    assert all(hands) or not texts


def test_a_learner_gets_the_tasks_of_the_level_they_chose() -> None:
    items = [prompt("name", Level.A), prompt("explain", Level.B), prompt("judge", Level.C)]
    tasks = method_of("levelled-tasks").steps[1]
    assert seen(tasks, items, Seat(option=1)) == ["explain"]
    assert seen(tasks, items, Seat()) == ["name", "explain", "judge"]


def test_a_learner_gets_the_template_of_the_form_they_chose() -> None:
    items = [prompt("slides"), prompt("table"), prompt("essay")]
    work = method_of("choice-of-form").steps[1]
    assert seen(work, items, Seat(option=2)) == ["essay"]
    assert seen(work, items, Seat(option=7)) == []


def test_a_step_without_items_shows_none() -> None:
    assert seen(method_of("jigsaw").steps[0], [exhibit("p1")], Seat()) == []
