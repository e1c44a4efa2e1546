"""What ``check_method`` says of a file before it is offered."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.utils.translation import override

from olke.teaching.documents.reading import DocumentProblem
from olke.teaching.methods import checking
from olke.teaching.methods.checking import MethodReport, check_method
from tests.teaching.methods.walk import METHOD


@pytest.fixture
def walk(tmp_path: Path) -> Path:
    path = tmp_path / "walk.toml"
    path.write_text(METHOD, encoding="utf-8")
    return path


def checked(path: Path, old: str, new: str) -> MethodReport:
    assert old in METHOD
    path.write_text(METHOD.replace(old, new), encoding="utf-8")
    return check_method(path)


def test_a_method_in_one_language_can_be_used_and_its_gaps_are_told(walk: Path) -> None:
    report = check_method(walk)
    assert report.method
    assert report.method.key == "walk"
    assert report.problems == ()
    assert len(report.untranslated) == 10
    assert report.untranslated[0] == DocumentProblem(
        ("title",), "untranslated", {"languages": "kk, ru"}, line=2
    )


def test_a_drafter_that_is_not_installed_is_a_problem(
    walk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "drafters", lambda: {"poster": None, "levels": None})
    report = checked(walk, "takes_up = 1", 'items = "all"')
    assert report.method
    drafted = METHOD.replace("takes_up = 1", 'items = "all"')
    walk.write_text(drafted.replace("minutes = 20", 'drafter = "postr"\nminutes = 20'))
    report = check_method(walk)
    assert report.method is None
    assert [(p.code, p.meant, p.line) for p in report.problems] == [("no-drafter", "poster", 5)]


def test_the_key_of_a_built_in_method_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "jigsaw.toml"
    path.write_text(METHOD.replace('"walk"', '"jigsaw"'), encoding="utf-8")
    report = check_method(path)
    assert report.method is None
    assert [(p.code, p.line) for p in report.problems] == [("key-taken", 1)]


def test_a_file_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "walk.toml"
    path.write_bytes(METHOD.replace("A walk", "Серуен").encode("cp1251"))
    assert [p.code for p in check_method(path).problems] == ["encoding"]


def test_a_file_that_is_not_there_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        check_method(tmp_path / "walk.toml")


def test_the_report_says_place_reason_and_advice(walk: Path) -> None:
    with override("en"):
        text = checked(walk, "cards = 3", "card = 3").as_text()
        assert text == (
            "line 25, steps[2].settings.card: There is no field “card” here. Was “cards” meant?"
        )
        lines = checked(walk, "cards = 3", "cards = 4").as_text().splitlines()
        assert lines[0] == "line 2, title: There is no text in these languages: kk, ru."
        assert lines[-1] == "The method “walk” can be used; steps: 2."
