"""Claims with something changed, in words."""

from __future__ import annotations

import pytest

from olke.measures import builtin_registry
from olke.teaching.drafters.numbers import bare_number, unit_of
from olke.teaching.drafters.statements import (
    event_statement,
    figure_statement,
    names_a_year,
    with_time_of,
    with_value_of,
)
from tests.records import make_entity, make_indicator
from tests.teaching.drafters.dossiers import happened, observed

pytestmark = pytest.mark.django_db
UNITS = builtin_registry()


def test_a_changed_claim_leaves_the_claim_as_it_is() -> None:
    claim, donor = observed("7646"), observed("20", "1943")
    changed = with_time_of(with_value_of(claim, donor), donor)
    assert (str(changed.value), changed.period, changed.earliest) == ("20", "1943", donor.earliest)
    assert (str(claim.value), claim.period) == ("7646", "1946")


def test_another_number_keeps_the_unit_of_its_place() -> None:
    claim, donor = observed("7646", unit="t"), observed("500", unit="centner", bound="more-than")
    changed = with_value_of(claim, donor)
    assert (changed.unit, changed.bound) == ("t", "more-than")


def test_a_figure_stands_apart_from_what_it_is_of() -> None:
    works = make_entity(name_kk="Комбинат", name_ru="Комбинат", name_en="Works")
    output = make_indicator(label_kk="өнім", label_ru="выпуск", label_en="output")
    claim = observed("7646", subject=works, indicator=output)
    text = figure_statement(claim, UNITS)
    assert text.en == "Works, in 1946: output (tonnes). The figure: 7,646."
    assert text.kk == "Комбинат, 1946 жылы: өнім (тонна). Көрсеткіші: 7\u00a0646."
    assert text.ru == "Комбинат, в 1946 году: выпуск (тонн). Показатель: 7\u00a0646."


def test_an_event_stands_apart_from_its_time() -> None:
    claim = happened(title_kk="Зауыт ашылды", title_ru="Завод открыт", title_en="Works opens")
    text = event_statement(claim)
    assert text.en == "Works opens. This happened in 1946."
    assert text.kk == "Зауыт ашылды. Бұл оқиға 1946 жылы болды."
    assert text.ru == "Завод открыт. Это произошло в 1946 году."


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"bound": "more-than"}, {"kk": "500-ден астам", "ru": "более 500", "en": "more than 500"}),
        ({"bound": "at-most"}, {"kk": "ең көбі 500", "ru": "не более 500", "en": "at most 500"}),
        ({"approximate": True}, {"kk": "шамамен 500", "ru": "около 500", "en": "about 500"}),
        ({"value_max": "600"}, {"kk": "500–600", "ru": "500–600", "en": "500–600"}),
    ],
)
def test_a_number_without_its_unit_keeps_its_bounds(
    fields: dict[str, object], said: dict[str, str]
) -> None:
    claim = observed("500", **fields)
    assert {code: bare_number(claim, code, UNITS) for code in said} == said
    assert unit_of(claim, "ru", UNITS) == "тонн"


def test_a_share_keeps_its_sign_and_names_no_unit() -> None:
    claim = observed("38", unit="percent", measure="share")
    assert bare_number(claim, "en", UNITS) == "38%"
    assert unit_of(claim, "en", UNITS) == ""


def test_a_title_that_names_a_year_gives_the_time_away() -> None:
    assert names_a_year(happened(title_en="Third unit starts (1965)"))
    assert not names_a_year(happened(title_en="Works No. 1 starts 250 looms"))
