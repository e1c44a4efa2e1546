"""Claims of which not all can be right."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.drafters.disagreements import disagreements, ranked, reasons
from tests.records import make_citation, make_entity, make_indicator, make_source
from tests.teaching.drafters.dossiers import material_about, observed

pytestmark = pytest.mark.django_db


def twins(one: str, other: str, **fields: Any) -> tuple[Claim, Claim]:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    return observed(one, **same, **fields), observed(other, **same, **fields)


def reasons_for(*claims: Claim) -> list[str]:
    material = material_about(*claims)
    [found] = disagreements(material)
    return [reason.en for reason in reasons(found, material)]


def test_two_numbers_of_one_thing_and_time_disagree() -> None:
    one, other = twins("400", "520")
    assert [found.keys for found in disagreements(material_about(one, other))] == [
        (one.key, other.key)
    ]


def test_what_the_dossier_leaves_out_may_disagree_with_what_it_holds() -> None:
    one, other = twins("400", "520")
    assert [found.keys for found in disagreements(material_about(one))] == [(one.key, other.key)]


def test_numbers_of_different_times_do_not_disagree() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    claims = observed("400", "1946", **same), observed("520", "1947", **same)
    assert disagreements(material_about(*claims)) == []


def test_a_questioned_claim_disagrees_like_any_other() -> None:
    one, other = twins("400", "520", review="questioned")
    assert len(disagreements(material_about(one, other))) == 1


def test_plan_result_and_percent_that_do_not_fit_disagree_all_three() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    plan = observed("100", aspect="planned", **same)
    fact = observed("80", **same)
    percent = observed("95", measure="percent-of-plan", unit="percent", **same)
    [found] = disagreements(material_about(plan, fact, percent))
    assert found.keys == (plan.key, fact.key, percent.key)
    percent.value, fitting = 80, percent
    fitting.save()
    assert disagreements(material_about(plan, fact, fitting)) == []


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [("7646", "7600", "rounded"), ("7646", "76460", "misread unit"), ("7646", "7600", "slip")],
)
def test_what_the_numbers_suggest_is_named(one: str, other: str, reason: str) -> None:
    assert any(reason in said for said in reasons_for(*twins(one, other)))


def test_numbers_far_apart_are_not_called_rounded() -> None:
    assert not any("rounded" in said for said in reasons_for(*twins("400", "520")))


def test_two_numbers_from_one_document_may_mean_two_things() -> None:
    one, other = twins("400", "520", cite=False)
    source = make_source()
    for claim in (one, other):
        make_citation(claim=claim, source=source)
    assert any("one document" in said for said in reasons_for(one, other))


def test_only_a_rank_tells_which_is_the_better() -> None:
    one, other = twins("400", "520")
    [found] = disagreements(material_about(one, other))
    assert ranked(found) is None
    other.rank = "preferred"
    other.save()
    [found] = disagreements(material_about(one, other))
    assert ranked(found) == other


def test_what_is_left_when_the_other_is_deprecated_is_the_better() -> None:
    one, other = twins("400", "520")
    one.rank = "deprecated"
    one.save()
    [found] = disagreements(material_about(one, other))
    assert ranked(found) == other


def test_a_number_for_one_place_does_not_disagree_with_the_whole() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    whole, part = observed("220", **same), observed("40", object=make_entity(), **same)
    here = observed("30", place=make_entity(), **same)
    assert disagreements(material_about(whole, part, here)) == []


def test_a_rate_may_have_been_several_within_a_few_years() -> None:
    rate, sum_ = make_indicator(summable="no"), make_indicator(summable="yes")
    same: dict[str, Any] = {"subject": make_entity(), "period": "1941/1945"}
    rates = [observed(value, indicator=rate, **same) for value in ("380", "500")]
    sums = [observed(value, indicator=sum_, **same) for value in ("380", "500")]
    [found] = disagreements(material_about(*rates, *sums))
    assert set(found.keys) == {claim.key for claim in sums}


def test_a_passage_that_is_repeated_makes_no_second_disagreement() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    claims = [observed(value, **same) for value in ("506", "514", "506")]
    assert len(disagreements(material_about(*claims))) == 1


def test_a_percent_that_fits_one_of_two_plans_is_no_misfit() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    claims = [
        observed("1690", aspect="planned", **same),
        observed("176", aspect="planned", **same),
        observed("203", **same),
        observed("115.3", measure="percent-of-plan", unit="percent", **same),
    ]
    assert not [found for found in disagreements(material_about(*claims)) if len(found.keys) == 3]
