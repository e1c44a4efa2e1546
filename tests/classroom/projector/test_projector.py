"""The projector: how phones reach the class, and what the whole room may see."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client, RequestFactory
from pytest_django.fixtures import Settings

from olke.accounts.models import Person, Role
from olke.classroom.models import LiveClass
from olke.classroom.projector import joining
from olke.classroom.projector.joining import Way, qr_drawing, way_to_join
from tests.classroom.rooms import forward, joined, started

pytestmark = pytest.mark.django_db
HERE = "192.168.7.20"


@pytest.fixture
def live(person_of: Callable[[Role], Person]) -> LiveClass:
    """Return a class in Russian."""
    return started(person_of(Role.TEACHER), language="ru")


def way(live: LiveClass, host: str, settings: Settings, *known: str) -> Way:
    settings.ALLOWED_HOSTS = list(known)
    return way_to_join(RequestFactory().get("/", headers={"host": host}), live)


@pytest.fixture(autouse=True)
def _in_a_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(joining, "own_addresses", lambda: [HERE])


def test_phones_use_the_address_that_the_teacher_uses(live: LiveClass, settings: Settings) -> None:
    found = way(live, "olke.local:8000", settings, "olke.local")

    link = f"http://olke.local:8000/ru/join/{live.code}/"
    assert found == Way("olke.local:8000/ru/join", link, moved=False, reachable=True)


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000"])
def test_a_teacher_at_the_computer_itself_shows_its_address_in_the_network(
    host: str, live: LiveClass, settings: Settings
) -> None:
    found = way(live, host, settings, "localhost", "127.0.0.1", "[::1]", HERE)

    assert found.address == f"{HERE}:8000/ru/join"
    assert found.link == f"http://{HERE}:8000/ru/join/{live.code}/"
    assert (found.moved, found.reachable) == (True, True)


def test_a_server_for_one_computer_says_that_phones_cannot_reach_it(
    live: LiveClass, settings: Settings
) -> None:
    found = way(live, "localhost:8000", settings, "localhost")

    assert (found.moved, found.reachable) == (False, False)


def test_without_a_network_phones_cannot_reach_it_either(
    live: LiveClass, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(joining, "own_addresses", list)

    assert not way(live, "127.0.0.1:8000", settings, "*").reachable


def test_a_proxy_in_front_needs_no_port(live: LiveClass, settings: Settings) -> None:
    assert way(live, "olke.kz", settings, "olke.kz").address == "olke.kz/ru/join"


def test_the_qr_code_is_dark_on_light_with_its_quiet_zone() -> None:
    drawn = qr_drawing("http://olke.local:8000/join/ABC234/")

    # 29 modules of version 3 and 4 on each side (ISO/IEC 18004).
    assert '<svg viewBox="0 0 37 37"' in drawn
    assert 'fill="#fff"' in drawn
    assert "style=" not in drawn


def test_the_code_stays_in_the_corner_for_who_comes_late(
    live: LiveClass, client_of: Callable[[Role], Client]
) -> None:
    forward(live, 2)

    page = client_of(Role.TEACHER).get(f"/ru/classes/{live.key}/projector/").content.decode()

    code = live.code or ""
    assert f'<b class="wall-code">{code[:3]} {code[3:]}</b>' in page


def test_a_name_that_waits_is_not_on_the_projector(
    live: LiveClass, client_of: Callable[[Role], Client]
) -> None:
    joined(live, 2)
    forward(live, 2)

    page = client_of(Role.TEACHER).get(f"/ru/classes/{live.key}/projector/").content.decode()

    assert "Learner 1" not in page
