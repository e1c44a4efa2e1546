"""Brainstorm, poster, press conference, knowledge tree and forms of work."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Exhibit, Grid, Prompt
from olke.teaching.documents.parts import Text
from olke.teaching.drafters.brainstorm import draft_brainstorm
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.forms_of_work import draft_forms_of_work
from olke.teaching.drafters.poster import draft_poster
from olke.teaching.drafters.seed_questions import draft_seed_questions
from olke.teaching.drafters.tree import draft_tree
from olke.teaching.methods.dealing import Seat, chosen
from tests.records import make_entity, make_indicator
from tests.teaching.drafters.dossiers import (
    foundings,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def differing() -> tuple[Claim, Claim]:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    return observed("400", **same), observed("520", **same)


def test_a_brainstorm_asks_one_question_a_topic_and_keeps_the_evidence_for_afterwards() -> None:
    claims = works_of_many_years(count=3, years=4)
    items = draft_brainstorm(material_about(*claims), order(3)).items
    assert len(items) == 3
    for item in items:
        assert isinstance(item, Prompt)
        assert item.topic.en in item.text.en
        assert 2 <= len(item.claims) <= 5
        assert item.answer.en.count("- ") == len(item.claims)
        value = next(claim for claim in claims if claim.key == item.claims[0]).value
        assert f"{value:,}" not in item.text.en


def test_a_brainstorm_of_one_topic_says_that_there_are_no_more() -> None:
    found = draft_brainstorm(material_about(*foundings("1931", "1935")), order(3))
    assert len(found.items) == 1
    assert found.shortfalls == (Shortfall("topics", 3, 1),)


def test_each_poster_has_a_question_and_a_card_of_evidence_for_it() -> None:
    claims = works_of_many_years(count=3, years=4)
    items = draft_poster(material_about(*claims), order(3)).items
    for prompt, card in zip(items[::2], items[1::2], strict=True):
        assert isinstance(prompt, Prompt)
        assert isinstance(card, Exhibit)
        assert prompt.claims == card.claims
        assert card.title.en in prompt.text.en
        assert 3 <= len(card.claims) <= 4


def test_listeners_ask_of_changes_events_plans_doubts_and_numbers() -> None:
    works, output = make_entity(), make_indicator(summable="yes")
    years = [
        observed(value, year, subject=works, indicator=output)
        for value, year in (("100", "1940"), ("300", "1943"), ("900", "1946"))
    ]
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    plan = observed("100", aspect="planned", **same), observed("80", **same)
    lone = observed("77", subject=make_entity())
    doubt = differing()
    claims = [*years, *plan, *doubt, lone]
    items = draft_seed_questions(material_about(*claims), order(4)).items
    asked = {frozenset(item.claims): item.text.en for item in items}
    assert "how did it change" in asked[frozenset(claim.key for claim in years)]
    assert "was the plan met" in asked[frozenset(claim.key for claim in plan)]
    assert "Why do the sources differ" in asked[frozenset(claim.key for claim in doubt)]


def test_no_two_seed_questions_rest_on_one_claim() -> None:
    claims = works_of_many_years(count=3, years=4)
    items = draft_seed_questions(material_about(*claims), order(10)).items
    keys = [key for item in items for key in item.claims]
    assert len(keys) == len(set(keys))
    assert all(isinstance(item, Prompt) and item.answer and item.explanation for item in items)


def test_a_tree_has_three_to_five_sentences_of_what_i_can() -> None:
    claims = works_of_many_years(count=3, years=4)
    for wanted, most in ((1, 3), (3, 3), (9, 5)):
        items = draft_tree(material_about(*claims), order(wanted)).items
        assert len(items) <= most
        assert all(item.text.en.startswith("I can ") and item.claims for item in items)
        assert len({item.text.en for item in items}) == len(items)


def test_a_dossier_with_a_disagreement_lets_me_say_why_records_differ() -> None:
    claims = [*works_of_many_years(count=3, years=1), *differing()]
    items = draft_tree(material_about(*claims), order(3)).items
    assert any("why two records differ" in item.text.en for item in items)


def test_the_option_that_was_chosen_stands_for_the_form_of_its_place() -> None:
    items = draft_forms_of_work(material_about(*works_of_many_years()), order(3)).items
    forms = [chosen(items, Seat(option=option)) for option in range(3)]
    assert [form[0].kind for form in forms] == ["prompt", "grid", "prompt"]
    assert "presentation" in forms[0][0].text.en
    assert "essay" in forms[2][0].text.en
    assert all(form[0].claims for form in forms)


def test_where_no_table_can_be_made_the_form_is_described_and_the_lack_told() -> None:
    found = draft_forms_of_work(material_about(*foundings("1931", "1935", "1941")), order(3))
    assert len(found.items) == 3
    assert not any(isinstance(item, Grid) for item in found.items)
    assert "comparison table" in found.items[1].text.en
    assert found.shortfalls == (Shortfall("tables", 1, 0),)


def test_an_essay_answers_the_dossiers_own_question() -> None:
    material = material_about(*works_of_many_years())
    question = Text(en="Why did output grow?")
    dossier = material.dossier.model_copy(update={"question": question})
    object.__setattr__(material, "dossier", dossier)
    items = draft_forms_of_work(material, order(3)).items
    assert question.en in items[2].text.en


def test_each_form_of_work_says_what_makes_it_complete() -> None:
    items = draft_forms_of_work(material_about(*works_of_many_years()), order(3)).items
    criteria = [item.explanation.en.split("A full answer:")[1] for item in items]
    assert all(lines.count("- ") == 4 and "names the source" in lines for lines in criteria)
    assert len(set(criteria)) == 3


def test_a_presentation_shows_the_longest_series_as_a_chart() -> None:
    claims = works_of_many_years(count=1, years=4)
    items = draft_forms_of_work(material_about(*claims), order(3)).items
    assert "Show as a chart: “Works" in items[0].text.en
    assert "(1940–1943)" in items[0].text.en


def test_an_essay_takes_a_stand_where_the_sources_differ() -> None:
    one, other = differing()
    material = material_about(*works_of_many_years(), one, other)
    essay = draft_forms_of_work(material, order(3)).items[2]
    assert "400\N{NO-BREAK SPACE}t or 520\N{NO-BREAK SPACE}t" in essay.text.en
    assert {one.key, other.key} <= set(essay.claims)
    calm = draft_forms_of_work(material_about(*works_of_many_years()), order(3)).items[2]
    assert "Sources differ" not in calm.text.en
