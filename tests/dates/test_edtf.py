"""EDTF text to periods and back."""

import datetime as dt
from time import struct_time

import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from olke.dates import EdtfError, Precision, parse

years = st.integers(1000, 2999).map(str)
ages = st.sampled_from(["194X", "19XX", "1XXX", "1X4X"])
qualifiers = st.sampled_from(["", "?", "~", "%"])
months = st.integers(1, 12).map("{:02}".format)
parts = st.sampled_from([str(part) for part in range(21, 42)])
dates = st.dates(dt.date(1000, 1, 1)).map(str)
points = st.one_of(
    st.tuples(st.one_of(years, ages), qualifiers).map("".join),
    st.tuples(years, months, qualifiers).map(lambda row: f"{row[0]}-{row[1]}{row[2]}"),
    st.tuples(years, parts).map("-".join),
    st.tuples(dates, qualifiers).map("".join),
    st.integers(-(10**8), -1).map(lambda year: f"{year:05}" if year > -10_000 else f"Y{year}"),
    st.integers(10_000, 10**8).map("Y{}".format),
)


def failure(text: str) -> EdtfError | None:
    try:
        parse(text)
    except EdtfError as error:
        return error
    return None


def sides(text: str) -> tuple[str, str]:
    period = parse(text)
    return str(period.earliest), str(period.latest)


@given(points)
def test_a_point_is_written_as_it_was_read(text: str) -> None:
    assert str(parse(text)) == text
    assert parse(str(parse(text))) == parse(text)


@given(points, points)
def test_an_interval_is_written_as_it_was_read_or_refused_as_reversed(one: str, two: str) -> None:
    start, end = parse(one), parse(two)
    if (start.first_day or 0) > (end.last_day or 0):
        with pytest.raises(EdtfError, match="the end lies before the start"):
            parse(f"{one}/{two}")
        return
    period = parse(f"{one}/{two}")
    assert parse(str(period)) == period
    assert (period.first_day, period.last_day) == (start.first_day, end.last_day)


@given(st.one_of(years, st.tuples(years, months).map("-".join), dates))
def test_bounds_agree_with_the_edtf_library(text: str) -> None:
    def day(bound: struct_time) -> dt.date:
        return dt.date(bound.tm_year, bound.tm_mon, bound.tm_mday)

    peer = parse_edtf(text)
    assert parse(text).earliest == day(peer.lower_strict())
    assert parse(text).latest == day(peer.upper_strict())


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_an_edtf_error_within_it(text: str) -> None:
    error = failure(text)
    if error is not None:
        assert 0 <= error.position <= len(text)
        assert error.suggestion is None or failure(error.suggestion) is None


@pytest.mark.parametrize(
    ("text", "precision", "earliest", "latest"),
    [
        ("1946", Precision.YEAR, "1946-01-01", "1946-12-31"),
        ("1946-02", Precision.MONTH, "1946-02-01", "1946-02-28"),
        ("1944-02-29", Precision.DAY, "1944-02-29", "1944-02-29"),
        ("1941-23", Precision.SEASON, "1941-09-01", "1941-11-30"),
        ("1941-24", Precision.SEASON, "1941-12-01", "1942-02-28"),
        ("1941-30", Precision.SEASON, "1941-12-01", "1942-02-28"),
        ("1943-36", Precision.QUARTER, "1943-10-01", "1943-12-31"),
        ("1943-38", Precision.QUADRIMESTER, "1943-05-01", "1943-08-31"),
        ("1948-40", Precision.HALF, "1948-01-01", "1948-06-30"),
        ("1948-41", Precision.HALF, "1948-07-01", "1948-12-31"),
        ("194X", Precision.DECADE, "1940-01-01", "1949-12-31"),
        ("19XX", Precision.CENTURY, "1900-01-01", "1999-12-31"),
        ("1XXX", Precision.MILLENNIUM, "1000-01-01", "1999-12-31"),
        ("194X-12", Precision.MONTH, "1940-12-01", "1949-12-31"),
        ("194X-02-29", Precision.DAY, "1940-02-29", "1948-02-29"),
        ("1946-XX", Precision.MONTH, "1946-01-01", "1946-12-31"),
        ("1946-1X", Precision.MONTH, "1946-10-01", "1946-12-31"),
        ("1946-05-XX", Precision.DAY, "1946-05-01", "1946-05-31"),
        ("1946-01/1946-09", Precision.RANGE, "1946-01-01", "1946-09-30"),
        ("1942/..", Precision.RANGE, "1942-01-01", "None"),
        ("../1941", Precision.RANGE, "None", "1941-12-31"),
        ("/1941", Precision.RANGE, "None", "1941-12-31"),
        ("../..", Precision.RANGE, "None", "None"),
        ("[1941,1943..1945]", Precision.SET, "1941-01-01", "1945-12-31"),
        ("{..1943,1950}", Precision.SET, "None", "1950-12-31"),
        ("1946-05-09T10:00:00", Precision.TIME, "1946-05-09", "1946-05-09"),
        ("-0043", Precision.YEAR, "None", "None"),
    ],
)
def test_a_period_knows_its_precision_and_bounds(
    text: str, precision: Precision, earliest: str, latest: str
) -> None:
    assert parse(text).precision is precision
    assert sides(text) == (earliest, latest)
    assert str(parse(text)) == text


