"""Answers by group: chi-square, Cramér's V, exact tests, permutation."""

import math
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2_contingency, ncx2
from scipy.stats import fisher_exact as theirs
from scipy.stats.contingency import association

from olke.stats import (
    StatsError,
    Table,
    chi_square,
    cochran,
    count_by_group,
    fisher_exact,
    permuted_chi_square,
)
from olke.stats.exact_tables import count_tables, exact_p
from olke.stats.tables import noncentral_limits


def table(*rows: tuple[int, ...]) -> Table:
    return Table(tuple("abcdef"[: len(rows)]), tuple("uvwxyz"[: len(rows[0])]), rows)


# Agresti (2007), An introduction to categorical data analysis, table 2.5: party by gender.
PARTY = table((762, 327, 468), (484, 239, 477))
# Agresti (2002), Categorical data analysis, table 3.8: Fisher's tea tasting.
TEA = table((3, 1), (1, 3))
# Agresti (2002), p. 57: job satisfaction by income; R's `fisher.test` example.
JOBS = table((1, 2, 1, 0), (3, 3, 6, 1), (10, 10, 14, 9), (6, 7, 12, 11))

cells = st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=2, max_size=3)


def test_chi_square_gives_agrestis_parties() -> None:
    found = chi_square(PARTY)
    assert found.statistic == pytest.approx(30.07, abs=5e-3)
    assert found.df == (2.0,)
    assert found.p == pytest.approx(2.954e-07, abs=5e-11)


def test_chi_square_agrees_with_scipy() -> None:
    for one in (PARTY, JOBS, TEA):
        theirs = chi2_contingency(one.counts, correction=False)
        found = chi_square(one)
        assert (found.statistic, found.p) == pytest.approx((theirs.statistic, theirs.pvalue))
        assert found.estimate.value == pytest.approx(association(one.counts, method="cramer"))


def test_the_interval_of_v_leaves_equal_tails() -> None:
    lower, upper = noncentral_limits(30.07, 2, 0.95)
    assert ncx2.cdf(30.07, 2, lower) == pytest.approx(0.975)
    assert ncx2.cdf(30.07, 2, upper) == pytest.approx(0.025)


def test_v_is_corrected_as_bergsma_does() -> None:
    # Bergsma (2013), eq. 5-7, by hand for a table of 2 by 2 with phi^2 = 0.25, n = 8.
    found = chi_square(TEA).effects[0]
    assert found.value == pytest.approx(((0.25 - 1 / 7) / (2 - 1 / 7 - 1)) ** 0.5)


def test_fisher_gives_the_tea_of_the_lady() -> None:
    assert fisher_exact(TEA).p == pytest.approx(0.485714, abs=5e-7)


@settings(deadline=None, max_examples=60)
@given(st.tuples(*[st.integers(0, 5)] * 6))
def test_freeman_and_halton_sum_every_table_that_is_no_likelier(told: tuple[int, ...]) -> None:
    first, second = told[:3], told[3:]
    columns = tuple(one + two for one, two in zip(first, second, strict=True))
    if not all(columns) or not sum(first) or not sum(second):
        return
    chances = {
        row: math.prod(map(math.comb, columns, row))
        for row in product(*(range(column + 1) for column in columns))
        if sum(row) == sum(first)
    }
    rare = sum(chance for chance in chances.values() if chance <= chances[first])
    assert exact_p((first, second)) == pytest.approx(rare / math.comb(sum(told), sum(first)))


def test_tables_too_many_to_list_are_refused() -> None:
    assert count_tables((3, 3), (2, 2, 2)) == 7
    with pytest.raises(StatsError) as raised:
        fisher_exact(table((40, 30, 20, 10), (10, 40, 30, 20), (20, 10, 40, 30), (9, 9, 9, 9)))
    assert raised.value.code == "too-many-tables"


def test_a_seeded_sample_of_tables_comes_near_the_jobs_of_r() -> None:
    # R's documentation of `fisher.test`: p = 0.7827, by a slightly different order of tables.
    found = permuted_chi_square(JOBS, seed=7, runs=5000)
    assert found.p == permuted_chi_square(JOBS, seed=7, runs=5000).p
    assert found.p == pytest.approx(0.7827, abs=0.03)


@given(st.tuples(*[st.integers(0, 30)] * 4))
def test_fisher_agrees_with_scipy(told: tuple[int, int, int, int]) -> None:
    a, b, c, d = told
    if min(a + b, c + d, a + c, b + d):
        assert exact_p(((a, b), (c, d))) == pytest.approx(theirs([[a, b], [c, d]]).pvalue, abs=1e-9)


@settings(deadline=None, max_examples=50)
@given(cells)
def test_an_exact_p_turns_and_mixes_with_its_table(rows: list[tuple[int, ...]]) -> None:
    one = table(*rows).filled()
    if len(one.rows) > 1 < len(one.columns):
        turned = tuple(zip(*one.counts, strict=True))
        assert exact_p(one.counts) == pytest.approx(exact_p(turned))
        assert exact_p(one.counts) == pytest.approx(exact_p(one.counts[::-1]))
        assert 0 < exact_p(one.counts) <= 1


@given(cells)
def test_v_lies_between_nought_and_one(rows: list[tuple[int, ...]]) -> None:
    one = table(*rows)
    if len(one.filled().rows) > 1 < len(one.filled().columns):
        found = chi_square(one)
        assert 0 <= found.effects[0].value <= 1
        assert found.interval is not None
        assert 0 <= found.interval.lower <= found.interval.upper <= 1
        assert found.interval.lower <= found.estimate.value


def test_small_expected_counts_are_said() -> None:
    assert not cochran(TEA)
    assert "small-expected-counts" in chi_square(TEA).warnings
    assert cochran(PARTY)
    assert chi_square(TEA).figure("smallest-expected") == 2.0


def test_an_empty_group_is_dropped_and_said() -> None:
    found = chi_square(table((5, 5), (0, 0), (9, 2)))
    assert found.warnings[-1] == "empty-group"
    assert found.groups == (("a", 10), ("b", 0), ("c", 11))


@pytest.mark.parametrize(
    ("code", "rows"),
    [
        ("no-data", ((0, 0), (0, 0))),
        ("group-count", ((3, 4), (0, 0))),
        ("no-variation", ((3, 0), (4, 0))),
    ],
)
def test_what_cannot_be_compared_is_refused(code: str, rows: tuple[tuple[int, ...], ...]) -> None:
    for compute in (chi_square, fisher_exact):
        with pytest.raises(StatsError) as raised:
            compute(table(*rows))
        assert raised.value.code == code


def test_answers_are_counted_by_group_with_what_is_missing() -> None:
    found = count_by_group(["yes", None, "no", "yes", "no"], ["h", "h", "g", None, "g"])
    assert (found.rows, found.columns) == (("h", "g"), ("yes", "no"))
    assert found.counts == ((1, 0), (0, 2))
    assert {left.code: left.count for left in found.left_out} == {
        "missing-group": 1,
        "missing-value": 1,
    }
    with pytest.raises(StatsError):
        Table(("a",), ("u",), ((-1,),))
