"""Quantities in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.measures import (
    Bound,
    Language,
    Quantity,
    Scale,
    builtin_registry,
    format_number,
    format_quantity,
    parse_number,
)

KEYS = [unit.key for unit in builtin_registry()]


def written(language: Language, value: str, unit: str, **more: object) -> str:
    form = more.pop("unit_form", "symbol")
    scale = more.pop("scale", Scale.AUTO)
    found = Quantity(Decimal(value), unit, **more)  # type: ignore[arg-type]
    text = format_quantity(found, language, scale, unit_form=form)  # type: ignore[arg-type]
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("value", "unit", "kk", "ru", "en"),
    [
        ("7600", "t", "7,6 мың т", "7,6 тыс. т", "7.6 thousand tonnes"),
        ("7646", "t", "7 646 т", "7 646 т", "7,646 t"),
        ("507000", "person", "507 мың адам", "507 тыс. человек", "507 thousand people"),
        ("1", "person", "1 адам", "1 человек", "1 person"),
        ("22", "person", "22 адам", "22 человека", "22 people"),
        ("100.7", "percent", "100,7 %", "100,7 %", "100.7%"),
        ("2", "times", "2 есе", "2 раза", "2 times"),
        ("1", "pood", "1 пұт", "1 пуд", "1 pood"),
        ("3", "pood", "3 пұт", "3 пуда", "3 poods"),
        ("2.5", "pood", "2,5 пұт", "2,5 пуда", "2.5 poods"),
        ("11", "pood", "11 пұт", "11 пудов", "11 poods"),
        ("121", "pood", "121 пұт", "121 пуд", "121 poods"),
        (
            "12.5",
            "per-1000",
            "1000 адамға шаққанда 12,5",
            "12,5 на 1000 человек",
            "12.5 per 1,000 people",
        ),
        ("-5", "degree-celsius", "−5 °C", "−5 °C", "−5 °C"),
    ],
)
def test_a_number_and_its_unit_agree(value: str, unit: str, kk: str, ru: str, en: str) -> None:
    assert [written(language, value, unit) for language in ("kk", "ru", "en")] == [kk, ru, en]


@pytest.mark.parametrize(
    ("more", "kk", "ru", "en"),
    [
        ({"approximate": True}, "шамамен 21 пұт", "около 21 пуда", "about 21 poods"),
        ({"bound": "at-least"}, "кемінде 21 пұт", "не менее 21 пуда", "at least 21 poods"),
        ({"bound": "at-most"}, "ең көбі 21 пұт", "не более 21 пуда", "at most 21 poods"),
        ({"bound": "more-than"}, "21-ден астам пұт", "более 21 пуда", "more than 21 poods"),
        ({"bound": "less-than"}, "21-ден кем пұт", "менее 21 пуда", "less than 21 poods"),
        ({"upper": "24"}, "21–24 пұт", "21–24 пуда", "21–24 poods"),
        (
            {"upper": "24", "approximate": True},
            "шамамен 21–24 пұт",
            "около 21–24 пудов",
            "about 21–24 poods",
        ),
        (
            {"bound": "at-least", "approximate": True},
            "шамамен кемінде 21 пұт",
            "примерно не менее 21 пуда",
            "roughly at least 21 poods",
        ),
    ],
)
def test_marks_are_words_and_govern_the_case(
    more: dict[str, object], kk: str, ru: str, en: str
) -> None:
    upper = more.get("upper")
    more = {**more, "upper": Decimal(str(upper)) if upper else None}
    assert [written(language, "21", "pood", **more) for language in ("kk", "ru", "en")] == [
        kk,
        ru,
        en,
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("1", "1-ден"),
        ("3", "3-тен"),
        ("6", "6-дан"),
        ("10", "10-нан"),
        ("20", "20-дан"),
        ("30", "30-дан"),
        ("40", "40-тан"),
        ("50", "50-ден"),
        ("60", "60-тан"),
        ("70", "70-тен"),
        ("80", "80-нен"),
        ("90", "90-нан"),
        ("100", "100-ден"),
        ("1946", "1 946-дан"),
        ("7.6", "7,6-дан"),
        ("0", "0-ден"),
        ("12345000", "12 345 000-нан"),
        ("20000", "20 мыңнан"),
        ("1400000", "1,4 млн-нан"),
        ("3000000000", "3 млрд-тан"),
    ],
)
def test_a_kazakh_number_takes_the_ablative_as_it_is_spoken(value: str, words: str) -> None:
    assert written("kk", value, "person", bound=Bound.MORE_THAN) == f"{words} астам адам"


def test_about_a_fraction_is_the_genitive_singular_in_russian() -> None:
    assert written("ru", "2.5", "pood", approximate=True) == "около 2,5 пуда"
    assert written("ru", "2", "pood", approximate=True) == "около 2 пудов"


def test_a_share_and_a_multiple_take_the_ablative_themselves() -> None:
    assert written("kk", "101", "percent", bound=Bound.MORE_THAN) == "101 %-дан астам"
    assert written("kk", "2", "times", bound=Bound.MORE_THAN) == "2 еседен астам"


def test_a_kazakh_rate_has_its_number_inside() -> None:
    assert written("kk", "11.7", "centner-per-ha") == "11,7 ц/га"
    assert written("kk", "11.7", "centner-per-ha", unit_form="name") == "гектарына 11,7 центнер"
    assert written("kk", "300", "rouble-per-month", unit_form="name") == "айына 300 сом"


def test_fewer_counts_and_less_measures() -> None:
    assert written("en", "100", "person", bound=Bound.LESS_THAN) == "fewer than 100 people"
    assert written("en", "100", "kg", bound=Bound.LESS_THAN) == "less than 100 kg"


def test_a_range_takes_one_scale_word_only_when_it_fits_both_ends() -> None:
    assert written("ru", "12000", "centner", upper=Decimal(15000)) == "12–15 тыс. ц"
    assert written("ru", "12000", "centner", upper=Decimal(15123)) == "12 000–15 123 ц"


def test_the_form_for_tables_is_exact() -> None:
    assert written("kk", "507000", "person", scale="exact") == "507 000 адам"


@given(
    st.decimals(min_value=0, max_value=10**11, places=2),
    st.sampled_from(KEYS),
    st.sampled_from(["kk", "ru", "en"]),
    st.sampled_from(["symbol", "name"]),
)
def test_every_unit_is_written_with_its_whole_number(
    value: Decimal, unit: str, language: Language, form: str
) -> None:
    text = written(language, str(value), unit, scale=Scale.EXACT, unit_form=form)
    number = format_number(value, language).replace("\u00a0", " ")
    assert number in text
    assert parse_number(number, language) == value
    assert len(text) > len(number)
