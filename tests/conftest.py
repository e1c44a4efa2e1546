"""People of each role, and their browsers."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.utils.translation import override
from hypothesis import settings as hypothesis_settings
from playwright.sync_api import Browser, sync_playwright

from olke.accounts import domain
from olke.accounts.models import Person, Role

# A busy machine is no fault of the code: how long things take is measured in benchmarks.
hypothesis_settings.register_profile("olke", deadline=None)
hypothesis_settings.load_profile("olke")

CHROMIUM_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep SQLite in a file, as it is in use: in memory, two threads refuse one another's locks."""
    if connection.vendor == "sqlite":
        folder = tmp_path_factory.mktemp("database")
        connection.settings_dict["TEST"]["NAME"] = str(folder / "test.sqlite3")
        # No test loses its power supply; waiting for the disk took a quarter of the time.
        connection.settings_dict["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


def pytest_configure() -> None:
    """Make the folder of collected files: WhiteNoise warns where it is missing, and a test module
    that imports the application meets it while tests are still being collected."""
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _first_language() -> Iterator[None]:
    """Begin in the first language: a request for an English page leaves English behind."""
    with override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Debian's Chromium, once for all: a second Playwright beside it refuses to start."""
    # Playwright keeps a loop running in this thread; Django would take tests for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    path = shutil.which("chromium")
    assert path, "tools/servers installs Chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


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
def teacher(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who writes lessons and runs classes."""
    return person_of(Role.TEACHER)


@pytest.fixture
def researcher(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who may edit and review."""
    return person_of(Role.RESEARCHER)


@pytest.fixture
def administrator(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who looks after the accounts."""
    return person_of(Role.ADMINISTRATOR)
