"""Day numbers of the proleptic Gregorian calendar."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from olke.dates.days import calendar_day, day_number, days_in_month


@given(st.dates())
def test_a_day_number_is_the_ordinal_of_the_standard_library(day: dt.date) -> None:
    assert day_number(day.year, day.month, day.day) == day.toordinal()


@given(st.integers(-4 * 10**11, 4 * 10**11))
def test_every_number_is_one_calendar_day(number: int) -> None:
    assert day_number(*calendar_day(number)) == number


def test_the_day_before_year_one_is_the_last_of_year_zero() -> None:
    assert calendar_day(0) == (0, 12, 31)
    assert calendar_day(day_number(-4, 2, 29)) == (-4, 2, 29)


def test_february_follows_the_gregorian_rule() -> None:
    assert [days_in_month(year, 2) for year in (1900, 1944, 2000, 1941)] == [28, 29, 29, 28]
