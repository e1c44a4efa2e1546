"""Normalised gain, its bounds and its interval."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import ttest_1samp

from olke.stats import StatsError, normalised_gain, personal_gain

marks = st.lists(st.tuples(st.integers(0, 15), st.integers(0, 15)), min_size=2, max_size=40)


def test_the_class_gain_is_hakes() -> None:
    # Hake (1998), Am. J. Phys. 66, 64-74, eq. 1: (post - pre) / (100 - pre) of the class means.
    found = normalised_gain([40, 50, 60], [70, 75, 80], highest=100)
    assert found.estimate.value == pytest.approx((75 - 50) / (100 - 50))
    assert found.effect("mean-personal-gain").value == pytest.approx((0.5 + 0.5 + 0.5) / 3)
    assert found.figure("lowest-class-gain") == -1.0
    assert found.figure("highest-class-gain") == 1.0


def test_fiellers_ends_are_what_a_t_test_just_does_not_reject() -> None:
    before, after = [3, 5, 8, 6, 9, 4, 7], [9, 8, 12, 8, 13, 10, 9]
    found = normalised_gain(before, after, highest=15)
    for end in found.interval or ():
        left = [two - one - end * (15 - one) for one, two in zip(before, after, strict=True)]
        assert ttest_1samp(left, 0).pvalue == pytest.approx(0.05, abs=1e-9)


def test_full_marks_before_leave_no_personal_gain() -> None:
    assert personal_gain(15, 12, 15).code == "full-marks-before"
    assert personal_gain(15, 12, 15).value is None
    found = normalised_gain([15, 10], [14, 15], highest=15)
    assert found.figure("full-marks-before") == 1
    assert found.effect("mean-personal-gain").value == 1.0
    assert found.effect("mean-personal-gain").interval is None


def test_a_room_not_told_from_nought_leaves_the_gain_unbounded() -> None:
    found = normalised_gain([15, 15, 14, 15], [15, 14, 15, 15], highest=15)
    assert found.interval is None
    assert found.warnings == ("gain-unbounded",)


@given(marks)
def test_a_gain_stays_within_its_bounds(told: list[tuple[int, int]]) -> None:
    for one, two in told:
        gain = personal_gain(one, two, 15)
        if gain.value is not None and gain.lowest is not None:
            assert gain.lowest <= gain.value <= 1
    if any(one < 15 for one, _ in told):
        found = normalised_gain(*zip(*told, strict=True), highest=15)
        assert math.isfinite(found.estimate.value)
        assert found.figure("lowest-class-gain") - 1e-9 <= found.estimate.value <= 1 + 1e-9
        if found.interval:
            assert found.interval.lower - 1e-9 <= found.estimate.value
            assert found.estimate.value <= found.interval.upper + 1e-9


@pytest.mark.parametrize(
    ("code", "before", "after"),
    [
        ("no-variation", [15, 15], [15, 14]),
        ("bad-bounds", [3, 16], [4, 5]),
        ("bad-bounds", [-1, 3], [4, 5]),
        ("too-few", [3, None], [4, 5]),
        ("no-data", [], []),
    ],
)
def test_what_is_no_gain_is_refused(
    code: str, before: list[float | None], after: list[float | None]
) -> None:
    with pytest.raises(StatsError) as raised:
        normalised_gain(before, after, highest=15)
    assert raised.value.code == code
