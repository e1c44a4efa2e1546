"""Two independent groups' scores: by means and by ranks."""

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import mannwhitneyu, ttest_ind

from olke.stats import StatsError, mann_whitney, welch
from olke.stats.independent_scores import g_pooled
from olke.stats.ranks import midranks, rank_sum_tails

SLEEP = {
    "one": [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0],
    "two": [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4],
}
# Hollander & Wolfe (1973), Nonparametric statistical methods, p. 69 f.: permeability of the chorion
# at term and at 12 to 26 weeks.
TERM = [0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
WEEKS = [1.15, 0.88, 0.90, 0.74, 1.21]

groups = st.tuples(
    st.lists(st.integers(0, 15), min_size=2, max_size=25),
    st.lists(st.integers(0, 15), min_size=2, max_size=25),
)


def test_welch_gives_the_sleep_of_r() -> None:
    # R's `t.test(extra ~ group, data = sleep)`, in its documentation.
    found = welch(SLEEP)
    assert found.statistic == pytest.approx(-1.8608, abs=5e-5)
    assert found.df[0] == pytest.approx(17.776, abs=5e-4)
    assert found.p == pytest.approx(0.07939, abs=5e-6)
    assert tuple(found.interval or ()) == pytest.approx((-3.3654832, 0.2054832), abs=5e-8)


def test_welch_agrees_with_scipy() -> None:
    found, theirs = welch({"a": TERM, "b": WEEKS}), ttest_ind(TERM, WEEKS, equal_var=False)
    assert (found.statistic, found.p) == pytest.approx((theirs.statistic, theirs.pvalue), rel=1e-9)
    assert tuple(found.interval or ()) == pytest.approx(tuple(theirs.confidence_interval()))


def test_g_is_d_over_the_pooled_sd_shrunk() -> None:
    # Borenstein, Hedges, Higgins & Rothstein (2009), Introduction to meta-analysis, pp. 26-27:
    # means 103 and 100, sds 5.5 and 4.5, 50 each: g = 0.5924 with J = 1 - 3/391.
    found = g_pooled(3.0, (5.5**2, 4.5**2), (50, 50), 0.95)
    assert found.value == pytest.approx(0.5924, abs=5e-5)


def test_in_groups_of_one_size_both_yardsticks_are_one() -> None:
    found = welch(SLEEP)
    interval = found.effect("hedges-g").interval
    assert interval is not None
    assert found.effect("hedges-g").value == pytest.approx(
        found.effect("hedges-g-star").value, rel=1e-3
    )


def test_mann_whitney_gives_hollander_and_wolfe() -> None:
    found = mann_whitney({"term": TERM, "weeks": WEEKS})
    assert found.statistic == 35
    assert found.p == pytest.approx(0.2544123, abs=5e-8)  # one-sided 0.1272: p. 70


def test_the_superiority_interval_solves_its_equation() -> None:
    # Newcombe (2006), Stat. Med. 25, 559-573, method 5, written out once more.
    found = mann_whitney({"term": TERM, "weeks": WEEKS})
    value, z2 = found.estimate.value, 1.959963984540054**2
    for end in found.interval or ():
        typical = 15 / 2 - 1
        spread = 1 + typical * ((1 - end) / (2 - end) + end / (1 + end))
        assert (value - end) ** 2 == pytest.approx(z2 * end * (1 - end) / 50 * spread)


def test_mann_whitney_agrees_with_scipy_in_large_tied_groups() -> None:
    rng = np.random.default_rng(3)
    one, two = rng.integers(0, 12, 60).tolist(), rng.integers(1, 13, 52).tolist()
    found = mann_whitney({"a": one, "b": two})
    theirs = mannwhitneyu(one, two, method="asymptotic")
    assert (found.statistic, found.p) == pytest.approx((theirs.statistic, theirs.pvalue), rel=1e-9)


@given(
    st.lists(st.integers(0, 4), min_size=1, max_size=5),
    st.lists(st.integers(0, 4), min_size=1, max_size=5),
)
def test_the_exact_tails_are_those_of_all_divisions(one: list[int], two: list[int]) -> None:
    ranks = midranks([*one, *two])
    observed = math.fsum(ranks[: len(one)])
    sums = [math.fsum(chosen) for chosen in combinations(ranks, len(one))]
    lower, upper = rank_sum_tails(ranks, len(one), observed)
    assert lower == pytest.approx(sum(value <= observed for value in sums) / len(sums))
    assert upper == pytest.approx(sum(value >= observed for value in sums) / len(sums))


@given(groups)
def test_turning_the_groups_turns_the_result(told: tuple[list[int], list[int]]) -> None:
    one, two = told
    there, back = mann_whitney({"a": one, "b": two}), mann_whitney({"b": two, "a": one})
    assert there.p == pytest.approx(back.p)
    assert there.estimate.value == pytest.approx(1 - back.estimate.value)
    assert there.effect("cliff-delta").value == pytest.approx(-back.effect("cliff-delta").value)
    assert there.interval is not None
    assert back.interval is not None
    assert there.interval.lower == pytest.approx(1 - back.interval.upper, abs=1e-9)
    straight, turned = welch({"a": one, "b": two}), welch({"b": two, "a": one})
    assert straight.p == pytest.approx(turned.p)


@given(groups)
def test_every_interval_holds_its_estimate(told: tuple[list[int], list[int]]) -> None:
    for compute in (welch, mann_whitney):
        found = compute({"a": told[0], "b": told[1]})
        assert found.p is None or 0 <= found.p <= 1
        for estimate in (found.estimate, *found.effects):
            if estimate.interval is not None:
                assert estimate.interval.lower - 1e-9 <= estimate.value
                assert estimate.value <= estimate.interval.upper + 1e-9


def test_ranks_do_not_see_a_stretched_scale() -> None:
    one = mann_whitney({"a": TERM, "b": WEEKS})
    two = mann_whitney({"a": [v**3 for v in TERM], "b": [v**3 for v in WEEKS]})
    assert (one.p, one.estimate.value) == (two.p, two.estimate.value)


def test_groups_quite_apart_have_an_interval_that_ends_at_one() -> None:
    found = mann_whitney({"a": [7, 8, 9], "b": [1, 2, 3]})
    assert found.p == pytest.approx(0.1)
    assert found.interval is not None
    assert found.interval.upper == 1
    assert 0.3 < found.interval.lower < 0.8


def test_all_the_same_is_no_evidence() -> None:
    same = {"a": [1.0, 1.0, 1.0], "b": [1.0, 1.0]}
    assert mann_whitney(same).p == 1.0
    assert mann_whitney({"a": [1.0] * 40, "b": [1.0] * 40}).p == 1.0
    assert (welch(same).p, welch(same).warnings) == (None, ("no-variation",))


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("too-few", {"a": [1], "b": [1, 2]}),
        ("empty-group", {"a": [], "b": [1, 2]}),
        ("group-count", {"a": [1, 2], "b": [1, 2], "c": [1, 2]}),
        ("not-a-number", {"a": [1, float("inf")], "b": [1, 2]}),
    ],
)
def test_what_cannot_be_compared_is_refused(code: str, told: dict[str, list[float]]) -> None:
    with pytest.raises(StatsError) as raised:
        welch(told)
    assert raised.value.code == code
