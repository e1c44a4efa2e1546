"""Numbers as the languages write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.measures import Language, MeasureError, Scale, format_number, parse_number

languages = st.sampled_from(["kk", "ru", "en"])
decimals = st.decimals(
    min_value=-(10**13), max_value=10**13, places=4, allow_nan=False, allow_infinity=False
)
round_numbers = st.tuples(st.integers(-9999, 9999), st.integers(0, 9)).map(
    lambda row: Decimal(row[0]).scaleb(row[1])
)


@given(st.one_of(decimals, round_numbers), languages, st.sampled_from([Scale.EXACT, Scale.AUTO]))
def test_what_is_written_is_read_back(value: Decimal, language: Language, scale: Scale) -> None:
    assert parse_number(format_number(value, language, scale), language) == value


@given(st.decimals(min_value=0, max_value=10**13, places=2), languages)
def test_rounding_loses_less_than_a_twentieth_of_what_is_shown(
    value: Decimal, language: Language
) -> None:
    shown = parse_number(format_number(value, language, Scale.ROUNDED), language)
    assert abs(shown - value) <= max(value / 18, Decimal("0.05"))


@given(st.text(max_size=20), languages)
def test_any_text_is_a_decimal_or_a_measure_error(text: str, language: Language) -> None:
    try:
        value: Decimal | None = parse_number(text, language)
    except MeasureError as error:
        value = None
        reason = str(error)
        assert reason
    assert value is None or value.is_finite()


@pytest.mark.parametrize(
    ("value", "language", "exact", "auto", "rounded"),
    [
        ("7646", "kk", "7 646", "7 646", "7,6 мың"),
        ("7600", "kk", "7 600", "7,6 мың", "7,6 мың"),
        ("507000", "ru", "507 000", "507 тыс.", "507 тыс."),
        ("1400000", "en", "1,400,000", "1.4 million", "1.4 million"),
        ("2116186000", "kk", "2 116 186 000", "2 116 186 000", "2,1 млрд"),
        ("999960", "kk", "999 960", "999 960", "1 млн"),
        ("-5", "ru", "−5", "−5", "−5"),
        ("100.70", "ru", "100,70", "100,7", "100,7"),
        ("0", "en", "0", "0", "0"),
    ],
)
def test_a_scale_word_is_used_where_nothing_is_lost(
    value: str, language: Language, exact: str, auto: str, rounded: str
) -> None:
    written = [format_number(value, language, scale) for scale in ("exact", "auto", "rounded")]
    assert [text.replace("\u00a0", " ") for text in written] == [exact, auto, rounded]


def test_groups_and_scale_words_do_not_break_over_lines() -> None:
    assert " " not in format_number(1_234_567, "kk") + format_number(1_400_000, "kk", "auto")


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("9 650", "kk", "9650"),
        ("9\u202f650", "ru", "9650"),
        ("1,4 млн", "ru", "1400000"),
        ("104, 5", "kk", "104.5"),
        ("78,713 мың", "kk", "78713"),
        ("2 116 186 мың", "kk", "2116186000"),
        ("3 млн. 642 мың", "kk", "3642000"),
        ("435 мың 400", "kk", "435400"),
        ("5 жарым миллион", "kk", "5500000"),
        ("2 с половиной тысячи", "ru", "2500"),
        ("1.935.000", "kk", "1935000"),
        ("1.234,5", "ru", "1234.5"),
        ("219.5", "kk", "219.5"),
        ("0.125", "ru", "0.125"),
        ("14861.6", "kk", "14861.6"),
        ("9,650", "en", "9650"),
        ("126.176", "en", "126.176"),
        ("1.4 million", "en", "1400000"),
        ("−5", "ru", "-5"),
    ],
)
def test_numbers_are_read_as_texts_print_them(text: str, language: Language, value: str) -> None:
    assert parse_number(text, language) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language", "code", "suggestion"),
    [
        ("", "kk", "no-number", None),
        ("abc", "kk", "no-number", None),
        ("2.87.000", "kk", "bad-grouping", None),
        ("12 34", "ru", "bad-grouping", None),
        ("9,65", "en", "bad-grouping", "9.65"),
        ("1,234,567", "ru", "mixed-marks", "1 234 567"),
        ("1,2 3", "ru", "mixed-marks", None),
        ("126.176", "kk", "ambiguous-mark", None),
        ("12 т", "kk", "trailing-text", None),
        ("5 мың 6 млн", "kk", "trailing-text", None),
        ("1 млн 2 млн", "kk", "trailing-text", None),
        ("1 млн 0,5 млн", "kk", "trailing-text", None),
    ],
)
def test_a_number_that_is_none_says_why(
    text: str, language: Language, code: str, suggestion: str | None
) -> None:
    with pytest.raises(MeasureError) as raised:
        parse_number(text, language)
    assert (raised.value.code, raised.value.suggestion) == (code, suggestion)


def test_an_ambiguous_number_names_both_readings() -> None:
    with pytest.raises(MeasureError, match="126176 or 126,176"):
        parse_number("126.176", "ru")


def test_another_language_is_refused() -> None:
    with pytest.raises(MeasureError, match="no language 'de'"):
        format_number(1, "de")  # type: ignore[arg-type]
