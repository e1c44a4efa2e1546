"""Comparing periods."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.dates import Period, comparable_length, parse

texts = st.sampled_from(
    [
        *("1941", "1941-06", "1941-06-22", "1941-23", "1941-40", "1941/1945", "1942/..", "../1941"),
        *("../..", "194X", "19XX", "1946~", "1946-01/1946-09", "-0043", "Y17000", "1942/"),
        "[1941,1943]",
    ]
)
periods = texts.map(parse)


@given(st.lists(periods), st.randoms(use_true_random=False))
def test_sorting_does_not_depend_on_the_order_given(found: list[Period], chance: Random) -> None:
    shuffled = chance.sample(found, len(found))
    assert sorted(shuffled) == sorted(found)


@given(periods, periods)
def test_order_is_total_and_agrees_with_equality(one: Period, other: Period) -> None:
    assert (one < other) + (one == other) + (other < one) == 1


def test_the_whole_comes_before_its_parts() -> None:
    texts = [
        "1946-05-09",
        "1946-01",
        "1946",
        "1945",
        "194X",
        "../1941",
        "1946-01/1946-09",
        "1942/..",
    ]
    expected = [
        "../1941",
        "194X",
        "1942/..",
        "1945",
        "1946",
        "1946-01/1946-09",
        "1946-01",
        "1946-05-09",
    ]
    assert [str(period) for period in sorted(map(parse, texts))] == expected


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ("1941/1945", "1945-05", True),
        ("1941", "1942", False),
        ("1942/..", "1997", True),
        ("../1941", "1942", False),
        ("1941-24", "1942-01", True),
        ("../..", "-0043", True),
    ],
)
def test_two_periods_overlap_when_they_share_a_day(one: str, other: str, *, overlap: bool) -> None:
    assert parse(one).overlaps(parse(other)) is overlap
    assert parse(other).overlaps(parse(one)) is overlap


@given(periods, periods)
def test_what_contains_another_overlaps_it(one: Period, other: Period) -> None:
    assert one.contains(other) == other.within(one)
    if one.contains(other):
        assert one.overlaps(other)


def test_an_open_period_is_only_within_an_open_one() -> None:
    assert not parse("1942/..").within(parse("1941/1999"))
    assert parse("1942/..").within(parse("1941/.."))
    assert parse("1946-05").within(parse("1946"))


def test_duration_counts_both_ends() -> None:
    assert parse("1941-06-22/1945-05-09").duration == 1418
    assert parse("1944").duration == 366
    assert parse("1942/..").duration is None


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("1944", "1946", True),
        ("1946", "1946-01/1946-09", False),
        ("1946-01/1946-09", "1947-01/1947-09", True),
        ("1946-33", "1946-36", True),
        ("1946-02", "1946-03", True),
        ("1946-XX", "1946-05", True),
        ("1946/1950", "1951/1955", True),
        ("1946~", "1947", True),
        ("194X", "1940/1949", True),
        ("1941-06-01/1941-06-10", "1942-06-11/1942-06-20", True),
        ("1941-06-01/1941-06-10", "1942", False),
        ("1942/..", "1943/..", False),
    ],
)
def test_totals_compare_only_over_equal_lengths(one: str, other: str, *, same: bool) -> None:
    assert comparable_length(parse(one), parse(other)) is same
    assert comparable_length(parse(other), parse(one)) is same


def test_a_period_is_a_key() -> None:
    assert len({parse("1946"), parse("1946/1946"), parse("?1946"), parse("1946?")}) == 2
