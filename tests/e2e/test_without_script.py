"""Every page is useful before, and without, its scripts."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server, watched

pytestmark = pytest.mark.e2e


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """Open a tab that runs no script."""
    context = browser.new_context(java_script_enabled=False)
    with watched(context) as page:
        yield page
    context.close()


def test_search_leads_to_an_entity_with_its_table(plain: Page, server: Server) -> None:
    plain.goto(server.address)
    plain.locator("main input[name=q]").fill("еткомбинатының")
    plain.locator("main form[role=search] button").click()
    plain.locator("ol.results a", has_text="Семей ет-консерві комбинаты").first.click()

    expect(plain.get_by_role("heading", level=1)).to_have_text("Семей ет-консерві комбинаты")
    expect(plain.locator("table.claims").first).to_be_visible()
    expect(plain.locator("figure.chart svg").first).to_be_visible()


@pytest.mark.parametrize(
    "path",
    [
        "/series/?indicator=output&subject=semey-meat-cannery",
        "/map/",
        "/timeline/",
    ],
)
def test_a_chart_is_drawn_and_downloaded(path: str, plain: Page, server: Server) -> None:
    plain.goto(server.address + path)

    expect(plain.locator("figure svg:visible").first).to_be_visible()
    assert plain.locator("a[download]").count() >= 4


def test_a_comparison_is_chosen_and_read(plain: Page, server: Server) -> None:
    plain.goto(f"{server.address}/en/compare/?subject=semey-meat-cannery")
    plain.locator("input[name=subject][value=silikat-plant]").check()
    plain.locator("details[open]").get_by_role("button", name="Compare").first.click()

    expect(plain.locator("table.compare th", has_text="Silikat")).to_be_visible()


def test_names_stand_for_keys_and_rows_are_added(
    browser: Browser, signed_in: object, server: Server
) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=signed_in)  # type: ignore[arg-type]
    with watched(context) as page:
        page.goto(f"{server.address}/en/edit/claims/add/")
        page.locator("#id_subject").fill("«Силикат» зауыты")
        page.locator("#id_value").fill("1 400,5")
        page.get_by_role("button", name="Add a citation").click()
        expect(page.locator("#owned-citations .owned")).to_have_count(2)
        page.get_by_role("button", name="Add", exact=True).click()

        expect(page.locator(".error-summary")).not_to_contain_text("Силикат")
        expect(page.locator(".error-summary")).to_contain_text("Indicator")
        expect(page.locator("#id_subject")).to_have_value("«Силикат» зауыты")
    context.close()


def test_a_form_for_editing_is_an_ordinary_form(
    browser: Browser, signed_in: object, server: Server
) -> None:
    context = browser.new_context(java_script_enabled=False, storage_state=signed_in)  # type: ignore[arg-type]
    with watched(context) as page:
        page.goto(f"{server.address}/en/edit/entities/silikat-plant/")
        page.get_by_label("Why").fill("nothing, in fact")
        page.get_by_role("button", name="Save").click()
        expect(page.locator(".notice")).to_contain_text("Nothing was different")
    context.close()
