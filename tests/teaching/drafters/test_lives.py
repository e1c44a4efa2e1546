"""What a dossier tells of one subject over time."""

from __future__ import annotations

import pytest

from olke.teaching.drafters.lives import aftermath, lives
from tests.records import make_entity
from tests.teaching.drafters.dossiers import happened, material_about, observed

pytestmark = pytest.mark.django_db


def test_a_life_is_told_in_order_of_time() -> None:
    works = make_entity()
    last = observed("80", "1950", subject=works)
    first = happened("1941", subject=works)
    between = observed("70", "1946", subject=works)
    [life] = lives(material_about(last, first, between))
    assert life.claims == (first, between, last)
    assert not life.of_person


def test_a_place_two_facts_and_numbers_alone_make_no_life() -> None:
    town, works, mill = make_entity(kind="settlement"), make_entity(), make_entity()
    of_town = [happened(year, subject=town) for year in ("1941", "1946", "1950")]
    of_works = [happened(year, subject=works) for year in ("1941", "1946")]
    of_mill = [observed("80", year, subject=mill) for year in ("1941", "1946", "1950")]
    assert lives(material_about(*of_town, *of_works, *of_mill)) == []


def test_what_followed_an_event_is_of_the_same_subject_and_soon_after() -> None:
    works = make_entity()
    event = happened("1941", subject=works)
    soon = observed("80", "1943", subject=works)
    late, before = happened("1960", subject=works), happened("1939", subject=works)
    other = happened("1942")
    assert aftermath(event, material_about(event, soon, late, before, other)) == [soon]
