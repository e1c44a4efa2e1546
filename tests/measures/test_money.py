"""Currency reforms: the same word, other money."""

import datetime as dt

import pytest

from olke.measures import MeasureError, redenominations_between, require_same_money

JANUARY_1946, JANUARY_1950, JANUARY_1962 = (dt.date(year, 1, 1) for year in (1946, 1950, 1962))


def test_the_reforms_between_two_days_are_told_in_order() -> None:
    found = redenominations_between("rouble", JANUARY_1962, JANUARY_1946)
    assert [(reform.key, reform.day) for reform in found] == [
        ("1947", dt.date(1947, 12, 16)),
        ("1961", dt.date(1961, 1, 1)),
    ]
    assert [reform.ratio for reform in found] == [None, 10]
    assert all(reform.source for reform in found)


def test_new_money_holds_from_its_first_day() -> None:
    eve, first = dt.date(1960, 12, 31), dt.date(1961, 1, 1)
    assert redenominations_between("rouble", eve, first)
    assert not redenominations_between("rouble", first, JANUARY_1962)


@pytest.mark.parametrize("unit", ["rouble", "kopeck", "rouble-per-month", "rouble-per-person"])
def test_sums_on_either_side_of_a_reform_are_refused(unit: str) -> None:
    with pytest.raises(MeasureError, match="1961 redenomination") as raised:
        require_same_money(unit, JANUARY_1950, JANUARY_1962)
    assert raised.value.code == "redenominated"


@pytest.mark.parametrize("unit", ["t", "person", "percent", "tenge", "usd"])
def test_what_is_no_rouble_passes(unit: str) -> None:
    require_same_money(unit, JANUARY_1946, JANUARY_1962)


def test_sums_between_two_reforms_are_the_same_money() -> None:
    require_same_money("rouble", JANUARY_1950, dt.date(1960, 1, 1))
