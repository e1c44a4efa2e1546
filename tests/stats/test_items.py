"""Difficulty, discrimination, consistency."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import pearsonr

from olke.stats import StatsError, cronbach_alpha, item_analysis
from olke.stats.distributions import f_quantile

ROWS = (  # people by items
    (1, 1, 1, 1),
    (1, 1, 1, 0),
    (1, 1, 0, 0),
    (1, 0, 0, 0),
    (0, 0, 0, 0),
    (1, 1, 1, 1),
    (1, 0, 1, 0),
    (0, 1, 0, 0),
)
MARKS = {name: [row[place] for row in ROWS] for place, name in enumerate("wxyz")}

binary = st.lists(st.tuples(*[st.integers(0, 1)] * 4), min_size=3, max_size=30)


def by_item(rows: list[tuple[int, ...]]) -> dict[str, list[int]]:
    return {name: [row[place] for row in rows] for place, name in enumerate("wxyz")}


# Feldt, Woodruff & Salih (1987), Applied Psychological Measurement 11, 93-103, eq. 6 and 7, worked
# by Evans (MRC CBU Statswiki, "cafun") and Zaiontz (Real Statistics, Cronbach's alpha continued).
@pytest.mark.parametrize(
    ("alpha", "items", "people", "lower", "upper"),
    [(0.913, 20, 873, 0.9044024, 0.9211588), (0.591719, 10, 15, 0.1949217, 0.8398209)],
)
def test_feldts_interval_is_the_published_one(
    alpha: float, items: int, people: int, lower: float, upper: float
) -> None:
    df = people - 1, (people - 1) * (items - 1)
    ends = [1 - (1 - alpha) * f_quantile(p, *df) for p in (0.975, 0.025)]
    assert ends == pytest.approx([lower, upper], abs=5e-8)


def test_alpha_uses_feldts_interval() -> None:
    found = cronbach_alpha(MARKS)
    alpha, df = found.estimate.value, (7, 21)
    assert tuple(found.interval or ()) == pytest.approx(
        [1 - (1 - alpha) * f_quantile(p, *df) for p in (0.975, 0.025)]
    )


def test_kr_20_is_kuder_and_richardsons() -> None:
    # KR-20 = k/(k-1) (1 - sum pq / variance of totals), variances over n: 1937, eq. 20.
    found = cronbach_alpha(MARKS)
    shares = [sum(marks) / 8 for marks in MARKS.values()]
    totals = [sum(row) for row in ROWS]
    mean = sum(totals) / 8
    variance = sum((total - mean) ** 2 for total in totals) / 8
    expected = 4 / 3 * (1 - sum(p * (1 - p) for p in shares) / variance)
    assert found.method == "kr-20"
    assert found.estimate.value == pytest.approx(expected)


def test_marks_of_more_than_one_are_alpha() -> None:
    found = cronbach_alpha({"a": [3, 4, 5, 2], "b": [3, 5, 5, 1], "c": [2, 4, 4, 2]})
    assert found.method == "cronbach-alpha"
    assert found.figure("without:a") == pytest.approx(
        cronbach_alpha({"b": [3, 5, 5, 1], "c": [2, 4, 4, 2]}).estimate.value
    )


def test_discrimination_is_the_correlation_with_the_rest() -> None:
    for item in item_analysis(MARKS):
        rest = [sum(row) - own for row, own in zip(ROWS, MARKS[item.name], strict=True)]
        assert item.discrimination == pytest.approx(pearsonr(MARKS[item.name], rest).statistic)


def test_the_upper_and_lower_are_kelleys_27_percent() -> None:
    # Totals 0 to 10 of eleven people: 2.97 at each end, the third counting by 0.97.
    marks = {str(item): [int(person > item) for person in range(11)] for item in range(10)}
    found = {item.name: item for item in item_analysis(marks)}
    assert found["5"].upper_lower == pytest.approx(1.0)
    assert found["0"].upper_lower == pytest.approx(1 - (1 + 0.97) / 2.97)


def test_difficulty_counts_all_who_answered_the_item() -> None:
    marks: dict[str, list[int | None]] = {"a": [1, 0, 1, None], "b": [None, 1, 1, 1]}
    first, second = item_analysis(marks)
    assert (first.answered, first.difficulty.value) == (3, 2 / 3)
    assert second.difficulty.value == 1.0
    assert first.discrimination is None  # of the two that answered both, all had the same b
    assert cronbach_alpha({**MARKS, "v": [None, *[1] * 7]}).left_out[0].count == 1


def test_marks_can_have_a_top() -> None:
    (item,) = item_analysis({"a": [1, 2, 3]}, {"a": 4})
    assert (item.difficulty.value, item.difficulty.interval) == (0.5, None)


@given(binary)
def test_indices_stay_within_their_range(rows: list[tuple[int, ...]]) -> None:
    for item in item_analysis(by_item(rows)):
        assert 0 <= item.difficulty.value <= 1
        for value in (item.discrimination, item.upper_lower):
            assert value is None or -1 - 1e-9 <= value <= 1 + 1e-9


@given(binary, st.randoms(use_true_random=False))
def test_the_order_of_people_does_not_matter(rows: list[tuple[int, ...]], source: object) -> None:
    mixed = list(rows)
    source.shuffle(mixed)  # type: ignore[attr-defined]
    for one, two in zip(item_analysis(by_item(rows)), item_analysis(by_item(mixed)), strict=True):
        assert one.discrimination == pytest.approx(two.discrimination)
        assert one.upper_lower == pytest.approx(two.upper_lower)


@given(binary)
def test_alpha_never_exceeds_one_and_lies_in_its_interval(rows: list[tuple[int, ...]]) -> None:
    if len({sum(row) for row in rows}) > 1:
        found = cronbach_alpha(by_item(rows))
        assert found.interval is not None
        assert found.estimate.value <= 1 + 1e-9
        assert found.interval.lower <= found.interval.upper <= 1 + 1e-9


@pytest.mark.parametrize(
    ("code", "marks"),
    [
        ("no-variation", {"a": [1, 0], "b": [0, 1]}),
        ("too-few", {"a": [1, 0]}),
        ("too-few", {"a": [1], "b": [0]}),
        ("no-data", {"a": [1, None], "b": [None, 1]}),
        ("unequal-lengths", {"a": [1], "b": [0, 1]}),
    ],
)
def test_what_has_no_consistency_is_refused(code: str, marks: dict[str, list[int]]) -> None:
    with pytest.raises(StatsError) as raised:
        cronbach_alpha(marks)
    assert raised.value.code == code


def test_a_mark_above_the_top_is_refused() -> None:
    with pytest.raises(StatsError) as raised:
        item_analysis({"a": [1, 2]})
    assert raised.value.code == "bad-bounds"
