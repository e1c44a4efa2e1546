"""A newcomer with only the README opens the region and follows one enterprise to its evidence."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Server

pytestmark = pytest.mark.e2e
ENTERPRISE = "Семей ет-консерві комбинаты"


def find_enterprise(page: Page, server: Server) -> None:
    """Search from the home page by an inflected form that nobody stored."""
    page.goto(server.address)
    page.get_by_role("searchbox").first.fill("еткомбинатының")
    page.get_by_role("searchbox").first.press("Enter")
    page.get_by_role("link", name=ENTERPRISE).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ENTERPRISE)


def test_an_inflected_form_finds_the_enterprise(page: Page, server: Server) -> None:
    find_enterprise(page, server)


def test_plan_and_actual_of_1946_stand_with_their_citations(page: Page, server: Server) -> None:
    find_enterprise(page, server)

    for value in ("9 650", "7 646"):
        row = page.locator("table.facts tr", has_text=value.replace(" ", "\u00a0")).first
        expect(row).to_contain_text("1946")
        expect(row).to_contain_text("¶ 332")
        expect(row).to_contain_text("[46, 32 б.]")


def test_the_language_changes_and_the_place_stays(page: Page, server: Server) -> None:
    find_enterprise(page, server)
    here = page.url.removeprefix(server.address)

    page.get_by_role("link", name="Русский").click()
    assert page.url == f"{server.address}/ru{here}"
    expect(page.get_by_role("heading", level=1)).to_contain_text("комбинат")

    page.get_by_role("link", name="English").click()
    assert page.url == f"{server.address}/en{here}"

    page.get_by_role("link", name="Қазақша").click()
    assert page.url == f"{server.address}{here}"


def test_it_is_compared_with_other_enterprises_and_taken_home(
    page: Page, server: Server, tmp_path: Path
) -> None:
    find_enterprise(page, server)
    page.get_by_role("link", name="Салыстыру").last.click()
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    page.goto(f"{server.address}/series/?indicator=output&subject=semey-meat-cannery")
    for kind in ("CSV", "XLSX", "SVG", "PNG"):
        with page.expect_download() as download:
            page.get_by_role("link", name=kind, exact=True).first.click()
        target = tmp_path / f"chart.{kind.lower()}"
        download.value.save_as(target)
        assert target.stat().st_size > 100


def test_the_first_start_prints_a_link_that_signs_in_once(page: Page, server: Server) -> None:
    page.goto(server.sign_in_link)
    expect(page.get_by_role("button", name="Шығу")).to_be_visible()
