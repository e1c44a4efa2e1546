"""The claims that wait for a review are worked through one by one."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from olke.accounts.models import Role
from olke.evidence.models import Claim
from tests.records import make_claim

pytestmark = pytest.mark.django_db
QUEUE = "editing:queue"


@pytest.fixture
def desk(client_of: Callable[[Role], Client]) -> Client:
    return client_of(Role.RESEARCHER)


def keys(answer: object) -> list[str]:
    return [claim.key for claim, _next in answer.context["claims"]]  # type: ignore[attr-defined]


def test_doubtful_claims_come_first_and_can_be_had_alone(desk: Client) -> None:
    make_claim(key="plain")
    make_claim(key="doubtful", review="questioned")
    make_claim(key="done", review="reviewed")

    assert keys(desk.get(reverse(QUEUE))) == ["doubtful", "plain"]
    assert keys(desk.get(reverse(QUEUE), {"state": "questioned"})) == ["doubtful"]
    assert keys(desk.get(reverse(QUEUE), {"state": "nonsense"})) == ["doubtful", "plain"]


def test_a_verdict_leads_back_to_the_queue_and_to_the_next_claim(desk: Client) -> None:
    make_claim(key="first")
    make_claim(key="second")
    verdict = {"column": "review", "value": "reviewed", "why": "seen", "revision": "1"}

    answer = desk.post(
        reverse("editing:review", args=["first"]),
        verdict | {"next": "?page=1&focus=second"},
        follow=True,
    )

    assert keys(answer) == ["second"]
    assert "autofocus" in answer.content.decode()
    assert Claim.objects.get(key="first").review == "reviewed"


def test_a_verdict_leads_nowhere_else(desk: Client) -> None:
    claim = make_claim()
    verdict = {"column": "review", "value": "reviewed", "why": "seen", "revision": "1"}
    answer = desk.post(
        reverse("editing:review", args=[claim.key]), verdict | {"next": "https://example.org/"}
    )

    assert answer.headers["Location"] == reverse("explore:claim", args=[claim.key])


@pytest.mark.parametrize("count", [1, 3])
def test_the_queue_takes_the_same_number_of_statements(
    desk: Client, count: int, django_assert_num_queries: Callable[..., object]
) -> None:
    for _ in range(count):
        make_claim()
    with django_assert_num_queries(10):  # type: ignore[attr-defined]
        desk.get(reverse(QUEUE))
