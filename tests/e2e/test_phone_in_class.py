"""A learner's phone in a class that runs, with everything that can happen to its network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError

from tests.e2e.staged import Cable, Stage, staged

pytestmark = pytest.mark.e2e
KINDS = "statement+choice+several+estimate+ordering+prompt"
LESSONS = [KINDS, *(f"statement#{n}" for n in range(12)), *(f"prompt#{n}" for n in range(3))]
HANDS = 'prompt?{"aloud": true, "volunteers": true}'
SHORT = 'statement?{"seconds": 5}'
KEPT = "Жауабың сақталды"
OFFLINE = "Байланыс жоқ"


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    """Start a server with a class for each test."""
    with staged(tmp_path_factory.mktemp("stage") / "data", [*LESSONS, HANDS, SHORT]) as stage:
        yield stage


@pytest.fixture
def cable(stage: Stage) -> Iterator[Cable]:
    """Lay a cable to the server."""
    cable = Cable(stage.address)
    yield cable
    cable.close()


Opened = Callable[..., BrowserContext]


@pytest.fixture
def opened(browser: Browser) -> Iterator[Opened]:
    """Return what opens a phone's browser with nothing in it."""
    contexts: list[BrowserContext] = []

    def open_one(**options: Any) -> BrowserContext:
        usual = {"viewport": {"width": 360, "height": 740}, "has_touch": True}
        context = browser.new_context(**(usual | options))
        context.set_default_timeout(15_000)
        contexts.append(context)
        return context

    yield open_one
    for context in contexts:
        context.close()


def joined(
    context: BrowserContext, address: str, room: dict[str, Any], *, language: str = "kk"
) -> Page:
    """Let a phone join a class with its code."""
    page = context.new_page()
    page.goto(f"{address}{'' if language == 'kk' else f'/{language}'}/join/{room['code']}/")
    page.fill("input[name=name]", "Айгерім")
    page.click("button.phone-main")
    alive(page)
    return page


def alive(page: Page) -> None:
    expect(page.locator("olke-phone[data-alive]")).to_be_attached(timeout=15_000)


def line(page: Page) -> str:
    return str(page.evaluate("document.querySelector('olke-phone').connection.line"))


def wait_for_line(page: Page, state: str) -> None:
    page.wait_for_function(
        "state => document.querySelector('olke-phone').connection.line === state",
        arg=state,
        timeout=45_000,  # a phone that found nobody waits up to 12 s, and 8 s for each hello
    )


@contextmanager
def no_faults(page: Page) -> Iterator[None]:
    wrong: list[str] = []
    page.on("pageerror", lambda fault: wrong.append(str(fault)))
    yield
    assert not wrong


def test_a_class_from_the_code_to_the_own_result(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#0"]
    page = opened().new_page()
    with no_faults(page):
        page.goto(f"{stage.address}/join/")
        typed = room["code"].lower()
        page.fill("#code", f" {typed[:3]} {typed[3:]} ")
        page.keyboard.press("Enter")
        page.fill("input[name=name]", "Айгерім")
        page.click("button.phone-main")
        expect(page.locator(".phone-big")).to_have_text(page.locator(".phone-bar b").inner_text())
        stage.next(room["key"])
        expect(page.get_by_text("Қазір ашылады.")).to_be_visible()
        stage.next(room["key"])
        page.get_by_role("button", name="Дұрыс").click()
        page.get_by_role("button", name="Бұрыс").click()  # a finger slipped before
        expect(page.get_by_text(KEPT)).to_be_visible()
        expect(page.get_by_role("button", name="Бұрыс")).to_have_attribute("aria-pressed", "true")
        stage.command(room["key"], "pause")
        expect(page.get_by_text("тоқтап тұр")).to_be_visible()
        stage.next(room["key"])
        expect(page.get_by_text("Шешуін күт.")).to_be_visible()
        stage.next(room["key"])
        expect(page.get_by_text("✓ Дұрыс · 1 ұпай")).to_be_visible()
        expect(page.get_by_text("32-парақ")).to_be_visible()
        stage.command(room["key"], "end")
        expect(page.get_by_text("1 / 1")).to_be_visible()


def test_an_answer_without_network_is_sent_when_it_is_back(
    stage: Stage, opened: Opened, cable: Cable
) -> None:
    room = stage.classes["statement#1"]
    page = joined(opened(), cable.address, room)
    stage.next(room["key"], 2)
    page.wait_for_selector(".phone-pair")
    cable.cut()
    page.get_by_role("button", name="Бұрыс").click()
    expect(page.get_by_role("button", name="Бұрыс")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text(OFFLINE)).to_be_visible()
    expect(page.get_by_text("1 жауап кезекте тұр")).to_be_visible()
    before = stage.count("classroom_answer")
    cable.mend()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text(KEPT)).to_be_visible()
    expect(page.get_by_text(OFFLINE)).to_be_hidden()
    assert stage.count("classroom_answer") == before + 1


