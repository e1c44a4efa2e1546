"""People of a live class for tests in a browser: a teacher at the console, learners on phones.

They read what a page shows and press what can be pressed, each in the own language.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.parse import urljoin

from django.utils.translation import gettext, override, pgettext
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from olke.classroom.wording import said
from tests.e2e.conftest import watched

KAZAKH = "kk"
PATIENCE = 30_000
"""Milliseconds for one page of seven on a busy machine: speed is measured in benchmarks."""
LAPTOP = ViewportSize(width=1280, height=900)
WALL = ViewportSize(width=1920, height=1080)
PHONE = ViewportSize(width=360, height=740)


def word(language: str, key: str, **values: object) -> str:
    """Return a word of the screens of a class in a language."""
    with override(language):
        return said(key, **values)


def label(text: str, context: str = "", language: str = KAZAKH) -> str:
    """Return a text of the pages in a language."""
    with override(language):
        return pgettext(context, text) if context else gettext(text)


@dataclass
class Teacher:
    """Who presses the one button; the console is in Kazakh, as the class is."""

    page: Page

    def start(self, address: str, lesson: str) -> None:
        """Open a lesson, and start a class with it in two clicks."""
        self.page.goto(f"{address}/teaching/lessons/{lesson}/")
        self.page.get_by_role("link", name=label("Start the class")).click()
        self.page.get_by_role("button", name=label("Start", "a class"), exact=True).click()
        expect(self.page.locator("[data-line]")).to_have_text(self.word("line.live"))

    def show_on(self, wall: Page) -> None:
        """Open the projector on another screen."""
        link = self.page.get_by_role("link", name=self.word("lobby.open"))
        wall.goto(urljoin(self.page.url, link.get_attribute("href") or ""))

    def word(self, key: str, **values: object) -> str:
        """Return a word of the console."""
        return word(KAZAKH, f"console.{key}", **values)

    @property
    def code(self) -> str:
        """The code as the console says it."""
        return self.page.locator(".console-code b").inner_text()

    @property
    def button(self) -> Locator:
        """The one button."""
        return self.page.locator(".next-bar button.next")

    @property
    def does(self) -> str:
        """What the one button says; empty where nothing follows but the end."""
        return self.button.locator("b").inner_text() if self.button.is_visible() else ""

    def next(self) -> str:
        """Press the one button, wait until it is done, and return what it said."""
        does, place = self.does, self.page.locator("[data-next-form] [name=at]")
        before = place.input_value()
        self.button.click()
        expect(place).not_to_have_value(before)
        return does

    @contextmanager
    def something_else_follows(self) -> Iterator[None]:
        """Do something after which the one button says something else."""
        before = self.does
        yield
        expect(self.button.locator("b")).not_to_have_text(before)

    def press(self, key: str) -> None:
        """Press a button by the key of its word."""
        name = word(KAZAKH, key)
        self.page.get_by_role("button", name=name, exact=True).and_(
            visible(self.page)
        ).first.click()

    def has_answers(self, count: int) -> None:
        """Make sure that the console counts so many answers, and expects no more."""
        told = self.word("answered", answered=count, expected=count)
        expect(self.page.locator("#answered-said")).to_have_text(told)

    def end(self) -> None:
        """End the class, having been asked once more."""
        self.page.locator(".ending summary").click()
        self.press("console.end.sure")
        expect(self.page.get_by_role("heading", name=self.word("ended"))).to_be_visible()


@dataclass
class Phone:
    """A learner's phone, in the learner's language."""

    page: Page
    name: str
    language: str

    def join(self, address: str, code: str) -> None:
        """Type the code and a nickname, as somebody does who cannot scan."""
        prefix = "" if self.language == KAZAKH else f"/{self.language}"
        self.page.goto(f"{address}{prefix}/join/")
        self.page.locator("#code").fill(code)
        self.main_button.click()
        self.page.locator("[name=name]").fill(self.name)
        self.main_button.click()
        self.sees("phone.welcome", name=self.name)

    @property
    def main(self) -> Locator:
        """What fills the screen."""
        return self.page.locator("main")

    @property
    def main_button(self) -> Locator:
        """The one large button."""
        return self.main.locator(".phone-main:visible")

    @property
    def group(self) -> str:
        """The number of the own group; empty without one."""
        sticker = self.page.locator(".phone-me .sticker")
        return sticker.inner_text() if sticker.is_visible() else ""

    def press(self, key: str) -> None:
        """Press a button by the key of its word."""
        self.press_text(word(self.language, key))

    def press_text(self, text: str) -> None:
        """Press a button by what it says."""
        self.main.get_by_role("button", name=text, exact=True).click()

    def put_in_order(self, texts: list[str]) -> None:
        """Bring things into order with the arrows."""
        rows = self.main.locator(".phone-entry")
        for place, text in enumerate(texts):
            shown = [one.locator("span").inner_text() for one in rows.all()]
            for _ in range(shown.index(text) - place):
                up = word(self.language, "question.up", text=text)
                self.main.get_by_role("button", name=up, exact=True).click()

    def sees(self, key: str, **values: object) -> None:
        """Make sure that a word of the screens is there, in the learner's language."""
        self.reads(word(self.language, key, **values))

    def reads(self, text: str) -> None:
        """Make sure that a text is on the screen."""
        expect(self.page.locator("olke-phone")).to_contain_text(text)


def visible(page: Page) -> Locator:
    """Return whatever can be seen."""
    return page.locator(":visible")


@contextmanager
def visitor(browser: Browser, size: ViewportSize, **options: Any) -> Iterator[Page]:
    """Open a browser profile of its own; whatever its pages throw fails the test."""
    context = browser.new_context(
        viewport=size, accept_downloads=True, reduced_motion="reduce", **options
    )
    with watched(context) as page:
        context.set_default_timeout(PATIENCE)
        yield page
    context.close()


@contextmanager
def phones(browser: Browser, people: list[tuple[str, str]]) -> Iterator[list[Phone]]:
    """Open a phone for each learner of ``PEOPLE``: nickname and language."""
    with ExitStack() as stack:
        yield [
            Phone(stack.enter_context(visitor(browser, PHONE)), name, language)
            for name, language in people
        ]
