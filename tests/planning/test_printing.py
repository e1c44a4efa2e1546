"""Printing from the pages: plans, slides, handouts, by teachers."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from django.test import Client
from pptx import Presentation

from olke.accounts.models import Person, Role
from olke.teaching.documents.lesson import Lesson
from olke.teaching.domain.documents import create_document
from olke.teaching.models import Document
from tests.records import make_claim

pytestmark = pytest.mark.django_db

Clients = Callable[[Role], Client]


@pytest.fixture
def lesson(teacher: Person) -> Document:
    """Return a school lesson with a statement that rests on a claim."""
    item = {"id": "i1", "kind": "statement", "text": {"kk": "Зауыт 1941 жылы ашылды."}}
    item |= {"answer": False, "explanation": {"kk": "Ол 1942 жылы ашылды."}}
    item |= {"claims": [make_claim().key]}
    activity = {"id": "a1", "method": "true-or-false", "minutes": 45, "items": [item]}
    content = {
        "key": "new",
        "form": "school",
        "title": {"kk": "Зауыттар тарихы", "en": "History of the works"},
        "stages": [{"part": "middle", "activities": [activity]}],
    }
    return create_document(Lesson.model_validate(content), by=teacher)


def text_of(answer: bytes) -> str:
    """Return the words of a DOCX file, tables included."""
    document = docx.Document(io.BytesIO(answer))
    cells = (c.text for t in document.tables for row in t.rows for c in row.cells)
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def get(client: Client, lesson: Document, name: str, **chosen: str) -> bytes:
    """Return a file of a lesson."""
    answer = client.get(f"/teaching/documents/{lesson.key}/print/{name}", chosen)
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    return answer.content


def test_the_page_offers_the_plan_the_slides_and_the_handouts(
    client_of: Clients, lesson: Document
) -> None:
    page = client_of(Role.TEACHER).get(f"/teaching/documents/{lesson.key}/print/").content.decode()
    for name in ("plan.docx", "plan.pdf", "plan.pptx", "student.pdf", "statements.docx"):
        assert f"/print/{name}" in page


def test_a_plan_carries_what_the_teacher_filled_in(client_of: Clients, lesson: Document) -> None:
    browser = client_of(Role.TEACHER)
    text = text_of(get(browser, lesson, "plan.docx", teacher="А. Серікова", date="24.11.2026"))
    assert "Зауыттар тарихы" in text
    assert "А. Серікова" in text


def test_answers_are_printed_only_when_asked_for(client_of: Clients, lesson: Document) -> None:
    browser = client_of(Role.TEACHER)
    assert "1942" not in text_of(get(browser, lesson, "plan.docx"))
    assert "1942" in text_of(get(browser, lesson, "plan.docx", answers="1"))
    assert "1942" not in text_of(get(browser, lesson, "student.docx"))


def test_the_language_of_the_print_is_chosen_apart_from_the_pages(
    client_of: Clients, lesson: Document
) -> None:
    text = text_of(get(client_of(Role.TEACHER), lesson, "plan.docx", language="en"))
    assert "History of the works" in text


def test_slides_open(client_of: Clients, lesson: Document) -> None:
    slides = Presentation(io.BytesIO(get(client_of(Role.TEACHER), lesson, "plan.pptx"))).slides
    assert len(slides) > 2


def test_a_pdf_is_one(client_of: Clients, lesson: Document) -> None:
    assert get(client_of(Role.TEACHER), lesson, "plan.pdf").startswith(b"%PDF-")


@pytest.mark.parametrize(
    "name", ["plan.exe", "plan.html", "boards.pdf", "posters.pdf", "plan.docx?language=de"]
)
def test_what_there_is_not_is_a_page_that_does_not_exist(
    client_of: Clients, lesson: Document, name: str
) -> None:
    path = f"/teaching/documents/{lesson.key}/print/{name}"
    assert client_of(Role.TEACHER).get(path).status_code == 404


def test_only_who_may_see_a_document_prints_it(client_of: Clients, lesson: Document) -> None:
    path = f"/teaching/documents/{lesson.key}/print/plan.docx"
    assert client_of(Role.RESEARCHER).get(path).status_code == 404
    assert client_of(Role.STUDENT).get(path).status_code == 403
    assert client_of(Role.VISITOR).get(path).status_code == 302
