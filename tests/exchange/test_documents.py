"""Dossiers, courses and lessons as files of a pack: checked, loaded, saved."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from olke.exchange.pack.commands import check, load, save
from olke.history.models import Entry
from olke.history.queries import find_break
from olke.teaching.documents.dossier import Dossier
from olke.teaching.domain.documents import create_document, save_document
from olke.teaching.models import Document, Use

pytestmark = pytest.mark.django_db

DOSSIER = """\
# The mill in its first years
key = "felt-after-the-war"

[title]
kk = "Соғыстан кейінгі киіз"
en = "Felt after the war"

[[sections]]

[[sections.entries]]
claim = "5-02"

[[sections.entries]]
drawing = "series?indicator=output&subject=wool-mill"
"""
LESSON = """\
key = "felt-lesson"
form = "seminar"
dossiers = ["felt-after-the-war"]
title = {kk = "Киіз"}
"""


def put(folder: Path, path: str, text: str) -> Path:
    """Write a document into the pack's folder."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def folder(region) -> Path:
    """Return the folder of the region's pack."""
    return region.path


@pytest.fixture
def taught(folder: Path) -> Path:
    """Return the folder with a dossier and a lesson in it."""
    put(folder, "dossiers/felt-after-the-war.toml", DOSSIER)
    return put(folder, "lessons/felt-lesson.toml", LESSON)


def codes(folder: Path) -> list[tuple[str, int | None, str]]:
    """Return file, row and code of what a check finds in documents."""
    return [
        (problem.file, problem.row, problem.code)
        for problem in check(folder).problems
        if problem.file.endswith(".toml")
    ]


def test_a_loaded_document_is_public_and_rests_on_its_claims(taught: Path) -> None:
    assert load(taught, by=None).loaded
    document = Document.objects.get(key="felt-after-the-war")
    assert (document.kind, document.visibility, document.owner) == ("dossier", "public", None)
    assert document.title == "Соғыстан кейінгі киіз"
    assert set(Use.objects.values_list("kind", "key")) == {
        ("claim", "5-02"),
        ("document", "felt-after-the-war"),
    }
    assert find_break() is None


def test_what_was_loaded_is_saved_byte_for_byte_with_its_comments(
    taught: Path, tmp_path: Path
) -> None:
    load(taught, by=None)
    save(tmp_path / "saved")
    saved = tmp_path / "saved" / "dossiers" / "felt-after-the-war.toml"
    assert saved.read_text(encoding="utf-8") == DOSSIER
    assert load(tmp_path / "saved", by=None).changes["unchanged"]


def test_a_document_edited_here_is_saved_as_it_is_now(
    taught: Path, tmp_path: Path, researcher
) -> None:
    load(taught, by=None)
    document = Document.objects.get(key="felt-after-the-war")
    content = document.parsed().model_copy(update={"sections": ()})
    save_document(document, content, revision=1, by=researcher)
    save(tmp_path / "saved")
    text = (tmp_path / "saved/dossiers/felt-after-the-war.toml").read_text(encoding="utf-8")
    assert "sections" not in text
    assert "Соғыстан кейінгі киіз" in text


def test_loading_again_changes_nothing_and_adds_no_version(taught: Path) -> None:
    load(taught, by=None)
    entries = Entry.objects.count()
    load(taught, by=None)
    assert Entry.objects.count() == entries
    assert Document.objects.get(key="felt-lesson").revision == 1


def test_a_changed_file_makes_a_version_and_its_use_follows(taught: Path) -> None:
    load(taught, by=None)
    put(taught, "dossiers/felt-after-the-war.toml", DOSSIER.replace("5-02", "5-01"))
    load(taught, by=None)
    document = Document.objects.get(key="felt-after-the-war")
    assert document.revision == 2
    assert document.uses.get(kind="claim").key == "5-01"


def test_a_document_changed_on_both_sides_is_a_conflict_until_somebody_decides(
    taught: Path, researcher
) -> None:
    load(taught, by=None)
    document = Document.objects.get(key="felt-after-the-war")
    here = document.parsed().model_copy(update={"sections": ()})
    save_document(document, here, revision=1, by=researcher)
    put(taught, "dossiers/felt-after-the-war.toml", DOSSIER.replace("5-02", "5-01"))
    report = load(taught, by=None)
    assert [problem.code for problem in report.errors] == ["conflict"]
    document.refresh_from_db()
    assert document.content.get("sections") is None
    assert load(taught, by=None, prefer="pack").loaded
    document.refresh_from_db()
    assert document.parsed().claims == ("5-01",)


