"""Quantities: exact values, conversion, comparison."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.measures import (
    Bound,
    MeasureError,
    Quantity,
    builtin_registry,
    comparable,
    compare,
    convert,
)

KEYS = [unit.key for unit in builtin_registry()]
values = st.decimals(
    min_value=-(10**12), max_value=10**12, places=3, allow_nan=False, allow_infinity=False
)
PAIRS = [(one, other) for one in KEYS for other in KEYS if builtin_registry().converts(one, other)]


@given(values, st.sampled_from(PAIRS))
def test_a_conversion_and_its_return_meet(value: Decimal, pair: tuple[str, str]) -> None:
    there = convert(Quantity(value, pair[0]), pair[1])
    assert convert(there, pair[0]).value == value


@given(values, values, st.sampled_from(PAIRS))
def test_conversion_keeps_the_order(one: Decimal, other: Decimal, pair: tuple[str, str]) -> None:
    first, second = Quantity(one, pair[0]), Quantity(other, pair[0])
    assert compare(first, second) == compare(convert(first, pair[1]), convert(second, pair[1]))
    assert compare(first, second) == (one > other) - (one < other)


@pytest.mark.parametrize(
    ("value", "one", "other", "expected"),
    [
        ("1", "t", "centner", "10"),
        ("1", "pood", "kg", "16.380496"),
        ("1", "desiatina", "ha", "1.09254"),
        ("1", "tub", "can", "1000"),
        ("2.5", "mln-kwh", "kwh", "2500000"),
        ("1", "hp", "kw", "0.73549875"),
        ("12", "centner-per-ha", "kg-per-ha", "1200"),
        ("250", "percent", "times", "2.5"),
        ("45", "per-10000", "per-1000", "4.5"),
        ("3", "rouble", "kopeck", "300"),
        ("2", "year", "month", "24"),
        ("1", "day", "minute", "1440"),
        ("1", "versta", "sazhen", "500"),
        ("1", "sazhen", "arshin", "3"),
    ],
)
def test_known_conversions_are_exact(value: str, one: str, other: str, expected: str) -> None:
    converted = convert(Quantity(Decimal(value), one), other).value
    assert str(converted) == expected


@pytest.mark.parametrize(
    ("one", "other", "code"),
    [
        ("usd", "tenge", "other-currency"),
        ("rouble", "tenge", "other-currency"),
        ("head", "person", "other-noun"),
        ("pair", "piece", "other-noun"),
        ("t", "ha", "other-dimension"),
        ("year", "day", "other-dimension"),
        ("kt", "t", "other-dimension"),
        ("rouble-per-month", "rouble", "other-dimension"),
        ("percent", "per-1000", "other-dimension"),
    ],
)
def test_what_does_not_convert_is_refused_with_the_reason(one: str, other: str, code: str) -> None:
    assert not comparable(Quantity(Decimal(1), one), Quantity(Decimal(1), other))
    with pytest.raises(MeasureError) as raised:
        convert(Quantity(Decimal(1), one), other)
    assert raised.value.code == code
    assert one in str(raised.value)


def test_a_range_keeps_its_upper_end_and_its_marks() -> None:
    found = convert(Quantity(Decimal(12), "t", upper=Decimal(15), approximate=True), "kg")
    assert found == Quantity(Decimal(12000), "kg", upper=Decimal(15000), approximate=True)
    bounded = convert(Quantity(Decimal(1), "t", bound=Bound.AT_LEAST), "kg")
    assert bounded.bound is Bound.AT_LEAST


def test_values_are_decimal_and_a_float_is_refused() -> None:
    assert isinstance(Quantity(3, "t").value, Decimal)  # type: ignore[arg-type]
    assert Quantity("2.5", "t").value == Decimal("2.5")  # type: ignore[arg-type]
    for wrong in (1.5, True, "many", Decimal("NaN"), Decimal("Infinity"), None):
        with pytest.raises(MeasureError, match="is a float or not a number"):
            Quantity(wrong, "t")  # type: ignore[arg-type]


def test_a_range_that_descends_is_refused() -> None:
    with pytest.raises(MeasureError) as raised:
        Quantity(Decimal(15), "t", upper=Decimal(12))
    assert raised.value.code == "reversed-range"


def quantity(text: str) -> Quantity:
    """Read `12..15`, `>=100` and the like in tonnes."""
    bounds = {">=": "at-least", "<=": "at-most", ">": "more-than", "<": "less-than"}
    for mark, bound in bounds.items():
        if text.startswith(mark):
            return Quantity(Decimal(text.removeprefix(mark)), "t", bound=Bound(bound))
    low, _, high = text.partition("..")
    return Quantity(Decimal(low), "t", upper=Decimal(high) if high else None)


@pytest.mark.parametrize(
    ("one", "other", "order"),
    [
        ("10", "12", -1),
        ("12", "12.0", 0),
        ("12..15", "16", -1),
        ("12..15", "14", None),
        ("12..15", "12..15", None),
        (">=100", "99", 1),
        (">=100", "100", None),
        (">100", "100", 1),
        ("<100", "100", -1),
        ("<=100", "100", None),
        (">100", "<100", 1),
        (">=100", "<=100", None),
    ],
)
def test_ranges_and_bounds_compare_only_where_they_decide(
    one: str, other: str, order: int | None
) -> None:
    assert compare(quantity(one), quantity(other)) == order
    assert compare(quantity(other), quantity(one)) == (None if order is None else -order)


def test_units_are_converted_before_comparing() -> None:
    assert compare(Quantity(Decimal(1), "t"), Quantity(Decimal(10), "centner")) == 0
    assert compare(Quantity(Decimal(1), "t"), Quantity(Decimal(999), "kg")) == 1


def test_a_yield_is_a_harvest_by_its_area() -> None:
    ratio = builtin_registry().ratio
    assert ratio(Decimal(1200), "t", Decimal(1000), "ha", "centner-per-ha") == 12
    assert ratio(Decimal(90), "t", Decimal(1000), "centner", "percent") == 90
    with pytest.raises(MeasureError, match="different"):
        ratio(Decimal(1), "t", Decimal(1), "head", "centner-per-ha")
    with pytest.raises(ZeroDivisionError):
        ratio(Decimal(1), "t", Decimal(0), "ha", "centner-per-ha")
