"""Choosing among a dossier's facts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.drafters.choosing import apart, spread

words = st.lists(st.text("abcd", min_size=1, max_size=3))


def test_every_sort_has_its_first_before_any_has_its_second() -> None:
    assert spread("aaabbc", lambda letter: letter) == list("abcaba")


@given(words)
def test_spreading_loses_nothing_and_keeps_the_order_within_a_sort(things: list[str]) -> None:
    mixed = spread(things, lambda word: word[0])
    assert sorted(mixed) == sorted(things)
    for letter in "abcd":
        assert [w for w in mixed if w[0] == letter] == [w for w in things if w[0] == letter]


@given(words)
def test_what_shares_a_key_with_an_earlier_one_is_left_out(things: list[str]) -> None:
    kept = list(apart(things, set, used="d"))
    letters = "".join("".join(set(word)) for word in kept)
    assert len(letters) == len(set(letters))
    assert "d" not in letters
