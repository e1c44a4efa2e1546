"""Questions with one right answer, and numbers to estimate."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from itertools import pairwise

import pytest

from olke.teaching.documents.items import Choice, Estimate
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.questions import draft_questions
from olke.teaching.drafters.truth import contradicted, tellable, told_otherwise
from tests.records import make_entity, make_indicator
from tests.teaching.drafters.dossiers import (
    foundings,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))


def test_numbers_to_choose_from_go_up_and_one_is_right() -> None:
    claims = {claim.key: claim for claim in works_of_many_years()}
    material = material_about(*claims.values())
    places: Counter[int] = Counter()
    for seed in range(1, 9):
        for item in draft_questions(material, order(8, seed)).items:
            if not isinstance(item, Choice) or "how many" not in item.text.en:
                continue
            options = [number(option.en) for option in item.options]
            assert len(options) == 4
            assert options == sorted(options)
            assert options[item.answer[0]] == claims[item.claims[0]].value
            places[item.answer[0]] += 1
    assert len(places) == 4


def test_wrong_numbers_lie_apart_from_the_right_one_and_from_one_another() -> None:
    material = material_about(*works_of_many_years())
    for item in draft_questions(material, order(12)).items:
        if isinstance(item, Choice) and "how many" in item.text.en:
            options = [number(option.en) for option in item.options]
            assert all(b - a >= b / 10 for a, b in pairwise(options))
            assert options[-1] <= 8 * options[item.answer[0]]


def test_a_number_that_is_told_of_the_subject_is_no_wrong_answer() -> None:
    claims = works_of_many_years()
    same = {"subject": claims[0].subject, "indicator": claims[0].indicator}
    observed("4500", "1939/1941", **same)
    observed("4500", "1950", **same)
    material = material_about(*claims)
    for seed in range(1, 21):
        for item in draft_questions(material, order(12, seed)).items:
            if isinstance(item, Choice) and item.claims[0] == claims[0].key:
                assert "4,500" not in [option.en for option in item.options]


def test_it_is_asked_whose_number_it_is_where_four_are_known() -> None:
    output = make_indicator(summable="yes")
    claims = [observed(str(1000 * n), indicator=output, subject=make_entity()) for n in range(1, 6)]
    items = draft_questions(material_about(*claims), order(5)).items
    asked = [
        item for item in items if isinstance(item, Choice) and "Which enterprise" in item.text.en
    ]
    assert asked
    for item in asked:
        right = next(claim for claim in claims if claim.key == item.claims[0])
        assert item.options[item.answer[0]].en == right.subject.name_en
        assert [option.kk for option in item.options] == sorted(o.kk for o in item.options)


def test_an_estimate_bears_its_unit_and_how_far_it_may_be_off() -> None:
    exact = observed("7646")
    item = draft_questions(material_about(exact), order(1)).items[0]
    assert isinstance(item, Estimate)
    assert (item.answer, item.unit.en, item.tolerance) == (Decimal(7646), "tonnes", Decimal("0.1"))
    rough = observed("7646", approximate=True)
    item = draft_questions(material_about(rough), order(1)).items[0]
    assert isinstance(item, Estimate)
    assert item.tolerance == Decimal("0.2")


@pytest.mark.parametrize("fields", [{"bound": "more-than"}, {"value": "7"}])
def test_what_cannot_be_estimated_is_not_asked(fields: dict[str, str]) -> None:
    claim = observed(**({"value": "7646"} | fields))
    assert draft_questions(material_about(claim), order(1)).items == ()


def test_the_time_of_a_founding_is_chosen_from_other_times() -> None:
    claims = foundings("1941", "1946", "1954", "1958", "1964")
    items = draft_questions(material_about(*claims), order(5)).items
    assert len(items) == 5
    for item in items:
        assert isinstance(item, Choice)
        right = next(claim for claim in claims if claim.key == item.claims[0])
        years = [option.en for option in item.options]
        assert years == sorted(years)
        assert years[item.answer[0]] == right.period


def test_a_thin_dossier_gives_what_it_lacks() -> None:
    draft = draft_questions(material_about(), order(6))
    assert (draft.items, draft.shortfalls) == ((), (Shortfall("claims", 6, 0),))


def test_the_same_seed_gives_the_same_questions() -> None:
    claims = works_of_many_years()
    one, other = (draft_questions(material_about(*claims), order(8)) for _ in range(2))
    assert one == other


def test_what_is_in_doubt_is_not_even_a_wrong_answer() -> None:
    claims = works_of_many_years()
    indicator = claims[0].indicator
    for place, state in enumerate(({"review": "questioned"}, {"rank": "deprecated"}) * 6):
        observed(
            str(1501 + 200 * place), "1946", subject=make_entity(), indicator=indicator, **state
        )
    material = material_about(*claims)
    options = [
        option.en
        for seed in range(1, 21)
        for item in draft_questions(material, order(12, seed)).items
        if isinstance(item, Choice)
        for option in item.options
    ]
    assert not [option for option in options if option.endswith("01")]


def test_a_choice_rests_on_its_right_answer_alone() -> None:
    material = material_about(*works_of_many_years(), *foundings("1931", "1934", "1937", "1940"))
    items = draft_questions(material, order(12)).items
    assert {len(item.claims) for item in items if isinstance(item, Choice)} == {1}


def test_a_limit_is_no_answer_to_choose_and_no_wrong_one() -> None:
    claims = works_of_many_years()
    indicator = claims[0].indicator
    limits = [
        observed(str(1500 + 300 * place), "1950", bound="more-than", indicator=indicator)
        for place in range(6)
    ]
    material = material_about(*claims, *limits)
    asked = [
        item
        for seed in range(1, 21)
        for item in draft_questions(material, order(12, seed)).items
        if isinstance(item, Choice) and "how many" in item.text.en
    ]
    assert asked
    assert not {limit.key for limit in limits} & {key for item in asked for key in item.claims}
    assert not any("more than" in option.en for item in asked for option in item.options)


def test_all_numbers_to_choose_from_are_approximate_where_the_right_one_is() -> None:
    claims = works_of_many_years()
    indicator, subject = claims[0].indicator, make_entity()
    rough = observed("1600", "1950", approximate=True, indicator=indicator, subject=subject)
    material = material_about(*claims, rough)
    seen = 0
    for seed in range(1, 21):
        for item in draft_questions(material, order(13, seed)).items:
            if not isinstance(item, Choice) or "how many" not in item.text.en:
                continue
            about = {option.en.startswith("about ") for option in item.options}
            assert about == {item.claims == (rough.key,)}
            seen += item.claims == (rough.key,)
    assert seen


def test_a_limit_beside_a_number_leaves_open_which_is_meant() -> None:
    same = {"subject": make_entity(), "indicator": make_indicator()}
    most, best = observed("1", bound="more-than", **same), observed("2", bound="at-least", **same)
    material = material_about(most, best)
    assert not contradicted(most, material)
    assert told_otherwise(most, material)
    assert not tellable(best, material)
    repeated = observed("1", bound="at-least")
    assert tellable(repeated, material_about(repeated))
