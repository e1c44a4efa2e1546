"""A researcher's day: sign in, correct, look at the history, take it back, review."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from tests.e2e.conftest import Server

pytestmark = pytest.mark.e2e
CLAIM = "332-12"


def open_claim(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/claims/{CLAIM}/")


def test_the_printed_link_signs_in_once(desk: Page, browser: Browser, server: Server) -> None:
    desk.goto(server.address)
    expect(desk.get_by_role("button", name="Шығу")).to_be_visible()

    elsewhere = browser.new_page()
    answer = elsewhere.goto(server.sign_in_link)
    assert answer
    assert answer.status == 410
    elsewhere.close()


def test_a_claim_is_corrected_and_the_correction_taken_back(desk: Page, server: Server) -> None:
    open_claim(desk, server)
    before = desk.get_by_role("heading", level=1).inner_text()
    desk.get_by_role("link", name="Correct").click()
    desk.locator("#id_value").fill("8")
    desk.get_by_label("Why").fill("read again in the archive")
    desk.get_by_role("button", name="Save").click()

    expect(desk.get_by_role("heading", level=1)).to_contain_text("8 months")
    newest = desk.locator(".history .entry").first
    expect(newest).to_contain_text("read again in the archive")
    expect(newest.locator("tr", has_text="Value")).to_contain_text("7")

    newest.get_by_role("link", name="Take back").click()
    desk.get_by_label("Why").fill("the first reading was right")
    desk.get_by_role("button", name="Take back").click()
    expect(desk.get_by_role("heading", level=1)).to_have_text(before)
    expect(desk.locator(".history .entry").first).to_contain_text("Reverted")


def test_what_is_wrong_stands_beside_its_field(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/edit/claims/{CLAIM}/")
    desk.locator("#id_value").fill("eight")
    desk.get_by_label("Why").fill("a slip")
    # The answer is 422, which a browser's console calls an error of its own.
    with desk.expect_response(lambda answer: answer.status == 422):
        desk.evaluate(
            "document.querySelector('.desk-form').requestSubmit()",
        )
    expect(desk.locator(".error-summary")).to_be_visible()
    expect(desk.locator(".field.wrong")).to_contain_text("Value")
    expect(desk.locator("#id_value")).to_have_value("eight")


def test_a_name_is_found_while_typing_and_its_key_goes_into_the_field(
    desk: Page, server: Server
) -> None:
    desk.goto(f"{server.address}/en/edit/claims/add/")
    field = desk.get_by_role("combobox", name="Subject")
    field.press_sequentially("Silikat")
    desk.locator("olke-combobox [role=option]").first.wait_for()
    field.press("ArrowDown")
    field.press("Enter")

    expect(field).to_have_value("silikat-plant")


def test_a_claim_is_reviewed_and_withdrawn_and_comes_back(desk: Page, server: Server) -> None:
    for state, said in (("reviewed", "reviewed"), ("withdrawn", "This claim was withdrawn")):
        open_claim(desk, server)
        desk.get_by_text("Review, rank or withdraw").click()
        desk.locator("#id_review").select_option(state)
        desk.locator("#id_review_why").fill("compared with the source")
        desk.get_by_role("button", name="Save the review").click()
        expect(desk.locator("main")).to_contain_text(said)

    desk.goto(f"{server.address}/en/entities/semey-meat-cannery/")
    expect(desk.locator(f'[id="{CLAIM}"]')).to_have_count(0)
    open_claim(desk, server)
    desk.locator(".history .entry").first.get_by_role("link", name="Take back").click()
    desk.get_by_label("Why").fill("it stands after all")
    desk.get_by_role("button", name="Take back").click()
    expect(desk.get_by_text("This claim was withdrawn")).to_have_count(0)


def test_the_desk_shows_what_was_done(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/edit/")

    expect(desk.locator("#changes")).to_be_visible()
    expect(desk.locator(".entry").first).to_be_visible()


def test_the_name_of_what_was_chosen_stands_by_its_key(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/edit/claims/add/")
    field = desk.get_by_role("combobox", name="Subject")
    field.press_sequentially("Silikat")
    desk.locator("olke-combobox [role=option]").first.click()
    hint = desk.locator("#id_subject_helptext")

    expect(hint).to_contain_text("Silikat")
    expect(field).to_have_accessible_description(re.compile("Silikat"))
    field.fill("other")
    expect(hint).to_be_empty()


def test_a_citation_more_keeps_what_was_typed_and_takes_the_focus(
    desk: Page, server: Server
) -> None:
    desk.goto(f"{server.address}/en/edit/claims/add/")
    desk.locator("#id_value").fill("1 400,5")
    desk.locator("[name=citations-0-locator]").fill("12")
    desk.get_by_role("button", name="Add a citation").click()

    expect(desk.locator("[name=citations-1-source]")).to_be_focused()
    expect(desk.locator("[name=citations-0-locator]")).to_have_value("12")
    expect(desk.locator("#id_value")).to_have_value("1 400,5")
    desk.get_by_role("button", name="Remove").first.click()
    expect(desk.locator("#owned-citations .owned")).to_have_count(1)


def test_a_form_shows_the_fields_that_its_kind_of_claim_has(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/edit/claims/add/")
    expect(desk.locator("#id_value")).to_be_visible()
    expect(desk.locator("#id_title_kk")).to_be_hidden()
    desk.locator("#id_kind").select_option("event")
    expect(desk.locator("#id_value")).to_be_hidden()
    expect(desk.locator("#id_title_kk")).to_be_visible()


def test_the_queue_is_worked_through_in_place(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/edit/review/?state=questioned")
    first, second = (desk.locator(".queue > li").nth(place).get_attribute("id") for place in (0, 1))
    desk.locator(f'[id="{first}"]').get_by_role("button", name="It is so").click()

    expect(desk.locator(f'[id="{first}"]')).to_have_count(0)
    expect(desk.locator(f'[id="{second}"]').get_by_role("button", name="It is so")).to_be_focused()


def test_a_page_with_something_typed_is_not_left_by_a_slip(desk: Page, server: Server) -> None:
    desk.goto(f"{server.address}/en/edit/claims/{CLAIM}/")
    desk.locator("#id_note").fill("half a sentence")
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    desk.once("dialog", stay)
    desk.get_by_role("link", name="Cancel").click()
    expect(desk.locator("#id_note")).to_have_value("half a sentence")
    assert asked == ["beforeunload"]
    desk.once("dialog", lambda dialog: dialog.accept())
    desk.get_by_role("link", name="Cancel").click()
    expect(desk.locator("#id_note")).to_have_count(0)
