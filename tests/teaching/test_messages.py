"""Every code about a document has a sentence, in three languages."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from django.utils.translation import override

import olke.teaching
from olke.teaching.documents.course import Course
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.documents.parts import Part
from olke.teaching.documents.reading import (
    DocumentError,
    DocumentProblem,
    read_document,
    read_toml,
)
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.errors import PictureError
from olke.teaching.messages import (
    ADVICE,
    PICTURES,
    REASONS,
    SHORTFALLS,
    advice_on,
    picture_refused,
    reason_for,
    said,
    shortfall_said,
)
from olke.teaching.methods.method import Method, Needs

ROOM = Path(olke.teaching.__file__).parent
# What ``reading`` makes of an error of pydantic's.
MADE = {
    "not-number",
    "not-text",
    "not-shape",
    "too-short-list",
    "too-long-list",
    "too-long",
    "number-outside",
    "required",
    "entry-of-no-kind",
}
RAISERS = {"ValueError": 0, "DocumentProblem": 1}
LANGUAGES = pytest.mark.parametrize("language", ["kk", "ru", "en"])


def codes_in(path: Path) -> Iterator[str]:
    """Yield the codes that a module raises or reports, as its sources say."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        given = node.args[RAISERS.get(node.func.id, 99) :][:1]
        yield from (str(one.value) for one in given if isinstance(one, ast.Constant))


def test_every_code_that_can_occur_has_a_sentence_and_no_other_has() -> None:
    folders = [ROOM / "documents", ROOM / "methods"]
    files = [ROOM / "primitives.py", *(p for f in folders for p in f.rglob("*.py"))]
    occurring = {code for path in files for code in codes_in(path)} | MADE
    assert occurring == set(REASONS)
    assert set(ADVICE) <= set(REASONS)


A = {"key": "a", "title": {"en": "A"}}
BROKEN: dict[str, tuple[type[Part], object]] = {
    "required": (Dossier, {}),
    "not-text": (Dossier, {**A, "key": "a b"}),
    "too-long": (Dossier, {**A, "title": {"en": "A" * 201}}),
    "too-long-list": (Dossier, {**A, "sections": [{}] * 101}),
    "too-short-list": (Method, {"parts": []}),
    "not-shape": (Dossier, {**A, "title": "A"}),
    "not-number": (Course, {**A, "credits": "many"}),
    "number-outside": (Course, {**A, "credits": 61}),
    "enum": (Lesson, {**A, "form": "lectern"}),
    "entry-of-no-kind": (
        Lesson,
        {**A, "form": "school", "stages": [{"part": "end", "activities": [{"items": [{}]}]}]},
    ),
}


@pytest.mark.parametrize("code", sorted(MADE | {"enum"}))
def test_a_code_that_is_made_on_the_way_occurs_and_is_told(code: str) -> None:
    kind, data = BROKEN[code]
    with pytest.raises(DocumentError) as raised:
        read_document(kind, data)
    problems = {problem.code: problem for problem in raised.value.problems}
    with override("en"):
        assert reason_for(problems[code])
        assert "%(" not in said(problems[code])


@LANGUAGES
def test_a_problem_is_told_with_its_line_in_the_readers_language(language: str) -> None:
    with pytest.raises(DocumentError) as raised:
        read_toml(Dossier, 'key = "a"\nleed = "A"\ntitle.en = "A"\n')
    (problem,) = raised.value.problems
    sentences = {
        "kk": "2-жол, leed: Мұнда «leed» деген өріс жоқ. «lead» деп жазғыңыз келді ме?",
        "ru": "строка 2, leed: Поля «leed» здесь нет. Возможно, имелось в виду «lead»?",
        "en": "line 2, leed: There is no field “leed” here. Was “lead” meant?",
    }
    with override(language):
        assert said(problem) == sentences[language]


def test_a_problem_of_the_whole_file_is_told_without_a_place() -> None:
    with override("en"):
        assert said(DocumentProblem((), "encoding")) == (
            "The file is not in UTF-8. Save it as UTF-8."
        )


def test_what_was_meant_is_better_advice_than_any() -> None:
    problem = DocumentProblem(("a",), "unknown-field", {"name": "a"})
    with override("en"):
        assert advice_on(problem) == "Correct its name, or take it out."
        assert advice_on(DocumentProblem(("a",), "required")) == ""


def said_by_drafters() -> set[str]:
    """Return the codes of shortfalls that stand in the drafters' sources."""
    folder = Path(olke.teaching.__file__).parent / "drafters"
    texts = (source.read_text("utf-8") for source in folder.glob("*.py"))
    return {code for text in texts for code in re.findall(r"Shortfall\(\s*\"([a-z-]+)\"", text)}


@LANGUAGES
def test_every_shortfall_and_refused_picture_has_a_sentence(language: str) -> None:
    assert set(SHORTFALLS) >= set(Needs.model_fields) | said_by_drafters()
    assert [field.name for field in fields(Shortfall)] == ["code", "needed", "found"]
    with override(language):
        for code in SHORTFALLS:
            sentence = shortfall_said(Shortfall(code, 7, 3))
            assert "7" in sentence
            assert "3" in sentence
        for code in PICTURES:
            assert picture_refused(PictureError(code))
        if language != "en":
            english = {*SHORTFALLS.values(), *PICTURES.values(), *REASONS.values()}
            assert not english & {shortfall_said(Shortfall(c, 7, 3)) for c in SHORTFALLS}


def test_every_code_of_a_refused_picture_is_told() -> None:
    source = (ROOM / "domain" / "pictures.py").read_text(encoding="utf-8")
    assert {code for code in PICTURES if f'PictureError("{code}")' in source} == set(PICTURES)
    assert source.count("raise PictureError(") >= len(PICTURES)
