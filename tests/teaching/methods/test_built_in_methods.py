"""The eighteen methods that come with Olke."""

from __future__ import annotations

import re

import pytest

from olke.language import normalise
from olke.teaching.documents.items import Exhibit, Prompt, Statement
from olke.teaching.documents.lesson import LessonForm, StagePart
from olke.teaching.documents.parts import Text
from olke.teaching.documents.reading import read_toml, write_toml
from olke.teaching.drafters.registry import drafters
from olke.teaching.methods.checking import texts_in
from olke.teaching.methods.library import built_in_methods, method_of, methods
from olke.teaching.methods.method import Method
from olke.teaching.primitives import SHOWS, Primitive

TAUGHT = [
    "press-conference",
    "question-and-answer",
    "brainstorm",
    "poster-debate",
    "hidden-cells",
    "choice-of-form",
    "warm-wishes",
    "sticker-groups",
    "open-microphone",
    "jigsaw",
    "group-think-share",
    "true-or-false",
    "levelled-tasks",
    "knowledge-tree",
]
SOURCE_CRITICISM = ["sourcing", "contextualising", "close-reading", "corroborating"]
EACH = pytest.mark.parametrize("method", built_in_methods().values(), ids=lambda m: m.key)


def test_the_library_holds_fourteen_methods_as_taught_and_four_of_source_criticism() -> None:
    assert sorted(built_in_methods()) == sorted(TAUGHT + SOURCE_CRITICISM)
    traditions = {key: method.tradition.en for key, method in built_in_methods().items()}
    assert {traditions[key] for key in TAUGHT} == {"Active learning"}
    assert {traditions[key] for key in SOURCE_CRITICISM} == {"Source criticism"}
    assert len({method.tradition for method in built_in_methods().values()}) == 2


def test_the_library_follows_the_order_of_a_lesson() -> None:
    parts = [list(StagePart).index(method.parts[0]) for method in methods().values()]
    assert parts == sorted(parts)


def test_every_primitive_is_used_by_some_method() -> None:
    used = {primitive for method in methods().values() for primitive in method.primitives}
    assert used == set(Primitive)


@pytest.mark.parametrize("form", LessonForm)
def test_every_form_of_lesson_has_methods_for_its_end(form: LessonForm) -> None:
    found = [m for m in methods().values() if form in m.forms and StagePart.END in m.parts]
    assert found


@EACH
def test_a_method_is_complete_in_three_languages(method: Method) -> None:
    lacking = [
        (place, code)
        for place, text in texts_in(method)
        for code in ("kk", "ru", "en")
        if not getattr(text, code)
    ]
    assert lacking == []


@EACH
def test_no_word_of_a_method_mixes_alphabets(method: Method) -> None:
    mixed = re.compile(r"[a-z][а-яёәғқңөұүһі]|[а-яёәғқңөұүһі][a-z]", re.IGNORECASE)
    texts = [said for _, text in texts_in(method) for said in (text.kk, text.ru, text.en)]
    assert [text for text in texts if mixed.search(text)] == []
    assert [text.en for _, text in texts_in(method) if re.search("[а-яёәғқңөұүһі]", text.en)] == []


@EACH
def test_kazakh_and_russian_are_not_one_text(method: Method) -> None:
    # A title may be one word in both languages: презентация, спикер.
    long = [text for _, text in texts_in(method) if len(text.kk) > 20]
    assert [text.kk for text in long if normalise(text.kk) == normalise(text.ru)] == []


@EACH
def test_the_steps_take_all_the_minutes(method: Method) -> None:
    for minutes in (method.within.least, method.minutes, method.within.most):
        seconds = method.timed(minutes)
        assert sum(seconds) == minutes * 60
        assert all(each >= 30 for each in seconds)


@EACH
def test_a_method_has_a_drafter_that_is_known_and_steps_that_show_what_it_drafts(
    method: Method,
) -> None:
    assert method.drafter in {*drafters(), ""}
    assert bool(method.drafter) == bool(method.wanted)
    assert bool(method.drafter) == any(step.items for step in method.steps)


@EACH
def test_a_method_survives_being_written_and_read(method: Method) -> None:
    assert read_toml(Method, write_toml(method)) == method


@EACH
def test_groups_are_of_the_size_that_the_method_names(method: Method) -> None:
    sizes = {
        (step.settings["least"], step.settings["most"])
        for step in method.steps
        if "least" in step.settings
    }
    assert sizes <= {(method.group.least, method.group.most)}


@EACH
def test_work_of_a_group_comes_after_groups_were_made(method: Method) -> None:
    made = False
    for step in method.steps:
        made = made or step.primitive == Primitive.GROUPS
        assert made or step.settings.get("by") != "group"


def test_questions_of_a_press_conference_are_gathered_and_sorted_in_two_or_three_minutes() -> None:
    method = method_of("press-conference")
    for minutes in range(method.within.least, method.within.most + 1):
        assert 120 <= sum(method.timed(minutes)[:2]) <= 180


def test_posters_of_a_debate_are_made_by_seven_to_nine_in_five_to_ten_minutes() -> None:
    method = method_of("poster-debate")
    assert (method.group.least, method.group.most) == (7, 9)
    for minutes in range(method.within.least, method.within.most + 1):
        assert 300 <= method.timed(minutes)[1] <= 600


def test_a_jigsaw_is_talked_over_in_pairs_then_together_and_then_taught() -> None:
    steps = method_of("jigsaw").steps
    said = [step.settings.get("by") or step.settings.get("grouping") for step in steps]
    assert said == ["kept", "experts", "pair", "group", "home", None]


def test_the_outcome_of_the_poll_on_the_form_of_work_is_used() -> None:
    poll, work = method_of("choice-of-form").steps
    assert poll.settings["used"]
    assert [option["en"] for option in poll.settings["options"]] == [
        "Presentation",
        "Comparison table",
        "Essay",
    ]
    assert (work.takes_up, work.items) == (1, "chosen")


def test_a_source_is_met_with_its_text_covered() -> None:
    assert method_of("sourcing").steps[0].settings["covered"]


def test_a_step_shows_only_the_kinds_of_items_that_its_primitive_can() -> None:
    items = (
        Statement(id="i1", text=Text(kk="Бар"), answer=True),
        Exhibit.model_validate({"id": "i2", "text": {"kk": "Мәтін"}, "title": {"kk": "Қағаз"}}),
        Prompt(id="i3", text=Text(kk="Неге?")),
    )
    gather, vote = method_of("press-conference").steps[:2]
    assert gather.shown(items) == (items[2],)
    assert vote.shown(items) == ()
    assert method_of("jigsaw").steps[2].shown(items) == items
    assert SHOWS[Primitive.GROUPS] == frozenset()


def test_a_lessons_own_settings_stand_in_place_of_the_methods() -> None:
    step = method_of("true-or-false").steps[0]
    assert step.chosen({"seconds": 45}).model_dump() == {
        **step.chosen().model_dump(),
        "seconds": 45,
    }
