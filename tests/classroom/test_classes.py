"""The list of a teacher's classes, and the start of one: two clicks from a lesson."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.classroom.domain.directing import end_class
from olke.classroom.domain.listing import save_list
from olke.classroom.models import LiveClass, Naming
from olke.teaching.domain.documents import create_document
from olke.teaching.models import Document
from tests.classroom.rooms import joined, lesson_with, started
from tests.lessons import lesson

pytestmark = pytest.mark.django_db


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    """Return the teacher's browser."""
    return client_of(Role.TEACHER)


@pytest.fixture
def document(teacher: Person) -> Document:
    """Return a lesson of the teacher."""
    return create_document(lesson_with(key="new"), by=teacher)


def test_a_lessons_page_and_the_desk_lead_to_the_start(browser: Client, document: Document) -> None:
    start = f"/en/classes/start/{document.key}/"

    assert start in browser.get(f"/en/teaching/lessons/{document.key}/").content.decode()
    assert start in browser.get("/en/teaching/").content.decode()


def test_the_form_is_sent_as_it_comes_and_the_class_runs(
    browser: Client, document: Document
) -> None:
    page = browser.get(f"/classes/start/{document.key}/")
    form = page.context["form"]
    usual = {name: form[name].value() or "" for name in form.fields}

    answer = browser.post(f"/classes/start/{document.key}/", usual)

    live = LiveClass.objects.get()
    assert answer.headers["Location"] == f"/classes/{live.key}/"
    assert (live.naming, live.language, live.rehearsal) == (Naming.NICKNAME, "kk", False)


def test_a_reader_of_russian_starts_in_russian(browser: Client, document: Document) -> None:
    page = browser.get(f"/ru/classes/start/{document.key}/")

    assert page.context["form"]["language"].value() == "ru"


def test_a_lesson_in_one_language_starts_in_it(browser: Client, teacher: Person) -> None:
    only = create_document(lesson_with(key="new", title={"ru": "Фабрика"}), by=teacher)

    page = browser.get(f"/en/classes/start/{only.key}/")

    assert page.context["form"]["language"].value() == "ru"


def test_what_was_chosen_is_how_the_class_runs(
    browser: Client, document: Document, teacher: Person
) -> None:
    listed = save_list(by=teacher, name="7 Б", names=["Айша"])
    chosen = {
        "group_name": "7 Б",
        "naming": "list",
        "class_list": listed.pk,
        "language": "ru",
        "rehearsal": "on",
    }

    browser.post(f"/classes/start/{document.key}/", chosen)

    live = LiveClass.objects.get()
    assert (live.group_name, live.naming, live.language) == ("7 Б", Naming.LIST, "ru")
    assert (live.class_list, live.rehearsal) == (listed, True)


def test_a_name_from_a_list_needs_the_list(
    browser: Client, document: Document, teacher: Person
) -> None:
    save_list(by=teacher, name="7 Б", names=["Айша"])

    answer = browser.post(
        f"/en/classes/start/{document.key}/", {"naming": "list", "language": "kk"}
    )

    assert answer.status_code == 422
    assert "Choose the list." in answer.content.decode()


def test_somebody_elses_list_cannot_be_chosen(
    browser: Client, document: Document, teacher: Person, researcher: Person
) -> None:
    save_list(by=teacher, name="7 A", names=["Айша"])
    foreign = save_list(by=researcher, name="7 Б", names=["Бек"])

    answer = browser.post(
        f"/classes/start/{document.key}/",
        {"naming": "list", "class_list": foreign.pk, "language": "kk"},
    )

    assert answer.status_code == 422
    assert not LiveClass.objects.exists()


def test_a_lesson_without_activities_says_what_to_do(browser: Client, teacher: Person) -> None:
    empty = create_document(lesson(key="new"), by=teacher)
    usual = {"naming": "nickname", "language": "kk"}

    answer = browser.post(f"/en/classes/start/{empty.key}/", usual)

    assert "The lesson has no activity yet." in answer.content.decode()


def test_a_lesson_that_one_may_not_see_cannot_be_started(
    document: Document, client_of: Callable[[Role], Client]
) -> None:
    other = client_of(Role.RESEARCHER)

    assert other.get(f"/classes/start/{document.key}/").status_code == 404
    assert other.post(f"/classes/start/{document.key}/").status_code == 404


def test_the_same_lesson_is_run_again_as_the_class_before(
    browser: Client, document: Document, teacher: Person
) -> None:
    before = started(teacher, naming=Naming.SEAT, language="ru", group_name="7 A", rehearsal=True)

    page = browser.get(f"/en/classes/start/{document.key}/?again={before.key}")

    form = page.context["form"]
    assert form["naming"].value() == "seat"
    assert form["language"].value() == "ru"
    assert not form["group_name"].value()
    assert not form["rehearsal"].value()
    assert "7 A" in page.content.decode()


def test_running_classes_stand_before_those_that_have_ended(
    browser: Client, teacher: Person
) -> None:
    past, running = started(teacher, group_name="7 A"), started(teacher, group_name="7 Б")
    joined(past, 3)
    end_class(past, by=teacher)

    page = browser.get("/en/classes/").content.decode()

    assert page.index("7 Б") < page.index("7 A")
    assert f"/en/classes/{running.key}/" in page
    assert f"/en/classes/{past.key}/report/" in page
    assert '<td class="num">3</td>' in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_costs_the_same_for_one_class_as_for_three(
    number: int,
    browser: Client,
    teacher: Person,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    for live in [started(teacher) for _ in range(number)]:
        joined(live, 2)
        end_class(live, by=teacher)

    with django_assert_max_num_queries(9):  # type: ignore[attr-defined]
        browser.get("/classes/")


def test_nobody_elses_classes_are_listed(
    teacher: Person, client_of: Callable[[Role], Client]
) -> None:
    started(teacher, group_name="7 Ъ")

    assert "7 Ъ" not in client_of(Role.ADMINISTRATOR).get("/classes/").content.decode()


def test_the_way_into_a_class_is_in_the_menu_of_whoever_does_not_teach(
    client_of: Callable[[Role], Client],
) -> None:
    assert 'href="/join/"' in client_of(Role.VISITOR).get("/accounts/sign-in/").content.decode()
    assert 'href="/classes/"' in client_of(Role.TEACHER).get("/classes/").content.decode()
