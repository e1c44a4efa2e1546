"""Few people are hidden, and cannot be computed from the totals."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from olke.stats import suppress, suppress_groups

tables = st.integers(1, 5).flatmap(
    lambda width: st.lists(
        st.lists(st.integers(0, 12), min_size=width, max_size=width), min_size=1, max_size=5
    )
)


def test_a_small_group_is_hidden_and_the_next_with_it() -> None:
    small, others = suppress_groups({"history": 60, "geography": 3, "world": 49})
    assert (small, others) == ({"geography"}, {"world"})


def test_large_groups_are_shown() -> None:
    assert suppress_groups({"a": 5, "b": 60}) == (frozenset(), frozenset())


def test_two_small_groups_that_are_few_together_hide_a_third() -> None:
    small, others = suppress_groups({"a": 1, "b": 2, "c": 30, "d": 20})
    assert (small, others) == ({"a", "b"}, {"d"})
    assert suppress_groups({"a": 3, "b": 2, "c": 30}) == ({"a", "b"}, frozenset())


def test_nobody_hides_nobody() -> None:
    assert suppress_groups({"a": 0, "b": 60}) == (frozenset(), frozenset())


def test_a_cell_of_a_table_takes_a_rectangle_with_it() -> None:
    found = suppress([[20, 3, 9], [11, 8, 7], [30, 30, 6]])
    assert found.small == {(0, 1)}
    assert len(found.others) == 3
    assert found.counts[0][1] is None


def determined(counts: list[list[int]], hidden: frozenset[tuple[int, int]]) -> set[object]:
    """Find hidden cells that follow from the margins, by linear algebra."""
    cells = sorted(hidden)
    lines = [
        [float(cell[axis] == place) for cell in cells]
        for axis, length in ((0, len(counts)), (1, len(counts[0])))
        for place in range(length)
    ]
    rank = np.linalg.matrix_rank(lines) if cells else 0
    return {
        cell
        for place, cell in enumerate(cells)
        if np.linalg.matrix_rank([*lines, np.eye(len(cells))[place]]) == rank
    }


@settings(deadline=None)
@given(tables)
def test_no_hidden_cell_follows_from_the_totals_where_any_table_can_prevent_it(
    counts: list[list[int]],
) -> None:
    found = suppress(counts)
    hidden = found.small | found.others
    everything = frozenset(
        (row, column)
        for row, line in enumerate(counts)
        for column, value in enumerate(line)
        if value
    )
    assert determined(counts, hidden) <= determined(counts, everything)


@given(tables)
def test_all_small_counts_and_nothing_empty_are_hidden(counts: list[list[int]]) -> None:
    found = suppress(counts)
    for row, line in enumerate(counts):
        for column, value in enumerate(line):
            shown = found.counts[row][column]
            assert shown is None or shown == value
            if 0 < value < 5:
                assert shown is None
            if value == 0:
                assert shown == 0
