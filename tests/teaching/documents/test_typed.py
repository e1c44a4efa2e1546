"""A form's fields as plain data of a document."""

from __future__ import annotations

import json
from typing import Any

from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.reading import read_document
from olke.teaching.documents.typed import pruned, reworded, typed, words_in


def lesson_of(language: str = "kk", **fields: Any) -> dict[str, Any]:
    named = {name.replace("_of_", "-"): value for name, value in fields.items()}
    return typed(Lesson, {k: v if isinstance(v, list) else [v] for k, v in named.items()}, language)


def test_words_are_kept_in_the_language_they_were_typed_in() -> None:
    was = json.dumps({"title": {"kk": "Тақырып", "en": "Topic"}})

    data = typed(Lesson, {"was": [was], "title": ["Тема"]}, "ru")

    assert data["title"] == {"kk": "Тақырып", "ru": "Тема", "en": "Topic"}


def test_words_of_another_language_left_unchanged_are_not_copied() -> None:
    was = json.dumps({"title": {"kk": "Тақырып"}})

    assert typed(Lesson, {"was": [was], "title": ["Тақырып"]}, "ru")["title"] == {"kk": "Тақырып"}


def test_what_a_browser_makes_of_line_ends_is_no_change() -> None:
    before = {"en": "one\ntwo 5\u00a0t"}

    assert reworded(before, "en", "one\ntwo 5\u00a0t") == before


def test_rows_stand_as_they_stood_in_the_form() -> None:
    fields = {
        "stages-4-part": ["middle"],
        "stages-4-activities-7-id": ["b"],
        "stages-4-activities-2-id": ["a"],
        "stages-1-part": ["end"],
    }

    stages = typed(Lesson, fields, "kk")["stages"]

    assert [stage["part"] for stage in stages] == ["middle", "end"]
    assert [activity["id"] for activity in stages[0]["activities"]] == ["b", "a"]


def test_an_item_keeps_what_the_form_does_not_show() -> None:
    item = {"id": "i1", "kind": "statement", "answer": True, "claims": ["c-1"], "text": {"kk": "a"}}
    stem = "stages-0-activities-0-items-0"
    fields = {f"{stem}-was": [json.dumps(item)], f"{stem}-text": ["b"], f"{stem}-answer": ["false"]}

    found = typed(Lesson, fields, "kk")["stages"][0]["activities"][0]["items"][0]

    assert found == {**item, "text": {"kk": "b"}, "answer": False, "edited": True}


def test_an_item_that_was_opened_and_left_is_not_edited() -> None:
    item = {
        "id": "i1",
        "kind": "choice",
        "answer": [1],
        "text": {"kk": "5\u00a0т", "ru": "5\u00a0т"},
        "options": [{"kk": "a"}, {"kk": "b"}],
    }
    stem = "stages-0-activities-0-items-0"
    fields = {
        f"{stem}-was": [json.dumps(item)],
        f"{stem}-text": ["5\u00a0т"],
        f"{stem}-points": [""],
        f"{stem}-level": [""],
        f"{stem}-answer": ["1"],
        f"{stem}-options-0-was": [json.dumps({"kk": "a"})],
        f"{stem}-options-0": ["a"],
        f"{stem}-options-1-was": [json.dumps({"kk": "b"})],
        f"{stem}-options-1": ["b"],
    }

    found = typed(Lesson, fields, "kk")["stages"][0]["activities"][0]["items"][0]

    assert found == item


def test_several_right_answers_come_from_one_name() -> None:
    item = {"id": "i1", "kind": "choice", "answer": [0], "options": [{"kk": "a"}, {"kk": "b"}]}
    stem = "stages-0-activities-0-items-0"
    fields = {
        f"{stem}-was": [json.dumps(item)],
        f"{stem}-answer": ["0", "1"],
        f"{stem}-options-0-was": [json.dumps({"kk": "a"})],
        f"{stem}-options-0": ["a"],
        f"{stem}-options-1": ["в"],
    }

    found = typed(Lesson, fields, "kk")["stages"][0]["activities"][0]["items"][0]

    assert found["edited"]
    assert found["answer"] == [0, 1]
    assert found["options"] == [{"kk": "a"}, {"kk": "в"}]


def test_what_is_no_number_stays_as_it_was_typed() -> None:
    assert typed(Lesson, {"minutes": ["жарты сағат"]}, "kk") == {"minutes": "жарты сағат"}
    assert typed(Lesson, {"minutes": ["45 "]}, "kk") == {"minutes": 45}


def test_fields_that_no_lesson_has_are_passed_over() -> None:
    fields = {"secret": ["x"], "stages-0-colour": ["red"], "stages-0-part": ["end"], "was": ["{["]}

    assert typed(Lesson, fields, "kk") == {"stages": [{"part": "end"}]}


def test_a_whole_lesson_comes_back_from_its_form() -> None:
    fields = {
        "key": ["a-lesson"],
        "title": ["Зауыттар"],
        "form": ["school"],
        "minutes": ["45"],
        "objectives-0-text": ["атайды"],
        "objectives-0-bloom": ["knowledge"],
        "aims-0": ["мақсат"],
        "stages-0-part": ["beginning"],
        "stages-0-activities-0-id": ["a1"],
        "stages-0-activities-0-minutes": ["5"],
    }

    lesson = read_document(Lesson, typed(Lesson, fields, "kk"))

    assert lesson.title.kk == "Зауыттар"
    assert lesson.planned_minutes == 5
    assert words_in(lesson.objectives[0].text, "en") == "атайды"


def test_empty_rows_are_left_out_when_a_lesson_is_saved() -> None:
    data = {"aims": [{}, {"kk": "бар"}], "objectives": [{"bloom": "knowledge"}, {"code": "7.1"}]}

    assert pruned(data, ["aims", "objectives"], telling=["text", "code"]) == {
        "aims": [{"kk": "бар"}],
        "objectives": [{"code": "7.1"}],
    }


STEM = "stages-0-activities-0-items-0"


def retyped(item: dict[str, Any], **fields: str) -> dict[str, Any]:
    """Return an item after some of its fields were typed anew."""
    sent = {f"{STEM}-was": [json.dumps(item)]}
    sent |= {f"{STEM}-{name}": [words] for name, words in fields.items()}
    found = typed(Lesson, sent, "kk")["stages"][0]["activities"][0]["items"][0]
    assert isinstance(found, dict)
    return found


ITEM = {
    "id": "i1",
    "kind": "statement",
    "answer": True,
    "text": {"kk": "а"},
    "explanation": {"kk": "өйткені а"},
}


def test_an_explanation_that_was_left_behind_is_told() -> None:
    assert retyped(ITEM, text="б")["explanation_stale"] is True
    assert retyped(ITEM, answer="false")["explanation_stale"] is True
    assert retyped({**ITEM, "explanation_stale": True}, points="2")["explanation_stale"] is True


def test_an_explanation_that_went_along_or_is_not_concerned_is_not_told() -> None:
    left_behind = {**ITEM, "explanation_stale": True}

    assert "explanation_stale" not in retyped(ITEM, text="б", explanation="өйткені б")
    assert "explanation_stale" not in retyped(ITEM, points="3", level="B")
    assert "explanation_stale" not in retyped({**ITEM, "explanation": {}}, text="б")
    assert "explanation_stale" not in retyped(left_behind, explanation="өйткені б")
