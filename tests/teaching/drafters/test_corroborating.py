"""Records that disagree, side by side."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Exhibit, Prompt
from olke.teaching.drafters.corroborating import draft_corroborating
from olke.teaching.drafters.draft import Shortfall
from tests.records import make_entity, make_indicator, make_product
from tests.teaching.drafters.dossiers import foundings, material_about, observed, order

pytestmark = pytest.mark.django_db


def twins(**fields: Any) -> tuple[Claim, Claim]:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    return observed("400", **same, **fields), observed("520", **same, **fields)


def test_each_record_is_an_exhibit_of_its_own_and_a_question_follows() -> None:
    one, other = twins()
    first, second, question = draft_corroborating(material_about(one, other), order(2)).items
    assert isinstance(first, Exhibit)
    assert isinstance(second, Exhibit)
    assert isinstance(question, Prompt)
    assert (first.claims, second.claims) == ((one.key,), (other.key,))
    assert first.topic == second.topic == question.topic
    assert question.claims == (one.key, other.key)
    assert "400" not in question.text.en


def test_the_headings_of_records_tell_nothing_of_them() -> None:
    items = draft_corroborating(material_about(*twins()), order(2)).items
    assert [i.title.en for i in items if isinstance(i, Exhibit)] == ["Record 1", "Record 2"]


def test_it_is_left_open_which_is_right_unless_a_rank_says_it() -> None:
    one, other = twins()
    *_, question = draft_corroborating(material_about(one, other), order(2)).items
    assert question.explanation.en.startswith("Nobody has settled it")
    other.rank = "preferred"
    other.save()
    *_, question = draft_corroborating(material_about(one, other), order(2)).items
    assert "520" in question.explanation.en
    assert "400" not in question.explanation.en


def test_a_question_mark_is_told_and_called_no_proof() -> None:
    one, other = twins()
    other.review = "questioned"
    other.save()
    *_, question = draft_corroborating(material_about(one, other), order(2)).items
    assert "no proof" in question.explanation.en
    assert "520" in question.explanation.en


def test_a_dossier_in_which_all_agrees_says_so() -> None:
    found = draft_corroborating(material_about(*foundings("1931", "1935")), order(2))
    assert (found.items, found.shortfalls) == ((), (Shortfall("disagreements", 1, 0),))


def test_the_same_thing_at_other_times_is_held_beside_the_records() -> None:
    one, other = twins()
    same = {"subject": one.subject, "indicator": one.indicator}
    near = [observed(value, year, **same) for value, year in (("390", "1944"), ("410", "1948"))]
    far = observed("900", "1970", **same)
    material = material_about(one, other, *near, far)
    *_, question = draft_corroborating(material, order(2)).items
    assert isinstance(question, Prompt)
    assert question.claims == (one.key, other.key, *(claim.key for claim in near))
    assert "These are closer to record 1: a hint, no proof" in question.answer.en


def test_where_other_times_are_divided_no_record_is_called_likelier() -> None:
    one, other = twins()
    same = {"subject": one.subject, "indicator": one.indicator}
    near = [observed(value, year, **same) for value, year in (("390", "1944"), ("530", "1948"))]
    *_, question = draft_corroborating(material_about(one, other, *near), order(2)).items
    assert isinstance(question, Prompt)
    assert "The same thing at other times" in question.answer.en
    assert "closer to record" not in question.answer.en


def test_parts_that_add_up_to_a_record_speak_for_it() -> None:
    one, other = twins()
    same = {"subject": one.subject, "indicator": one.indicator}
    parts = [observed(value, product=make_product(), **same) for value in ("310", "210")]
    *_, question = draft_corroborating(material_about(one, other, *parts), order(2)).items
    assert isinstance(question, Prompt)
    assert "The parts of record 2 add up to it" in question.answer.en
    assert {part.key for part in parts} <= set(question.claims)
    odd = observed("5", product=make_product(), **same)
    *_, question = draft_corroborating(material_about(one, other, *parts, odd), order(2)).items
    assert isinstance(question, Prompt)
    assert "add up" not in question.answer.en