def test_years_outside_the_calendar_of_python_still_have_days() -> None:
    assert parse("0000").last_day == 0
    assert parse("-0001").first_day == -730
    assert parse("Y-17E3") < parse("-0043") < parse("1946") < parse("Y17000")


def test_a_qualifier_marks_the_period_and_leaves_its_bounds() -> None:
    period = parse("1946%")
    assert (period.uncertain, period.approximate) == (True, True)
    assert (period.earliest, period.latest) == (parse("1946").earliest, parse("1946").latest)
    assert parse("?1946") == parse("1946?")
    assert parse("1946-05~/1946-07").approximate


def test_an_interval_of_one_date_is_that_date() -> None:
    assert parse("1946/1946") == parse("1946")


def test_an_unknown_end_stays_apart_from_an_open_one() -> None:
    assert parse("1942/") != parse("1942/..")
    assert parse("1942/").is_open


@pytest.mark.parametrize(
    ("text", "code", "position", "suggestion"),
    [
        ("", "empty", 0, None),
        ("abc", "syntax", 0, None),
        ("1946-13", "month", 5, None),
        ("1946-00", "month", 5, None),
        ("1946-02-30", "day", 8, None),
        ("1900-02-29", "day", 8, None),
        ("1946-42", "part", 5, None),
        ("-0000", "syntax", 0, "0000"),
        ("1946-13/1950", "month", 5, None),
        ("1946/1950-13", "month", 10, None),
        ("1946/1940", "reversed", 5, "1940/1946"),
        ("1946/1950/1960", "syntax", 9, None),
        ("/", "syntax", 0, None),
        ("[1941", "set", 4, None),
        ("[1941,x]", "set", 6, None),
        ("Y17E9", "year-too-far", 0, None),
        ("1946-05-09T99:99:99", "syntax", 0, None),
        ("1946-5-9", "syntax", 4, "1946-05-09"),
        ("09.05.1946", "syntax", 2, "1946-05-09"),
        ("1946-50", "part", 5, "1946/1950"),
        ("1941–1945", "syntax", 4, "1941/1945"),
        ("1942-", "syntax", 4, "1942/.."),
        ("194x", "syntax", 3, "194X"),
        ("194Х", "syntax", 3, "194X"),
        (" 1946", "syntax", 0, "1946"),
        ("c. 1942", "syntax", 0, "1942~"),
        ("1940s", "syntax", 4, "194X"),
        ("1946-Q1", "syntax", 4, "1946-33"),
        ("1946 жылдың 9 айы", "syntax", 4, "1946-01/1946-09"),
        ("осень 1941", "syntax", 0, "1941-23"),
    ],
)
def test_a_wrong_date_says_what_where_and_what_was_meant(
    text: str, code: str, position: int, suggestion: str | None
) -> None:
    with pytest.raises(EdtfError) as raised:
        parse(text)
    error = raised.value
    assert (error.code, error.position, error.suggestion) == (code, position, suggestion)


def test_an_error_reads_as_a_sentence() -> None:
    with pytest.raises(EdtfError, match=r"no such month at position 5 of '1946-13'"):
        parse("1946-13")
    with pytest.raises(EdtfError, match=r"did you mean '194X'\?"):
        parse("194x")
