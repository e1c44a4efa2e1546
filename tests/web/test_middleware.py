"""No request brings a NUL character to a page or to the database."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.records import make_claim, make_entity

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "address",
    [
        "/api/claims?subject=%00",
        "/api/claims?source_paragraph=%00",
        "/api/indicators?theme=%00",
        "/api/series?indicator=%00&subject=%00",
    ],
)
def test_a_nul_in_a_query_finds_nothing(address: str, client: Client) -> None:
    make_claim()

    answer = client.get(address)

    assert answer.status_code == 200
    assert not answer.json().get("count")


@pytest.mark.parametrize(
    "address",
    [
        "/search/?q=%00&theme=%00&place=a%00",
        "/series/?indicator=%00&subject=%00",
        "/compare/?subject=%00&indicator=%00",
        "/timeline/?place=%00&theme=%00",
        "/map/?theme=%00",
        "/api/search?q=a%00b&place=%00",
    ],
)
def test_no_page_minds_a_nul(address: str, client: Client) -> None:
    make_claim()

    assert client.get(address).status_code in {200, 404, 422}


@pytest.mark.parametrize("path", ["/api/claims/%00", "/claims/%00/", "/entities/a%00/", "/%00"])
def test_a_path_with_a_nul_leads_nowhere(path: str, client: Client) -> None:
    assert client.get(path).status_code == 404


def test_the_rest_of_the_query_stays_as_it_is(client: Client) -> None:
    make_claim(subject=make_entity(key="works"))

    assert client.get("/api/claims?subject=works&withdrawn=&period=").json()["count"] == 1
