"""Claims are narrowed by any of their parts, and read with everything that a page says of them."""

from __future__ import annotations

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from olke.evidence.models import Claim
from olke.evidence.queries import ClaimFilter, complete_claims, filtered_claims
from tests.records import make_citation, make_claim, make_indicator, make_source, make_theme

pytestmark = pytest.mark.django_db


def found(**wanted: Any) -> set[str]:
    return {claim.key for claim in filtered_claims(ClaimFilter(**wanted))}


@pytest.mark.parametrize("several", [1, 3])
def test_a_complete_claim_costs_the_same_for_any_number(
    several: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(several):
        claim = make_claim()
        make_citation(claim=claim, through=make_source())

    with django_assert_num_queries(2):
        for claim in complete_claims():
            parts = [claim.subject, claim.indicator, claim.product, claim.object, claim.place]
            cited = [(c.source.repository, c.through) for c in claim.citations.all()]
            assert (len(parts), bool(cited)) == (5, True)


def test_a_theme_holds_the_claims_of_what_lies_in_it_however_deep() -> None:
    industry = make_theme(key="industry")
    meat = make_theme(parent=make_theme(parent=industry))
    make_claim(key="sausage", indicator=make_indicator(theme=meat))
    make_claim(key="rails", indicator=make_indicator(theme=make_theme(key="transport")))

    assert found(theme="industry") == {"sausage"}
    assert found(theme="transport") == {"rails"}
    assert found(theme="weather") == set()


def test_a_source_is_found_where_it_is_cited_and_where_it_is_cited_through() -> None:
    file, book = make_source(key="file"), make_source(key="book")
    make_citation(claim=make_claim(key="read", cite=False), source=file)
    make_citation(claim=make_claim(key="retold", cite=False), source=book, through=file)

    assert found(source="file") == {"read", "retold"}
    assert found(source="book") == {"retold"}


@pytest.mark.parametrize(
    ("period", "keys"),
    [
        ("1943", {"war", "since", "until", "day"}),
        ("1946", {"year", "since"}),
        ("1943-05-09/1943-12", {"war", "since", "until", "day"}),
        ("1943-05-10/1943-12", {"war", "since", "until"}),
        ("1947/..", {"since"}),
        ("../1940", {"until"}),
    ],
)
def test_a_period_holds_the_claims_whose_time_shares_a_day_with_it(
    period: str, keys: set[str]
) -> None:
    for key, time in {
        "war": "1941-06-22/1945-05-09",
        "year": "1946",
        "day": "1943-05-09",
        "since": "1942/..",
        "until": "../1943",
        "undated": "",
    }.items():
        make_claim(key=key, period=time)

    assert found(period=period) == keys


def test_what_was_withdrawn_is_found_only_when_asked_for() -> None:
    make_claim(key="stands")
    Claim.objects.filter(pk=make_claim(key="gone").pk).update(review="withdrawn")

    assert found() == {"stands"}
    assert found(withdrawn=True) == {"stands", "gone"}
