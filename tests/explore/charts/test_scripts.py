"""What the scripts add to a chart and a map, in a real browser under the strict policy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from olke.explore.search.indexing import rebuild_index
from tests.records import make_claim, make_entity, make_indicator

pytestmark = [pytest.mark.e2e, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def region(live_server) -> str:
    """Two places with claims of different years; the address of a server that shows them."""
    output = make_indicator(key="output", label_en="Output")
    names = {"name_en": "Cannery", "name_kk": "x", "name_ru": "x"}
    cannery = make_entity(key="cannery", latitude="50.41", longitude="80.25", **names)
    mill = make_entity(
        key="mill", name_en="Mill", name_kk="y", name_ru="y", latitude="49", longitude="81"
    )
    for number, year in enumerate(("1941", "1942", "1943")):
        make_claim(indicator=output, subject=cannery, period=year, value=str(7000 + number))
    make_claim(indicator=output, subject=mill, period="1950")
    return str(live_server.url)


@contextmanager
def browsing(browser: Browser, *, script: bool = True) -> Iterator[tuple[Page, list[str]]]:
    """Open a browser; yield a page and what its console complained of."""
    context = browser.new_context(java_script_enabled=script)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda said: complaints.append(said.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page, complaints
    context.close()


def test_a_mark_says_what_it_is_under_the_pointer_and_the_keyboard(region, browser):
    with browsing(browser) as (page, complaints):
        page.goto(f"{region}/en/series/?indicator=output&subject=cannery")
        tip = page.locator(".chart-tip")
        expect(tip).to_be_hidden()
        page.locator(".chart-wide a.mark").nth(0).hover()
        expect(tip).to_contain_text("7,000\u00a0t")
        expect(tip).to_contain_text("¶ 332")
        page.locator(".chart-wide a.mark").nth(1).focus()
        expect(tip).to_contain_text("7,001\u00a0t")
        page.keyboard.press("Escape")
        expect(tip).to_be_hidden()
        assert not [said for said in complaints if "Content Security Policy" in said]


def test_the_slider_recounts_the_map_and_the_address_follows(region, browser):
    with browsing(browser) as (page, complaints):
        page.goto(f"{region}/en/map/")
        cannery = page.locator(".chart-wide a.mark[data-spot=cannery]")
        assert cannery.get_attribute("aria-label") == "Cannery: 3 claims"
        page.locator("olke-map-year input[type=range]").fill("1950")
        assert cannery.get_attribute("aria-label") == "Cannery: claims: 0"
        expect(page.locator("#mill .count")).to_have_text("1")
        expect(page.locator("#cannery .count")).to_have_text("0")
        assert page.url.endswith("/en/map/?year=1950")
        assert not [said for said in complaints if "load resource" not in said]


def test_without_script_the_chart_the_table_and_the_form_remain(region, browser):
    with browsing(browser, script=False) as (page, _):
        page.goto(f"{region}/en/series/?indicator=output&subject=cannery")
        assert page.locator(".chart-wide a.mark").count() == 3
        page.locator("summary", has_text="Table").click()
        expect(page.locator("table.facts tbody tr")).to_have_count(3)
        page.goto(f"{region}/en/map/")
        page.get_by_label("Year").first.fill("1950")
        page.get_by_role("button", name="Show").click()
        assert "year=1950" in page.url
        expect(page.locator("#mill .count")).to_have_text("1")


def test_a_phone_has_a_drawing_of_its_own(region, browser):
    with browsing(browser) as (page, _):
        page.set_viewport_size({"width": 360, "height": 740})
        page.goto(f"{region}/en/series/?indicator=output&subject=cannery")
        expect(page.locator(".chart-narrow svg")).to_be_visible()
        expect(page.locator(".chart-wide svg")).to_be_hidden()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_subject_is_added_by_the_name_that_is_offered(region, browser):
    rebuild_index()
    with browsing(browser) as (page, complaints):
        page.goto(f"{region}/en/compare/?indicator=output&subject=cannery")
        page.get_by_label("Add by name").fill("mil")
        page.get_by_role("option", name="Mill").click()
        page.get_by_role("button", name="Add", exact=True).click()
        expect(page.locator("table.compare")).to_contain_text("Mill")
        assert "subject=cannery&subject=mill" in page.url
        assert not [said for said in complaints if "Content Security Policy" in said]


def test_the_slider_of_years_has_a_label_and_fits_a_phone(region, browser):
    with browsing(browser) as (page, _):
        page.set_viewport_size({"width": 360, "height": 740})
        for language in ("", "/ru", "/en"):
            page.goto(f"{region}{language}/map/")
            slider = page.locator("olke-map-year input[type=range]")
            expect(slider).to_be_visible()
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
            assert page.evaluate(
                "[...document.querySelectorAll('.map-slider *')]"
                ".every(part => part.getBoundingClientRect().right <= innerWidth - 12)"
            )
        expect(slider).to_have_accessible_name("Year")


def test_an_address_unfolds_the_year_it_points_into_and_paper_all_years(region, browser):
    for number in range(50):
        make_claim(kind="event", key=f"early-{number}", period="1941")
    for number in range(3):
        make_claim(kind="event", key=f"late-{number}", period="1942")
    with browsing(browser) as (page, _):
        page.goto(f"{region}/en/timeline/")
        expect(page.locator("#late-0")).to_be_hidden()
        page.goto(f"{region}/en/timeline/#late-0")
        expect(page.locator("#late-0")).to_be_visible()
        page.reload()
        expect(page.locator("#late-0")).to_be_visible()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("details.year:not([open])")).to_have_count(0)
        page.evaluate("dispatchEvent(new Event('afterprint'))")
        expect(page.locator("details.rest")).not_to_have_attribute("open", "")


def test_on_paper_folded_years_are_printed_without_script(region, browser):
    for number in range(50):
        make_claim(kind="event", key=f"early-{number}", period="1941")
    make_claim(kind="event", key="late", period="1942")
    with browsing(browser, script=False) as (page, _):
        page.goto(f"{region}/en/timeline/")
        page.emulate_media(media="print")
        assert page.locator("#late").evaluate(
            "item => item.checkVisibility({contentVisibilityAuto: true})"
        )
