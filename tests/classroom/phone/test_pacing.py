"""Guessing is slow; a school that mistypes, or joins all at once, is not."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client, RequestFactory
from redis.exceptions import ConnectionError as Unreachable

from olke.classroom.errors import JoinError
from olke.classroom.models import LiveClass
from olke.classroom.phone import pacing
from tests.classroom.rooms import joined

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """Let time stand at the beginning of a window, until a test moves it."""
    now = [1_800_000_000.0]
    monkeypatch.setattr(pacing.time, "time", lambda: now[0])
    return now


def test_wrong_codes_from_one_address_have_to_wait(live: LiveClass, clock: list[float]) -> None:
    client = Client()
    for _ in range(pacing.WRONG_CODES.most):
        assert client.get("/join/", {"code": "ZZZZZZ"}).status_code == 422
    clock[0] += 20
    response = client.get("/join/", {"code": "ZZZZZZ"})
    assert response.status_code == 429
    assert response.headers["Retry-After"] == "40"
    assert "40 секунд" in response.content.decode()
    assert client.get("/join/", {"code": live.code}).status_code == 429

    elsewhere = Client(REMOTE_ADDR="10.0.0.2")
    assert elsewhere.get("/join/", {"code": live.code}).status_code == 302
    clock[0] += 40
    assert client.get("/join/", {"code": live.code}).status_code == 302


def test_while_many_guess_an_address_that_guesses_waits_sooner(live: LiveClass) -> None:
    for n in range(pacing.WRONG_CODES_EVERYWHERE.most):
        pacing.note_wrong_code(f"10.1.{n // 250}.{n % 250}")
    guesser = Client(REMOTE_ADDR="10.2.0.1")
    for _ in range(pacing.WRONG_CODES_STRICT.most):
        assert guesser.get("/join/", {"code": "ZZZZZZ"}).status_code == 422
    assert guesser.get("/join/", {"code": "ZZZZZZ"}).status_code == 429

    honest = Client(REMOTE_ADDR="10.2.0.2")
    assert honest.get("/join/", {"code": live.code}).status_code == 302


def test_right_codes_are_never_counted(live: LiveClass) -> None:
    client = Client()
    for _ in range(pacing.WRONG_CODES.most + 5):
        assert client.get("/join/", {"code": live.code}).status_code == 302


def test_a_thousand_may_join_from_one_address_and_ten_thousand_not() -> None:
    def let_in(number: int) -> None:
        for _ in range(number):
            pacing.refuse_crowd("10.0.0.1")

    let_in(1000)
    with pytest.raises(JoinError, match="too-many-joins"):
        let_in(9000)


def test_a_crowd_is_told_to_wait(live: LiveClass) -> None:
    for _ in range(pacing.JOINS.most):
        pacing.JOINS.add("127.0.0.1")
    response = Client().post(f"/class/{live.key}/join/", {"name": "A"})
    assert response.status_code == 429
    assert "60 секунд" in response.content.decode()


def test_seat_codes_cannot_be_guessed(live: LiveClass) -> None:
    (learner,) = joined(live, 1)
    client, path = Client(), f"/class/{live.key}/return/"
    for _ in range(pacing.WRONG_SEATS.most):
        assert client.post(path, {"seat": "ZZZZ"}).status_code == 422
    assert client.post(path, {"seat": learner.seat}).status_code == 429

    elsewhere = Client(REMOTE_ADDR="10.0.0.2")
    assert elsewhere.post(path, {"seat": learner.seat}).status_code == 302


def test_seat_codes_cannot_be_guessed_from_many_addresses(live: LiveClass) -> None:
    (learner,) = joined(live, 1)
    for n in range(pacing.WRONG_SEATS_OF_CLASS.most):
        pacing.note_wrong_seat(f"10.0.0.{n}", live.key)
    response = Client().post(f"/class/{live.key}/return/", {"seat": learner.seat})
    assert response.status_code == 429


def test_joining_goes_on_where_nobody_can_count(
    live: LiveClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_args: Any, **_kwargs: Any) -> None:
        raise Unreachable

    for name in ("get", "add", "incr"):
        monkeypatch.setattr(caches[pacing.ALIAS], name, away)
    assert Client().get("/join/", {"code": "ZZZZZZ"}).status_code == 422
    assert Client().get("/join/", {"code": live.code}).status_code == 302
    assert Client().post(f"/class/{live.key}/join/", {"name": "A"}).status_code == 302


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        ("192.168.0.7", "192.168.0.7"),
        ("::ffff:192.168.0.7", "192.168.0.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:0db8:0001:0002"),
        ("", "nowhere"),
    ],
)
def test_a_network_of_version_6_counts_as_one_address(told: str, counted: str) -> None:
    assert pacing.address_of(RequestFactory().get("/", REMOTE_ADDR=told)) == counted
