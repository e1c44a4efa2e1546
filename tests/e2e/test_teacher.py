"""A teacher ten minutes before the bell: from a topic to a printed plan, then the editor."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import docx
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.e2e.conftest import Server

pytestmark = pytest.mark.e2e
MOST_CLICKS = 12
TOPIC = "Жүн өңдеу фабрикасы"


class Hand:
    """Clicks, and counts every click; what is typed is not one."""

    def __init__(self) -> None:
        self.clicks = 0

    def click(self, target: Locator) -> None:
        """Click once."""
        target.click()
        self.clicks += 1


def propose(desk: Page, server: Server) -> None:
    """Go from the home page to a lesson on a ready dossier."""
    desk.goto(f"{server.address}/en/")
    desk.get_by_role("navigation").get_by_role("link", name="Teaching").first.click()
    desk.locator(".card a[href*='/dossiers/']").first.click()
    desk.locator("a[href*='lessons/new/']").first.click()
    desk.get_by_role("button", name="Propose the lesson").click()
    expect(desk.locator(".lesson .activity").first).to_be_visible()


def titles(desk: Page) -> list[str]:
    fields = desk.locator(".activity-head [name$='-title']")
    return [fields.nth(number).input_value() for number in range(fields.count())]


def test_a_plan_on_a_topic_of_ones_own_is_printed_in_twelve_clicks(
    desk: Page, server: Server, tmp_path: Path
) -> None:
    """From the home page, signed in already, to the short-term plan as a file; in Kazakh."""
    hand = Hand()
    desk.goto(f"{server.address}/")

    hand.click(desk.get_by_role("navigation").get_by_role("link", name="Сабақ", exact=True))
    topic = desk.get_by_label("Сабақтың тақырыбы")
    hand.click(topic)
    topic.fill(TOPIC)
    hand.click(desk.get_by_role("button", name="Сабақ жоспарлау"))
    hand.click(desk.get_by_role("button", name="Сабақты құрастыру"))
    expect(desk.locator("[name=claims]:checked").first).to_be_visible()
    hand.click(desk.get_by_role("button", name="Сабақты құрастыру").first)
    expect(desk.locator(".lesson .activity .cite, .lesson .item-foot a").first).to_be_visible()
    hand.click(desk.get_by_role("link", name="Басып шығару"))
    with desk.expect_download() as begun:
        hand.click(desk.get_by_role("button", name="DOCX").first)

    begun.value.save_as(plan := tmp_path / "plan.docx")
    assert hand.clicks <= MOST_CLICKS
    words = words_of(plan)
    assert words.startswith("Қысқа мерзімді жоспар")
    assert TOPIC in words
    assert all(part in words for part in ("Сабақтың басы", "Сабақтың ортасы", "Сабақтың соңы"))


def words_of(plan: Path) -> str:
    """Return every word of a plan: a table of the header, a table of the course of the lesson."""
    printed = docx.Document(str(plan))
    cells = [cell.text for table in printed.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in printed.paragraphs), *cells])


def test_a_proposed_lesson_has_three_stages_and_cites_its_sources(
    desk: Page, server: Server
) -> None:
    propose(desk, server)

    expect(desk.locator(".stage")).to_have_count(3)
    expect(desk.locator(".item .cite, .item-foot a").first).to_be_visible()


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
