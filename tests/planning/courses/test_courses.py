"""Courses: outcomes traced, hours checked, the syllabus page and its editor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.planning.courses.tracing import traced
from olke.teaching.documents.course import Course, Strand
from olke.teaching.documents.lesson import Lesson
from olke.teaching.domain.documents import create_document, save_document
from olke.teaching.models import Document

CONTENT: dict[str, Any] = {
    "key": "new",
    "title": {"kk": "Өлке тарихы"},
    "kind": "local-studies",
    "credits": 1,
    "outcomes": [
        {"code": "ОН1", "text": {"kk": "біледі"}, "goal": {"kk": "мақсат"}},
        {"code": "ОН2", "text": {"kk": "талдайды"}},
    ],
    "aims": [{"kind": "research", "text": {"kk": "зерттеу"}}],
    "modules": [
        {
            "title": {"kk": "Бірінші модуль"},
            "topics": [
                {
                    "title": {"kk": "Зауыттар"},
                    "hours": {"school": 10, "independent": 5},
                    "outcomes": ["ОН1"],
                    "lessons": ["a-lesson"],
                    "tasks": [{"kk": "Кесте"}],
                    "strands": ["socio-economic"],
                    "host": {"kk": "География"},
                    "grade": "7",
                },
                {"title": {"kk": "Жолдар"}, "hours": {"school": 4}},
            ],
        }
    ],
}
LESSON = Lesson.model_validate({"key": "a-lesson", "title": {"kk": "Сабақ"}, "form": "school"})


def course(**fields: Any) -> Course:
    return Course.model_validate(CONTENT | fields)


def test_an_outcome_is_traced_to_topics_lessons_and_tasks() -> None:
    first, second = traced(course(), {"a-lesson": LESSON}).outcomes

    assert [topic.title.kk for topic in first.topics] == ["Зауыттар"]
    assert (first.lessons, len(first.tasks), first.gaps) == (("a-lesson",), 1, ())
    assert second.gaps == ("topics", "lessons", "tasks")


def test_a_lesson_that_names_other_outcomes_serves_those_alone() -> None:
    objectives = [{"text": {"kk": "атайды"}, "outcomes": ["ОН2"]}]
    lesson = Lesson.model_validate({**LESSON.plain(), "objectives": objectives})

    first, second = traced(course(), {"a-lesson": lesson}).outcomes

    assert (first.lessons, second.lessons) == ((), ("a-lesson",))
    assert first.gaps == ("lessons",)


def test_the_matrix_shows_topics_that_serve_nothing() -> None:
    rows = traced(course(), {"a-lesson": LESSON}).matrix

    assert [row.is_gap for row in rows] == [False, True]
    assert [(c.named, c.lessons, c.tasks) for c in rows[0].cells] == [
        (True, 1, 1),
        (False, 0, 0),
    ]


@pytest.mark.parametrize(("count", "off"), [(0, 0), (1, -11)])
def test_hours_are_held_against_credits(count: int, off: int) -> None:
    assert traced(course(credits=count), {}).hours_off == off


def test_local_studies_are_shown_by_strand_aim_host_and_grade() -> None:
    found = traced(course(), {})

    assert [s for s, topics in found.strands if topics] == [Strand.SOCIO_ECONOMIC]
    assert len(found.strands) == 7
    assert [len(aims) for _kind, aims in found.aims] == [0, 0, 0, 1]
    assert found.grades == ("7",)
    assert [(host.host.kk, host.hours, host.total) for host in found.hosts] == [
        ("География", (15,), 15)
    ]


@pytest.fixture
def document(person_of: Callable[[Role], Person]) -> Document:
    return create_document(course(), by=person_of(Role.TEACHER))


@pytest.mark.django_db
@pytest.mark.parametrize("part", ["head", "outcomes", "modules", "aims", "reading"])
def test_saving_a_part_as_it_was_opened_changes_nothing(
    part: str, document: Document, client_of: Callable[[Role], Client]
) -> None:
    from tests.planning.lessons.test_editing import form_in  # noqa: PLC0415 - reads any form

    browser = client_of(Role.TEACHER)
    address = f"/teaching/courses/{document.key}/edit/"
    fields = form_in(browser.get(f"{address}?part={part}").content.decode())
    before = document.content

    answer = browser.post(address, {**fields, "do": "save"})

    document.refresh_from_db()
    assert answer.status_code == 302, answer.content.decode()
    assert document.content == before
    assert document.revision == 1


@pytest.mark.django_db
def test_a_topic_is_added_and_the_rest_of_the_course_stays(
    document: Document, client_of: Callable[[Role], Client]
) -> None:
    from tests.planning.lessons.test_editing import form_in  # noqa: PLC0415 - reads any form

    browser = client_of(Role.TEACHER)
    address = f"/teaching/courses/{document.key}/edit/"
    fields = form_in(browser.get(f"{address}?part=modules").content.decode())
    page = browser.post(address, {**fields, "do": "add:modules-0-topics"})
    fields = form_in(page.content.decode())
    fields["modules-0-topics-2-title"] = ["Кен"]
    fields["modules-0-topics-2-hours-school"] = ["16"]
    fields["modules-0-topics-2-outcomes"] = ["", "ОН2"]

    answer = browser.post(address, {**fields, "next": "aims"})

    document.refresh_from_db()
    saved = document.parsed()
    assert isinstance(saved, Course)
    assert answer.headers["Location"].endswith("?part=aims")
    assert saved.topics[2].outcomes == ("ОН2",)
    assert saved.hours.total == 35
    assert saved.outcomes == course().outcomes


@pytest.mark.django_db
def test_two_editors_of_a_course_lose_nothing(
    document: Document, client_of: Callable[[Role], Client], person_of: Callable[[Role], Person]
) -> None:
    from tests.planning.lessons.test_editing import form_in  # noqa: PLC0415 - reads any form

    browser = client_of(Role.TEACHER)
    address = f"/teaching/courses/{document.key}/edit/"
    fields = form_in(browser.get(address).content.decode())
    save_document(document, course(weeks=15), revision=1, by=person_of(Role.TEACHER))

    answer = browser.post(address, {**fields, "credits": ["3"], "do": "save"})
    together = form_in(answer.content.decode())

    assert answer.status_code == 409
    assert (together["credits"], together["weeks"]) == (["3"], ["15"])


@pytest.mark.django_db
def test_the_syllabus_opens_and_a_new_one_begins_with_a_title(
    document: Document, client_of: Callable[[Role], Client]
) -> None:
    browser = client_of(Role.TEACHER)

    assert "Зауыттар" in browser.get(f"/teaching/courses/{document.key}/").content.decode()
    answer = browser.post("/teaching/courses/new/", {"title": "Жаңа курс", "kind": "elective"})

    assert answer.status_code == 302
    assert Document.objects.get(title_kk="Жаңа курс").content["kind"] == "elective"


Budget = Callable[[int], Any]


def statements(browser: Client, address: str, budget: Budget) -> int:
    """Return how many statements a page asks."""
    with budget(30) as seen:
        assert browser.get(address).status_code == 200
    return len(seen)


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["", "edit/?part=head", "edit/?part=outcomes"])
def test_a_page_of_a_course_asks_as_often_for_three_lessons_as_for_one(
    page: str,
    person_of: Callable[[Role], Person],
    client_of: Callable[[Role], Client],
    django_assert_max_num_queries: Budget,
) -> None:
    teacher, browser = person_of(Role.TEACHER), client_of(Role.TEACHER)
    one, three = (create_document(with_topics(teacher, count), by=teacher).key for count in (1, 3))

    counts = {
        statements(browser, f"/teaching/courses/{key}/{page}", django_assert_max_num_queries)
        for key in (one, three)
    }

    assert len(counts) == 1


@pytest.mark.django_db
def test_the_list_of_courses_asks_as_often_for_three_as_for_one(
    document: Document,
    person_of: Callable[[Role], Person],
    client_of: Callable[[Role], Client],
    django_assert_max_num_queries: Budget,
) -> None:
    browser = client_of(Role.TEACHER)
    one = statements(browser, "/teaching/courses/", django_assert_max_num_queries)
    for _ in range(2):
        create_document(course(), by=person_of(Role.TEACHER))

    assert statements(browser, "/teaching/courses/", django_assert_max_num_queries) == one


@pytest.mark.django_db
def test_a_course_shows_the_hours_it_has_and_no_others(
    document: Document, client_of: Callable[[Role], Client]
) -> None:
    page = client_of(Role.TEACHER).get(f"/teaching/courses/{document.key}/").content.decode()

    assert 'data-label="Мектеп"' in page
    assert 'data-label="Дәріс"' not in page


def with_topics(teacher: Person, count: int) -> Course:
    """Return a course of some topics, each with a lesson of its own."""
    topics = []
    for number in range(count):
        lesson = create_document(LESSON, by=teacher)
        topics.append({"title": {"kk": f"Тақырып {number}"}, "lessons": [lesson.key]})
    return course(modules=[{"title": {"kk": "Модуль"}, "topics": topics}])
