"""How minutes are shared out among the activities of a lesson."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.teaching.documents.scheduling import Span, fitted, shared


@st.composite
def spans(draw: st.DrawFn) -> Span:
    least, more, most = (draw(st.integers(0, 40)) for _ in range(3))
    return Span(least, least + more, least + more + most)


def test_what_fits_keeps_its_usual_time() -> None:
    assert fitted(20, [Span(3, 5, 8), Span(10, 15, 25)]) == (5, 15)


def test_time_left_goes_to_what_can_take_more() -> None:
    assert fitted(45, [Span(5, 5, 5), Span(10, 20, 60), Span(4, 5, 10)]) == (5, 33, 7)


def test_too_little_time_is_taken_where_there_is_room() -> None:
    assert fitted(30, [Span(5, 5, 5), Span(10, 20, 40), Span(10, 15, 15)]) == (5, 13, 12)


def test_a_span_that_goes_down_is_refused() -> None:
    with pytest.raises(ValueError, match="does not hold"):
        Span(5, 4, 9)


@given(st.integers(0, 300), st.lists(spans(), max_size=9))
def test_minutes_sum_and_nothing_leaves_its_bounds(minutes: int, given: list[Span]) -> None:
    found = fitted(minutes, given)

    assert all(s.least <= m <= s.most for m, s in zip(found, given, strict=True))
    lowest, highest = sum(s.least for s in given), sum(s.most for s in given)
    assert sum(found) == min(max(minutes, lowest), highest)


@given(st.integers(0, 100), st.lists(st.integers(0, 30), max_size=9))
def test_nothing_is_given_more_than_it_has_room_for(amount: int, room: list[int]) -> None:
    found = shared(amount, room)

    assert all(0 <= f <= r for f, r in zip(found, room, strict=True))
    assert sum(found) == min(amount, sum(room))
