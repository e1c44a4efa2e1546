"""On a phone every page fits its screen, in every language."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.conftest import Server, watched

pytestmark = pytest.mark.e2e
PAGES = (
    "/",
    "/search/?q=комбинат",
    "/search/?q=ъъъъ",
    "/claims/332-12/",
    "/entities/",
    "/entities/semey-meat-cannery/",
    "/entities/semey-city/",
    "/sources/",
    "/sources/ref-046/",
    "/indicators/",
    "/indicators/output/",
    "/themes/industry/",
    "/periods/great-patriotic-war/",
    "/series/?indicator=output&subject=semey-meat-cannery",
    "/compare/",
    "/compare/?subject=semey-meat-cannery&subject=silikat-plant",
    "/timeline/",
    "/map/",
    "/glossary/",
    "/about/",
    "/accounts/sign-in/",
    "/accounts/profile/",
    "/accounts/people/",
    "/edit/",
    "/edit/review/",
    "/edit/indicators/",
    "/edit/claims/332-12/",
    "/edit/claims/add/?kind=event",
    "/edit/entities/add/",
    "/edit/sources/add/",
    "/edit/transfer/",
)


@pytest.mark.parametrize("language", ["", "/ru", "/en"])
def test_no_page_scrolls_sideways(
    language: str, browser: Browser, signed_in: Any, server: Server
) -> None:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, storage_state=signed_in, reduced_motion="reduce"
    )
    with watched(context) as page:
        wide = {
            path: found
            for path in PAGES
            if page.goto(f"{server.address}{language}{path}", wait_until="load")
            and (found := _sticking_out(page))
        }
    context.close()
    assert wide == {}


def _sticking_out(page: Page) -> list[str]:
    """Return what is wider than the screen, where the page scrolls sideways at all."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("main *, header *, footer *")]
        .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 4).map(part => part.outerHTML.slice(0, 120))"""
    )
    return found
