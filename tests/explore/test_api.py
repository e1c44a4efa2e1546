"""The JSON API: what it tells of a claim, what it narrows by, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from olke.evidence.models import Claim
from olke.explore.api import records
from tests.records import (
    make_citation,
    make_claim,
    make_entity,
    make_indicator,
    make_name,
    make_product,
    make_repository,
    make_source,
    make_theme,
)

pytestmark = pytest.mark.django_db


def get(client: Client, path: str, **query: Any) -> dict[str, Any]:
    answer = client.get(f"/api/{path}", query)
    assert answer.status_code == 200, answer.content
    return dict(answer.json())


def keys(client: Client, **query: Any) -> list[str]:
    found = get(client, "claims", **query)
    assert found["count"] == len(found["items"])
    return [item["key"] for item in found["items"]]


@pytest.fixture
def plan() -> Claim:
    """The plan for meat in 1946, cited through work 46."""
    claim = make_claim(
        key="plan",
        subject=make_entity(key="cannery", name_en="Cannery"),
        indicator=make_indicator(key="output", label_en="output"),
        product=make_product(key="meat", label_en="meat"),
        value="9650.50",
        value_max="9700",
        bound="at-least",
        approximate=True,
        period="1946-01/1946-09",
        period_wording="nine months",
        aspect="planned",
        cite=False,
    )
    make_citation(
        claim=claim,
        source=make_source(key="thesis"),
        locator="332",
        through=make_source(key="work-46", reference="46"),
        through_locator_kind="page",
        through_locator="32",
    )
    return claim


def test_a_claim_is_told_field_by_field(client: Client, plan: Claim) -> None:
    told = get(client, "claims/plan")

    sentence, title = told.pop("sentence"), told.pop("title")
    assert sentence["en"].startswith("Cannery: output, meat (planned) — ")
    assert set(sentence) == set(title) == {"kk", "ru", "en"}
    assert told == {
        "key": "plan",
        "kind": "observation",
        "subject": "cannery",
        "indicator": "output",
        "product": "meat",
        "value": 9650.5,
        "value_max": 9700,
        "value_text": "9650.50",
        "bound": "at-least",
        "approx": True,
        "unit": "t",
        "period": "1946-01/1946-09",
        "period_wording": "nine months",
        "aspect": "planned",
        "measure": "absolute",
        "base_period": "",
        "object": None,
        "place": None,
        "rank": "normal",
        "review": "unreviewed",
        "url": "/claims/plan/",
        "citations": [
            {
                "source": "thesis",
                "locator_kind": "paragraph",
                "locator": "332",
                "through": {
                    "source": "work-46",
                    "reference": "46",
                    "locator_kind": "page",
                    "locator": "32",
                },
            }
        ],
    }


def test_a_list_has_the_same_claims_as_one_by_one(client: Client, plan: Claim) -> None:
    make_claim(kind="event")

    found = get(client, "claims")

    assert found["count"] == 2
    assert found["items"] == [get(client, f"claims/{item['key']}") for item in found["items"]]
    assert (found["items"][1]["value"], found["items"][1]["unit"]) == (None, "")


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("source_paragraph", "332"),
        ("source", "thesis"),
        ("source", "work-46"),
        ("subject", "cannery"),
        ("indicator", "output"),
        ("product", "meat"),
        ("kind", "observation"),
        ("aspect", "planned"),
        ("measure", "absolute"),
        ("theme", "food"),
        ("theme", "industry"),
        ("place", "town"),
        ("period", "1946"),
        ("period", "1940/1946-02"),
    ],
)
def test_a_filter_keeps_what_it_names(name: str, value: str, client: Client, plan: Claim) -> None:
    industry = make_theme(key="industry")
    plan.indicator.theme = make_theme(key="food", parent=industry)
    plan.indicator.save()
    plan.place = make_entity(key="town", kind="settlement")
    plan.save()
    other = make_claim(
        kind="event", indicator=make_indicator(kind="event", unit=""), period="1950", cite=False
    )
    make_citation(claim=other, locator="333")

    assert keys(client, **{name: value}) == ["plan"]
    nobody_has = {"period": "1800", "kind": "role", "aspect": "norm", "measure": "share"}
    assert keys(client, **{name: nobody_has.get(name, "no-such-thing")}) == []


def test_filters_narrow_together(client: Client, plan: Claim) -> None:
    assert keys(client, subject="cannery", aspect="planned", source_paragraph="332") == ["plan"]
    assert keys(client, subject="cannery", aspect="actual") == []


def test_source_and_paragraph_are_of_one_citation(client: Client, plan: Claim) -> None:
    make_citation(claim=plan, source=make_source(key="other"), locator="500")

    assert keys(client, source="other", source_paragraph="332") == []
    assert keys(client, source="other", source_paragraph="500") == ["plan"]


def test_a_page_number_is_not_a_paragraph(client: Client, plan: Claim) -> None:
    assert keys(client, source_paragraph="32") == []


def test_a_claim_without_a_time_is_in_no_period(client: Client) -> None:
    make_claim(period="")

    assert keys(client, period="1946") == []
    assert len(keys(client)) == 1


def test_an_open_period_overlaps_what_comes_after(client: Client) -> None:
    make_claim(key="opened", period="1941/..")

    assert keys(client, period="1990") == ["opened"]
    assert keys(client, period="1930") == []


def test_what_was_withdrawn_is_told_only_when_asked_for(client: Client, plan: Claim) -> None:
    Claim.objects.update(review="withdrawn")

    assert keys(client) == []
    assert keys(client, withdrawn=True) == ["plan"]
    assert get(client, "claims/plan")["review"] == "withdrawn"


def test_a_list_comes_in_pages_and_counts_them_all(client: Client) -> None:
    made = [make_claim().key for _ in range(5)]

    page = get(client, "claims", limit=2, offset=3)

    assert page["count"] == 5
    assert [item["key"] for item in page["items"]] == made[3:]
    assert get(client, "claims", limit=0) == {"count": 5, "items": []}
    assert get(client, "claims", offset=99)["items"] == []


@pytest.mark.parametrize("path", ["claims", "entities", "sources", "indicators"])
@pytest.mark.parametrize(
    "query", ["limit=-1", "offset=-1", "limit=many", "limit=1.5", "limit=1e3", "offset=%D9%A3"]
)
def test_what_is_no_amount_is_refused(path: str, query: str, client: Client) -> None:
    assert client.get(f"/api/{path}?{query}").status_code == 422


@pytest.mark.parametrize("path", ["claims", "entities", "sources", "indicators"])
def test_a_limit_beyond_all_bounds_gives_as_much_as_there_may_be(
    path: str, client: Client, plan: Claim
) -> None:
    for limit in ("1001", str(10**9), "9" * 5000):
        found = get(client, path, limit=limit)
        assert len(found["items"]) == found["count"] > 0


@pytest.mark.parametrize("path", ["claims", "entities", "sources", "indicators"])
def test_beyond_the_end_there_is_nothing(path: str, client: Client, plan: Claim) -> None:
    for offset in ("99", "9" * 23, "9" * 5000):
        assert get(client, path, offset=offset)["items"] == []


def test_a_parameter_without_a_value_is_as_good_as_none(client: Client, plan: Claim) -> None:
    empty = get(
        client, "claims", source_paragraph="332", limit="", offset="", withdrawn="", kind=""
    )

    assert empty == get(client, "claims", source_paragraph="332")
    assert empty["count"] == 1


@pytest.mark.parametrize(
    ("query", "known"),
    [
        ("claims?kind=observations", "observation, event, role"),
        ("claims?aspect=plan", "actual, planned, norm, estimate"),
        ("claims?measure=percent", "absolute, percent-of-plan"),
        ("entities?kind=town", "enterprise"),
        ("sources?group=books", "archive"),
    ],
)
def test_a_word_that_is_none_of_a_list_is_refused_with_the_list(
    query: str, known: str, client: Client
) -> None:
    answer = client.get(f"/api/{query}")

    assert answer.status_code == 422
    assert known in str(answer.json())


@pytest.mark.parametrize("path", ["nothing", "claims/", "claims/a/b", "docs"])
def test_an_address_that_is_none_is_answered_as_json(path: str, client: Client) -> None:
    answer = client.get(f"/api/{path}")

    assert answer.status_code == 404
    assert answer.json() == {"detail": "Not Found"}


def test_a_fault_is_answered_as_json_and_logged(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(**_: object) -> None:
        raise RuntimeError("nothing that others should read")

    monkeypatch.setattr(records, "entities", fail)
    answer = client.get("/api/entities")

    assert answer.status_code == 500
    assert "nothing that others should read" not in answer.content.decode()
    assert "nothing that others should read" in caplog.text


def test_the_contents_name_every_list(client: Client) -> None:
    found = get(client, "")

    described = get(client, "openapi.json")["paths"]
    assert found["description"] == "/api/openapi.json"
    assert set(found["lists"].values()) <= set(described)


@pytest.mark.parametrize("period", ["46", "1946-13", "the war", "1950/1940"])
def test_a_period_that_is_not_edtf_is_refused_with_a_sentence(period: str, client: Client) -> None:
    answer = client.get("/api/claims", {"period": period})

    assert answer.status_code == 422
    assert period in answer.json()["detail"]


def test_an_unknown_claim_is_not_found(client: Client) -> None:
    assert client.get("/api/claims/no-such-key").status_code == 404


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_is_written(method: str, client: Client, plan: Claim) -> None:
    for path in ("/api/claims", "/api/claims/plan", "/api/entities"):
        assert getattr(client, method)(path).status_code == 405


def test_an_entity_is_told_with_all_its_names(client: Client) -> None:
    entity = make_entity(key="works", latitude="50.41", longitude="80.25", start="1934")
    make_name(entity=entity, name="Old works", language="en", kind="former", period="1934/1940")

    (told,) = get(client, "entities", kind="enterprise")["items"]

    assert told["names"] == [
        {"name": "Old works", "language": "en", "kind": "former", "period": "1934/1940"}
    ]
    assert (told["latitude"], told["longitude"], told["start"]) == (50.41, 80.25, "1934")
    assert get(client, "entities", kind="person")["items"] == []


def test_a_source_keeps_its_archive_numbers_apart(client: Client) -> None:
    make_source(
        group="archive",
        repository=make_repository(key="archive"),
        fond="103",
        inventory="1",
        file="27",
        sheet="14",
    )
    make_source(group="research")

    (told,) = get(client, "sources", group="archive")["items"]

    parts = ("repository", "fond", "inventory", "file", "sheet")
    assert [told[part] for part in parts] == ["archive", "103", "1", "27", "14"]


def test_indicators_are_told_by_theme_with_those_within_it(client: Client) -> None:
    within = make_theme(key="food", parent=make_theme(key="industry"))
    make_indicator(key="output", theme=within)
    make_indicator()

    (told,) = get(client, "indicators", theme="industry")["items"]

    assert (told["key"], told["theme"], told["unit"]) == ("output", "food", "t")


@pytest.mark.parametrize(
    ("path", "statements"),
    [("claims", 4), ("claims/plan", 3), ("entities", 3), ("sources", 2), ("indicators", 2)],
)
@pytest.mark.parametrize("count", [1, 3])
def test_an_answer_takes_the_same_number_of_statements_for_one_and_three(
    path: str,
    statements: int,
    count: int,
    client: Client,
    plan: Claim,
    django_assert_num_queries: Any,
) -> None:
    for number in range(count):
        make_citation(claim=make_claim(cite=False))
        make_citation(claim=plan, locator=str(number))
        make_name(entity=plan.subject, name=f"Name {number}")
    with django_assert_num_queries(statements):
        client.get(f"/api/{path}")


def test_the_description_names_every_endpoint_parameter_and_answer(client: Client) -> None:
    described = get(client, "openapi.json")

    assert described["openapi"].startswith("3.")
    assert set(described["paths"]) >= {
        "/api/claims",
        "/api/claims/{key}",
        "/api/entities",
        "/api/indicators",
        "/api/search",
        "/api/series",
        "/api/sources",
    }
    for path, methods in described["paths"].items():
        assert set(methods) == {"get"}, path
        assert methods["get"]["summary"], path
        assert methods["get"]["description"], path
        schema = methods["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        assert _resolved(schema, described)["properties"], path


def test_the_description_holds_of_what_is_answered(client: Client, plan: Claim) -> None:
    described = get(client, "openapi.json")
    fields = described["components"]["schemas"]["ClaimOut"]["properties"]

    assert set(get(client, "claims/plan")) == set(fields)
    wanted = (
        "key kind subject indicator product value value_max bound approx unit period aspect "
        "measure base_period citations"
    )
    assert set(wanted.split()) <= set(fields)


@pytest.mark.parametrize("path", ["", "claims", "claims/plan", "search?q=meat", "openapi.json"])
def test_head_tells_what_get_would_answer_without_the_body(
    client: Client, plan: Claim, path: str
) -> None:
    asked, got = client.head(f"/api/{path}"), client.get(f"/api/{path}")
    assert (asked.status_code, asked.content) == (200, b"")
    assert asked["Content-Type"] == got["Content-Type"]


def test_head_of_what_is_not_there_says_so(client: Client) -> None:
    assert client.head("/api/claims/none").status_code == 404
    assert client.post("/api/claims").status_code == 405


def test_every_reference_of_the_description_leads_somewhere(client: Client) -> None:
    described = get(client, "openapi.json")

    for reference in _references(described):
        assert _resolved({"$ref": reference}, described)


def _resolved(schema: dict[str, Any], described: dict[str, Any]) -> dict[str, Any]:
    if "$ref" not in schema:
        return schema
    found: Any = described
    for part in schema["$ref"].removeprefix("#/").split("/"):
        found = found[part]
    return dict(found)


def _references(part: Any) -> list[str]:
    if isinstance(part, list):
        return [found for inner in part for found in _references(inner)]
    if not isinstance(part, dict):
        return []
    own = [part["$ref"]] if "$ref" in part else []
    return own + [found for inner in part.values() for found in _references(inner)]
