"""Sample sizes and power."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import multinomial
from statsmodels.stats.power import NormalIndPower, TTestIndPower, TTestPower
from statsmodels.stats.proportion import proportion_effectsize

from olke.stats import (
    StatsError,
    clusters_size,
    mcnemar_power,
    mcnemar_size,
    paired_t_power,
    paired_t_size,
    two_shares_power,
    two_shares_size,
    welch_power,
    welch_size,
)
from olke.stats.paired_shares import Changes, mcnemar_p
from olke.stats.power import clusters_power, connor_size


# Cohen (1988), table 2.4.1 (n in each group, two-sided 0.05): d = 0.2, 0.5, 0.8.
@pytest.mark.parametrize(("d", "power", "size"), [(0.2, 0.8, 393), (0.5, 0.8, 64), (0.8, 0.8, 26)])
def test_group_sizes_are_those_of_cohens_table(d: float, power: float, size: int) -> None:
    assert welch_size(d, power=power).groups in ((size, size), (size + 1, size + 1))


def test_t_powers_agree_with_statsmodels() -> None:
    for n, d in ((20, 0.5), (112, 0.3), (500, 0.1)):
        assert paired_t_power(n, d) == pytest.approx(TTestPower().power(d, n, 0.05), abs=1e-9)
        theirs = TTestIndPower().power(d, n, 0.05)
        assert welch_power(n, n, d) == pytest.approx(theirs, abs=1e-9)


def test_g_power_and_the_paired_t_agree() -> None:
    # G*Power 3.1 manual, section 19 (paired t): dz = 0.421637, n = 50, two-sided 0.05: 0.832114.
    assert paired_t_power(50, 0.421637) == pytest.approx(0.832114, abs=5e-7)
    assert paired_t_size(0.5).size == 34


def test_share_powers_agree_with_statsmodels() -> None:
    h = proportion_effectsize(0.7, 0.5)
    theirs = NormalIndPower().power(h, 60, 0.05, ratio=1)
    assert two_shares_power(60, 60, (0.7, 0.5)) == pytest.approx(theirs, abs=1e-9)


def test_connors_size_is_the_published_one() -> None:
    # Connor (1987), Biometrics 43, 207-211: p01 = 0.45, p10 = 0.05, power 0.9 one-sided: 23; the
    # same at 0.8 two-sided (powerandsamplesize.com, McNemar Z-test).
    assert connor_size(0.45, 0.05, 0.8) == 23


def test_mcnemars_exact_power_is_the_sum_over_all_tables() -> None:
    gained, lost, size = 0.35, 0.1, 14
    chance = multinomial(size, [gained, lost, 1 - gained - lost])
    expected = sum(
        chance.pmf([up, down, size - up - down])
        for up in range(size + 1)
        for down in range(size + 1 - up)
        if mcnemar_p(Changes(0, down, up, size - up - down)) <= 0.05
    )
    assert mcnemar_power(size, gained, lost) == pytest.approx(expected, abs=1e-9)


def test_no_larger_sample_than_planned_falls_short() -> None:
    plan = mcnemar_size(0.3, 0.1)
    assert plan.size >= connor_size(0.3, 0.1)
    assert mcnemar_power(plan.size - 1, 0.3, 0.1) < 0.8
    assert all(mcnemar_power(plan.size + more, 0.3, 0.1) >= 0.8 for more in range(30))


def test_clusters_need_the_design_effect_and_a_little_more() -> None:
    plan = clusters_size(0.5, icc=0.15, members=25)
    assert plan.design_effect == pytest.approx(4.6)
    assert plan.clusters[0] * 25 >= 63 * 4.6  # Donner & Klar: people, inflated
    assert clusters_power(plan.clusters[0] - 1, 0.5, 0.15, 25) < 0.8 <= plan.power
    single = clusters_size(0.5, icc=0.0, members=1)
    assert single.clusters == welch_size(0.5).groups


@settings(deadline=None, max_examples=30)
@given(st.floats(0.1, 2), st.floats(0.3, 0.95))
def test_a_plan_reaches_its_power_and_one_less_does_not(d: float, power: float) -> None:
    plan = paired_t_size(d, power)
    assert plan.power >= power
    assert plan.size == 2 or paired_t_power(plan.size - 1, d) < power
    groups = welch_size(d, power=power)
    assert groups.power >= power
    assert groups.size >= plan.size


@given(st.integers(2, 300), st.floats(0.05, 1.5))
def test_power_grows_with_people(size: int, d: float) -> None:
    assert paired_t_power(size + 1, d) >= paired_t_power(size, d) - 1e-9
    assert 0.049999 <= paired_t_power(size, d) <= 1


@pytest.mark.parametrize(
    ("code", "plan"),
    [
        ("bad-parameter", lambda: paired_t_size(0)),
        ("bad-probability", lambda: paired_t_size(0.5, power=1.2)),
        ("bad-probability", lambda: paired_t_size(0.5, power=0.03)),
        ("unreachable-power", lambda: paired_t_size(1e-6)),
        ("bad-parameter", lambda: two_shares_size((0.5, 0.5))),
        ("bad-probability", lambda: two_shares_size((0.5, 1.5))),
        ("bad-probability", lambda: mcnemar_size(0.8, 0.4)),
        ("bad-parameter", lambda: mcnemar_size(0.2, 0.2)),
        ("unreachable-power", lambda: mcnemar_size(0.201, 0.2)),
        ("bad-parameter", lambda: clusters_size(0.5, icc=2, members=20)),
        ("too-few", lambda: welch_power(1, 5, 0.5)),
    ],
)
def test_what_cannot_be_planned_is_refused(code: str, plan: object) -> None:
    with pytest.raises(StatsError) as raised:
        plan()  # type: ignore[operator]
    assert raised.value.code == code
