"""Parts of a lesson added, moved and taken out."""

from __future__ import annotations

from typing import Any

import pytest

from olke.teaching.documents.arranging import NoSuchPlaceError
from olke.teaching.documents.paths import (
    name_of,
    part_at,
    path_of,
    with_part,
    with_part_moved,
    with_part_placed,
    with_part_replaced,
    without_part,
)


def lesson(*stages: str) -> dict[str, Any]:
    """Return a lesson whose stages have activities named by single letters."""
    return {"stages": [{"activities": [{"id": letter} for letter in stage]} for stage in stages]}


def letters(data: dict[str, Any]) -> list[str]:
    return ["".join(a["id"] for a in stage["activities"]) for stage in data["stages"]]


def path(stage: int, activity: int) -> tuple[str | int, ...]:
    return ("stages", stage, "activities", activity)


def test_a_name_spells_a_path_and_back() -> None:
    assert path_of("stages-0-activities-12") == path(0, 12)
    assert name_of(path(0, 12)) == "stages-0-activities-12"


def test_a_part_is_put_in_at_a_place_or_at_the_end() -> None:
    before = lesson("ab", "c")

    made, at = with_part(before, path(0, 1), {"id": "x"})
    last, end = with_part(before, ("stages", 1, "activities"), {"id": "y"})

    assert (letters(made), at) == (["axb", "c"], path(0, 1))
    assert (letters(last), end) == (["ab", "cy"], path(1, 1))
    assert letters(before) == ["ab", "c"]


def test_a_list_that_nothing_was_in_is_begun() -> None:
    made, at = with_part({}, ("aims",), {"kk": "a"})

    assert (made, at) == ({"aims": [{"kk": "a"}]}, ("aims", 0))


@pytest.mark.parametrize(
    ("start", "by", "found", "at"),
    [
        (path(0, 0), 1, ["ba", "c"], path(0, 1)),
        (path(0, 1), 1, ["a", "bc"], path(1, 0)),
        (path(1, 0), -1, ["abc", ""], path(0, 2)),
        (path(0, 0), -1, ["ab", "c"], path(0, 0)),
        (path(1, 0), 1, ["ab", "c"], path(1, 0)),
    ],
)
def test_an_activity_goes_over_the_edge_of_its_stage(
    start: Any, by: int, found: list[str], at: Any
) -> None:
    made, place = with_part_moved(lesson("ab", "c"), start, by)

    assert (letters(made), place) == (found, at)


@pytest.mark.parametrize(
    ("start", "to", "found"),
    [
        (path(0, 0), path(0, 2), ["bac", "d"]),
        (path(0, 2), path(0, 0), ["cab", "d"]),
        (path(0, 0), path(1, 0), ["bc", "ad"]),
        (path(1, 0), path(0, 3), ["abcd", ""]),
        (path(0, 1), path(0, 1), ["abc", "d"]),
    ],
)
def test_an_activity_is_dropped_between_others(start: Any, to: Any, found: list[str]) -> None:
    assert letters(with_part_placed(lesson("abc", "d"), start, to)[0]) == found


def test_a_part_is_replaced_and_taken_out() -> None:
    assert letters(with_part_replaced(lesson("ab"), path(0, 0), {"id": "x"})) == ["xb"]
    assert letters(without_part(lesson("ab"), path(0, 0))) == ["b"]


@pytest.mark.parametrize("wrong", ["stages-9", "stages-0-activities-5", "title-0", "stages-x"])
def test_a_place_that_is_not_there_is_refused(wrong: str) -> None:
    with pytest.raises(NoSuchPlaceError):
        part_at(lesson("ab"), path_of(wrong))
    with pytest.raises(NoSuchPlaceError):
        without_part(lesson("ab"), path_of(wrong))
