"""Events to bring into order."""

from __future__ import annotations

import pytest

from olke.teaching.documents.items import Ordering
from olke.teaching.drafters.draft import Shortfall
from olke.teaching.drafters.ordering import draft_ordering
from tests.records import make_entity, make_indicator
from tests.teaching.drafters.dossiers import happened, material_about, order

pytestmark = pytest.mark.django_db
YEARS = ("1941", "1943", "1946-05", "1949-08-29", "1954", "1958", "1965")


def test_events_stand_in_the_order_of_their_years() -> None:
    claims = {c.key: c for c in (happened(period=year) for year in YEARS)}
    draft = draft_ordering(material_about(*claims.values()), order(1))
    item = draft.items[0]
    assert isinstance(item, Ordering)
    assert 4 <= len(item.entries) <= 6
    named = [claims[key] for key in item.claims]
    assert [claim.title_en for claim in named] == [entry.en for entry in item.entries]
    assert [claim.period for claim in named] == sorted(claim.period for claim in named)


def test_years_are_told_afterwards_only() -> None:
    claims = [happened(period=year) for year in YEARS]
    claims.append(happened(period="1970", title_en="A unit starts (1970)"))
    for seed in range(1, 9):
        item = draft_ordering(material_about(*claims), order(1, seed)).items[0]
        assert isinstance(item, Ordering)
        assert not any(char * 2 in entry.en for entry in item.entries for char in ("19", "20"))
        assert claims[-1].key not in item.claims
        assert "1941" in item.explanation.en or claims[0].key not in item.claims


@pytest.mark.parametrize("period", ["1942~", "1942?", "../1942", "1941/1945", ""])
def test_an_event_of_no_certain_year_is_left_out(period: str) -> None:
    vague = happened(period=period)
    claims = [happened(period=year) for year in YEARS[:4]]
    draft = draft_ordering(material_about(vague, *claims), order(2))
    assert all(vague.key not in item.claims for item in draft.items)


def test_no_event_is_in_two_orders() -> None:
    claims = [happened(period=str(1940 + n)) for n in range(14)]
    draft = draft_ordering(material_about(*claims), order(2))
    first, second = draft.items
    assert not set(first.claims) & set(second.claims)


def test_events_of_one_year_have_no_order() -> None:
    claims = [happened(period=f"1941-0{n}") for n in range(1, 6)]
    draft = draft_ordering(material_about(*claims), order(1))
    assert (draft.items, draft.shortfalls) == ((), (Shortfall("events-apart", 4, 0),))


def test_different_events_of_a_town_may_be_ordered() -> None:
    town = make_entity(kind="settlement")
    opened = make_indicator(kind="event", unit="")
    claims = [happened(period=year, subject=town, indicator=opened) for year in YEARS]
    assert draft_ordering(material_about(*claims), order(1)).items
