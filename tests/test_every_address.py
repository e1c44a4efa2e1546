"""Every address, opened by every role: nobody sees more than the role allows, nothing breaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from olke.accounts.models import Role
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from tests.records import (
    make_citation,
    make_claim,
    make_entity,
    make_indicator,
    make_pack,
    make_period,
    make_product,
    make_theme,
)

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Address:
    """One route of the program and the role that its view asks for, None for everybody."""

    route: str
    name: str
    view: Any
    needed: Role | None


def addresses(patterns: Any = None, prefix: str = "") -> Iterator[Address]:
    """Give every route below a resolver, however it is nested."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern.url_patterns, route)
        elif isinstance(pattern, URLPattern):
            yield Address(
                route,
                pattern.name or "",
                pattern.callback,
                getattr(pattern.callback, "required_role", None),
            )


ALL = sorted(addresses(), key=lambda address: address.route)


@pytest.fixture
def samples(client_of: Callable[[Role], Client]) -> dict[str, str]:
    """Return what stands for each part of a route, by route or by the part's own name."""
    pack = make_pack()
    theme = make_theme()
    indicator = make_indicator(theme=theme)
    entity = make_entity(theme=theme)
    claim = make_claim(subject=entity, indicator=indicator, product=make_product())
    source = make_citation(claim=claim).source
    record_changes([Change("claim", claim.key, Action.CHANGED, {"a": 1}, {"a": 2})], by=None, why="")
    person = client_of(Role.TEACHER).session["_auth_user_id"]
    return {
        "claims/<slug:key>": claim.key,
        "claims/<str:key>": claim.key,
        "claims/{key}": claim.key,
        "entities/<slug:key>": entity.key,
        "sources/<slug:key>": source.key,
        "indicators/<slug:key>": indicator.key,
        "themes/<slug:key>": theme.key,
        "periods/<slug:key>": make_period().key,
        "<slug:name>/<slug:key>": f"claims/{claim.key}",
        "<slug:name>": "claims",
        "<int:number>": "1",
        "<int:pk>": str(person),
        "<str:secret>": "not-a-secret",
        "<slug:pack>": pack.key,
        "<str:format>": "csv",
    }


def filled(route: str, samples: dict[str, str]) -> str:
    """Put a real value in the place of every part of a route."""
    for part, value in samples.items():
        if part in route:
            head = part.rsplit("/", 1)[0] + "/" if "/" in part and part.count("<") < 2 else ""
            route = route.replace(part, head + value)
    return "/" + route.replace("^", "").replace("$", "").removeprefix("/")


@pytest.mark.parametrize("role", list(Role))
def test_no_page_shows_more_than_the_role_allows(
    role: Role, client_of: Callable[[Role], Client], samples: dict[str, str]
) -> None:
    browser = client_of(role)
    wrong: list[str] = []
    for address in ALL:
        path = filled(address.route, samples)
        assert "<" not in path, f"{address.route}: say in samples what stands for its parts"
        status = browser.get(path).status_code
        allowed = address.needed is None or role.rank >= address.needed.rank
        if allowed and status in {401, 403, 500}:
            wrong.append(f"{path} refuses {role}: {status}")
        if not allowed and status not in {302, 403, 405}:
            wrong.append(f"{path} lets {role} in: {status}")
    assert wrong == []


@pytest.mark.parametrize("role", list(Role))
def test_no_write_is_accepted_below_its_role(
    role: Role, client_of: Callable[[Role], Client], samples: dict[str, str]
) -> None:
    browser = client_of(role)
    wrong = [
        address.route
        for address in ALL
        if address.needed is not None
        and role.rank < address.needed.rank
        and browser.post(filled(address.route, samples)).status_code not in {302, 403, 405}
    ]
    assert wrong == []


def test_every_page_for_editing_asks_for_a_researcher() -> None:
    open_ones = [
        address.route
        for address in ALL
        if address.route.startswith("edit/") and (address.needed or Role.VISITOR).rank < 3
    ]
    assert open_ones == []


def test_every_page_carries_the_content_security_policy(
    client_of: Callable[[Role], Client], samples: dict[str, str]
) -> None:
    browser = client_of(Role.ADMINISTRATOR)
    for address in ALL:
        answer = browser.get(filled(address.route, samples))
        policy = answer.headers.get("Content-Security-Policy", "")
        assert "default-src 'none'" in policy, address.route
        assert "unsafe" not in policy, address.route
        if "html" in answer.headers.get("Content-Type", ""):
            page = answer.content.decode()
            assert " style=" not in page, address.route
            assert "<script>" not in page, address.route
