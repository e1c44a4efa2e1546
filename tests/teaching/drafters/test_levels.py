"""Levelled tasks."""

from __future__ import annotations

from typing import Any

import pytest

from olke.teaching.documents.items import Prompt
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.levels import draft_levels
from olke.teaching.drafters.material import Material
from tests.records import make_entity, make_indicator
from tests.teaching.drafters.dossiers import (
    happened,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def prompts(material: Material, wanted: int = 6, seed: int = 1) -> list[Prompt]:
    items = draft_levels(material, order(wanted, seed)).items
    return [item for item in items if isinstance(item, Prompt)]


def rich() -> Material:
    claims = works_of_many_years()
    one = observed("100", "1950")
    same = {"subject": one.subject, "indicator": one.indicator}
    plan = observed("5000", "1942", subject=claims[2].subject, indicator=claims[2].indicator)
    plan.aspect = "planned"
    plan.save()
    return material_about(*claims, one, observed("300", "1950", **same), plan)


def test_each_level_has_its_share_and_its_points() -> None:
    items = prompts(rich())
    assert [(item.level, item.points) for item in items] == [
        ("A", 1),
        ("A", 1),
        ("B", 2),
        ("B", 2),
        ("C", 3),
        ("C", 3),
    ]


def test_a_change_is_explained_with_its_figures_given() -> None:
    item = next(item for item in prompts(rich()) if item.level == "B")
    assert item.text.en.count("\n- ") + item.text.en.startswith("- ") == 3
    assert "what may explain it?" in item.text.en
    assert item.answer.en.startswith("The figure rose: ")


def test_a_cause_is_looked_for_among_the_facts_of_its_time() -> None:
    works = works_of_many_years(count=1)
    fire = happened(subject=works[0].subject, period="1941")
    long_after = happened(subject=works[0].subject, period="1990")
    item = next(i for i in prompts(material_about(*works, fire, long_after)) if i.level == "B")
    assert fire.title_en in item.answer.en
    assert fire.key in item.claims
    assert long_after.key not in item.claims


def test_two_records_that_differ_are_judged() -> None:
    judged = [item for item in prompts(rich()) if item.level == "C"]
    differing = next(item for item in judged if "Two records differ" in item.text.en)
    assert "100\u00a0t" in differing.text.en
    assert "300\u00a0t" in differing.text.en
    assert len(differing.claims) == 2
    assert "A full answer:" in differing.explanation.en


def test_plan_and_actual_are_judged_where_nothing_disagrees() -> None:
    judged = [item for item in prompts(rich()) if item.level == "C"]
    assert any("Was the plan met?" in item.text.en for item in judged)
    assert any(item.answer.en.startswith("The plan was not met: ") for item in judged)


def test_levels_that_the_dossier_cannot_fill_are_named() -> None:
    draft = draft_levels(material_about(observed("7646")), order(6))
    assert [item.level for item in draft.items] == ["A"]
    assert draft.shortfalls == (
        Shortfall("claims", 2, 1),
        Shortfall("series", 2, 0),
        Shortfall("disagreements", 2, 0),
    )


def test_an_empty_dossier_gives_nothing_and_says_so() -> None:
    draft = draft_levels(material_about(), order(6))
    assert draft.items == ()
    assert [lack.found for lack in draft.shortfalls] == [0, 0, 0]


def test_the_same_seed_gives_the_same_tasks() -> None:
    material = rich()
    assert prompts(material) == prompts(material)


def test_a_plan_its_result_and_a_percent_that_do_not_fit_are_judged_together() -> None:
    plan = observed("100", aspect="planned")
    same: dict[str, Any] = {"subject": plan.subject, "indicator": plan.indicator}
    percent = observed("95", measure="percent-of-plan", unit="percent", **same)
    items = prompts(material_about(plan, observed("80", **same), percent))
    [judged] = [item for item in items if item.level == "C"]
    assert "do not fit together" in judged.text.en
    assert len(judged.claims) == 3


def test_the_deported_and_the_dead_of_two_peoples_are_not_held_side_by_side() -> None:
    for grave in (False, True):
        indicator = make_indicator(grave=grave)
        claims = [
            observed(str(1000 * n), indicator=indicator, subject=make_entity()) for n in (1, 2)
        ]
        items = draft_levels(material_about(*claims), order(6)).items
        assert any("explain the difference" in item.text.en for item in items) is not grave
