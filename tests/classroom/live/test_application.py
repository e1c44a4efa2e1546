"""The application: who is let in, what is shown, when an answer is acknowledged."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import IntegrityError, OperationalError
from django.test import Client

from olke.accounts.models import Person, Role
from olke.classroom.domain import joining
from olke.classroom.live import answers, seam
from olke.classroom.live.announce import announce
from olke.classroom.models import Answer, LiveClass, Participant
from tests.classroom.live.browsers import Browser, phone, screen_of, served
from tests.classroom.live.loops import finished, until
from tests.classroom.rooms import forward, joined, started

pytestmark = pytest.mark.django_db(transaction=True)
People = Callable[[Role], Person]
Clients = Callable[[Role], Client]


@pytest.fixture
def live(person_of: People) -> LiveClass:
    """A class whose first question is open."""
    return forward(started(person_of(Role.TEACHER)), 2)


@pytest.fixture
def learners(live: LiveClass) -> list[Participant]:
    """Three learners of the class."""
    return joined(live, 3)


def test_a_phone_is_shown_the_class_and_its_own_part(learners: list[Participant]) -> None:
    async def ask() -> Browser:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.heard("mine")
            await browser.shows("open")
            await browser.leave()
            return browser

    browser = finished(ask)
    assert browser.of("mine")[0]["mine"]["seat"] == learners[0].seat
    assert browser.state["show"]["item"]["text"] == "Statement 1"
    assert learners[1].seat not in str(browser.frames)


def test_what_the_teacher_does_reaches_every_phone_as_one_change(
    live: LiveClass, learners: list[Participant]
) -> None:
    async def ask() -> list[Browser]:
        async with served():
            browsers = [await phone(one).connect() for one in learners]
            for browser in browsers:
                await browser.shows("open")
            await sync_to_async(forward)(live)
            for browser in browsers:
                await browser.shows("closed")
                await browser.leave()
            return browsers

    for browser in finished(ask):
        assert len(browser.of("change")) == 1


def test_an_answer_is_acknowledged_when_it_stands_in_the_database(
    learners: list[Participant],
) -> None:
    async def ask() -> tuple[str, Any, bool]:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            name = browser.answer(True)
            (receipt,) = await browser.heard("ack")
            stored = await Answer.objects.filter(submission=name).aget()
            await browser.leave()
            return name, receipt, stored.value

    name, receipt, value = finished(ask)
    assert (receipt["id"], receipt["status"]) == (name, "kept")
    assert value is True


def test_an_answer_sent_three_times_is_acknowledged_and_counts_once(
    learners: list[Participant],
) -> None:
    async def ask() -> tuple[int, int]:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            name = browser.answer(True)
            await browser.heard("ack")
            browser.answer(True, id=name)
            browser.answer(True, id=name)
            await browser.heard("ack", 2)
            await browser.leave()
            return len({frame["id"] for frame in browser.of("ack")}), await Answer.objects.acount()

    assert finished(ask) == (1, 1)


def test_the_teacher_sees_how_many_have_answered(
    live: LiveClass, learners: list[Participant], client_of: Clients
) -> None:
    teacher = client_of(Role.TEACHER)

    async def ask() -> None:
        async with served():
            screens = [screen_of(live, teacher, name) for name in ("console", "projector")]
            browsers = [await one.connect() for one in (phone(learners[0]), *screens)]
            for browser in browsers:
                await browser.shows("open")
            browsers[0].answer(True)
            for screen in screens:
                await until(lambda screen=screen: screen.state["answered"] == 1)
            for browser in browsers:
                await browser.leave()

    finished(ask)


def test_the_console_tells_who_is_connected(
    live: LiveClass, learners: list[Participant], client_of: Clients
) -> None:
    teacher = client_of(Role.TEACHER)

    async def ask() -> tuple[frozenset[int], frozenset[int]]:
        async with served() as hub:
            console = await screen_of(live, teacher).connect()
            await console.shows("open")
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            there = hub.present(live.pk)
            await browser.leave()
            gone = hub.present(live.pk)
            await console.leave()
            return there, gone

    assert finished(ask) == (frozenset({learners[0].pk}), frozenset())


@pytest.mark.parametrize("cookie", ["", "olke_seat_{key}=1:forged", "olke_seat_other=1"])
def test_who_has_not_joined_is_told_so(live: LiveClass, cookie: str) -> None:
    async def ask() -> Browser:
        async with served():
            browser = await Browser(live, cookie.format(key=live.key)).connect()
            await until(lambda: browser.closed)
            await browser.leave()
            return browser

    assert [frame["code"] for frame in finished(ask).frames] == ["not-joined"]


def test_nobody_else_s_class_is_directed(live: LiveClass, client_of: Clients) -> None:
    stranger = client_of(Role.RESEARCHER)

    async def ask() -> Browser:
        async with served():
            browser = await screen_of(live, stranger).connect()
            await until(lambda: browser.closed)
            await browser.leave()
            return browser

    assert [frame["type"] for frame in finished(ask).frames] == ["bye"]


@pytest.mark.parametrize("origin", ["", "http://evil.example", "null", "http://localhost:1"])
def test_no_other_site_opens_a_socket(live: LiveClass, origin: str) -> None:
    async def ask() -> Browser:
        async with served():
            browser = await Browser(live, origin=origin).connect()
            await until(lambda: browser.closed)
            return browser

    assert not finished(ask).accepted


def test_another_protocol_is_told_to_load_the_page_again(learners: list[Participant]) -> None:
    async def ask() -> Browser:
        async with served():
            browser = await phone(learners[0]).connect(protocol=2)
            await until(lambda: browser.closed)
            return browser

    assert [frame["code"] for frame in finished(ask).frames] == ["protocol"]


def test_a_phone_that_comes_back_hears_only_what_it_missed(
    live: LiveClass, learners: list[Participant]
) -> None:
    async def ask() -> list[str]:
        async with served():
            stays = await phone(learners[1]).connect()
            first = await phone(learners[0]).connect()
            await first.shows("open")
            known = first.of("state")[0]
            await first.leave()
            await sync_to_async(forward)(live)
            await stays.shows("closed")
            again = await phone(learners[0]).connect(stream=known["stream"], n=known["n"])
            (change,) = await again.heard("change")
            for browser in (again, stays):
                await browser.leave()
            return [change["patch"]["phase"], *(frame["type"] for frame in again.of("state"))]

    assert finished(ask) == ["closed"]


def test_a_page_that_turns_to_another_language_is_shown_it(learners: list[Participant]) -> None:
    async def ask() -> list[str]:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            browser.say(type="hello", protocol=1, language="kk")
            await browser.heard("state", 2)
            await browser.leave()
            return [frame["state"]["show"]["item"]["text"] for frame in browser.of("state")]

    assert finished(ask) == ["Statement 1", "Тұжырым 1"]


def test_who_is_taken_out_is_told_and_gone(live: LiveClass, learners: list[Participant]) -> None:
    async def ask() -> list[str]:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            await sync_to_async(joining.take_out)(live, learners[0].seat)
            await until(lambda: browser.closed)
            await browser.leave()
            return [frame["code"] for frame in browser.of("bye")]

    assert finished(ask) == ["removed"]


def test_a_class_that_is_erased_says_good_bye(live: LiveClass, learners: list[Participant]) -> None:
    async def ask() -> list[str]:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            number = live.pk
            await sync_to_async(live.delete)()
            announce(number)
            await until(lambda: browser.closed)
            await browser.leave()
            return [frame["code"] for frame in browser.of("bye")]

    assert finished(ask) == ["class-gone"]


def test_what_cannot_be_read_is_refused_and_the_rest_goes_on(learners: list[Participant]) -> None:
    async def ask() -> tuple[list[str], int]:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            browser.write("{")
            name = browser.answer(True, turn="x")
            browser.answer(True)
            await browser.heard("ack")
            await browser.leave()
            return [frame["code"] for frame in browser.of("refused") if frame["id"] == name], len(
                browser.of("ack")
            )

    assert finished(ask) == (["malformed"], 1)


def test_who_sends_only_what_cannot_be_read_is_sent_away(learners: list[Participant]) -> None:
    async def ask() -> int | None:
        async with served():
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            for _ in range(30):
                browser.write("not json")
            await until(lambda: browser.closed)
            await browser.leave()
            return browser.closed

    assert finished(ask) == 1008


def test_while_nothing_can_be_kept_nothing_is_acknowledged_and_the_teacher_is_told(
    live: LiveClass,
    learners: list[Participant],
    client_of: Clients,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answers, "FIRST_PAUSE", 0.01)
    teacher, keep, full = client_of(Role.TEACHER), seam.keep_answers, [True]

    def keep_or_not(batch: Sequence[seam.Submission]) -> list[seam.Receipt]:
        if full:
            raise OperationalError("database or disk is full")
        return keep(batch)

    monkeypatch.setattr(seam, "keep_answers", keep_or_not)

    async def ask() -> tuple[int, list[str]]:
        async with served():
            console = await screen_of(live, teacher).connect()
            browser = await phone(learners[0]).connect()
            await browser.shows("open")
            await console.shows("open")
            browser.answer(True)
            await console.heard("trouble")
            early = len(browser.of("ack"))
            full.clear()
            await browser.heard("ack")
            await console.heard("trouble", 2)
            for one in (browser, console):
                await one.leave()
            return early, [frame["code"] for frame in console.of("trouble")]

    assert finished(ask) == (0, ["not-kept", ""])


def test_one_answer_that_the_database_refuses_keeps_no_other_from_being_kept(
    learners: list[Participant], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = seam.keep_answers

    def keep_but_one(batch: Sequence[seam.Submission]) -> list[seam.Receipt]:
        if any(one.participant == learners[0].pk for one in batch):
            raise IntegrityError("no")
        return keep(batch)

    monkeypatch.setattr(seam, "keep_answers", keep_but_one)

    async def ask() -> tuple[list[Any], list[Any]]:
        async with served():
            browsers = [await phone(one).connect() for one in learners[:2]]
            await asyncio.gather(*(browser.shows("open") for browser in browsers))
            for browser in browsers:
                browser.answer(True)
            await browsers[0].heard("refused")
            await browsers[1].heard("ack")
            for browser in browsers:
                await browser.leave()
            return browsers[0].of("ack"), browsers[1].of("refused")

    assert finished(ask) == ([], [])


def test_many_answers_at_once_are_a_few_transactions(
    live: LiveClass, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep, sizes = seam.keep_answers, []

    def counted(batch: Sequence[seam.Submission]) -> list[seam.Receipt]:
        sizes.append(len(batch))
        return keep(batch)

    monkeypatch.setattr(seam, "keep_answers", counted)
    crowd = joined(live, 60)

    async def ask() -> None:
        async with served():
            browsers = [await phone(one).connect() for one in crowd]
            await asyncio.gather(*(browser.shows("open") for browser in browsers))
            for browser in browsers:
                browser.answer(True)
            await asyncio.gather(*(browser.heard("ack") for browser in browsers))
            for browser in browsers:
                await browser.leave()

    finished(ask)
    assert sum(sizes) == 60
    assert len(sizes) <= 6
