"""After on before and group; whole classes."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import t, ttest_ind
from statsmodels.formula.api import ols
from statsmodels.regression.linear_model import OLS

from olke.stats import StatsError, ancova, clustered, design_effect, icc
from olke.stats.clusters import cr2, inverse_root
from olke.stats.robust import hc2

# Snedecor & Cochran (1967), Statistical methods, 6th ed., p. 422: leprosy bacilli before and after
# treatment with A, D and a placebo F.
LEPROSY = {
    "A": ((11, 6), (8, 0), (5, 2), (14, 8), (19, 11), (6, 4), (10, 13), (6, 1), (11, 8), (3, 0)),
    "D": ((6, 0), (6, 2), (7, 3), (8, 1), (18, 18), (8, 4), (19, 14), (8, 9), (5, 1), (15, 9)),
    "F": (
        (16, 13),
        (13, 10),
        (11, 18),
        (9, 5),
        (21, 23),
        (16, 12),
        (12, 5),
        (12, 16),
        (7, 1),
        (12, 20),
    ),
}
BEFORE = [one for pairs in LEPROSY.values() for one, _ in pairs]
AFTER = [two for pairs in LEPROSY.values() for _, two in pairs]
DRUG = [drug for drug, pairs in LEPROSY.items() for _ in pairs]


def test_adjusted_means_are_those_of_the_leprosy_drugs() -> None:
    # SAS/STAT user's guide, the GLM procedure, example "Analysis of covariance".
    found = ancova(BEFORE, AFTER, DRUG)
    means = [found.effect(f"adjusted-mean:{drug}").value for drug in "ADF"]
    assert means == pytest.approx([6.7149635, 6.8239348, 10.1611017], abs=5e-8)
    assert found.figure("slope") == pytest.approx(0.98718381, abs=5e-9)
    # Type III sums of squares 68.553711 for the drug, 417.202600 for error.
    assert found.effect("partial-eta-squared").value == pytest.approx(
        68.553711 / (68.553711 + 417.202600), abs=1e-7
    )


def test_the_test_of_several_groups_agrees_with_statsmodels() -> None:
    found = ancova(BEFORE, AFTER, DRUG)
    frame = pd.DataFrame({"after": AFTER, "drug": DRUG, "before": BEFORE})
    robust = ols("after ~ drug + before", frame).fit().get_robustcov_results("HC3", use_t=True)
    theirs = robust.f_test([[0, 1, 0, 0], [0, 0, 1, 0]])
    assert (found.statistic, found.p) == pytest.approx((theirs.fvalue, theirs.pvalue))
    assert found.df == (2.0, 26.0)
    assert found.method == "ancova-hc3"


def test_the_difference_of_two_groups_has_the_hc2_error_of_statsmodels() -> None:
    found = ancova(BEFORE[:20], AFTER[:20], DRUG[:20])
    frame = pd.DataFrame({"after": AFTER[:20], "drug": DRUG[:20], "before": BEFORE[:20]})
    fit = ols("after ~ drug + before", frame).fit()
    assert found.estimate.value == pytest.approx(fit.params["drug[T.D]"])
    assert found.statistic == pytest.approx(fit.params["drug[T.D]"] / fit.HC2_se["drug[T.D]"])
    assert found.method == "ancova-hc2"
    assert found.interval is not None
    half = (found.interval.upper - found.interval.lower) / 2
    assert half / fit.HC2_se["drug[T.D]"] == pytest.approx(t.ppf(0.975, found.df[0]))


def test_the_reference_group_can_be_named() -> None:
    straight, turned = ancova(BEFORE, AFTER, DRUG), ancova(BEFORE, AFTER, DRUG, reference="D")
    assert turned.estimate.value == pytest.approx(-straight.estimate.value)
    assert turned.p == pytest.approx(straight.p)


def test_order_of_people_does_not_matter() -> None:
    found = ancova(BEFORE[::-1], AFTER[::-1], DRUG[::-1], reference="A")
    assert found.p == pytest.approx(ancova(BEFORE, AFTER, DRUG).p)


@pytest.mark.parametrize(
    ("code", "before", "after", "groups"),
    [
        ("no-data", [], [], []),
        ("group-count", [1, 2, 3], [1, 2, 4], ["a", "a", "a"]),
        ("empty-group", [1, 2, None], [1, 2, 4], ["a", "a", "b"]),
        ("too-few", [1, 2, 3], [1, 2, 4], ["a", "a", "b"]),
        ("singular-design", [1, 1, 2, 2], [1, 2, 4, 3], ["a", "a", "b", "b"]),
        ("no-variation", [1, 2, 3, 5], [2, 2, 2, 2], ["a", "a", "b", "b"]),
        ("unequal-lengths", [1], [1, 2], ["a", "b"]),
    ],
)
def test_what_cannot_be_adjusted_is_refused(
    code: str, before: list[float | None], after: list[float | None], groups: list[str]
) -> None:
    with pytest.raises(StatsError) as raised:
        ancova(before, after, groups)
    assert raised.value.code == code


def test_missing_values_are_told_by_reason() -> None:
    found = ancova([*BEFORE, None, 4], [*AFTER, 3, None], [*DRUG, "A", "F"])
    assert {left.code: left.count for left in found.left_out} == {
        "missing-before": 1,
        "missing-after": 1,
    }


def test_cr2_degrees_of_freedom_are_those_of_imbens_and_kolesar() -> None:
    # The tests of Kolesár's R package dfadjust: y = 1 to 10 on sin(1:10) and sin(2:11), each
    # observation a cluster.
    steps = np.arange(1, 11)
    matrix = np.column_stack([np.ones(10), np.sin(steps), np.sin(steps + 1)])
    found = [
        cr2(matrix, steps.astype(float), [[row] for row in range(10)], column)
        for column in range(3)
    ]
    assert [df for _, _, df in found] == pytest.approx([4.94624731, 3.90754737, 4.77265484])
    for column, told in enumerate(found):
        assert hc2(matrix, steps.astype(float), np.eye(3)[column]) == pytest.approx(told)


def test_cr2_of_single_people_is_hc2() -> None:
    steps = np.arange(1, 13)
    matrix = np.column_stack([np.ones(12), steps % 2, np.cos(steps)])
    outcomes = np.sqrt(steps) + np.sin(3 * steps)
    value, error, _ = cr2(matrix, outcomes, [[row] for row in range(12)], 1)
    theirs = OLS(outcomes, matrix).fit()
    assert (value, error) == pytest.approx((theirs.params[1], theirs.HC2_se[1]))


def test_classes_of_one_size_are_compared_as_their_means() -> None:
    # With classes of one size and nothing else in the model CR2 is Welch's test on class means
    # (Imbens & Kolesár 2016, section III), of one spread in groups of one size: 2k - 2 df.
    after = [3, 4, 5, 6, 7, 5, 1, 2, 4, 8, 9, 9, 4, 6, 6, 7, 7, 3]
    own = [place // 3 for place in range(18)]
    groups = ["new" if cluster < 3 else "old" for cluster in own]
    found = clustered(after, groups, own, reference="old")
    means = [sum(after[place : place + 3]) / 3 for place in range(0, 18, 3)]
    theirs = ttest_ind(means[:3], means[3:])
    assert (found.statistic, found.p) == pytest.approx((theirs.statistic, theirs.pvalue))
    assert found.df[0] == pytest.approx(4)
    assert found.warnings == ("few-clusters",)
    assert found.figure("clusters:new") == 3


def test_a_root_of_a_used_up_block_stays_nought_there() -> None:
    assert inverse_root(np.diag([4.0, 0.0])).tolist() == [[0.5, 0.0], [0.0, 0.0]]


def test_the_intraclass_correlation_is_that_of_shrout_and_fleiss() -> None:
    # Shrout & Fleiss (1979), Psychological Bulletin 86, 420-428, table 2: ICC(1,1) = 0.17 for six
    # targets and four judges; interval -0.13 to 0.72 (R's psych::ICC).
    targets = ((9, 2, 5, 8), (6, 1, 3, 2), (8, 4, 6, 8), (7, 1, 2, 6), (10, 5, 6, 9), (6, 2, 4, 7))
    values = [float(mark) for row in targets for mark in row]
    found = icc(values, [row for row in range(6) for _ in range(4)])
    assert found.estimate.value == pytest.approx(0.1657, abs=5e-5)
    assert tuple(found.interval or ()) == pytest.approx((-0.133, 0.723), abs=5e-4)
    assert found.df == (5.0, 18.0)


def test_the_design_effect_is_kishs() -> None:
    assert design_effect(0.05, [21] * 6) == pytest.approx(2.0)
    assert design_effect(-0.2, [21] * 6) == 1.0
    assert design_effect(0.05, [1, 41]) > design_effect(0.05, [21, 21])


@pytest.mark.parametrize(
    ("code", "groups", "own"),
    [
        ("split-cluster", ["a", "b", "a", "b"], [1, 1, 2, 2]),
        ("too-few-clusters", ["a", "a", "b", "b"], [1, 1, 2, 3]),
        ("empty-group", ["a", "a", "b", "b"], [1, 2, None, None]),
        ("group-count", ["a", "a", "b", "b", "c", "c"], [1, 2, 3, 4, 5, 6]),
    ],
)
def test_what_is_no_comparison_of_classes_is_refused(
    code: str, groups: list[str], own: list[int]
) -> None:
    with pytest.raises(StatsError) as raised:
        clustered([float(place) for place in range(len(own))], groups, own)
    assert raised.value.code == code


def test_classes_without_any_spread_inside_still_compare() -> None:
    found = clustered([1, 1, 2, 2, 5, 5, 6, 6], ["a"] * 4 + ["b"] * 4, [1, 1, 2, 2, 3, 3, 4, 4])
    assert found.estimate.value == 4.0
    assert found.effects == ()
    with pytest.raises(StatsError) as raised:
        icc([1, 1, 2, 2], [1, 1, 2, 2])
    assert raised.value.code == "no-variation"
