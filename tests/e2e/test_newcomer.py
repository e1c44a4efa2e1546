"""A newcomer with only the README opens the region and follows one enterprise to its evidence."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Locator, Page, expect

from tests.e2e.conftest import Server

pytestmark = pytest.mark.e2e
ENTERPRISE = "Семей ет-консерві комбинаты"
NO_BREAK = "\u00a0"


def find_enterprise(page: Page, server: Server) -> None:
    """Search from the home page by an inflected form that nobody stored."""
    page.goto(server.address)
    page.locator("main input[name=q]").fill("еткомбинатының")
    page.locator("main input[name=q]").press("Enter")
    page.get_by_role("link", name=ENTERPRISE, exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(ENTERPRISE)


def row_of(page: Page, value: str) -> Locator:
    """Return the row of the enterprise's table that has a value."""
    return page.locator("table.claims tr", has_text=value.replace(" ", NO_BREAK)).first


def downloaded(page: Page, link: str, folder: Path) -> Path:
    """Press a download under the first figure and return the file."""
    with page.expect_download() as download:
        page.get_by_role("list", name="Жүктеп алу").get_by_role("link", name=link).first.click()
    target = folder / f"figure.{link.lower()}"
    download.value.save_as(target)
    return target


def test_an_inflected_form_finds_the_enterprise(page: Page, server: Server) -> None:
    find_enterprise(page, server)


@pytest.mark.parametrize("value", ["9 650", "7 646"])
def test_plan_and_actual_of_1946_stand_with_their_citations(
    value: str, page: Page, server: Server
) -> None:
    find_enterprise(page, server)

    row = row_of(page, value)
    expect(row).to_contain_text("1946")
    expect(row).to_contain_text("¶ 332")
    expect(row).to_contain_text("[46, 32 б.]")

    row.get_by_role("rowheader").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(value.replace(" ", NO_BREAK))
    chain = page.locator("ol.chain li")
    expect(chain).to_have_count(2)
    expect(chain.first).to_contain_text("¶ 332")
    expect(chain.last).to_contain_text("32 б.")


def test_a_citation_leads_to_everything_from_the_same_place(page: Page, server: Server) -> None:
    find_enterprise(page, server)

    row_of(page, "7 646").get_by_role("link", name="¶ 332").click()

    assert page.url.endswith("?locator=332")
    rows = page.locator("table.claims tbody tr")
    expect(rows.first).to_contain_text("¶ 332")
    assert all("¶ 332" in row for row in rows.all_inner_texts())


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


def test_it_is_compared_with_other_enterprises_by_clicking(page: Page, server: Server) -> None:
    find_enterprise(page, server)
    page.locator("main").get_by_role("link", name="Салыстыру", exact=True).click()

    for other in ("«Силикат» зауыты", "Семей аяқ киім фабрикасы"):
        page.locator("label.tick", has_text=other).click()
    page.locator("details[open]").get_by_role("button", name="Салыстыру").first.click()

    table = page.locator("table.compare").first
    for name in (ENTERPRISE, "«Силикат» зауыты", "Семей аяқ киім фабрикасы"):
        expect(table).to_contain_text(name)
    here = page.url.removeprefix(server.address)
    page.get_by_role("link", name="Русский").click()
    assert page.url == f"{server.address}/ru{here}"
    expect(page.locator("table.compare").first).to_contain_text("Силикат")


def test_the_chart_and_the_table_are_taken_home(page: Page, server: Server, tmp_path: Path) -> None:
    find_enterprise(page, server)

    table = downloaded(page, "CSV", tmp_path).read_text(encoding="utf-8-sig")
    rows = list(csv.DictReader(table.splitlines()))
    assert any("332" in ";".join(row.values()) for row in rows)
    sheet = load_workbook(downloaded(page, "XLSX", tmp_path)).worksheets[0]
    assert sheet.max_row > len(rows) // 2
    drawing = ET.parse(downloaded(page, "SVG", tmp_path)).getroot()  # noqa: S314 - our own
    assert drawing.tag.endswith("svg")
    assert downloaded(page, "PNG", tmp_path).read_bytes().startswith(b"\x89PNG")

    address = page.get_by_role("link", name="Осы сызбаға сілтеме").first.get_attribute("href")
    page.goto(f"{server.address}{address}")
    expect(page.locator("figure.chart").first).to_be_visible()


def test_a_reference_is_copied(page: Page, server: Server) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    find_enterprise(page, server)
    row_of(page, "7 646").get_by_role("rowheader").get_by_role("link").click()

    page.get_by_role("button", name="Көшіру").first.click()

    expect(page.get_by_role("button", name="Көшірілді").first).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert re.search(r"332-абз", copied)


def test_the_map_moves_with_its_year(page: Page, server: Server) -> None:
    page.goto(f"{server.address}/map/")
    slider = page.get_by_role("slider").first
    slider.focus()
    before = slider.input_value()

    slider.press("ArrowRight")

    assert slider.input_value() != before
