"""Facts for and against, by what the data say."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Exhibit
from olke.teaching.drafters.debate import draft_debate
from olke.teaching.drafters.draft import Draft, Shortfall
from olke.teaching.drafters.sides import points, side_of
from tests.records import make_claim, make_entity, make_indicator, make_theme
from tests.teaching.drafters.dossiers import happened, material_about, observed, order

pytestmark = pytest.mark.django_db


def good(**fields: Any) -> Any:
    return make_indicator(polarity="positive", **fields)


def harm(**fields: Any) -> Any:
    return make_indicator(polarity="negative", **fields)


def side(claim: Claim) -> str | None:
    return side_of(claim, material_about(claim))


@pytest.mark.parametrize(
    ("value", "told"), [("100", "for"), ("112.4", "for"), ("99.9", "against"), ("60", "against")]
)
def test_a_plan_that_was_met_is_for_and_one_that_was_missed_against(value: str, told: str) -> None:
    fields: dict[str, Any] = {"measure": "percent-of-plan", "unit": "percent"}
    assert side(observed(value, **fields)) == told


@pytest.mark.parametrize(
    ("measure", "unit", "value", "of_good", "of_harm"),
    [
        ("change-percent", "percent", "20", "for", "against"),
        ("change-percent", "percent", "-20", "against", "for"),
        ("change-times", "times", "2.5", "for", "against"),
        ("change-times", "times", "0.5", "against", "for"),
    ],
)
def test_a_rise_of_something_good_is_for_and_a_rise_of_harm_against(
    measure: str, unit: str, value: str, of_good: str, of_harm: str
) -> None:
    fields: dict[str, Any] = {"measure": measure, "unit": unit, "base_period": "1940"}
    assert side(observed(value, indicator=good(), **fields)) == of_good
    assert side(observed(value, indicator=harm(), **fields)) == of_harm


def test_an_event_serves_the_side_of_its_indicator() -> None:
    opened = make_claim(kind="event", indicator=good(kind="event", unit=""))
    closed = make_claim(kind="event", indicator=harm(kind="event", unit=""))
    renamed = make_claim(kind="event")
    assert [side(opened), side(closed), side(renamed)] == ["for", "against", None]


def test_what_was_only_planned_or_is_neither_good_nor_bad_serves_no_side() -> None:
    assert side(observed("10", indicator=good(), aspect="planned")) is None
    assert side(observed("10", indicator=good(), aspect="norm")) is None
    assert side(observed("10")) is None


def test_a_limit_that_leaves_the_plan_open_serves_no_side() -> None:
    fields: dict[str, Any] = {"measure": "percent-of-plan", "unit": "percent"}
    assert side(observed("90", bound="more-than", **fields)) is None
    assert side(observed("90", bound="less-than", **fields)) == "against"


def test_actual_below_plan_is_one_point_against_made_of_both() -> None:
    works, output = make_entity(), good()
    plan = observed("100", subject=works, indicator=output, aspect="planned")
    fact = observed("80", subject=works, indicator=output)
    [point] = points(material_about(plan, fact))
    assert (point.side, point.keys) == ("against", (plan.key, fact.key))


def test_a_plan_told_in_numbers_and_in_percent_is_one_point() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": good()}
    plan, fact = observed("100", aspect="planned", **same), observed("80", **same)
    percent = observed("80", measure="percent-of-plan", unit="percent", **same)
    [point] = points(material_about(percent, plan, fact))
    assert point.keys == (plan.key, fact.key)


def test_a_series_that_falls_is_one_point_against() -> None:
    works, output = make_entity(), good(summable="yes")
    years = [
        observed(value, period, subject=works, indicator=output)
        for value, period in (("900", "1990"), ("500", "1993"), ("100", "1996"))
    ]
    found = points(material_about(*years))
    assert (found[0].side, found[0].keys) == ("against", (years[0].key, years[2].key))


def a_case() -> list[Claim]:
    fors = [observed(str(10 + n), indicator=good(), subject=make_entity()) for n in range(9)]
    return fors + [observed(str(50 + n), indicator=harm()) for n in range(3)]


def test_both_sides_have_as_many_points_and_name_their_claims() -> None:
    claims = a_case()
    one, other = draft_debate(material_about(*claims), order(2)).items
    assert isinstance(one, Exhibit)
    assert isinstance(other, Exhibit)
    assert (one.stand, other.stand) == ("for", "against")
    assert len(one.claims) == len(other.claims) == 3
    assert set(other.claims) == {claim.key for claim in claims[9:]}
    assert one.text.en.count("\n- ") == 3
    assert len(one.questions) == 3


def test_one_proposition_stands_above_both_sides() -> None:
    items = draft_debate(material_about(*a_case()), order(2)).items
    proposition = "The topic: “Dossier”. The proposition: it brought more gain than harm."
    assert all(item.text.en.startswith(proposition) for item in items)


def test_a_dossier_that_speaks_for_one_side_only_makes_no_debate() -> None:
    found = draft_debate(material_about(*a_case()[:9]), order(2))
    assert found.items == ()
    assert found.shortfalls == (Shortfall("points-against", 2, 0),)


def test_a_questioned_fact_serves_no_side() -> None:
    claims = a_case()
    for claim in claims[9:]:
        claim.review = "questioned"
        claim.save()
    assert draft_debate(material_about(*claims), order(2)).items == ()


def test_a_level_of_something_good_is_neither_much_nor_little() -> None:
    assert side(observed("58", indicator=good(summable="stock"))) is None
    assert side(observed("58", indicator=harm(summable="stock"))) == "against"


def test_what_was_made_in_a_slump_is_no_gain() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": good(summable="yes")}
    before, after = observed("300", "1985", **same), observed("50", "1990", **same)
    material = material_about(before, after)
    assert [side_of(claim, material) for claim in (before, after)] == ["for", None]


def test_what_opens_or_closes_is_judged_by_what_is_known_of_it() -> None:
    opened, theme = good(kind="event", unit=""), make_theme()
    subjects = [make_entity(start="1949") for _ in range(3)]
    events = [founded_by(subject, opened) for subject in subjects]
    works, site, _ = subjects
    material = material_about(
        *events,
        observed("5", subject=works, indicator=good(theme=theme, summable="yes")),
        observed("5", subject=site, indicator=harm(theme=theme, grave=True)),
    )
    assert [side_of(event, material) for event in events] == ["for", None, None]


def test_the_last_of_many_harms_serves_no_side() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": harm(kind="event", unit="")}
    first, last = happened("1949", **same), happened("1989", **same)
    material = material_about(first, last)
    assert [side_of(event, material) for event in (first, last)] == ["against", None]


def test_gain_and_harm_of_different_fields_make_no_debate() -> None:
    gain, loss = make_theme(), make_theme()
    claims = [observed("5", indicator=good(theme=gain)) for _ in range(3)]
    claims += [observed("5", indicator=harm(theme=loss)) for _ in range(3)]
    draft = draft_debate(material_about(*claims), order(2))
    assert draft == Draft((), (Shortfall("gain-and-harm", 1, 0),))


def founded_by(subject: Any, indicator: Any) -> Claim:
    return happened(subject.start, subject=subject, indicator=indicator)
