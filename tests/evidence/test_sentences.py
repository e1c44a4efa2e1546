"""A claim is said in a sentence of each language."""

from __future__ import annotations

import pytest

from olke.evidence.models import Claim
from olke.evidence.sentences import (
    claim_detail,
    claim_sentence,
    claim_statement,
    claim_value,
)
from tests.records import make_claim, make_entity, make_indicator, make_product

pytestmark = pytest.mark.django_db
NO_BREAK = "\u00a0"


def plain(text: str) -> str:
    """Read every space as a plain one; which space it is belongs to the measures' own tests."""
    return " ".join(text.replace(NO_BREAK, " ").replace("\u202f", " ").split())


def meat_of_1946(**fields: object) -> Claim:
    subject = make_entity(name_kk="Ет комбинаты", name_ru="Мясокомбинат", name_en="Meat works")
    indicator = make_indicator(label_kk="өнім", label_ru="выпуск", label_en="output")
    product = make_product(label_kk="ет", label_ru="мясо", label_en="meat")
    return make_claim(
        subject=subject,
        indicator=indicator,
        product=product,
        **({"period": "1946-01/1946-09"} | fields),
    )


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("kk", "Ет комбинаты: өнім, ет — 7 646 т, 1946 жылдың қаңтар–қыркүйегінде."),
        ("ru", "Мясокомбинат: выпуск, мясо — 7 646 т, за 9 месяцев 1946 года."),
        ("en", "Meat works: output, meat — 7,646 t, in the first nine months of 1946."),
    ],
)
def test_an_observation_says_subject_indicator_product_value_and_time(
    language: str, sentence: str
) -> None:
    assert plain(claim_sentence(meat_of_1946(), language)) == sentence


@pytest.mark.parametrize(
    ("language", "word"), [("kk", "жоспар"), ("ru", "план"), ("en", "planned")]
)
def test_a_plan_is_called_a_plan(language: str, word: str) -> None:
    assert f"({word})" in claim_sentence(meat_of_1946(aspect="planned"), language)


def test_growth_has_a_sign_and_says_what_it_is_compared_with() -> None:
    claim = meat_of_1946(
        value="24.50", unit="percent", measure="change-percent", base_period="1940"
    )

    assert claim_value(claim, "en") == "+24.50% compared with 1940"


def test_a_decline_keeps_its_minus() -> None:
    claim = meat_of_1946(value="-13.6", unit="percent", measure="change-percent")

    assert claim_value(claim, "en") in {"-13.6%", "−13.6%"}


def test_bounds_and_doubt_are_said() -> None:
    claim = meat_of_1946(value="17000", bound="more-than", unit="person")

    assert plain(claim_value(claim, "ru")) == "более 17 000 человек"


def test_an_event_is_its_title_and_its_time() -> None:
    claim = make_claim(kind="event", title_en="The works opened", period="1941-08")

    assert claim_sentence(claim, "en") == "The works opened, in August 1941."


def test_a_claim_without_a_time_ends_after_its_value() -> None:
    assert plain(claim_sentence(meat_of_1946(period=""), "en")).endswith("— 7,646 t.")


def test_a_role_without_a_title_names_person_role_and_organisation() -> None:
    claim = make_claim(
        kind="role",
        title_kk="",
        title_ru="",
        title_en="",
        subject=make_entity(kind="person", name_en="K. Fedorov"),
        indicator=make_indicator(kind="role", unit="", label_en="director"),
        object=make_entity(name_en="Meat works"),
        period="1946",
    )

    assert claim_sentence(claim, "en") == "K. Fedorov — director, Meat works, in 1946."


def test_under_its_indicator_a_claim_is_its_product_and_aspect() -> None:
    assert claim_detail(meat_of_1946(aspect="planned"), "en") == "meat (planned)"


def test_under_its_indicator_a_claim_without_product_says_its_aspect() -> None:
    assert claim_detail(make_claim(), "en") == "actual"
    assert claim_detail(make_claim(aspect="planned"), "en") == "planned"


def test_beside_its_time_an_event_is_its_title_alone() -> None:
    claim = make_claim(kind="event", title_en="The works opened", period="1941-08")

    assert claim_statement(claim, "en") == "The works opened"
