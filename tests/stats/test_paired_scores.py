"""The same people's scores twice: by means and by ranks."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_rel
from scipy.stats import wilcoxon as theirs

from olke.stats import StatsError, paired_t, wilcoxon
from olke.stats.distributions import noncentral_t_cdf
from olke.stats.ranks import signed_rank_critical, signed_sum_tails
from olke.stats.signed_rank import hodges_lehmann

# Student (1908), Biometrika 6, 1-25, p. 20: extra hours of sleep by two drugs; R's `sleep`.
SLEEP_1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
SLEEP_2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
# Hollander & Wolfe (1973), Nonparametric statistical methods, pp. 27-33: depression before, after.
DEPRESSION_1 = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30]
DEPRESSION_2 = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]

marks = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=2, max_size=40)


def test_the_paired_t_gives_students_sleep() -> None:
    found = paired_t(SLEEP_1, SLEEP_2)
    assert found.statistic == pytest.approx(4.0621277, abs=5e-8)
    assert found.p == pytest.approx(0.00283289, abs=5e-9)
    assert tuple(found.interval or ()) == pytest.approx((0.7001142, 2.4598858), abs=5e-8)
    assert found.df == (9.0,)
    # Cohen's d_z of these data: effsize and effectsize (R) both give 1.2845.
    assert found.effect("cohen-d-z").value == pytest.approx(1.284558, abs=5e-7)


def test_the_paired_t_agrees_with_scipy() -> None:
    found, theirs = paired_t(DEPRESSION_1, DEPRESSION_2), ttest_rel(DEPRESSION_2, DEPRESSION_1)
    assert (found.statistic, found.p) == pytest.approx((theirs.statistic, theirs.pvalue), rel=1e-9)
    assert tuple(found.interval or ()) == pytest.approx(tuple(theirs.confidence_interval()))


def test_the_interval_of_d_leaves_equal_tails() -> None:
    interval = paired_t(SLEEP_1, SLEEP_2).effect("cohen-d-z").interval
    assert interval is not None
    t = 4.062127683382037
    tails = [noncentral_t_cdf(t, 9, end * math.sqrt(10)) for end in interval]
    assert tails == pytest.approx([0.975, 0.025], abs=1e-9)


def test_wilcoxon_gives_hollander_and_wolfe() -> None:
    found = wilcoxon(DEPRESSION_1, DEPRESSION_2)
    assert found.method == "wilcoxon-signed-rank-exact"
    assert found.statistic == 5  # and 40 the other way: p. 29
    assert found.p == pytest.approx(0.0390625, abs=1e-12)  # one-sided 0.0195: p. 30
    assert found.estimate.value == pytest.approx(-0.46, abs=1e-9)  # p. 33
    assert tuple(found.interval or ()) == pytest.approx((-0.786, -0.010), abs=1e-9)  # p. 35
    assert found.effect("rank-biserial").value == pytest.approx((5 - 40) / 45)


def test_wilcoxon_agrees_with_scipy_beyond_fifty_changes() -> None:
    rng = np.random.default_rng(5)
    one, two = rng.integers(0, 15, 90).tolist(), rng.integers(1, 15, 90).tolist()
    found = wilcoxon(one, two)
    expected = theirs(two, one, zero_method="pratt", correction=False, method="asymptotic")
    assert found.method == "wilcoxon-signed-rank-normal"
    assert found.p == pytest.approx(expected.pvalue, rel=1e-9)


@given(st.lists(st.integers(1, 12), min_size=1, max_size=10), st.data())
def test_the_exact_tails_are_those_of_all_signs(ranks: list[int], data: st.DataObject) -> None:
    kept = data.draw(st.lists(st.booleans(), min_size=len(ranks), max_size=len(ranks)))
    halves = [rank / 2 for rank in ranks]
    observed = math.fsum(rank for rank, keep in zip(halves, kept, strict=True) if keep)
    sums = [
        math.fsum(rank for place, rank in enumerate(halves) if signs >> place & 1)
        for signs in range(2 ** len(halves))
    ]
    lower, upper = signed_sum_tails(halves, observed)
    assert lower == pytest.approx(sum(value <= observed for value in sums) / len(sums))
    assert upper == pytest.approx(sum(value >= observed for value in sums) / len(sums))


# Hollander & Wolfe (1999), table A.4: the critical values of 95 % intervals.
@pytest.mark.parametrize(("size", "critical"), [(5, -1), (6, 0), (9, 5), (10, 8), (20, 52)])
def test_critical_values_are_those_of_the_table(size: int, critical: int) -> None:
    assert signed_rank_critical(size, 0.95) == critical


@given(marks)
def test_turning_the_rounds_turns_the_result(told: list[tuple[int, int]]) -> None:
    before, after = [one for one, _ in told], [two for _, two in told]
    there, back = wilcoxon(before, after), wilcoxon(after, before)
    assert there.p == pytest.approx(back.p)
    assert there.estimate.value == pytest.approx(-back.estimate.value)
    straight, turned = paired_t(before, after), paired_t(after, before)
    assert straight.estimate.value == pytest.approx(-turned.estimate.value)
    if straight.p is not None:
        assert straight.p == pytest.approx(turned.p)
        lower, upper = turned.effect("cohen-d-z").interval or (0, 0)
        assert (-upper, -lower) == pytest.approx(
            tuple(straight.effect("cohen-d-z").interval or ()), abs=1e-9
        )


@given(marks, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(told: list[tuple[int, int]], source: object) -> None:
    mixed = list(told)
    source.shuffle(mixed)  # type: ignore[attr-defined]
    for compute in (paired_t, wilcoxon):
        one = compute(*zip(*told, strict=True))
        two = compute(*zip(*mixed, strict=True))
        assert (one.p, one.estimate.value) == pytest.approx((two.p, two.estimate.value))


@given(marks)
def test_every_interval_holds_its_estimate(told: list[tuple[int, int]]) -> None:
    for compute in (paired_t, wilcoxon):
        found = compute(*zip(*told, strict=True))
        for estimate in (found.estimate, *found.effects):
            assert math.isfinite(estimate.value)
            if estimate.interval is not None:
                assert estimate.interval.lower - 1e-9 <= estimate.value
                assert estimate.value <= estimate.interval.upper + 1e-9


@given(st.lists(st.integers(-9, 9), min_size=1, max_size=25), st.integers(-5, 5))
def test_a_shift_moves_hodges_and_lehmann_by_itself(values: list[int], by: int) -> None:
    moved = hodges_lehmann([value + by for value in values])
    assert moved.value == pytest.approx(hodges_lehmann(values).value + by)


def test_all_the_same_change_has_no_test_and_says_why() -> None:
    found = paired_t([1, 2, 3], [2, 3, 4])
    assert (found.estimate.value, found.p, found.interval) == (1.0, None, None)
    assert found.warnings == ("no-variation",)


def test_nobody_changing_is_no_evidence() -> None:
    found = wilcoxon([1, 2], [1, 2])
    assert (found.p, found.effect("rank-biserial").value) == (1.0, 0.0)
    assert found.warnings == ("nobody-changed", "too-few-for-interval")


def test_rounding_does_not_break_a_tie() -> None:
    found = wilcoxon([0.1, 0.2, 0.0], [0.2, 0.3, 0.3])  # changes 0.1, 0.1 and 0.3 but for bits
    assert found.statistic == 6
    assert found.p == pytest.approx(0.25)


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [("no-data", [], []), ("too-few", [1], [2]), ("no-data", [None, 1], [1, None])],
)
def test_too_few_are_refused(code: str, before: list[object], after: list[object]) -> None:
    with pytest.raises(StatsError) as raised:
        paired_t(before, after)  # type: ignore[arg-type]
    assert raised.value.code == code


def test_two_people_give_a_wide_answer() -> None:
    found = paired_t([1, 2], [2, 4])
    assert found.interval is not None
    assert found.interval.upper - found.interval.lower > 10
