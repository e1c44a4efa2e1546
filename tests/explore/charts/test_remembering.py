"""Pages that are drawn once and drawn again when the evidence changes."""

from __future__ import annotations

import pytest
from django.core.cache import cache
from django.test import Client

from olke.history.models import Head
from tests.records import make_claim, make_entity, make_indicator

pytestmark = pytest.mark.django_db
ADDRESS = "/en/series/?indicator=output"


@pytest.fixture(autouse=True)
def _empty_cache():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def claim():
    subject = make_entity(name_en="First name", name_kk="x", name_ru="x")
    return make_claim(indicator=make_indicator(key="output"), subject=subject)


def end_of_history(digest: str) -> None:
    Head.objects.update_or_create(id=1, defaults={"number": 1, "digest": digest})


def test_a_page_is_drawn_once(client: Client, claim, django_assert_max_num_queries):
    end_of_history("one")
    first = client.get(ADDRESS).content
    with django_assert_max_num_queries(4):
        assert client.get(ADDRESS).content == first


def test_a_change_of_the_evidence_shows_at_once(client: Client, claim):
    end_of_history("one")
    client.get(ADDRESS)
    type(claim.subject).objects.update(name_en="Second name")
    assert b"Second name" not in client.get(ADDRESS).content
    end_of_history("two")
    assert b"Second name" in client.get(ADDRESS).content


def test_each_language_and_each_address_has_its_own_page(client: Client, claim):
    end_of_history("one")
    assert b"First name" in client.get(ADDRESS).content
    assert b"First name" not in client.get(ADDRESS.removeprefix("/en")).content
    assert b"First name" not in client.get("/en/series/?indicator=other").content


def test_without_history_nothing_is_kept(client: Client, claim):
    client.get(ADDRESS)
    type(claim.subject).objects.update(name_en="Second name")
    assert b"Second name" in client.get(ADDRESS).content
