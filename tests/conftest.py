"""People of each role, and their browsers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils.translation import override

from olke.accounts import domain
from olke.accounts.models import Person, Role


@pytest.fixture(scope="session", autouse=True)
def _static_folder() -> None:
    """Pages are drawn without collected files, but WhiteNoise warns of a missing folder."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _first_language() -> Iterator[None]:
    """Begin in the first language: a request for an English page leaves English behind."""
    with override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture
def person_of(db: None) -> Callable[[Role], Person]:
    """Return the one person of a role, made when first asked for."""
    made: dict[Role, Person] = {}

    def person(role: Role) -> Person:
        if role not in made:
            made[role] = domain.create_person(username=f"the-{role.value}", role=role, by=None)
        return made[role]

    return person


@pytest.fixture
def client_of(person_of: Callable[[Role], Person]) -> Callable[[Role], Client]:
    """Return a browser signed in as the person of a role; a visitor's is not signed in."""

    def client(role: Role) -> Client:
        browser = Client()
        if role != Role.VISITOR:
            browser.force_login(
                person_of(role), backend="django.contrib.auth.backends.ModelBackend"
            )
        return browser

    return client


@pytest.fixture
def researcher(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who may edit and review."""
    return person_of(Role.RESEARCHER)


@pytest.fixture
def administrator(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who looks after the accounts."""
    return person_of(Role.ADMINISTRATOR)
