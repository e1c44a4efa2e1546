"""Drafted items as plain data."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from olke.exchange.drafting import draft_lines
from olke.teaching.documents.items import (
    AnyItem,
    Choice,
    Estimate,
    Exhibit,
    Grid,
    Ordering,
    Prompt,
    Statement,
)
from olke.teaching.documents.parts import Text, Title
from olke.teaching.drafters.draft import Draft
from tests.records import make_citation, make_claim, make_repository, make_source

pytestmark = pytest.mark.django_db
ONE, TWO = Text(kk="Бір", en="One"), Text(kk="Екі", en="Two")


def line(item: AnyItem, language: str = "en") -> dict[str, Any]:
    [found] = draft_lines(Draft((item,)), language)
    assert json.loads(json.dumps(found)) == found
    return found


def test_a_statement_is_true_or_false() -> None:
    found = line(Statement(id="i1", text=ONE, answer=False, explanation=TWO))
    assert (found["text"], found["answer"], found["explanation"]) == ("One", False, "Two")


def test_the_answer_of_a_choice_is_its_options_words_and_their_numbers() -> None:
    found = line(Choice(id="i1", text=ONE, options=(ONE, TWO), answer=(1,)), "kk")
    assert (found["answer"], found["solution"]) == (["Екі"], [1])
    assert found["options"] == ["Бір", "Екі"]


def test_an_estimate_keeps_every_digit() -> None:
    found = line(Estimate(id="i1", text=ONE, answer=Decimal("7646.50"), unit=Text(en="t")))
    assert (found["answer"], found["unit"], found["tolerance"]) == ("7646.50", "t", "0.1")


def test_an_ordering_is_answered_by_its_entries_and_a_prompt_by_words() -> None:
    assert line(Ordering(id="i1", text=ONE, entries=(ONE, TWO)))["answer"] == ["One", "Two"]
    assert line(Prompt(id="i1", text=ONE, answer=TWO))["answer"] == "Two"


def test_an_exhibit_has_a_heading_a_stand_and_questions_and_no_answer() -> None:
    exhibit = Exhibit(id="i1", text=ONE, title=Title(en="Card"), stand="for", questions=(TWO,))
    found = line(exhibit)
    assert (found["title"], found["stand"], found["questions"]) == ("Card", "for", ["Two"])
    assert found["answer"] is None


def test_a_grid_has_its_heads_its_key_and_its_blanks() -> None:
    grid = Grid(id="i1", text=ONE, columns=(ONE,), rows=(TWO,), cells=((ONE,),), blank=((0, 0),))
    found = line(grid)
    assert (found["columns"], found["rows"]) == (["One"], ["Two"])
    assert (found["answer"], found["blank"]) == ([["One"]], [[0, 0]])


def test_a_citation_names_the_chain_and_the_place_in_each() -> None:
    archive = make_source(
        fond="103", inventory="1", file="25", repository=make_repository(abbreviation_en="SA")
    )
    claim, work = make_claim(cite=False), make_source(title="A dissertation")
    make_citation(
        claim=claim,
        source=work,
        through=archive,
        through_locator_kind="sheet",
        through_locator="14",
    )
    [cited] = line(Prompt(id="i1", text=ONE, claims=(claim.key,)))["citations"]
    reference = cited.pop("reference")
    assert cited == {
        "claim": claim.key,
        "source": work.key,
        "locator": "332",
        "through": archive.key,
        "through_locator": "14",
    }
    assert "f. 103" in reference
    assert "A dissertation" in reference


def test_all_claims_are_read_at_once(django_assert_num_queries: Any) -> None:
    items = tuple(
        Prompt(id=f"i{number}", text=ONE, claims=(make_claim().key,)) for number in range(3)
    )
    with django_assert_num_queries(2):
        assert len(list(draft_lines(Draft(items), "en"))) == 3
