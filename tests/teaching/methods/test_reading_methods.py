"""Reading a method's file: what is wrong, on which line, and what was probably meant."""

from __future__ import annotations

import pytest

from olke.teaching.documents.reading import DocumentError, DocumentProblem
from olke.teaching.methods.reading import read_method
from tests.teaching.methods.walk import METHOD


def problems_of(old: str, new: str, *, name: str = "walk.toml") -> list[DocumentProblem]:
    assert old in METHOD
    with pytest.raises(DocumentError) as raised:
        read_method(name, METHOD.replace(old, new))
    return list(raised.value.problems)


def only(old: str, new: str) -> tuple[str, str, str, int | None]:
    (problem,) = problems_of(old, new)
    return problem.place, problem.code, problem.meant, problem.line


def test_a_method_in_one_language_reads() -> None:
    method = read_method("walk.toml", METHOD)
    assert method.title.said("kk") == "A walk"
    assert [step.primitive for step in method.steps] == ["group-assigner", "card-wall"]


def test_an_unknown_primitive_has_its_line_and_the_one_that_was_meant() -> None:
    assert only("card-wall", "cardwall") == ("steps[2].primitive", "enum", "card-wall", 17)


def test_an_unknown_setting_has_its_line_and_the_one_that_was_meant() -> None:
    found = only("cards = 3", "card = 3")
    assert found == ("steps[2].settings.card", "unknown-field", "cards", 25)


def test_an_unknown_setting_in_one_line_with_others_has_that_line() -> None:
    found = only("least = 2, most = 3", "leest = 2")
    assert found == ("steps[1].settings.leest", "unknown-field", "least", 14)


def test_a_setting_of_another_primitive_is_unknown() -> None:
    assert only("cards = 3", "seconds = 3")[:2] == ("steps[2].settings.seconds", "unknown-field")


def test_a_setting_with_a_wrong_value_is_told_with_its_line() -> None:
    assert only("cards = 3", "cards = 300") == ("steps[2].settings.cards", "number-outside", "", 25)
    assert only("cards = 3", 'shown = "word"')[1:3] == ("enum", "words")
    assert only("most = 3 }", "most = 1 }")[:2] == ("steps[1].settings", "range-goes-down")


def test_settings_that_are_no_table_are_told() -> None:
    assert only("settings = { least = 2, most = 3 }", "settings = 3")[:2] == (
        "steps[1].settings",
        "not-shape",
    )


def test_everything_that_is_wrong_is_told_at_once() -> None:
    found = problems_of(
        "share = 75\ntakes_up = 1\n\n[steps.settings]\ncards", "[steps.settings]\ncrds"
    )
    assert [(p.place, p.code) for p in found] == [
        ("steps[2].share", "required"),
        ("steps[2].settings.crds", "unknown-field"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("share = 75", "share = 70", "shares-sum"),
        ("minutes = 20", "minutes = 5", "minutes-outside"),
        ("takes_up = 1", "takes_up = 2", "step-not-earlier"),
        ("minutes = 20", 'drafter = "poster"\nminutes = 20', "items-of-no-step"),
        ("share = 25", 'share = 25\nitems = "all"', "items-not-shown"),
        ("least = 10", "least = 50", "range-goes-down"),
        ('parts = ["middle"]', "parts = []", "too-short-list"),
        ('title = { en = "A walk" }', 'title = { en = "" }', "title-empty"),
        ("minutes = 20", "minutes = 20 # [", ""),
        ("[[steps]]", "[[steps]", "toml"),
    ],
)
def test_what_does_not_hold_together_has_its_code(old: str, new: str, code: str) -> None:
    if code:
        assert [p.code for p in problems_of(old, new)] == [code]
    else:
        assert read_method("walk.toml", METHOD.replace(old, new)).minutes == 20


def test_a_file_is_called_as_its_key() -> None:
    (problem,) = problems_of("walk", "stroll", name="walk.toml")
    assert (problem.code, problem.line, problem.details) == (
        "name-not-key",
        1,
        {"name": "walk.toml"},
    )
