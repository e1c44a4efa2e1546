"""What the evidence supports, contradicts and leaves open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olke.evidence.models import Claim
from olke.measures import builtin_registry
from olke.teaching.drafters.beginnings import marks, only_once, outside_life
from olke.teaching.drafters.figures import Figures
from olke.teaching.drafters.statements import altered, with_time_of, with_value_of
from olke.teaching.drafters.truth import contradicted, disputed, supported, surely_false, tellable
from tests.records import make_entity, make_indicator, make_product, make_relation
from tests.teaching.drafters.dossiers import foundings, happened, material_about, observed

pytestmark = pytest.mark.django_db


def with_number(claim: Claim, value: str, **fields: object) -> Claim:
    return altered(claim, value=Decimal(value), **fields)


def test_another_number_is_false_where_one_is_known() -> None:
    known = observed("7646")
    material = material_about(known)
    assert surely_false(with_number(known, "5000"), known, material)


@pytest.mark.parametrize("near", ["7646", "7600", "7000"])
def test_a_number_that_may_be_the_same_rounded_is_not_false(near: str) -> None:
    known = observed("7646")
    assert not surely_false(with_number(known, near), known, material_about(known))


@pytest.mark.parametrize(
    "known",
    [
        {"bound": "at-least"},
        {"bound": "more-than"},
        {"value_max": "12000"},
    ],
)
def test_a_number_within_the_known_bounds_is_not_false(known: dict[str, str]) -> None:
    claim = observed("7646", **known)
    exact = altered(claim, value=Decimal(9000), value_max=None, bound="")
    assert not surely_false(exact, claim, material_about(claim))


def test_an_approximate_number_is_false_only_from_further_away() -> None:
    claim = observed("1000", approximate=True)
    material = material_about(claim)
    assert not surely_false(with_number(claim, "1150", approximate=False), claim, material)
    assert surely_false(with_number(claim, "1400", approximate=False), claim, material)


def test_a_number_that_another_claim_says_in_another_unit_is_not_false() -> None:
    known = observed("7646")
    observed("50000", unit="centner", subject=known.subject, indicator=known.indicator)
    material = material_about(known)
    assert not surely_false(with_number(known, "5000"), known, material)


def test_a_number_of_a_part_is_not_false_of_the_whole() -> None:
    known = observed("7646")
    district = make_entity(kind="district")
    make_relation(entity=district, kind="part-of", other=known.subject)
    observed("5000", subject=district, indicator=known.indicator)
    assert not surely_false(with_number(known, "5000"), known, material_about(known))


def test_a_number_of_an_unrelated_works_is_false() -> None:
    known = observed("7646")
    observed("5000", subject=make_entity(), indicator=known.indicator)
    assert surely_false(with_number(known, "5000"), known, material_about(known))


def test_a_number_of_a_namesake_is_not_false() -> None:
    known = observed("7646")
    namesake = make_entity(name_kk=known.subject.name_kk)
    observed("5000", subject=namesake, indicator=known.indicator)
    assert not surely_false(with_number(known, "5000"), known, material_about(known))


def test_a_number_of_the_wider_product_is_not_false() -> None:
    food = make_product()
    known = observed("7646", product=make_product(parent=food))
    observed("5000", product=food, subject=known.subject, indicator=known.indicator)
    assert not surely_false(with_number(known, "5000"), known, material_about(known))


def test_a_number_of_a_part_of_the_year_is_not_false_of_the_year() -> None:
    known = observed("7646")
    observed("5000", "1946-01/1946-09", subject=known.subject, indicator=known.indicator)
    assert not surely_false(with_number(known, "5000"), known, material_about(known))


def test_a_number_of_another_year_is_false() -> None:
    known = observed("7646")
    other = observed("5000", "1943", subject=known.subject, indicator=known.indicator)
    assert surely_false(with_value_of(known, other), known, material_about(known, other))


def test_a_percentage_that_follows_from_plan_and_actual_is_not_false() -> None:
    known = observed("120", unit="percent", measure="percent-of-plan")
    same = {"subject": known.subject, "indicator": known.indicator}
    observed("1000", aspect="planned", **same)
    observed("900", **same)
    material = material_about(known)
    assert not surely_false(with_number(known, "90"), known, material)
    assert disputed(known, material)


def test_an_actual_that_follows_from_plan_and_percentage_is_not_false() -> None:
    known = observed("900")
    same = {"subject": known.subject, "indicator": known.indicator}
    observed("1000", aspect="planned", **same)
    observed("50", unit="percent", measure="percent-of-plan", **same)
    material = material_about(known)
    assert disputed(known, material)
    assert not surely_false(with_number(known, "500"), known, material)


def test_a_number_that_follows_from_growth_is_disputed_by_it() -> None:
    later = observed("300", "1950")
    same = {"subject": later.subject, "indicator": later.indicator}
    observed("100", "1946", **same)
    observed("2", "1950", unit="times", measure="change-times", base_period="1946", **same)
    assert disputed(later, material_about(later))


def test_plan_and_percentage_that_agree_dispute_nothing() -> None:
    known = observed("900")
    same = {"subject": known.subject, "indicator": known.indicator}
    observed("1000", aspect="planned", **same)
    observed("90", unit="percent", measure="percent-of-plan", **same)
    assert not disputed(known, material_about(known))


def test_a_year_is_disputed_by_the_sum_of_its_halves() -> None:
    year = observed("1000", indicator=make_indicator(summable="yes"))
    same = {"subject": year.subject, "indicator": year.indicator}
    observed("300", "1946-40", **same)
    observed("400", "1946-41", **same)
    assert disputed(year, material_about(year))


def test_a_part_that_exceeds_its_whole_disputes_both() -> None:
    year = observed("1000", indicator=make_indicator(summable="yes"))
    same = {"subject": year.subject, "indicator": year.indicator}
    month = observed("1500", "1946-05", **same)
    material = material_about(year, month)
    assert disputed(year, material)
    assert disputed(month, material)


def test_a_district_with_more_than_its_oblast_disputes_both() -> None:
    whole = observed("1000", indicator=make_indicator(summable="stock"))
    district = make_entity(kind="district")
    make_relation(entity=district, kind="part-of", other=whole.subject)
    part = observed("1500", subject=district, indicator=whole.indicator)
    assert disputed(whole, material_about(whole, part))


def test_claims_that_disagree_contradict_each_other() -> None:
    one = observed("7646")
    other = observed("7100", subject=one.subject, indicator=one.indicator)
    material = material_about(one)
    assert contradicted(one, material) == (other,)
    assert not tellable(one, material)
    assert not surely_false(with_number(one, "3000"), one, material)


def test_a_range_that_holds_the_number_does_not_contradict_it() -> None:
    one = observed("7646")
    observed("7000", value_max="8000", subject=one.subject, indicator=one.indicator)
    assert contradicted(one, material_about(one)) == ()


def test_money_across_a_reform_is_neither_equal_nor_apart() -> None:
    old, new = observed("100", "1946", unit="rouble"), observed("500", "1962", unit="rouble")
    figures = Figures(builtin_registry())
    assert figures.may_be_equal(old, new)
    assert not figures.apart(old, new)


@pytest.mark.parametrize("aspect", ["planned", "norm", "estimate"])
def test_what_was_not_done_is_not_taught_as_known(aspect: str) -> None:
    claim = observed("7646", aspect=aspect)
    assert not tellable(claim, material_about(claim))


@pytest.mark.parametrize("period", ["", "1946~", "1946?", "../1946", "194X", "[1946,1948]"])
def test_a_number_of_no_certain_time_is_not_taught_as_known(period: str) -> None:
    claim = observed("7646", period)
    assert not tellable(claim, material_about(claim))


def test_an_event_that_may_happen_again_is_not_one_that_happened_once() -> None:
    exceeded = make_indicator(kind="event", unit="")
    claims = [
        happened(indicator=exceeded, subject=make_entity(), period=f"194{n}") for n in range(1, 5)
    ]
    material = material_about(*claims)
    assert not marks(material)
    assert not any(only_once(claim, material, marks(material)) for claim in claims)


def test_a_founding_happened_once_unless_told_of_another_time() -> None:
    claims = foundings("1941", "1946", "1954", "1958")
    material = material_about(*claims)
    assert all(only_once(claim, material, marks(material)) for claim in claims)
    first = claims[0]
    happened(indicator=first.indicator, subject=first.subject, period="1935")
    material = material_about(*claims)
    assert not only_once(first, material, marks(material))


def test_a_year_beside_the_right_one_is_not_false() -> None:
    claims = foundings("1941", "1942", "1946")
    material = material_about(*claims)
    assert not surely_false(with_time_of(claims[0], claims[1]), claims[0], material)
    assert surely_false(with_time_of(claims[0], claims[2]), claims[0], material)


def test_an_event_cannot_lie_before_its_subject_began() -> None:
    works = make_entity(start="1958")
    prize = happened(subject=works, period="1965")
    early = happened(period="1941")
    late = happened(period="1970")
    material = material_about(prize, early, late)
    assert outside_life(with_time_of(prize, early), prize, material)
    assert not outside_life(with_time_of(prize, late), prize, material)


def test_nothing_is_supported_where_nothing_is_told() -> None:
    known = observed("7646")
    assert supported(with_number(known, "5000"), material_about(known)) == ()


NUMBERS = st.decimals("1", "100000", places=1)


@given(value=NUMBERS, upper=NUMBERS, other=NUMBERS, room=st.booleans())
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_numbers_apart_are_never_numbers_that_may_be_equal(
    value: Decimal, upper: Decimal, other: Decimal, *, room: bool
) -> None:
    low, high = sorted((value, upper))
    one = Claim(value=low, value_max=high, unit="t", approximate=room, period="1946")
    two = Claim(value=other * 10, unit="centner", period="1946")
    figures = Figures(builtin_registry())
    assert figures.apart(one, two) != figures.may_be_equal(one, two)
    assert figures.apart(one, two) == figures.apart(two, one)
    if low <= other <= high:
        assert figures.may_be_equal(one, two)


def test_a_time_at_which_the_like_is_told_of_the_subject_is_not_false() -> None:
    prize, early = happened(period="1965"), happened(period="1941")
    assert surely_false(with_time_of(prize, early), prize, material_about(prize, early))
    happened(period="1941", subject=prize.subject, indicator=prize.indicator)
    assert not surely_false(with_time_of(prize, early), prize, material_about(prize, early))
