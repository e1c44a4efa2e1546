"""``olke lesson``: listing, printing, checking forms."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pytest
from PIL import Image

from olke.accounts.models import Person
from olke.environment import StartError
from olke.exchange.plans.commands import form_faults, form_lines, lesson_lines, print_document
from olke.exchange.plans.files import UnknownFormatError, document_file, formats_of
from olke.exchange.plans.options import PrintOptions
from olke.teaching.domain.documents import create_document, remove_document
from olke.teaching.models import Document
from tests.lessons import course, dossier, lesson
from tests.printed import docx_text

pytestmark = pytest.mark.django_db
OPTIONS = PrintOptions()


@pytest.fixture
def mill(researcher: Person) -> Document:
    """Return a lesson in the database."""
    return create_document(lesson(), by=researcher)


def test_lessons_are_listed_with_key_form_and_title(mill: Document, researcher: Person) -> None:
    create_document(dossier(), by=researcher)
    gone = create_document(lesson(form="lecture", title={"en": "Gone"}), by=researcher)
    remove_document(gone, by=researcher)
    assert list(lesson_lines("en")) == [
        {"key": mill.key, "form": "school", "title": "The wool mill"}
    ]
    assert json.dumps(list(lesson_lines("kk")), ensure_ascii=False).count("Жүн жуу") == 1


@pytest.mark.parametrize(
    ("form", "begins"), [("docx", b"PK\x03\x04"), ("pdf", b"%PDF-"), ("pptx", b"PK\x03\x04")]
)
def test_a_lesson_is_written_in_each_format(
    mill: Document, tmp_path: Path, form: str, begins: bytes
) -> None:
    out = tmp_path / f"plan.{form}"
    assert print_document(mill.key, form, "kk", out, OPTIONS) == out
    assert out.read_bytes().startswith(begins)


def test_a_file_in_a_folder_is_named_after_key_and_language(mill: Document, tmp_path: Path) -> None:
    options = PrintOptions(answers=True)
    path = print_document(mill.key, "docx", "ru", tmp_path, options)
    assert path == tmp_path / f"{mill.key}-ru-answers.docx"
    assert "Шерстомойная фабрика" in docx_text(path.read_bytes())


def test_a_file_has_media_type_and_name(mill: Document) -> None:
    made = document_file(mill, "pdf", "kk", OPTIONS)
    assert made.media_type == "application/pdf"
    assert made.name == f"{mill.key}-kk.pdf"


def test_courses_and_dossiers_are_printed_too(researcher: Person, tmp_path: Path) -> None:
    for content in (course(), dossier()):
        document = create_document(content, by=researcher)
        assert formats_of(document) == ("docx", "pdf")
        print_document(document.key, "pdf", "en", tmp_path, OPTIONS)
        with pytest.raises(UnknownFormatError):
            document_file(document, "pptx", "en", OPTIONS)


def test_a_dossier_is_printed_with_its_own_pictures(researcher: Person) -> None:
    content = dossier({"picture": "mill.png", "caption": {"kk": "Фабрика"}})
    document = create_document(content, by=researcher)
    document.pictures.create(
        name="mill.png", content=png(), media_type="image/png", width=2, height=2, digest="0"
    )
    assert b"/Subtype/Image" in document_file(document, "pdf", "kk", OPTIONS).content
    read = docx.Document(io.BytesIO(document_file(document, "docx", "kk", OPTIONS).content))
    assert len(read.inline_shapes) == 1


def test_a_picture_that_is_damaged_leaves_its_caption(researcher: Person) -> None:
    content = dossier({"picture": "mill.png", "caption": {"kk": "Фабрика"}})
    document = create_document(content, by=researcher)
    damaged = png()[:-20] + b"0" * 20
    document.pictures.create(
        name="mill.png", content=damaged, media_type="image/png", width=2, height=2, digest="0"
    )
    assert "Фабрика" in docx_text(document_file(document, "docx", "kk", OPTIONS).content)
    assert b"/Subtype/Image" not in document_file(document, "pdf", "kk", OPTIONS).content


def png() -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "red").save(out, "PNG")
    return out.getvalue()


def test_what_is_not_there_is_told_with_what_was_meant(mill: Document, tmp_path: Path) -> None:
    with pytest.raises(StartError) as caught:
        print_document(f"{mill.key}s", "pdf", "kk", tmp_path, OPTIONS)
    assert str(caught.value) == f"there is no lesson '{mill.key}s'; was '{mill.key}' meant?"
    with pytest.raises(StartError, match=r"see `olke lesson list`"):
        print_document("0000", "pdf", "kk", tmp_path, OPTIONS)


def test_a_format_or_form_that_there_is_not_is_told(mill: Document, tmp_path: Path) -> None:
    with pytest.raises(StartError, match="printed as docx, pdf, pptx, not as 'odt'"):
        print_document(mill.key, "odt", "kk", tmp_path, OPTIONS)
    with pytest.raises(StartError, match=r"no form 'tsarist'; .* are: short-term-plan\."):
        print_document(mill.key, "pdf", "kk", tmp_path, PrintOptions(form="tsarist"))


def test_a_place_that_cannot_be_written_to_is_told(mill: Document, tmp_path: Path) -> None:
    with pytest.raises(StartError, match="cannot be written"):
        print_document(mill.key, "docx", "kk", tmp_path / "no" / "plan.docx", OPTIONS)


def test_forms_are_listed_and_the_faults_of_a_schools_own_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("olke.exchange.forms.library.own_folder", lambda: tmp_path)
    assert {line["origin"] for line in form_lines("kk")} == {"olke"}
    assert form_faults() == []
    (tmp_path / "ours.toml").write_text("key = ", encoding="utf-8")
    (fault,) = form_faults()
    assert fault.startswith("ours.toml: ")
