"""What exactly a number says, and what it does not."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Exhibit, Prompt
from olke.teaching.drafters.close_reading import PASSAGE, draft_close_reading
from olke.teaching.drafters.draft import Shortfall
from tests.records import make_citation, make_source
from tests.teaching.drafters.dossiers import material_about, observed, order

pytestmark = pytest.mark.django_db


def from_one_document(*claims: Claim) -> tuple[Exhibit, Prompt]:
    source = make_source()
    for claim in claims:
        make_citation(claim=claim, source=source)
    exhibit, prompt = draft_close_reading(material_about(*claims), order(1)).items
    assert isinstance(exhibit, Exhibit)
    assert isinstance(prompt, Prompt)
    return exhibit, prompt


@pytest.mark.parametrize(
    ("fields", "reading"),
    [
        ({"aspect": "planned"}, "a plan, which does not tell whether it was carried out"),
        ({"aspect": "norm"}, "a norm"),
        ({"aspect": "estimate"}, "an estimate"),
        ({"bound": "more-than"}, "how much more is not told"),
        ({"bound": "at-most"}, "it may be less"),
        ({"approximate": True}, "nobody counted exactly"),
        ({"value_max": "900"}, "a range"),
        ({"measure": "share", "unit": "percent"}, "a share"),
        ({"measure": "change-times", "unit": "times", "base_period": "1940"}, "from which number"),
    ],
)
def test_each_sign_of_the_wording_is_read(fields: dict[str, Any], reading: str) -> None:
    exhibit, _ = from_one_document(observed("80", cite=False, **fields))
    assert reading in exhibit.explanation.en


def test_a_passage_is_from_one_document_and_short() -> None:
    claims = [observed(str(100 + n), cite=False) for n in range(9)]
    exhibit, _ = from_one_document(*claims)
    assert len(exhibit.claims) == PASSAGE
    assert len(exhibit.sources) == 1


def test_of_a_plan_alone_it_is_asked_whether_it_was_carried_out() -> None:
    _, prompt = from_one_document(observed("80", cite=False, aspect="planned"))
    assert "whether the plan was carried out" in prompt.answer.en
    assert "how much had been planned" not in prompt.answer.en


def test_of_a_percent_alone_it_is_asked_what_was_planned() -> None:
    percent = {"measure": "percent-of-plan", "unit": "percent"}
    _, prompt = from_one_document(observed("80", cite=False, **percent))
    assert "how much had been planned" in prompt.answer.en
    _, prompt = from_one_document(observed("80", cite=False))
    assert "planned" not in prompt.answer.en


@pytest.mark.parametrize(
    ("value", "fields", "reading"),
    [
        ("2000", {}, "counted, or judged by eye"),
        ("2137", {}, "exact to the last digit"),
        ("120", {}, "much or little only beside another"),
        ("120.8", {"measure": "percent-of-plan", "unit": "percent"}, "how high the plan was set"),
        ("79.4", {"measure": "percent-of-plan", "unit": "percent"}, "a percent of the plan"),
    ],
)
def test_the_size_and_the_form_of_a_number_are_asked_for_their_purpose(
    value: str, fields: dict[str, Any], reading: str
) -> None:
    exhibit, _ = from_one_document(observed(value, cite=False, **fields))
    assert reading in exhibit.explanation.en


def test_fewer_documents_than_wanted_are_a_shortfall() -> None:
    found = draft_close_reading(material_about(observed("80")), order(3))
    assert found.shortfalls == (Shortfall("sources", 3, 1),)


def test_what_is_to_be_said_of_several_numbers_is_said_once() -> None:
    share = {"measure": "share", "unit": "percent", "cite": False}
    claims = [observed(value, **share) for value in ("17", "22", "52")]
    exhibit, _ = from_one_document(*claims)
    assert exhibit.explanation.en.count("a share: ask how large the whole is") == 1
    assert exhibit.explanation.en.count("“") == 3