def test_a_full_outbox_survives_a_page_that_was_closed(
    stage: Stage, opened: Opened, cable: Cable
) -> None:
    room = stage.classes["prompt#0"]
    context = opened()
    page = joined(context, cable.address, room)
    stage.next(room["key"], 2)
    page.wait_for_selector("textarea")
    cable.cut()
    page.fill("textarea", "Себебі есеп қате.")
    page.click("button.phone-main")
    expect(page.get_by_text("Жіберіліп жатыр")).to_be_visible()
    page.close()
    cable.mend()
    page = context.new_page()
    page.goto(f"{cable.address}/class/{room['key']}/")
    expect(page.get_by_text(KEPT)).to_be_visible()
    expect(page.locator("textarea")).to_have_value("Себебі есеп қате.")
    assert page.evaluate("document.querySelector('olke-phone').connection.waiting") == 0


def test_what_is_being_typed_survives_a_reload(stage: Stage, opened: Opened) -> None:
    room = stage.classes["prompt#1"]
    page = joined(opened(), stage.address, room)
    stage.next(room["key"], 2)
    page.fill("textarea", "Жартысы жазылған")
    page.reload()
    expect(page.locator("textarea")).to_have_value("Жартысы жазылған")
    stage.command(room["key"], "extend", seconds=60)  # whatever changes, the text stays
    expect(page.locator("textarea")).to_have_value("Жартысы жазылған")


