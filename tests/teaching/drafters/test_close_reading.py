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
        ({"aspect": "planned"}, "a plan: it does not tell whether it was carried out"),
        ({"aspect": "norm"}, "a norm"),
        ({"aspect": "estimate"}, "an estimate"),
        ({"bound": "more-than"}, "how much more is not told"),
        ({"bound": "at-most"}, "it may be less"),
        ({"approximate": True}, "a round number"),
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


def test_of_a_result_alone_it_is_asked_what_was_planned() -> None:
    _, prompt = from_one_document(observed("80", cite=False))
    assert "how much had been planned" in prompt.answer.en


def test_fewer_documents_than_wanted_are_a_shortfall() -> None:
    found = draft_close_reading(material_about(observed("80")), order(3))
    assert found.shortfalls == (Shortfall("sources", 3, 1),)
