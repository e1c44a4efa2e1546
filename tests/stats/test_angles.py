"""Cohen's h and Fisher's angular test."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import norm
from statsmodels.stats.proportion import proportion_effectsize

from olke.stats import StatsError, cohen_h, fisher_phi
from olke.stats.angles import angle

counts = st.integers(1, 200).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def answers(count: int, total: int) -> list[bool]:
    return [place < count for place in range(total)]


# Cohen (1988), Statistical power analysis, table 6.2.2: phi = 2 arcsin of the root of P.
@pytest.mark.parametrize(
    ("share", "phi"), [(0.05, 0.451), (0.25, 1.047), (0.5, 1.571), (0.7, 1.982), (1.0, 3.142)]
)
def test_angles_are_those_of_cohens_table(share: float, phi: float) -> None:
    assert angle(share) == pytest.approx(phi, abs=5e-4)


def test_h_agrees_with_statsmodels() -> None:
    assert cohen_h((14, 20), (9, 20)).value == pytest.approx(proportion_effectsize(0.7, 0.45))


def test_phi_gives_sidorenkos_problem_solvers() -> None:
    # Sidorenko (2000), 5.4, example 1: 12 of 20 and 10 of 25 solved it; phi* = 1.34.
    found = fisher_phi({"first": answers(12, 20), "second": answers(10, 25)}, paired=False)
    assert found.statistic == pytest.approx(1.34, abs=5e-3)
    assert found.figure("angle:first") == pytest.approx(1.772, abs=5e-4)
    assert found.figure("angle:second") == pytest.approx(1.369, abs=5e-4)
    assert found.figure("p-one-sided") == pytest.approx((found.p or 0) / 2)
    assert found.statistic is not None
    assert found.statistic < found.figure("critical-0.05")


def test_phi_agrees_with_the_normal_power_of_statsmodels() -> None:
    found = fisher_phi({"a": answers(30, 56), "b": answers(20, 56)}, paired=False)
    h = found.effect("cohen-h").value
    assert found.statistic == pytest.approx(h * math.sqrt(28))
    assert found.p == pytest.approx(2 * norm.sf(abs(h) * math.sqrt(28)))


def test_the_same_people_twice_are_refused_with_the_reason() -> None:
    with pytest.raises(StatsError, match="McNemar") as raised:
        fisher_phi({"before": answers(3, 9), "after": answers(7, 9)}, paired=True)
    assert raised.value.code == "paired-data"


def test_the_books_conditions_are_warnings() -> None:
    none = fisher_phi({"a": answers(0, 20), "b": answers(9, 20)}, paired=False)
    assert none.warnings == ("share-of-nought",)
    few = fisher_phi({"a": answers(1, 3), "b": answers(3, 5)}, paired=False)
    assert few.warnings == ("groups-too-small",)


@given(counts, counts)
def test_h_turns_round_and_lies_in_its_interval(one: tuple[int, int], two: tuple[int, int]) -> None:
    there, back = cohen_h(one, two), cohen_h(two, one)
    assert there.interval is not None
    assert back.interval is not None
    assert there.value == pytest.approx(-back.value)
    assert there.interval.lower == pytest.approx(-back.interval.upper)
    assert there.interval.lower - 1e-9 <= there.value <= there.interval.upper + 1e-9
    assert -math.pi <= there.interval.lower <= there.interval.upper <= math.pi
