"""Shares and their differences: published examples, agreement, edges, properties."""

import math
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from olke.stats import StatsError, difference_of_shares, share, wilson
from olke.stats.shares import newcombe

counts = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


# Newcombe (1998), Stat. Med. 17, 857-872, table I, method 3 (score without correction).
@pytest.mark.parametrize(
    ("count", "total", "lower", "upper"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_newcombes_table(count: int, total: int, lower: float, upper: float) -> None:
    assert tuple(wilson(count, total)) == pytest.approx((lower, upper), abs=5e-5)


@pytest.mark.parametrize(("count", "total"), [(0, 1), (1, 1), (3, 7), (53, 112), (499, 500)])
def test_wilson_agrees_with_statsmodels(count: int, total: int) -> None:
    for level in (0.9, 0.95, 0.99):
        theirs = proportion_confint(count, total, alpha=1 - level, method="wilson")
        assert tuple(wilson(count, total, level)) == pytest.approx(theirs, abs=1e-9)


# Newcombe (1998), Stat. Med. 17, 873-890, table II, method 10; the last is Perondi et al. (2004)
# in Fagerland, Lydersen & Laake (2017), Statistical analysis of contingency tables, ch. 4.
@pytest.mark.parametrize(
    ("first", "second", "lower", "upper"),
    [
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
        ((7, 34), (1, 34), 0.0189, 0.3404),
    ],
)
def test_the_difference_gives_newcombes_table(
    first: tuple[int, int], second: tuple[int, int], lower: float, upper: float
) -> None:
    difference, interval = newcombe(first, second)
    assert difference == pytest.approx(first[0] / first[1] - second[0] / second[1])
    assert tuple(interval) == pytest.approx((lower, upper), abs=5e-5)


def test_the_difference_agrees_with_statsmodels() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        theirs = confint_proportions_2indep(30, 56, 22, 57, method="newcomb", compare="diff")
    assert tuple(newcombe((30, 56), (22, 57))[1]) == pytest.approx(theirs, abs=1e-6)


def test_those_who_did_not_answer_are_told_and_not_counted() -> None:
    found = share([True, False, None, True, None])
    assert (found.estimate.value, found.used) == (2 / 3, 3)
    assert [(left.code, left.count) for left in found.left_out] == [("missing-value", 2)]


def test_two_groups_are_compared_with_their_shares() -> None:
    found = difference_of_shares({"new": [1, 1, 0, None], "old": [0, 0, 1]})
    assert found.estimate.value == pytest.approx(1 / 3)
    assert found.groups == (("new", 3), ("old", 3))
    assert found.figure("share:old") == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("code", "compute"),
    [
        ("no-data", lambda: share([])),
        ("no-data", lambda: share([None])),
        ("not-yes-no", lambda: share([2])),
        ("not-a-number", lambda: share([float("nan")])),
        ("bad-level", lambda: wilson(1, 2, 1.0)),
        ("bad-count", lambda: wilson(3, 2)),
        ("empty-group", lambda: difference_of_shares({"a": [None], "b": [1]})),
        ("group-count", lambda: difference_of_shares({"a": [1]})),
    ],
)
def test_what_cannot_be_computed_is_refused_by_code(code: str, compute: object) -> None:
    with pytest.raises(StatsError) as raised:
        compute()  # type: ignore[operator]
    assert raised.value.code == code
    assert str(raised.value)


@given(counts)
def test_an_interval_holds_its_share_within_nought_and_one(counted: tuple[int, int]) -> None:
    interval = wilson(*counted)
    assert 0 <= interval.lower < interval.upper <= 1
    assert counted[0] / counted[1] in interval


@given(counts)
def test_no_mirrors_yes(counted: tuple[int, int]) -> None:
    count, total = counted
    lower, upper = wilson(total - count, total)
    assert (1 - upper, 1 - lower) == pytest.approx(tuple(wilson(count, total)), abs=1e-12)


@given(counts, counts)
def test_a_difference_turns_round_with_its_groups(
    one: tuple[int, int], two: tuple[int, int]
) -> None:
    there, back = newcombe(one, two), newcombe(two, one)
    assert there[0] in there[1]
    assert -1 <= there[1].lower <= there[1].upper <= 1
    assert (-back[1].upper, -back[1].lower) == pytest.approx(tuple(there[1]), abs=1e-12)


@given(counts)
def test_more_confidence_is_wider(counted: tuple[int, int]) -> None:
    narrow, wide = wilson(*counted, 0.9), wilson(*counted, 0.99)
    assert wide.lower <= narrow.lower
    assert narrow.upper <= wide.upper
    assert not math.isclose(wide.upper - wide.lower, narrow.upper - narrow.lower)
