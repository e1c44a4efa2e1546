"""A teacher in class: two clicks to the code, one button through a question, the wall beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import Server, watched

pytestmark = pytest.mark.e2e
LESSON = "school-grade-7-enterprises"
QUESTIONS = "True or false"


@contextmanager
def profile(browser: Browser, **options: Any) -> Iterator[Page]:
    """Open a tab of a browser of its own; what its pages throw fails the test."""
    context = browser.new_context(**options)
    with watched(context) as page:
        yield page
    context.close()


def start(desk: Page, server: Server, **ticked: bool) -> str:
    """Start the lesson in two clicks; return the address of the console."""
    desk.goto(f"{server.address}/en/teaching/lessons/{LESSON}/")
    desk.get_by_role("link", name="Start the class").click()
    if ticked.get("rehearsal"):
        desk.get_by_label("Rehearsal").check()
    desk.get_by_role("button", name="Start", exact=True).click()
    desk.wait_for_url("**/en/classes/**")
    return desk.url


def code_of(desk: Page) -> str:
    return "".join(desk.locator(".console-code b").inner_text().split())


def join(phone: Page, server: Server, code: str, name: str) -> None:
    """Join as a learner does who has scanned the code."""
    phone.goto(f"{server.address}/en/join/{code}/")
    phone.get_by_label("What shall we call you?").fill(name)
    phone.get_by_role("button", name="Join").click()


def next_button(desk: Page) -> Any:
    return desk.locator("[data-next]")


def press(desk: Page, said: str) -> None:
    """Press the one button once it says what it is expected to say."""
    expect(next_button(desk)).to_contain_text(said)
    next_button(desk).click()


def go_to_questions(desk: Page) -> None:
    desk.locator("[data-plan] .plan-go", has_text=QUESTIONS).click()


@pytest.fixture
def phones(browser: Browser) -> Iterator[list[Page]]:
    """Return two phones, each a browser of its own."""
    size: Any = {"width": 360, "height": 740}
    with ExitStack() as stack:
        yield [stack.enter_context(profile(browser, viewport=size)) for _ in range(2)]


def test_a_class_from_two_clicks_to_its_end(desk: Page, server: Server, phones: list[Page]) -> None:
    console = start(desk, server)
    expect(desk.locator("[data-line]")).to_have_text("Connected")
    wall = desk.context.new_page()
    wall.goto(f"{console}projector/")
    code = code_of(desk)
    expect(wall.locator(".lobby-code")).to_have_text(f"{code[:3]} {code[3:]}")

    for phone, name in zip(phones, ("Aisha", "Bek"), strict=True):
        join(phone, server, code, name)
    expect(wall.locator("[data-lobby-joined]")).to_have_text("2 participants")
    expect(desk.locator("[data-people]")).to_contain_text("Aisha")
    expect(desk.locator("[data-people-count]")).to_have_text("2 joined · 2 connected")

    press(desk, "Begin the lesson")
    go_to_questions(desk)
    press(desk, "Show the question")
    asked = wall.locator(".wall-question")
    expect(asked).not_to_be_empty()
    expect(desk.locator("[data-stage]")).to_contain_text(asked.inner_text())
    expect(wall.locator("[data-clock]")).to_have_text(re.compile(r"0:\d\d"))
    expect(desk.locator("[data-answered-box]")).to_contain_text("0 of 2 answered")

    phones[0].get_by_role("button", name="It is true").click()
    phones[1].get_by_role("button", name="It is false").click()
    expect(desk.locator("[data-answered-box]")).to_contain_text("2 of 2 answered")
    expect(wall.locator("[data-answered]")).to_have_text("2 answers")
    expect(desk.locator(".has-answered")).to_have_count(2)

    assert wall.locator(".bars-row").count() == 0  # nobody is shown what the others chose
    press(desk, "End the answers")
    expect(wall.locator(".bars-count")).to_have_text(["1", "1"])
    expect(wall.locator(".bars-right")).to_have_count(0)
    press(desk, "Reveal the answer")
    expect(wall.locator(".bars-right")).to_have_count(1)
    expect(wall.locator(".wall-sources li").first).not_to_be_empty()

    # A presenter's button reaches whichever window has the focus.
    wall.bring_to_front()
    first = asked.inner_text()
    wall.keyboard.press("PageDown")
    expect(asked).not_to_have_text(first)
    expect(wall.locator(".wall-number")).to_contain_text("Question 2")

    desk.bring_to_front()
    end(desk)
    expect(wall.locator("[data-end]")).to_be_visible()
    expect(phones[0].get_by_text("ended").first).to_be_visible()
    wall.close()


def test_names_wait_for_the_teacher_and_somebody_is_taken_out(
    desk: Page, server: Server, phones: list[Page]
) -> None:
    start(desk, server)
    for phone, name in zip(phones, ("Aisha", "Rude"), strict=True):
        join(phone, server, code_of(desk), name)
    expect(desk.locator("[data-waiting]")).to_contain_text("2 names wait")

    desk.locator(".person", has_text="Rude").click()
    expect(desk.locator("[data-l-name]")).to_have_text("Rude")
    desk.get_by_label("Call by another name").fill("Rustem")
    desk.get_by_role("button", name="Rename").click()
    expect(desk.locator("[data-l-name]")).to_have_text("Rustem")
    desk.get_by_label("Points").fill("3")
    desk.get_by_role("button", name="Give", exact=True).click()
    expect(desk.locator("[data-l-points]")).to_have_text("3 points")
    desk.get_by_role("button", name="Take out of the class").click()

    expect(desk.locator("[data-people-count]")).to_contain_text("1 joined")
    desk.locator("[data-removed] summary").click()
    desk.get_by_role("button", name="Let back in").click()
    expect(desk.locator("[data-people-count]")).to_contain_text("2 joined")
    end(desk)


def end(desk: Page) -> None:
    desk.locator("[data-end]").click()
    desk.get_by_role("button", name="Yes, end the class").click()
    expect(desk.get_by_role("link", name="Report")).to_be_visible()


def test_the_same_press_twice_is_one_step(desk: Page, server: Server) -> None:
    start(desk, server)
    press(desk, "Begin the lesson")
    go_to_questions(desk)
    expect(next_button(desk)).to_contain_text("Show the question")

    next_button(desk).dblclick()

    expect(desk.locator("[data-clock-box]")).to_be_visible()
    expect(next_button(desk)).to_contain_text("End the answers")
    end(desk)


def test_a_rehearsal_is_filled_and_answers_itself(desk: Page, server: Server) -> None:
    start(desk, server, rehearsal=True)
    desk.get_by_role("button", name="Add simulated learners").click()
    expect(desk.locator("[data-people-count]")).to_contain_text("24 joined")
    press(desk, "Begin the lesson")
    go_to_questions(desk)
    press(desk, "Show the question")

    expect(desk.locator("[data-answered-box]")).not_to_contain_text("0 of 24", timeout=15_000)
    end(desk)


def test_without_script_every_button_is_a_form(
    browser: Browser, server: Server, signed_in: Any
) -> None:
    with profile(browser, storage_state=signed_in, java_script_enabled=False) as desk:
        start(desk, server)
        next_button(desk).click()
        go_to_questions(desk)
        next_button(desk).click()
        expect(desk.locator(".shown-item")).to_be_visible()
        desk.get_by_role("button", name="+30 s").click()
        desk.get_by_role("button", name="Pause").click()
        expect(desk.get_by_role("button", name="Go on")).to_be_visible()
        next_button(desk).click()
        next_button(desk).click()
        expect(desk.locator(".shown-solution")).to_be_visible()
        end(desk)


SHOW_LONG = """text => {
  const wall = document.querySelector("olke-projector");
  const show = structuredClone(wall.connection.state.show);
  show.item.text = text;
  wall.connection.state = { ...wall.connection.state, show };
  wall.connection.dispatchEvent(new Event("change"));
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""
MEASURE = """() => {
  const main = document.querySelector("[data-main]");
  const size = parseFloat(getComputedStyle(document.querySelector(".wall-question")).fontSize);
  return { cut: main.scrollHeight > main.clientHeight + 1 && !main.matches(".is-scrolled"),
           wide: document.documentElement.scrollWidth > innerWidth, share: size / innerHeight };
}"""


@pytest.mark.parametrize(("width", "height"), [(1024, 768), (1280, 800), (1920, 1080)])
def test_a_question_is_large_and_never_cut(
    width: int, height: int, desk: Page, server: Server
) -> None:
    console = start(desk, server)
    press(desk, "Begin the lesson")
    go_to_questions(desk)
    press(desk, "Show the question")
    wall = desk.context.new_page()
    wall.set_viewport_size({"width": width, "height": height})
    wall.goto(f"{console}projector/")
    expect(wall.locator(".wall-question")).not_to_be_empty()
    sentence = "Семей ет комбинаты 1946 жылғы тоғыз айда ет өндіру жоспарын толық орындай алмады. "

    for times, least in ((1, 0.07), (3, 0.04), (12, 0.0)):
        wall.evaluate(SHOW_LONG, sentence * times)
        measured = wall.evaluate(MEASURE)
        assert not measured["cut"], times
        assert not measured["wide"], times
        assert measured["share"] >= least, times
    wall.close()
    end(desk)
