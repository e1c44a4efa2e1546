"""Two people's changes of one state."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents.merging import Conflict, merged

WAS: dict[str, Any] = {
    "title": {"kk": "a"},
    "minutes": 45,
    "aims": [{"kk": "1"}, {"kk": "2"}],
    "activities": [{"id": "x", "minutes": 5}, {"id": "y", "minutes": 9}],
}


def test_changes_of_different_parts_both_stand() -> None:
    theirs = {**WAS, "title": {"kk": "a", "ru": "б"}, "aims": [{"kk": "1"}, {"kk": "two"}]}
    mine = {**WAS, "minutes": 90, "aims": [{"kk": "one"}, {"kk": "2"}]}

    found, conflicts = merged(WAS, theirs, mine)

    assert conflicts == ()
    assert found == {
        **WAS,
        "title": {"kk": "a", "ru": "б"},
        "minutes": 90,
        "aims": [{"kk": "one"}, {"kk": "two"}],
    }


def test_where_both_changed_the_same_mine_stays_and_theirs_is_told() -> None:
    theirs, mine = {**WAS, "minutes": 40}, {**WAS, "minutes": 90}

    assert merged(WAS, theirs, mine) == (mine, (Conflict(("minutes",), 45, 40, 90),))


def test_rows_with_ids_are_told_apart_by_them() -> None:
    theirs = {**WAS, "activities": [*WAS["activities"], {"id": "z"}]}
    mine = {**WAS, "activities": [{"id": "y", "minutes": 12}, {"id": "x", "minutes": 5}]}

    found, conflicts = merged(WAS, theirs, mine)

    assert conflicts == ()
    assert found["activities"] == [
        {"id": "y", "minutes": 12},
        {"id": "x", "minutes": 5},
        {"id": "z"},
    ]


def test_what_one_took_out_and_the_other_left_is_gone() -> None:
    theirs = {**WAS, "activities": [{"id": "y", "minutes": 9}]}

    assert merged(WAS, theirs, WAS)[0]["activities"] == [{"id": "y", "minutes": 9}]


def test_what_one_took_out_and_the_other_changed_is_told() -> None:
    theirs = {**WAS, "activities": [{"id": "y", "minutes": 9}]}
    mine = {**WAS, "activities": [{"id": "x", "minutes": 7}, {"id": "y", "minutes": 9}]}

    found, conflicts = merged(WAS, theirs, mine)

    assert found == mine
    assert conflicts == (
        Conflict(("activities", 0), {"id": "x", "minutes": 5}, None, {"id": "x", "minutes": 7}),
    )


plain = st.recursive(
    st.integers(0, 3) | st.text("ab", max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(plain, plain)
def test_a_change_of_one_alone_stands_whole(was: Any, changed: Any) -> None:
    assert merged(was, changed, was) == (changed, ())
    assert merged(was, was, changed) == (changed, ())
    assert merged(was, changed, changed) == (changed, ())
