"""The same people's yes twice: McNemar, mid-p, the paired difference."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.contingency_tables import mcnemar as theirs

from olke.stats import StatsError, mcnemar
from olke.stats.paired_shares import Changes, mcnemar_p, mid_p, newcombe_paired

cells = st.integers(0, 60)
changes = st.builds(Changes, cells, cells, cells, cells).filter(lambda found: found.total > 0)

BENTUR = Changes(1, 1, 7, 12)  # airway hyper-responsiveness before and after transplantation
CAVO = Changes(59, 6, 16, 80)  # complete response before and after consolidation


# Fagerland, Lydersen & Laake (2013), BMC Med. Res. Methodol. 13:91, table 2 (Bentur et al.), and
# (2017), Statistical analysis of contingency tables, ch. 8 (Cavo et al.).
@pytest.mark.parametrize(
    ("told", "exact", "mid"), [(BENTUR, 0.0703125, 0.0390625), (CAVO, 0.052479, 0.034690)]
)
def test_mcnemar_gives_the_published_p(told: Changes, exact: float, mid: float) -> None:
    assert mcnemar_p(told) == pytest.approx(exact, abs=5e-7)
    assert mid_p(told) == pytest.approx(mid, abs=5e-7)


def test_mcnemar_gives_the_p_of_two_culture_media() -> None:
    # Armitage & Berry (1994), Statistical methods in medical research, p. 127.
    assert mcnemar_p(Changes(20, 12, 2, 16)) == pytest.approx(0.0129, abs=5e-5)


# The same two sources: square-and-add interval of before minus after, here after minus before.
@pytest.mark.parametrize(
    ("told", "lower", "upper"), [(BENTUR, 0.026, 0.507), (CAVO, 0.0046, 0.1186)]
)
def test_the_paired_difference_gives_the_published_interval(
    told: Changes, lower: float, upper: float
) -> None:
    places = 5e-4 if told is BENTUR else 5e-5
    assert tuple(newcombe_paired(told)) == pytest.approx((lower, upper), abs=places)


@given(changes)
def test_the_exact_p_agrees_with_statsmodels(told: Changes) -> None:
    if told.lost + told.gained:
        table = [[told.both, told.lost], [told.gained, told.neither]]
        assert mcnemar_p(told) == pytest.approx(theirs(table, exact=True).pvalue, abs=1e-9)


@given(changes)
def test_the_interval_holds_the_difference_and_turns_round(told: Changes) -> None:
    interval = newcombe_paired(told)
    assert -1 <= interval.lower <= told.difference <= interval.upper <= 1
    back = newcombe_paired(Changes(told.both, told.gained, told.lost, told.neither))
    assert (-back.upper, -back.lower) == pytest.approx(tuple(interval), abs=1e-12)
    mirrored = newcombe_paired(Changes(told.neither, told.gained, told.lost, told.both))
    assert tuple(mirrored) == pytest.approx(tuple(back), abs=1e-12)


@given(changes)
def test_mid_p_is_never_above_the_exact_one(told: Changes) -> None:
    assert 0 <= mid_p(told) <= mcnemar_p(told) <= 1


def test_people_missing_a_round_are_told_by_which() -> None:
    found = mcnemar([1, 0, None, 1, None], [1, 1, 1, None, None])
    assert found.used == 2
    assert {left.code: left.count for left in found.left_out} == {
        "missing-before": 1,
        "missing-after": 1,
        "missing-both": 1,
    }
    assert found.estimate.value == 0.5


def test_nobody_changing_is_no_evidence_and_said() -> None:
    found = mcnemar([1, 0], [1, 0])
    assert (found.p, found.warnings) == (1.0, ("nobody-changed",))
    assert found.interval is not None
    assert found.interval.lower < 0 < found.interval.upper


def test_one_person_has_an_interval_and_none_have_not() -> None:
    assert mcnemar([0], [1]).p == 1.0
    with pytest.raises(StatsError, match="nothing is left"):
        mcnemar([None], [1])
    with pytest.raises(StatsError) as raised:
        mcnemar([1], [1, 0])
    assert raised.value.code == "unequal-lengths"