def test_an_answer_sent_three_times_counts_once(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#2"]
    page = joined(opened(), stage.address, room)
    stage.next(room["key"], 2)
    page.wait_for_selector(".phone-pair")
    before = stage.count("classroom_answer")
    acknowledged = page.evaluate(
        """key => new Promise(done => {
          const turn = document.querySelector("olke-phone").connection.state.turn;
          const socket = new WebSocket(`ws://${location.host}/class/${key}/socket`);
          const heard = [];
          setTimeout(() => done(heard), 8000);
          const id = "11111111-2222-4333-8444-555555555555";
          const answer = {type: "answer", id, turn, item: "q1", number: 0, value: true, edit: 0};
          const send = () => socket.send(JSON.stringify(answer));
          socket.onopen = () => {
            socket.send(JSON.stringify({type: "hello", protocol: 1, language: "kk"}));
            send();
          };
          socket.onmessage = ({data}) => {
            const frame = JSON.parse(data);
            if (frame.id === id && heard.push(frame.status ?? frame.code) < 3) send();
            if (heard.length === 3) done(heard);
          };
        })""",
        room["key"],
    )
    assert acknowledged == ["kept"] * 3
    assert stage.count("classroom_answer") == before + 1
    # The page itself, another window of the same learner, shows it, too.
    expect(page.get_by_role("button", name="Дұрыс")).to_have_attribute("aria-pressed", "true")


def test_a_seat_code_brings_answers_to_a_second_phone(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#3"]
    first = joined(opened(), stage.address, room)
    seat = first.locator(".phone-big").inner_text()
    stage.next(room["key"], 2)
    first.get_by_role("button", name="Дұрыс").click()
    expect(first.get_by_text(KEPT)).to_be_visible()

    second = opened().new_page()
    second.goto(f"{stage.address}/join/{room['code']}/")
    second.get_by_text("Бұрын басқа телефоннан").click()
    second.fill("input[name=seat]", seat.lower())
    second.get_by_role("button", name="Қайта кіру").click()
    alive(second)
    expect(second.get_by_role("button", name="Дұрыс")).to_have_attribute("aria-pressed", "true")
    second.get_by_role("button", name="Бұрыс").click()
    expect(first.get_by_role("button", name="Бұрыс")).to_have_attribute("aria-pressed", "true")


def test_without_script_a_form_answers(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#4"]
    page = opened(java_script_enabled=False).new_page()
    page.goto(f"{stage.address}/join/{room['code']}/")
    page.fill("input[name=name]", "Айгерім")
    page.click("button.phone-main")
    assert page.locator(".phone-big").is_visible()
    stage.next(room["key"], 2)
    page.get_by_role("link", name="Қайта жүктеу").click()
    page.get_by_role("button", name="Бұрыс").click()
    assert page.get_by_text(KEPT).is_visible()


def look_until_shown(page: Page, wanted: Locator) -> None:
    """Let the page's own clock run until it has looked again and shows something."""
    for _ in range(20):
        page.clock.run_for(11_000)
        with suppress(PlaywrightTimeoutError):
            wanted.wait_for(timeout=2_000)
            return
    wanted.wait_for()


def test_a_browser_that_cannot_run_the_shell_loads_itself_again(
    stage: Stage, opened: Opened
) -> None:
    room = stage.classes["statement#5"]
    context = opened()
    context.route("**/classroom/phone.*.js", lambda route: route.abort())
    page = context.new_page()
    page.clock.install()
    page.goto(f"{stage.address}/join/{room['code']}/")
    page.click("button.phone-main")
    page.wait_for_selector(".phone-big")
    with page.expect_response(lambda response: "/state?" in response.url):
        page.clock.run_for(9_000)  # it looks for the first time
    stage.next(room["key"], 2)
    look_until_shown(page, page.get_by_role("button", name="Бұрыс"))
    page.get_by_role("button", name="Бұрыс").click()
    expect(page.get_by_text(KEPT)).to_be_visible()


def test_where_sockets_do_not_come_through_requests_do(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#6"]
    cable = Cable(stage.address, sockets=False)
    page = joined(opened(), cable.address, room)
    wait_for_line(page, "polling")
    stage.next(room["key"], 2)
    page.get_by_role("button", name="Бұрыс").click()
    expect(page.get_by_text(KEPT)).to_be_visible()
    cable.allow_sockets()
    page.evaluate("dispatchEvent(new Event('online'))")
    wait_for_line(page, "live")
    cable.close()


def test_a_line_that_has_gone_silent_is_laid_anew(
    stage: Stage, opened: Opened, cable: Cable
) -> None:
    room = stage.classes["statement#7"]
    page = joined(opened(), cable.address, room)
    wait_for_line(page, "live")
    cable.mute()
    page.evaluate("dispatchEvent(new Event('online'))")
    wait_for_line(page, "lost")
    cable.mend()
    wait_for_line(page, "live")
    stage.next(room["key"], 2)
    expect(page.get_by_role("button", name="Дұрыс")).to_be_visible()


def test_a_phone_whose_clock_is_an_hour_off_shows_the_time_that_is_left(
    stage: Stage, opened: Opened
) -> None:
    room = stage.classes["statement#8"]
    context = opened()
    context.add_init_script("const real = Date.now; Date.now = () => real() + 3600000;")
    page = joined(context, stage.address, room)
    stage.next(room["key"], 2)
    expect(page.locator(".phone-clock b")).to_have_text("9:57", timeout=10_000)


def test_the_clock_ends_the_answers_on_the_phone_too(stage: Stage, opened: Opened) -> None:
    room = stage.classes[SHORT]
    page = joined(opened(), stage.address, room)
    stage.next(room["key"], 2)
    expect(page.get_by_role("button", name="Дұрыс")).to_be_enabled()
    expect(page.get_by_role("button", name="Дұрыс")).to_be_disabled(timeout=10_000)
    expect(page.locator(".phone-note")).to_have_text("Уақыт бітті.")


def test_a_browser_that_keeps_nothing_still_sends(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#9"]
    context = opened()
    context.add_init_script(
        """Object.defineProperty(window, "localStorage", {
          get() { throw new DOMException("forbidden", "SecurityError"); } })"""
    )
    page = joined(context, stage.address, room)
    with no_faults(page):
        stage.next(room["key"], 2)
        page.get_by_role("button", name="Бұрыс").click()
        expect(page.get_by_text(KEPT)).to_be_visible()


def test_an_answer_that_comes_home_late_is_kept_and_said_so(
    stage: Stage, opened: Opened, cable: Cable
) -> None:
    room = stage.classes["statement#10"]
    page = joined(opened(), cable.address, room)
    stage.next(room["key"], 2)
    page.wait_for_selector(".phone-pair")
    cable.cut()
    page.get_by_role("button", name="Бұрыс").click()
    stage.next(room["key"], 2)
    cable.mend()
    expect(page.get_by_text("Уақыт біткен соң келді")).to_be_visible()
    expect(page.get_by_text("✓ Дұрыс")).to_be_hidden()


def test_who_is_taken_out_is_told_and_may_come_back(stage: Stage, opened: Opened) -> None:
    room = stage.classes["statement#11"]
    page = joined(opened(), stage.address, room)
    seat = page.locator(".phone-big").inner_text()
    stage.command(room["key"], "take-out", seat=seat)
    expect(page.get_by_text("Мұғалім сені бұл сабақтан шығарды")).to_be_visible()
    stage.command(room["key"], "let-back", seat=seat)
    page.get_by_role("button", name="Қайта жүктеу").click()
    expect(page.locator(".phone-big")).to_have_text(seat)


def test_a_hand_goes_up_and_down(stage: Stage, opened: Opened) -> None:
    room = stage.classes[HANDS]
    page = joined(opened(), stage.address, room)
    stage.next(room["key"], 2)
    page.get_by_role("button", name="Қол көтеру").click()
    expect(page.get_by_text("Қолың көтерулі")).to_be_visible()
    page.get_by_role("button", name="Қолды түсіру").click()
    expect(page.get_by_role("button", name="Қол көтеру")).to_be_visible()


def test_the_page_turns_to_another_language(stage: Stage, opened: Opened) -> None:
    room = stage.classes["prompt#2"]
    page = joined(opened(), stage.address, room)
    page.get_by_text("Орын коды, тіл, шығу").click()
    page.get_by_role("button", name="English").click()
    expect(page.get_by_text("Wait: the teacher begins in a moment.")).to_be_visible()


def test_every_kind_of_question_fits_a_narrow_phone(stage: Stage, opened: Opened) -> None:
    room = stage.classes[KINDS]
    pages = [joined(opened(), stage.address, room, language=one) for one in ("kk", "ru", "en")]
    # Somebody who reads with letters of twice the size.
    large = joined(opened(bypass_csp=True), stage.address, room, language="ru")
    large.add_style_tag(content="html { font-size: 32px !important }")
    pages.append(large)
    stage.next(room["key"])
    for _ in KINDS.split("+"):
        stage.next(room["key"])
        for page in pages:
            page.wait_for_selector(".phone-clock:not([hidden])")
            assert sticking_out(page) == []
        answer(pages[0])
        expect(pages[0].get_by_text(KEPT)).to_be_visible()
        stage.next(room["key"], 2)
        for page in pages:
            expect(page.locator(".phone-evidence")).to_be_visible()
            assert sticking_out(page) == []


def answer(page: Page) -> None:
    """Answer whatever is asked, with keys alone where it is typed or arranged."""
    if page.locator("textarea").count():
        page.fill("textarea", "Себебі…")
    elif page.locator("main input").count():
        page.fill("main input", "7 600,5")
    elif page.locator(".phone-order").count():
        page.locator(".phone-arrow:not(:disabled)").first.press("Enter")
    else:
        page.locator(".phone-choice").nth(1).press("Space")
    send = page.locator(".phone-main:visible")
    if send.count():
        send.press("Enter")


def sticking_out(page: Page) -> list[str]:
    """Return what is wider than the screen, where the page scrolls sideways at all."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
        [...document.querySelectorAll("body *")]
        .filter(part => part.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 4).map(part => part.outerHTML.slice(0, 120))"""
    )
    return found
