"""Everything is reached and seen by the keyboard alone."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server

pytestmark = pytest.mark.e2e
FOCUSED = "document.activeElement"


def test_the_first_stop_skips_to_the_content(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/entities/semey-meat-cannery/")

    page.keyboard.press("Tab")
    skip = page.locator("a.skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_the_home_search_is_used_without_a_mouse(page: Page, server: Server) -> None:
    page.goto(server.address)
    field = page.get_by_role("combobox").first
    field.focus()
    page.keyboard.type("Семей ет")
    page.get_by_role("option").first.wait_for()

    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("option").first).to_be_hidden()
    page.keyboard.press("Enter")
    expect(page.locator("#query")).to_have_value("Семей ет")
    expect(page).to_have_url(re.compile(r"/search/\?q="))


def test_each_stop_is_seen(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/claims/332-12/")
    for _ in range(25):
        page.keyboard.press("Tab")
        outline = page.evaluate(f"getComputedStyle({FOCUSED}).outlineStyle")
        assert outline != "none", page.evaluate(f"{FOCUSED}.outerHTML")


def test_a_wide_table_scrolls_by_the_keyboard(page: Page, server: Server) -> None:
    page.set_viewport_size({"width": 700, "height": 900})
    page.goto(f"{server.address}/compare/?subject=semey-meat-cannery&subject=semey-oblast")
    region = page.get_by_role("region").first
    region.focus()

    region.press("ArrowRight")
    page.wait_for_function("document.querySelector('.scroll').scrollLeft > 0")
