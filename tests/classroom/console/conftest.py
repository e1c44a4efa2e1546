"""A class that runs, its teacher's browser, and the commands that it sends."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.classroom.models import LiveClass
from tests.classroom.rooms import started


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    """Return the teacher's browser."""
    return client_of(Role.TEACHER)


@pytest.fixture
def live(teacher: Person) -> LiveClass:
    """Return a class with two statements, just started."""
    return started(teacher)


@pytest.fixture
def told(browser: Client, live: LiveClass) -> Callable[..., Any]:
    """Return the function that sends a command as the page's script does, and returns the data."""

    def tell(name: str, status: int = 200, **data: object) -> Any:
        answer = browser.post(
            f"/en/classes/{live.key}/command/",
            {"name": name, **data},
            HTTP_ACCEPT="application/json",
        )
        assert answer.status_code == status, answer.content
        return answer.json()

    return tell
