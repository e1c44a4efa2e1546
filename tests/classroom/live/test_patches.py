"""Merge patches: what a phone has after applying one is what the server has."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.classroom.live.patches import difference, merged, without_nulls

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 3) | st.floats(0, 2) | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3)
    ),
    max_leaves=12,
)
STATES = st.dictionaries(st.sampled_from("abcd"), VALUES, max_size=4).map(without_nulls)


@given(STATES, STATES)
def test_a_patch_makes_the_new_state_of_the_old(old: dict[str, Any], new: dict[str, Any]) -> None:
    found = merged(old, difference(old, new))

    assert found == new
    assert repr(sorted_deeply(found)) == repr(sorted_deeply(new))  # true is not 1, 1 is not 1.0


@given(STATES)
def test_nothing_is_patched_where_nothing_changed(state: dict[str, Any]) -> None:
    assert difference(state, state) == {}


def sorted_deeply(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: sorted_deeply(value[name]) for name in sorted(value)}
    return [sorted_deeply(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("target", "patch", "result"),
    [
        ({"a": "b"}, {"a": "c"}, {"a": "c"}),
        ({"a": "b"}, {"b": "c"}, {"a": "b", "b": "c"}),
        ({"a": "b"}, {"a": None}, {}),
        ({"a": "b", "b": "c"}, {"a": None}, {"b": "c"}),
        ({"a": ["b"]}, {"a": "c"}, {"a": "c"}),
        ({"a": {"b": "c"}}, {"a": {"b": "d", "c": None}}, {"a": {"b": "d"}}),
        ({"a": [{"b": "c"}]}, {"a": [1]}, {"a": [1]}),
        (["a", "b"], ["c", "d"], ["c", "d"]),
        ({"a": "b"}, ["c"], ["c"]),
        ({"e": None}, {"a": 1}, {"e": None, "a": 1}),
        ([1, 2], {"a": "b", "c": None}, {"a": "b"}),
        ({}, {"a": {"bb": {"ccc": None}}}, {"a": {"bb": {}}}),
    ],
)
def test_patches_are_applied_as_the_examples_of_rfc_7396(
    target: Any, patch: Any, result: Any
) -> None:
    assert merged(target, patch) == result
