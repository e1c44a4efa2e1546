"""Every drafter on every sort of dossier."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.lesson import Activity
from olke.teaching.drafters.draft import Draft
from olke.teaching.drafters.registry import NoDrafterError, draft_items, drafters
from olke.teaching.messages import shortfall_said
from olke.teaching.methods.library import built_in_methods, method_of
from olke.teaching.methods.method import Method
from tests.records import make_claim, make_entity, make_indicator
from tests.teaching.drafters.dossiers import (
    foundings,
    material_about,
    observed,
    order,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db
DRAFTED = [method for method in built_in_methods().values() if method.drafter]
EACH = pytest.mark.parametrize("method", DRAFTED, ids=lambda method: method.key)


def a_rich_dossier() -> list[Claim]:
    """Return a dossier with something for every drafter."""
    good, harm = make_indicator(polarity="positive"), make_indicator(polarity="negative")
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    planned: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    return [
        *works_of_many_years(count=4, years=3),
        *foundings("1931", "1935", "1941", "1950"),
        *(observed(str(100 + 41 * n), indicator=good) for n in range(3)),
        *(observed(str(300 + 43 * n), indicator=harm) for n in range(3)),
        observed("400", **same),
        observed("520", **same),
        observed("900", aspect="planned", **planned),
        observed("700", **planned),
        *(make_claim(kind="event", period=f"194{n}") for n in range(3)),
    ]


def drafted(method: Method, claims: list[Claim], seed: int = 1) -> Draft:
    return draft_items(method, material_about(*claims).dossier, seed=seed)


@EACH
def test_a_rich_dossier_fills_the_method_in_three_languages(method: Method) -> None:
    draft = drafted(method, a_rich_dossier())
    assert draft.items
    for item in draft.items:
        assert item.text.kk and item.text.ru and item.text.en  # noqa: PT018
        assert item.claims
        assert item.explanation or item.solution or item.kind == "exhibit"


@EACH
def test_the_items_make_an_activity_and_some_step_shows_each(method: Method) -> None:
    items = drafted(method, a_rich_dossier()).items
    Activity(id="a1", method=method.key, items=items)
    assert len({item.id for item in items}) == len(items)
    shown = {item.id for step in method.steps for item in step.shown(items)}
    assert shown == {item.id for item in items}


@EACH
def test_the_same_seed_gives_the_same_items(method: Method) -> None:
    claims = a_rich_dossier()
    assert drafted(method, claims, seed=5) == drafted(method, claims, seed=5)


@EACH
@pytest.mark.parametrize("count", [0, 1])
def test_a_thin_dossier_says_what_is_missing(method: Method, count: int) -> None:
    draft = drafted(method, foundings("1931")[:count])
    assert draft.shortfalls
    assert all(shortfall_said(shortfall) for shortfall in draft.shortfalls)
    assert all(one.found < one.needed for one in draft.shortfalls)


def test_each_drafter_names_only_claims_of_the_evidence() -> None:
    material = material_about(*a_rich_dossier())
    known = {claim.key for claim in material.around}
    for name, draft in drafters().items():
        items = draft(replace(material), order(6, method=name)).items
        assert {key for item in items for key in item.claims} <= known


def test_a_withdrawn_claim_is_in_no_item() -> None:
    claims = a_rich_dossier()
    gone = claims[0]
    gone.review = "withdrawn"
    gone.save()
    for method in DRAFTED:
        items = drafted(method, claims).items
        assert gone.key not in {key for item in items for key in item.claims}


def test_a_method_that_needs_no_items_has_no_drafter() -> None:
    with pytest.raises(NoDrafterError):
        drafted(method_of("warm-wishes"), [])
