"""What a dossier has of what methods need."""

from __future__ import annotations

from typing import Any

import pytest

from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.needs import lacking, offered
from olke.teaching.methods.method import Needs
from tests.records import make_citation, make_entity, make_indicator, make_source
from tests.teaching.drafters.dossiers import (
    foundings,
    material_about,
    observed,
    works_of_many_years,
)

pytestmark = pytest.mark.django_db


def test_an_empty_dossier_has_nothing() -> None:
    assert offered(material_about()) == Needs()


def test_claims_numbers_events_subjects_and_series_are_counted() -> None:
    claims = [*works_of_many_years(count=2, years=3), *foundings("1931", "1935")]
    assert offered(material_about(*claims)) == Needs(
        claims=8, observations=6, events=2, series=2, sources=8, subjects=4
    )


def test_plan_and_result_are_a_pair() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    claims = observed("100", aspect="planned", **same), observed("80", **same)
    assert offered(material_about(*claims)).pairs == 1


def test_a_questioned_claim_counts_only_as_a_disagreement() -> None:
    same: dict[str, Any] = {"subject": make_entity(), "indicator": make_indicator()}
    claims = observed("400", **same), observed("520", review="questioned", **same)
    found = offered(material_about(*claims))
    assert (found.claims, found.disagreements) == (1, 1)


def test_a_work_that_cites_another_is_no_second_source() -> None:
    claims = [observed(str(number), cite=False) for number in (100, 220)]
    dissertation, archive = make_source(), make_source(fond="103")
    for claim in claims:
        make_citation(claim=claim, source=dissertation, through=archive)
    assert offered(material_about(*claims)).sources == 1


def test_documents_that_one_work_cites_are_sources_of_their_own() -> None:
    dissertation = make_source()
    claims = [observed(str(number), cite=False) for number in (100, 220)]
    for claim in claims:
        make_citation(claim=claim, source=dissertation, through=make_source(fond="103"))
    assert offered(material_about(*claims)).sources == 2


def test_what_is_too_little_for_a_method_is_named_with_what_there_is() -> None:
    material = material_about(*foundings("1931", "1935"))
    needs = Needs(claims=2, events=3, sources=1)
    assert lacking(needs, material) == (Shortfall("events", 3, 2),)
