"""The console without script: everything is a form, and says what it does."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from olke.accounts.models import Person
from olke.classroom.domain.directing import go
from olke.classroom.domain.joining import join
from olke.classroom.models import LiveClass
from tests.classroom.rooms import forward, joined, sent, started
from tests.lessons import activity

pytestmark = pytest.mark.django_db


def page(browser: Client, live: LiveClass, query: str = "") -> str:
    answer = browser.get(f"/en/classes/{live.key}/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def setup_of(text: str) -> Any:
    found = re.search(r'<script id="setup" type="application/json">(.*?)</script>', text, re.DOTALL)
    assert found
    return json.loads(found[1])


def next_button(text: str) -> str:
    found = re.search(r"<button[^>]* data-next[^>]*>(.*?)</button>", text, re.DOTALL)
    assert found
    return " ".join(re.sub(r"<[^>]+>", " ", found[1]).split())


def test_the_one_button_says_what_comes_next(browser: Client, live: LiveClass) -> None:
    said = [next_button(page(browser, live))]
    for _ in range(4):
        forward(live)
        said.append(next_button(page(browser, live)))

    assert said == [
        "Begin the lesson Activity 1",
        "Show the question",
        "End the answers",
        "Reveal the answer",
        "Next question",
    ]


def test_before_the_bell_the_page_says_how_phones_join(browser: Client, live: LiveClass) -> None:
    text = page(browser, live)

    code = live.code or ""
    assert f"{code[:3]} {code[3:]}" in text
    assert '<svg viewBox="0 0' in text
    assert "Open the projector" in text


def test_the_page_carries_state_words_and_addresses_for_its_script(
    browser: Client, live: LiveClass
) -> None:
    setup = setup_of(page(browser, live))

    assert setup["key"] == live.key
    assert setup["command"] == f"/en/classes/{live.key}/command/"
    assert setup["state"]["phase"] == "lobby"
    assert setup["words"]["console.pause"] == "Pause"
    assert setup["parts"]["timed-question"]["element"] == "olke-console-question"
    assert setup["parts"]["timed-question"]["js"].endswith("console/question.js")


def test_who_is_in_is_listed_with_what_can_be_done(browser: Client, live: LiveClass) -> None:
    one, other = joined(live, 2)
    forward(live, 2)
    sent(live, one, value=True)

    text = page(browser, live, f"?seat={other.seat}")

    assert "2 joined · 0 connected" in text
    assert "1 of 2 answered" in text
    assert text.count('class="person') >= 2
    assert f'form="do-take-out" name="seat" value="{other.seat}"' in text


def test_a_hostile_name_stays_a_name(browser: Client, live: LiveClass) -> None:
    join(live, name="</script><b>Ayan</b>")

    text = page(browser, live)

    assert "</script><b>" not in text
    assert "&lt;/script&gt;&lt;b&gt;Ayan" in text


def test_the_teacher_sees_the_answer_and_the_counts_before_the_reveal(
    browser: Client, live: LiveClass
) -> None:
    (one,) = joined(live, 1)
    forward(live, 2)
    sent(live, one, value=True)

    show = setup_of(page(browser, live))["state"]["show"]

    assert show["solution"]["solution"] is True
    assert {one["value"]: one["count"] for one in show["counts"]} == {True: 1, False: 0}


def test_the_projector_gets_neither_before(browser: Client, live: LiveClass) -> None:
    (one,) = joined(live, 1)
    forward(live, 2)
    sent(live, one, value=True)

    answer = browser.get(f"/en/classes/{live.key}/projector/")

    show = setup_of(answer.content.decode())["state"]["show"]
    assert "solution" not in show
    assert "counts" not in show
    assert show["answered"] == 1


def test_only_what_can_be_done_is_offered(browser: Client, live: LiveClass) -> None:
    assert setup_of(page(browser, live))["state"]["can"] == []
    forward(live, 2)
    can = setup_of(page(browser, live))["state"]["can"]
    assert set(can) == {"repeat", "close", "pause", "extend", "reveal"}


def test_a_class_that_has_ended_leads_to_its_report(browser: Client, live: LiveClass) -> None:
    browser.post(f"/classes/{live.key}/command/", {"name": "end"})

    text = page(browser, live)

    assert f"/en/classes/{live.key}/report/" in text
    assert f"/classes/start/{live.lesson_key}/?again={live.key}" in text
    assert "data-next hidden" in text


def test_the_page_costs_the_same_for_three_learners_as_for_thirty(
    browser: Client, teacher: Person, django_assert_num_queries: Any
) -> None:
    few, many = started(teacher), started(teacher)
    joined(few, 3)
    joined(many, 30)
    forward(few, 2)
    forward(many, 2)
    page(browser, few)
    with CaptureQueriesContext(connection) as counted:
        page(browser, few)
    with django_assert_num_queries(len(counted)):
        page(browser, many)


def test_what_was_only_shown_is_not_said_to_be_over(browser: Client, teacher: Person) -> None:
    live = started(teacher, activity(1), activity(2))
    forward(live)
    go(live, 1)
    go(live, 0)

    text = page(browser, live)

    assert "there is nothing to send" in text
    assert "extend" not in setup_of(text)["state"]["can"]
