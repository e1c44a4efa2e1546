"""A teacher ten minutes before the bell: from a dossier to a lesson, then the editor."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server

pytestmark = pytest.mark.e2e
MOST_CLICKS, MOST_SECONDS = 12, 90


def propose(desk: Page, server: Server) -> int:
    """Go from the home page to a lesson on a dossier; return how many clicks it took."""
    desk.goto(f"{server.address}/en/")
    desk.get_by_role("navigation").get_by_role("link", name="Teaching").first.click()
    desk.locator(".card h3 a[href*='/dossiers/']").first.click()
    desk.locator("a[href*='lessons/new/']").first.click()
    desk.get_by_role("button", name="Propose the lesson").click()
    expect(desk.locator(".lesson .activity").first).to_be_visible()
    return 4


def titles(desk: Page) -> list[str]:
    fields = desk.locator(".activity-head [name$='-title']")
    return [fields.nth(number).input_value() for number in range(fields.count())]


def test_a_lesson_stands_in_a_few_clicks(desk: Page, server: Server) -> None:
    began = time.monotonic()

    clicks = propose(desk, server)

    # Printing takes one more.
    assert clicks + 1 <= MOST_CLICKS
    assert time.monotonic() - began < MOST_SECONDS
    expect(desk.locator(".stage")).to_have_count(3)
    expect(desk.locator(".item .cite").first).to_be_visible()


def test_an_activity_is_moved_by_keyboard_undone_and_dragged(desk: Page, server: Server) -> None:
    propose(desk, server)
    desk.goto(f"{desk.url}edit/")
    before = titles(desk)
    middle = desk.locator(".stage-edit").nth(1).locator(".activity-edit")

    middle.nth(0).locator(".grip").focus()
    desk.keyboard.press("ArrowDown")
    expect(middle.nth(1).locator("[name$='-title']").first).to_have_value(before[1])
    expect(middle.nth(1).locator(".grip")).to_be_focused()
    desk.keyboard.press("Control+z")
    expect(middle.nth(0).locator("[name$='-title']").first).to_have_value(before[1])
    desk.keyboard.press("Control+y")
    expect(middle.nth(1).locator("[name$='-title']").first).to_have_value(before[1])
    desk.get_by_role("button", name="Undo").click()
    expect(middle.nth(0).locator("[name$='-title']").first).to_have_value(before[1])
    assert titles(desk) == before


def test_a_claim_is_dragged_into_an_activity(desk: Page, server: Server) -> None:
    propose(desk, server)
    desk.goto(f"{desk.url}edit/")
    activity = desk.locator(".activity-edit").first
    items = activity.locator(".item-edit").count()
    activity.locator("[name$='-teacher']").scroll_into_view_if_needed()
    start = desk.locator(".tray-claims > li[data-drag]").first.bounding_box()
    end = activity.locator("[name$='-teacher']").bounding_box()
    assert start
    assert end

    desk.mouse.move(start["x"] + 30, start["y"] + 14)
    desk.mouse.down()
    desk.mouse.move(start["x"] - 40, start["y"] + 30, steps=4)
    desk.mouse.move(end["x"] + 60, end["y"] + 20, steps=6)
    desk.mouse.up()

    expect(activity.locator(".item-edit")).to_have_count(items + 1)


def test_what_is_typed_is_kept_without_saving(desk: Page, server: Server) -> None:
    propose(desk, server)
    lesson = desk.url
    desk.goto(f"{lesson}edit/")
    desk.locator("[name=homework]").fill("Ask at home about the war years")
    minutes = desk.locator(".activity-head [name$='-minutes']").first
    minutes.fill("59")
    expect(desk.locator("[data-off]")).to_be_visible()
    expect(desk.locator("[data-status]")).to_have_text(re.compile(r"kept \d\d:\d\d"))

    desk.goto(f"{lesson}edit/")
    expect(desk.locator("[name=homework]")).to_have_value("Ask at home about the war years")
    desk.locator(".bar [value=save]").click()
    expect(desk.locator("#homework + p")).to_have_text("Ask at home about the war years")


def test_the_editor_needs_no_script(browser: Browser, signed_in: Any, server: Server) -> None:
    context = browser.new_context(storage_state=signed_in, java_script_enabled=False)
    desk = context.new_page()
    propose(desk, server)
    desk.goto(f"{desk.url}edit/")
    first = desk.locator(".activity-head [name$='-title']").first.input_value()

    desk.locator(".activity-edit").first.locator(".activity-head .tools button").nth(1).click()
    desk.locator(".bar [value=save]").click()

    moved = desk.locator(".stage").nth(1).locator(".activity h3").first
    expect(moved).to_have_text(first)
    context.close()
