"""The custom elements in a real browser, on a page of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from olke import web

pytestmark = pytest.mark.e2e
STATIC = Path(web.__file__).parent / "static" / "web"
ADDRESS = "http://olke.test/"
FIELD = """<form><label for="p">Place</label><olke-combobox data-none="Nothing found"
data-label="Suggestions" {source}><input id="p" name="p" {known}>{options}</olke-combobox></form>"""
REMOTE = FIELD.format(source='data-source="/places"', known="", options="")
LOCAL = FIELD.format(
    source="",
    known='list="l"',
    options='<datalist id="l"><option value="Аягөз"><option value="Жарма"></datalist>',
)
PLACES = [
    {"value": "semey", "label": "Семей", "note": "қала"},
    {"value": "zharma", "label": "Жарма <b>", "note": "аудан"},
]


@pytest.fixture(scope="module")
def browser(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def answer(route: Route) -> None:
    url = urlsplit(route.request.url)
    if url.path == "/places":
        words = parse_qs(url.query)["q"][0]
        items = [] if words == "zzz" else PLACES
        route.fulfill(body=json.dumps({"items": items}), content_type="application/json")
    else:
        route.fulfill(body="<!doctype html><title>x</title>", content_type="text/html")


def show(page: Page, content: str, element: str) -> None:
    page.unroute_all()
    page.route("**/*", answer)
    page.goto(ADDRESS)
    page.set_content(f"<!doctype html><html lang='en'><body>{content}</body></html>")
    page.add_script_tag(content=(STATIC / f"{element}.js").read_text(), type="module")
    page.wait_for_function(f"!!customElements.get('{element}')")


def test_suggestions_come_from_the_address(browser: Page) -> None:
    show(browser, REMOTE, "olke-combobox")
    browser.get_by_label("Place").press_sequentially("се")
    options = browser.get_by_role("option")
    expect(options).to_have_text(["Семейқала", "Жарма <b>аудан"])
    expect(browser.get_by_role("combobox")).to_have_attribute("aria-expanded", "true")


def test_the_keyboard_chooses_and_the_form_is_not_sent(browser: Page) -> None:
    show(browser, REMOTE, "olke-combobox")
    field = browser.get_by_role("combobox")
    field.press_sequentially("се")
    expect(browser.get_by_role("option").first).to_be_visible()
    field.press("ArrowDown")
    field.press("ArrowDown")
    marked = browser.get_by_role("option", selected=True)
    assert field.get_attribute("aria-activedescendant") == marked.get_attribute("id")
    field.press("Enter")
    expect(field).to_have_value("zharma")
    expect(field).to_have_attribute("aria-expanded", "false")
    assert browser.url == ADDRESS


@pytest.mark.parametrize(("presses", "chosen"), [(1, "zharma"), (2, "semey")])
def test_going_up_starts_at_the_last_suggestion(browser: Page, presses: int, chosen: str) -> None:
    show(browser, REMOTE, "olke-combobox")
    field = browser.get_by_role("combobox")
    field.press_sequentially("се")
    expect(browser.get_by_role("option").first).to_be_visible()
    for _ in range(presses):
        field.press("ArrowUp")
    field.press("Enter")
    expect(field).to_have_value(chosen)


def test_the_mouse_chooses(browser: Page) -> None:
    show(browser, REMOTE, "olke-combobox")
    browser.get_by_label("Place").press_sequentially("се")
    browser.get_by_role("option").first.click()
    expect(browser.get_by_role("combobox")).to_have_value("semey")


def test_escape_closes_and_keeps_the_words(browser: Page) -> None:
    show(browser, REMOTE, "olke-combobox")
    field = browser.get_by_role("combobox")
    field.press_sequentially("се")
    expect(browser.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(browser.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("се")


def test_finding_nothing_is_said(browser: Page) -> None:
    show(browser, REMOTE, "olke-combobox")
    browser.get_by_label("Place").press_sequentially("zzz")
    expect(browser.get_by_text("Nothing found")).to_be_visible()


def test_without_an_address_the_fields_own_list_is_offered(browser: Page) -> None:
    show(browser, LOCAL, "olke-combobox")
    browser.get_by_label("Place").press_sequentially("ЖАР")
    expect(browser.get_by_role("option")).to_have_text(["Жарма"])


def test_copying_puts_the_text_on_the_clipboard_and_says_so(browser: Page) -> None:
    content = """<olke-copy data-done="Copied"><pre>[46, 32 б.]</pre>
        <button hidden>Copy</button></olke-copy><textarea aria-label="Paste here"></textarea>"""
    show(browser, content, "olke-copy")
    browser.get_by_role("button").click()
    expect(browser.get_by_role("button")).to_have_text("Copied")
    browser.get_by_label("Paste here").focus()
    browser.keyboard.press("Control+v")
    expect(browser.get_by_label("Paste here")).to_have_value("[46, 32 б.]")


def test_a_lost_connection_is_shown_until_it_is_back(browser: Page) -> None:
    show(browser, "<olke-offline hidden>No connection</olke-offline>", "olke-offline")
    browser.context.set_offline(True)
    expect(browser.get_by_text("No connection")).to_be_visible()
    browser.context.set_offline(False)
    expect(browser.get_by_text("No connection")).to_be_hidden()