def test_what_was_changed_here_alone_stays(taught: Path, researcher) -> None:
    load(taught, by=None)
    document = Document.objects.get(key="felt-after-the-war")
    here = document.parsed().model_copy(update={"sections": ()})
    save_document(document, here, revision=1, by=researcher)
    report = load(taught, by=None)
    assert report.changes["yours"] == 1
    document.refresh_from_db()
    assert not document.parsed().sections


def test_a_document_that_the_files_lack_leaves_the_lists_and_can_come_back(taught: Path) -> None:
    load(taught, by=None)
    (taught / "lessons/felt-lesson.toml").unlink()
    load(taught, by=None)
    assert Document.objects.get(key="felt-lesson").removed_at
    put(taught, "lessons/felt-lesson.toml", LESSON)
    load(taught, by=None)
    assert Document.objects.get(key="felt-lesson").removed_at is None
    assert find_break() is None


def test_every_fault_of_a_document_is_told_with_its_line_and_nothing_is_loaded(
    folder: Path,
) -> None:
    put(folder, "dossiers/wool.toml", DOSSIER.replace("5-02", "9-99").replace("wool-mill", "mil"))
    put(folder, "lessons/felt-lesson.toml", LESSON.replace("seminar", "seminer"))
    put(folder, "courses/broken.toml", "key = ")
    assert codes(folder) == [
        ("courses/broken.toml", 1, "toml"),
        ("dossiers/wool.toml", 1, "name-not-key"),
        ("dossiers/wool.toml", 11, "dangling"),
        ("dossiers/wool.toml", 14, "dangling"),
        ("lessons/felt-lesson.toml", 2, "enum"),
    ]
    assert not load(folder, by=None).loaded
    assert not Document.objects.exists()


def test_a_document_in_another_encoding_is_reported(folder: Path) -> None:
    file = put(folder, "dossiers/felt-after-the-war.toml", "") / "dossiers/felt-after-the-war.toml"
    file.write_bytes(DOSSIER.replace("Соғыстан кейінгі", "Старый").encode("cp1251"))
    assert ("dossiers/felt-after-the-war.toml", 5, "encoding") in codes(folder)


def test_a_picture_goes_in_and_out_with_its_dossier(folder: Path, tmp_path: Path) -> None:
    entry = '\n[[sections.entries]]\npicture = "mill.png"\n'
    put(folder, "dossiers/felt-after-the-war.toml", DOSSIER + entry)
    assert ("dossiers/felt-after-the-war.toml", 17, "missing-picture") in codes(folder)
    drawn = io.BytesIO()
    Image.new("RGB", (3, 2), "white").save(drawn, "PNG")
    path = folder / "pictures/felt-after-the-war/mill.png"
    path.parent.mkdir(parents=True)
    path.write_bytes(drawn.getvalue())
    load(folder, by=None)
    picture = Document.objects.get(key="felt-after-the-war").pictures.get()
    assert (picture.name, picture.width, picture.height) == ("mill.png", 3, 2)
    save(tmp_path / "saved")
    saved = tmp_path / "saved/pictures/felt-after-the-war/mill.png"
    assert saved.read_bytes() == drawn.getvalue()


def test_a_file_that_is_no_picture_is_no_picture_of_a_dossier(folder: Path) -> None:
    entry = '\n[[sections.entries]]\npicture = "mill.png"\n'
    put(folder, "dossiers/felt-after-the-war.toml", DOSSIER + entry)
    put(folder, "pictures/felt-after-the-war/mill.png", "<svg onload='x'/>")
    assert ("dossiers/felt-after-the-war.toml", 17, "not-a-picture") in codes(folder)


def test_a_key_that_somebodys_own_document_has_stops_the_load(taught: Path, researcher) -> None:
    own = create_document(Dossier(key="x", title={"kk": "Киіз"}), by=researcher)
    Document.objects.filter(pk=own.pk).update(key="felt-after-the-war")
    report = load(taught, by=None)
    assert [problem.code for problem in report.errors] == ["key-of-person"]


def test_every_fault_of_a_document_is_said_in_a_sentence(folder: Path) -> None:
    put(folder, "lessons/felt-lesson.toml", LESSON.replace("form", "frm").replace('"Киіз"', "3"))
    said = [problem.reason for problem in check(folder).errors]
    assert len(said) == 3
    assert all(sentence.endswith(".") for sentence in said)
