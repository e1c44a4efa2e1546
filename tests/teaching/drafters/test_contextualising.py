"""A fact beside what happened at the same time."""

from __future__ import annotations

from typing import Any

import pytest

from olke.evidence.models import Claim
from olke.teaching.documents.items import Exhibit, Ordering
from olke.teaching.drafters.contextualising import draft_contextualising
from tests.records import make_claim, make_entity, make_indicator, make_period
from tests.teaching.drafters.dossiers import foundings, material_about, observed, order

pytestmark = pytest.mark.django_db


def event(period: str, **fields: Any) -> Claim:
    made = make_claim(kind="event", period=period, **fields)
    return Claim.objects.get(pk=made.pk)


def exhibits(*claims: Claim, wanted: int = 2) -> list[Exhibit]:
    items = draft_contextualising(material_about(*claims), order(wanted)).items
    return [item for item in items if isinstance(item, Exhibit)]


def test_a_fact_stands_beside_events_of_its_time_and_no_others() -> None:
    fact = observed("7646", "1946")
    near = [event("1946"), event("1945-11")]
    far = [event("1931"), event("1963")]
    [exhibit] = exhibits(fact, *near, *far)
    assert exhibit.claims[0] == fact.key
    assert set(exhibit.claims[1:]) == {claim.key for claim in near}
    assert len(exhibit.questions) == 3


def test_the_heading_names_the_historical_period_with_the_year() -> None:
    make_period(label_en="The war")
    claims = [observed("7646", "1943"), event("1943"), event("1942-12")]
    assert exhibits(*claims)[0].title.en == "The war (1943)"


def test_evidence_about_the_subject_beyond_the_dossier_is_context_too() -> None:
    fact = observed("7646", "1946")
    other = [event("1946", subject=fact.subject), event("1946-02", subject=fact.subject)]
    [exhibit] = exhibits(fact)
    assert set(exhibit.claims) == {fact.key, *(claim.key for claim in other)}


def test_a_questioned_event_is_no_context() -> None:
    fact = observed("7646", "1946")
    assert exhibits(fact, event("1946"), event("1946", review="questioned")) == []


def test_events_to_order_come_first_in_their_right_order() -> None:
    events = foundings("1950", "1931", "1941", "1935")
    items = draft_contextualising(material_about(*events), order(4)).items
    assert isinstance(items[0], Ordering)
    periods = {claim.key: claim.period for claim in events}
    assert [periods[key] for key in items[0].claims] == ["1931", "1935", "1941", "1950"]


def test_events_of_one_year_cannot_be_ordered_and_count_once() -> None:
    found = draft_contextualising(material_about(*foundings("1941", "1941", "1950")), order(4))
    assert not any(isinstance(item, Ordering) for item in found.items)
    assert found.shortfalls[0].found == 2


def test_without_events_it_says_what_is_missing() -> None:
    found = draft_contextualising(
        material_about(observed("7646", subject=make_entity(), indicator=make_indicator())),
        order(4),
    )
    assert found.items == ()
    assert [(one.code, one.needed, one.found) for one in found.shortfalls] == [
        ("events", 3, 0),
        ("contexts", 3, 0),
    ]


def test_events_that_cannot_be_ordered_are_not_said_to_be_too_few() -> None:
    found = draft_contextualising(material_about(*foundings(*["1941"] * 4)), order(4))
    assert ("events-apart", 3, 1) in [(one.code, one.needed, one.found) for one in found.shortfalls]
