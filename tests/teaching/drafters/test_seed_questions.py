"""Questions of a curious listener."""

from __future__ import annotations

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Prompt
from olke.teaching.drafters.seed_questions import draft_seed_questions
from tests.records import make_citation, make_entity, make_indicator, make_source
from tests.teaching.drafters.dossiers import (
    happened,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def asked(*claims: Claim, wanted: int = 4, seed: int = 1) -> list[Prompt]:
    items = draft_seed_questions(material_about(*claims), order(wanted, seed)).items
    assert all(isinstance(item, Prompt) for item in items)
    return [item for item in items if isinstance(item, Prompt)]


def test_of_a_works_it_is_asked_what_it_did_and_what_became_of_it() -> None:
    works = make_entity(name_en="the tannery")
    claims = [happened("1941", subject=works), happened("1990", subject=works)]
    claims.append(observed("80", "1950", subject=works))
    [item, *_] = asked(*claims)
    assert item.text.en.startswith("The tannery: what was done there")
    assert item.answer.en.count("- ") == len(claims)
    assert item.explanation.en.startswith("It is known from:")


@pytest.mark.parametrize(
    ("kind", "question"), [("person", "who was it"), ("group", "how did they")]
)
def test_of_people_it_is_asked_who_they_were_and_how_they_lived(kind: str, question: str) -> None:
    who = make_entity(kind=kind)
    claims = [happened(year, subject=who) for year in ("1941", "1946", "1950")]
    [item, *_] = asked(*claims)
    assert question in item.text.en


def test_of_an_event_it_is_asked_what_came_before_and_after() -> None:
    town = make_entity(kind="settlement")
    claims = [happened(year, subject=town) for year in ("1941", "1942", "1943")]
    texts = {
        item.text.en.split("”: ")[1] for seed in range(1, 13) for item in asked(*claims, seed=seed)
    }
    assert texts == {
        "what came of it?",
        "why just then, and what came of it?",
        "what led to this?",
    }


def test_what_came_before_is_called_no_proof_of_a_cause() -> None:
    works = make_entity()
    claims = [happened("1941", subject=works), happened("1942", subject=works)]
    [item, *_] = asked(*claims)
    assert "does not prove" in item.explanation.en


def test_a_number_is_asked_for_with_another_to_judge_it_by() -> None:
    claims = works_of_many_years(count=4, years=1)
    for item in asked(*claims, wanted=2):
        assert item.text.en.endswith("how many tonnes? Is that much or little?")
        assert "Hold beside it: " in item.answer.en
        assert len(item.claims) == 2


def test_of_the_dead_and_the_sick_nobody_asks_whether_they_are_many() -> None:
    deaths = make_indicator(grave=True)
    claims = [observed(str(100 * n), indicator=deaths, subject=make_entity()) for n in range(1, 5)]
    assert not any("much or little" in item.text.en for item in asked(*claims))


def test_the_last_question_is_how_it_is_known() -> None:
    sources = [make_source(title=f"Report {name}", author="B. A.") for name in ("one", "two")]
    claims = [observed(str(100 + n), cite=False) for n in range(6)]
    for place, claim in enumerate(claims):
        make_citation(claim=claim, source=sources[place % 2])
    *others, last = asked(*claims, wanted=3)
    assert last.text.en.startswith("How is all this known")
    assert {"- Report one", "- Report two"} == set(last.answer.en.splitlines())
    assert not {key for item in others for key in item.claims} & set(last.claims)
