"""The search page, its exchanged part, suggestions and the API."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from olke.explore.search.api import ResultList
from olke.explore.search.command import search_lines
from olke.explore.search.indexing import rebuild_index
from olke.explore.search.parsing import LONGEST_QUERY, MOST_WORDS, typed
from tests import records
from tests.explore.search.region import make_region

pytestmark = pytest.mark.django_db


def page(client: Client, query: str, **headers: str) -> str:
    answer = client.get(f"/en/search/?{query}", headers=headers)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_found_words_are_marked_in_title_and_snippet(client: Client) -> None:
    make_region()
    assert "<mark>meat cannery</mark>" in page(client, "q=meat+canneries")


def test_a_claim_found_by_another_name_says_which(client: Client) -> None:
    make_region()
    text = page(client, "q=Семипалатинск&in=entities")
    assert "Also called" in text
    assert "<mark>Семипалатинск</mark>" in text


def test_each_claim_stands_with_its_citation(client: Client) -> None:
    make_region()
    text = page(client, "q=cannery&in=claims")
    assert text.count("<li><h3>") == text.count("¶ 332") == 2


def test_htmx_is_given_the_same_results_without_the_frame(client: Client) -> None:
    make_region()
    whole = page(client, "q=cannery")
    part = page(client, "q=cannery", **{"HX-Request": "true", "HX-Target": "results"})
    assert "<html" not in part
    results = r'<ol class="results.*</ol>'
    assert re.search(results, whole, re.DOTALL)[0] == re.search(results, part, re.DOTALL)[0]  # type: ignore[index]


def test_a_chosen_value_has_an_address_that_drops_it(client: Client) -> None:
    make_region()
    text = page(client, "q=cannery&aspect=planned&aspect=actual")
    assert 'href="?q=cannery&amp;aspect=actual"' in text
    assert 'href="?q=cannery"' in text


def test_unknown_facets_and_values_are_passed_over(client: Client) -> None:
    make_region()
    assert page(client, "q=cannery&aspect=%22OR&colour=red&page=x&sort=y&in=z")


def test_nothing_found_offers_the_closest_name_and_never_an_error(client: Client) -> None:
    make_region()
    text = page(client, "q=cannnerry")
    assert "Nothing found for “cannnerry”" in text
    assert "?q=Semey%20meat%20cannery" in text


def test_where_nothing_is_found_the_themes_are_offered(client: Client) -> None:
    make_region()
    assert "/en/themes/food/" in page(client, "q=spaceship")
    assert "What there is evidence on" not in page(client, "q=cannery")


def test_a_word_taken_for_another_is_said(client: Client) -> None:
    make_region()
    assert "“комбунат” was read as комбинат." in page(client, "q=комбунат")
    assert "was read as" not in page(client, "q=комбинат")


def test_of_a_very_long_query_the_beginning_is_read_and_shown(client: Client) -> None:
    make_region()
    words = [f"cannery{number}" for number in range(9000)]
    text = page(client, f"q={'+'.join(words[:200])}")
    read = " ".join(words[:MOST_WORDS])
    assert f"Only the beginning was searched for: “{read}”." in text
    answer = client.get("/api/search", {"q": " ".join(words)}).json()
    assert answer["read"] == read
    told: list[str] = []
    with override("en"):
        list(search_lines(" ".join(words), say=told.append))
    assert told[0] == f"Only the beginning was searched for: “{read}”."
    assert typed("ет " * MOST_WORDS).whole
    assert not typed("ет " * (MOST_WORDS + 1)).whole
    assert len(typed("х" * 56_000).text) == LONGEST_QUERY


def test_words_left_out_are_said(client: Client) -> None:
    make_region()
    text = page(client, "q=cannery+mill+1946")
    assert "No record has all 3 words; first come those with 2" in text


def test_the_query_is_shown_as_text_and_never_as_markup(client: Client) -> None:
    make_region()
    assert "<script>x" not in page(client, "q=%3Cscript%3Ex")


def test_a_page_takes_no_more_statements_for_three_claims_than_for_one(client: Client) -> None:
    source, subject = records.make_source(), records.make_entity(name_en="Tannery")
    indicator = records.make_indicator()
    numbers = []
    for _ in range(2):
        claim = records.make_claim(cite=False, subject=subject, indicator=indicator)
        records.make_citation(claim=claim, source=source)
        numbers.append(statements(client, "/en/search/?q=tannery&in=claims"))
        records.make_claim(subject=subject, indicator=indicator, cite=False)
    assert numbers[0] == numbers[1]


def statements(client: Client, address: str) -> int:
    rebuild_index()
    client.get(address)  # translations and sessions are read once
    rebuild_index()
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def test_suggestions_begin_as_the_words_do(client: Client) -> None:
    make_region()
    items = suggested(client, "комб")
    assert items[0]["value"] == "Семей ет-консерві комбинаты"
    assert suggested(client, "semip") == suggested(client, "Семип")
    assert suggested(client, "x") == []


def suggested(client: Client, text: str) -> list[dict[str, str]]:
    answer = client.get("/search/suggest/", {"q": text})
    return list(answer.json()["items"])


def test_the_api_answers_count_items_and_facets(client: Client) -> None:
    make_region()
    answer = asked(client, q="cannery", limit=2, facets=True)
    assert answer["count"] == 3
    assert answer["count_is_exact"]
    assert [item["key"] for item in answer["items"]] == ["cannery", "planned"]
    assert answer["items"][1]["citation"] == "A book, ¶ 332"
    assert answer["facets"]["aspect"] == {"planned": 1, "actual": 1}


def test_the_api_pages_through_results(client: Client) -> None:
    make_region()
    keys = [asked(client, q="cannery", limit=1, offset=n)["items"][0]["key"] for n in range(3)]
    assert keys == [item["key"] for item in asked(client, q="cannery")["items"]]
    assert asked(client, q="cannery", offset=3)["items"] == []


def test_the_api_refuses_a_limit_that_is_no_number(client: Client) -> None:
    for limit in ("many", "-1", "1.5"):
        assert client.get("/api/search", {"q": "x", "limit": limit}).status_code == 422


def test_the_api_reads_amounts_that_are_empty_or_beyond_all_bounds(client: Client) -> None:
    make_region()
    usual = asked(client, q="cannery")

    assert asked(client, q="cannery", limit="", offset="") == usual
    assert asked(client, q="cannery", limit="9" * 30) == usual
    assert asked(client, q="cannery", offset="9" * 30)["items"] == []


def asked(client: Client, **query: Any) -> dict[str, Any]:
    answer = client.get("/api/search", query)
    assert answer.status_code == 200
    ResultList.model_validate(answer.json(), strict=True)
    return dict(answer.json())


def test_counts_that_stopped_early_say_so(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("olke.explore.search.matching.FACETED", 2)
    monkeypatch.setattr("olke.explore.search.page.FACETED", 2)
    make_region()
    assert "of the 2 most important" in page(client, "q=cannery")
    assert "most important" not in page(client, "")
