"""A class with questions of every kind, and the browsers of learners."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from olke.accounts.models import Person
from olke.classroom.models import LiveClass, Participant
from olke.classroom.phone.pacing import ALIAS
from tests.classroom.rooms import started, with_steps
from tests.lessons import activity, statement


@pytest.fixture(autouse=True)
def _nobody_guessed_yet() -> Iterator[None]:
    caches[ALIAS].clear()
    yield
    caches[ALIAS].clear()


@pytest.fixture
def live(teacher: Person) -> LiveClass:
    """Return a class that gathers, with two true-or-false statements."""
    return started(teacher)


@pytest.fixture
def asking(teacher: Person) -> Callable[..., LiveClass]:
    """Return what starts a class that asks some items, one after another."""

    def ask(*items: dict[str, Any], **settings: Any) -> LiveClass:
        live = started(teacher, activity(1, method="true-or-false", items=[statement(1)]))
        step = {"primitive": "timed-question", "items": "all"}
        return with_steps(live, step | {"settings": {"seconds": 60, **settings}}, items=items)

    return ask


@pytest.fixture
def phone() -> Callable[..., Client]:
    """Return what lets a phone join a class."""

    def joined(live: LiveClass, name: str = "", **fields: Any) -> Client:
        client = Client()
        response = client.post(f"/class/{live.key}/join/", {"name": name, **fields})
        assert response.status_code == 302, response.content.decode()
        return client

    return joined


@pytest.fixture
def latest() -> Callable[[], Participant]:
    """Return what finds whoever joined last."""
    return lambda: Participant.objects.latest("pk")
