"""Surveys: questions that hold together, and who is asked which."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents.reading import DocumentError, read_toml, write_toml
from olke.teaching.documents.survey import Condition, Knowledge, Survey

YES_NO = {"id": "likes", "kind": "yes-no", "text": {"kk": "Қызықты ма?"}}


def survey(*questions: dict[str, Any]) -> Survey:
    """Return a survey of some questions."""
    made = {"key": "a-survey", "title": {"kk": "Сауалнама"}, "questions": list(questions)}
    return Survey.model_validate(made)


def one_of(name: str, **fields: Any) -> dict[str, Any]:
    """Return the data of a question with two options."""
    options = [{"kk": "бірі"}, {"kk": "екіншісі"}]
    return {"id": name, "kind": "one-of", "text": {"kk": name}, "options": options, **fields}


def knowledge(**item: Any) -> dict[str, Any]:
    """Return the data of a question with a right answer."""
    made = {"id": "i1", "kind": "statement", "text": {"kk": "Облыс 1939 жылы құрылды."}}
    made |= {"answer": True, "claims": ["001-01"], **item}
    return {"id": "founded", "kind": "knowledge", "item": made}


def test_a_survey_is_the_same_after_it_was_written_and_read() -> None:
    matrix = {
        "id": "forms",
        "kind": "matrix",
        "text": {"kk": "Қалай?"},
        "rows": [{"kk": "дәріс"}, {"kk": "семинар"}],
        "options": [{"kk": "иә"}, {"kk": "жоқ"}],
    }
    number = {"id": "age", "kind": "number", "text": {"kk": "Жасыңыз"}, "least": 5, "most": 99}
    before = survey(YES_NO, one_of("programme", groups=True), matrix, number, knowledge())

    assert read_toml(Survey, write_toml(before)) == before


def test_a_knowledge_question_has_the_words_of_its_item() -> None:
    (question,) = survey(knowledge()).questions

    assert isinstance(question, Knowledge)
    assert question.text.kk == "Облыс 1939 жылы құрылды."


@pytest.mark.parametrize(
    ("questions", "code"),
    [
        ([YES_NO, YES_NO], "question-twice"),
        ([one_of("a", shown_if={"question": "b", "values": [0]})], "condition-not-earlier"),
        ([{**YES_NO, "text": {}}], "question-empty"),
        (
            [
                {
                    **one_of("a"),
                    "kind": "several-of",
                    "least": 3,
                }
            ],
            "range-goes-down",
        ),
    ],
)
def test_a_survey_that_does_not_hold_together_says_why(
    questions: list[dict[str, Any]], code: str
) -> None:
    with pytest.raises(ValueError, match=code):
        survey(*questions)


def test_a_question_is_asked_of_those_whose_answer_opens_it() -> None:
    asked = survey(YES_NO, one_of("why", shown_if={"question": "likes", "values": [True]}))

    assert [one.id for one in asked.asked({})] == ["likes"]
    assert [one.id for one in asked.asked({"likes": True})] == ["likes", "why"]
    assert [one.id for one in asked.asked({"likes": False})] == ["likes"]


def test_an_answer_to_what_is_not_asked_any_more_opens_nothing() -> None:
    chain = survey(
        YES_NO,
        one_of("why", shown_if={"question": "likes", "values": [True]}),
        one_of("more", shown_if={"question": "why", "values": [1]}),
    )

    assert [one.id for one in chain.asked({"likes": False, "why": 1})] == ["likes"]


def test_yes_is_not_the_option_of_number_one() -> None:
    assert not Condition(question="a", values=(1,)).holds({"a": True})
    assert Condition(question="a", values=(1, 2)).holds({"a": [0, 2]})


def test_a_file_with_an_unknown_kind_of_question_is_refused_with_its_line() -> None:
    text = write_toml(survey(YES_NO)).replace('"yes-no"', '"maybe"')

    with pytest.raises(DocumentError):
        read_toml(Survey, text)


def test_a_survey_names_the_claims_that_it_asks_about() -> None:
    told = {**YES_NO, "claims": ["002-01", "001-01"]}

    assert survey(told, knowledge()).claims == ("002-01", "001-01")


@given(
    st.dictionaries(st.sampled_from(["likes", "why", "more"]), st.booleans() | st.integers(0, 3))
)
def test_whoever_answers_is_asked_in_the_order_of_the_survey(answers: dict[str, Any]) -> None:
    chain = survey(
        YES_NO,
        one_of("why", shown_if={"question": "likes", "values": [True]}),
        one_of("more", shown_if={"question": "why", "values": [0, 1]}),
    )
    asked = [one.id for one in chain.asked(answers)]

    assert asked == ["likes", "why", "more"][: len(asked)]
    assert asked[0] == "likes"
