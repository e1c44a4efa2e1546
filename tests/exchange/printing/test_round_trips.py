"""Every kind of document in every format is opened again by a reader that did not write it."""

from __future__ import annotations

import io
from typing import Any

import docx
import pytest
from pptx import Presentation
from pypdf import PdfReader

from olke.accounts.models import Person
from olke.exchange.docx.writer import write_docx
from olke.exchange.handouts.evidence import evidence_for
from olke.exchange.handouts.kinds import HandoutKind, handouts_of
from olke.exchange.handouts.writer import handout
from olke.exchange.plans.files import document_file
from olke.exchange.plans.options import PrintOptions
from olke.teaching.documents.lesson import LessonForm
from olke.teaching.domain.documents import create_document
from tests.exchange.handouts.lessons import DOSSIER, full_lesson
from tests.exchange.pptx.test_slides import png
from tests.lessons import activity, course, dossier, lesson, stage, statement
from tests.printed import bare, docx_text

pytestmark = pytest.mark.django_db
TITLES = {"kk": "Жүн жуу фабрикасы", "ru": "Шерстомойная фабрика", "en": "The wool mill"}


def reopened(content: bytes, form: str) -> str:
    """Return the text of a file, read by the library of its format."""
    if form == "pdf":
        return bare("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages))
    if form == "docx":
        return bare(docx_text(content))
    slides = Presentation(io.BytesIO(content)).slides
    shapes = (shape for slide in slides for shape in slide.shapes if shape.has_text_frame)
    return bare("".join(shape.text_frame.text for shape in shapes))


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("form", ["docx", "pdf", "pptx"])
@pytest.mark.parametrize("kind", list(LessonForm))
def test_each_form_of_lesson_is_opened_again_in_each_format_and_language(
    researcher: Person, kind: LessonForm, form: str, language: str
) -> None:
    stages = [stage("middle", activity(items=[statement()]))]
    document = create_document(lesson(form=kind, stages=stages), by=researcher)
    written = document_file(document, form, language, PrintOptions(rasterise=png)).content
    assert bare(TITLES[language]) in reopened(written, form)


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize(
    ("content", "title"),
    [
        (course(), "Аудан тарихы"),
        (course(kind="elective"), "Аудан тарихы"),
        (course(kind="local-studies"), "Аудан тарихы"),
        (dossier({"words": {"kk": "Ескерту"}}), "Фабрика тарихы"),
    ],
)
def test_courses_and_dossiers_are_opened_again(
    researcher: Person, content: Any, title: str, form: str
) -> None:
    document = create_document(content, by=researcher)
    written = document_file(document, form, "kk", PrintOptions(rasterise=png)).content
    assert bare(title) in reopened(written, form)


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("kind", list(HandoutKind))
def test_each_handout_is_opened_again_as_docx(kind: HandoutKind) -> None:
    content = full_lesson()
    assert kind in handouts_of(content)
    evidence = evidence_for(content, (DOSSIER,))
    laid = handout(content, kind, "kk", dossiers=(DOSSIER,), evidence=evidence, running="Тасөзен")
    opened = docx.Document(io.BytesIO(write_docx(laid, png)))
    assert opened.sections[0].footer.paragraphs[0].text.startswith("Тасөзен")
    assert opened.paragraphs or opened.tables
