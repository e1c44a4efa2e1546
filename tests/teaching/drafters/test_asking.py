"""The words that questions are asked in."""

from __future__ import annotations

import pytest

from olke.measures import builtin_registry
from olke.teaching.drafters import asking
from olke.teaching.drafters.comparisons import two_events
from olke.teaching.drafters.statements import said
from tests.records import make_claim, make_entity, make_indicator
from tests.teaching.drafters.dossiers import happened, observed

pytestmark = pytest.mark.django_db
UNITS = builtin_registry()


def test_a_number_is_asked_for_by_its_unit() -> None:
    works = make_entity(name_kk="комбинат", name_ru="комбинат", name_en="the works")
    output = make_indicator(label_kk="өнім", label_ru="выпуск", label_en="output")
    text = asking.how_much(observed("7646", subject=works, indicator=output), UNITS)
    assert text.en == "The works, in 1946: output — how many tonnes?"
    assert text.kk == "Комбинат, 1946 жылы: өнім — қанша тонна?"
    assert text.ru == "Комбинат, в 1946 году: выпуск — сколько тонн?"


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        (
            {"unit": "centner-per-ha"},
            {"kk": "гектарына қанша центнер", "ru": "сколько центнеров с гектара"},
        ),
        (
            {"unit": "percent", "measure": "share"},
            {"kk": "қанша пайыз", "ru": "сколько процентов", "en": "what percentage"},
        ),
        (
            {"unit": "percent", "measure": "change-percent"},
            {"kk": "қанша пайызға", "ru": "на сколько процентов", "en": "by what percentage"},
        ),
        (
            {"unit": "times", "measure": "change-times"},
            {"kk": "неше есе", "ru": "во сколько раз", "en": "how many times"},
        ),
    ],
)
def test_a_rate_a_share_and_a_change_are_asked_for_in_their_own_words(
    fields: dict[str, str], asked: dict[str, str]
) -> None:
    text = asking.how_much(observed("12", **fields), UNITS)
    for language, words in asked.items():
        assert text.said(language).endswith(f"— {words}?")


def test_what_a_change_is_compared_with_stands_in_the_question() -> None:
    claim = observed("2", unit="times", measure="change-times", base_period="1940")
    text = asking.how_much(claim, UNITS)
    assert text.en.endswith("(change), compared with: 1940 — how many times?")


@pytest.mark.parametrize(
    ("kinds", "question"),
    [
        ({"enterprise"}, "Which enterprise is it?"),
        ({"farm"}, "Which farm is it?"),
        ({"person"}, "Who is it?"),
        ({"oblast", "district"}, "Which place is it?"),
        ({"oblast", "enterprise"}, "Whose figure is it?"),
    ],
)
def test_it_is_asked_for_what_all_answers_are(kinds: set[str], question: str) -> None:
    text = asking.whose(observed("7646"), kinds, UNITS)
    assert text.en.startswith("In 1946: ")
    assert text.en.endswith(f" — 7,646\N{NO-BREAK SPACE}t. {question}")


def test_a_role_whose_title_leaves_the_name_out_is_told_with_it() -> None:
    person = make_entity(kind="person", name_en="A. Makeeva", name_ru="А. Макеева")
    titles = {"title_en": "Combine driver", "title_ru": "Комбайнёр", "title_kk": "Комбайншы"}
    role = make_claim(kind="role", subject=person, period="1943", **titles)
    assert said(role, UNITS).en == "A. Makeeva — Combine driver, in 1943."
    assert asking.event(role).ru == "А. Макеева — Комбайнёр"


def test_a_role_whose_title_names_the_person_is_told_as_it_is() -> None:
    person = make_entity(kind="person", name_en="Pustovoi (Shar)", name_ru="Пустовой (Чар)")
    titles = {"title_en": "Pustovoi leads the shift", "title_ru": "Смену ведёт Пустового бригада"}
    role = make_claim(kind="role", subject=person, title_kk="", **titles)
    assert asking.event(role).en == "Pustovoi leads the shift"
    assert asking.event(role).ru == "Смену ведёт Пустового бригада"


def test_marks_within_the_name_of_an_event_become_inner_ones() -> None:
    one = happened(title_ru="«Заря» открыта")
    assert two_events(one, happened()).ru.startswith("Два события: «„Заря“ открыта» и «")
