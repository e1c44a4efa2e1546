"""A real server with the built-in region, and a real browser to look at it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

OLKE = Path(sys.executable).with_name("olke")


@dataclass(frozen=True)
class Server:
    """A running ``olke serve``: its address and what it printed while it started."""

    address: str
    welcome: str

    @property
    def sign_in_link(self) -> str:
        """The one-time link of the first start."""
        found = re.search(r"http://\S+/sign-in/\S+", self.welcome)
        assert found, self.welcome
        return found.group()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Start ``olke serve`` on an empty data folder, as a newcomer does."""
    port = _free_port()
    process = subprocess.Popen(
        [OLKE, "serve", "--port", str(port), "--no-browser"],
        env=_environment(tmp_path_factory.mktemp("data")),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Server(f"http://127.0.0.1:{port}", _welcome(process))
    finally:
        process.terminate()
        process.wait(timeout=20)
        assert process.stdout
        process.stdout.close()


@pytest.fixture(scope="session")
def signed_in(browser: Browser, server: Server) -> Any:
    """Open the printed link once; return what a browser keeps of having signed in."""
    context = browser.new_context()
    context.new_page().goto(server.sign_in_link)
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser profile of its own: no cookies, a laptop's screen."""
    with _profile(browser) as context:
        yield context


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """Open a tab; whatever the page throws or the policy refuses fails the test."""
    with watched(context) as page:
        yield page


@pytest.fixture
def desk(browser: Browser, signed_in: Any) -> Iterator[Page]:
    """Open a tab of somebody who has signed in."""
    with _profile(browser, storage_state=signed_in) as context, watched(context) as page:
        yield page


@contextmanager
def watched(context: BrowserContext) -> Iterator[Page]:
    """Give a tab, and fail on whatever its pages throw or the policy refuses."""
    context.set_default_timeout(10_000)
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    # A browser calls a form that was refused an error of its own, and a network that a test cuts.
    meant = ("status of 422", "status of 409", "ERR_INTERNET_DISCONNECTED")
    page.on(
        "console",
        lambda message: (
            wrong.append(message.text)
            if message.type == "error" and not any(one in message.text for one in meant)
            else None
        ),
    )
    yield page
    assert not wrong


@contextmanager
def _profile(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, accept_downloads=True, locale="kk-KZ", **options
    )
    yield context
    context.close()


def _environment(data: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OLKE_")}
    return kept | {"OLKE_DATA": str(data), "PYTHONUNBUFFERED": "1"}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _welcome(process: subprocess.Popen[str]) -> str:
    """Read what the server prints until it has said everything a first start says."""
    assert process.stdout
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if "sign-in" in line:
            break
    return "".join(lines)
