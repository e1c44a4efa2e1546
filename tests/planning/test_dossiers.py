"""Dossiers in a browser: collecting, arranging, showing."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from olke.accounts.models import Role
from olke.evidence.models import Claim
from olke.teaching.documents.dossier import Dossier
from olke.teaching.models import Document, Visibility
from tests.records import make_claim, make_entity

pytestmark = pytest.mark.django_db
FEW = 11
"""Statements of a page without drawings."""

Clients = Callable[[Role], Client]
Dossiers = Callable[..., Document]


def content(document: Document) -> Dossier:
    """Return the newest content of a dossier."""
    document.refresh_from_db()
    found = document.parsed()
    assert isinstance(found, Dossier)
    return found


def change(client: Client, document: Document, do: str, **more: str) -> int:
    """Send one change of a dossier."""
    path = f"/teaching/dossiers/{document.key}/change/"
    return client.post(path, {"do": do, **more}).status_code


def test_a_claim_is_put_into_a_new_dossier_from_its_page(client_of: Clients) -> None:
    claim, browser = make_claim(), client_of(Role.TEACHER)
    assert "planning" not in browser.get(f"/claims/{claim.key}/").content.decode()
    assert "/teaching/collect/" in browser.get(f"/claims/{claim.key}/").content.decode()
    sent = {"kind": "claim", "what": claim.key, "dossier": "", "title": "Менің жинағым"}
    browser.post("/teaching/collect/", sent)
    document = Document.objects.get()
    assert (document.title_kk, content(document).claims) == ("Менің жинағым", (claim.key,))


def test_what_is_in_a_dossier_is_not_put_there_twice(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    claim = make_claim()
    document = make_dossier(claim.key)
    sent = {"kind": "claim", "what": claim.key, "dossier": document.key}
    answer = client_of(Role.TEACHER).post(
        "/teaching/collect/", sent, headers={"HX-Request": "true"}
    )
    assert "бар" in answer.content.decode()
    assert content(document).claims == (claim.key,)
    assert document.revision == 1


@pytest.mark.parametrize(
    ("kind", "what"),
    [("claim", "no such key!"), ("drawing", "https://elsewhere.example/"), ("word", "x"), ("", "")],
)
def test_only_evidence_and_drawings_are_collected(
    client_of: Clients, make_dossier: Dossiers, kind: str, what: str
) -> None:
    document = make_dossier()
    sent = {"kind": kind, "what": what, "dossier": document.key}
    assert client_of(Role.TEACHER).post("/teaching/collect/", sent).status_code == 400


def test_visitors_and_students_are_offered_no_dossier(client_of: Clients) -> None:
    claim = make_claim()
    for role in (Role.VISITOR, Role.STUDENT):
        page = client_of(role).get(f"/claims/{claim.key}/").content.decode()
        assert "/teaching/collect/" not in page


def test_entries_are_moved_noted_and_taken_out(client_of: Clients, make_dossier: Dossiers) -> None:
    one, two, three = (make_claim().key for _ in range(3))
    document, browser = make_dossier(one, two, three), client_of(Role.TEACHER)
    change(browser, document, "move:0-2:up")
    assert content(document).claims == (one, three, two)
    change(browser, document, "note-on:0-0", note="Мынаған қараңыз")
    assert content(document).entries[0].note.kk == "Мынаған қараңыз"
    change(browser, document, "remove:0-1")
    assert content(document).claims == (one, two)


def test_a_section_that_is_removed_leaves_its_entries_to_its_neighbour(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    one, two = (make_claim().key for _ in range(2))
    document, browser = make_dossier(one, two), client_of(Role.TEACHER)
    change(browser, document, "section", title="Екінші")
    change(browser, document, "into:0-1:1")
    assert [len(section.entries) for section in content(document).sections] == [1, 1]
    change(browser, document, "section-move:1:up")
    assert [section.title.kk for section in content(document).sections] == ["Екінші", "Бірінші"]
    change(browser, document, "section-remove:0")
    assert set(content(document).claims) == {one, two}


def test_a_place_that_is_gone_is_told_and_nothing_is_lost(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    document, browser = make_dossier(make_claim().key), client_of(Role.TEACHER)
    assert change(browser, document, "remove:0-7") == 302
    assert (
        "осы арада өзгерді" in browser.get(f"/teaching/dossiers/{document.key}/").content.decode()
    )
    assert len(content(document).entries) == 1


@pytest.mark.parametrize("do", ["", "move:x:up", "into:0-0:z", "explode:1", "note-on:9"])
def test_a_change_that_is_none_is_refused(
    client_of: Clients, make_dossier: Dossiers, do: str
) -> None:
    document = make_dossier(make_claim().key)
    assert change(client_of(Role.TEACHER), document, do) == 400


def test_a_quotation_needs_to_say_where_it_is_from(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    document, browser = make_dossier(), client_of(Role.TEACHER)
    assert change(browser, document, "quotation", quotation="Сөз") == 422
    assert change(browser, document, "quotation", quotation="Сөз", reference="Кітап, 5-б.") == 302
    assert content(document).entries[-1].model_dump()["reference"] == "Кітап, 5-б."


def test_the_words_of_one_language_are_changed_and_the_others_stay(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    document = make_dossier(title={"kk": "Соғыс", "ru": "Война"})
    sent = {"title": "The war", "question": "", "lead": ""}
    client_of(Role.TEACHER).post(f"/en/teaching/dossiers/{document.key}/edit/", sent)
    title = content(document).title
    assert (title.kk, title.ru, title.en) == ("Соғыс", "Война", "The war")


def test_the_page_shows_each_claim_with_its_citation_in_a_known_number_of_statements(
    client_of: Clients, make_dossier: Dossiers, django_assert_num_queries
) -> None:
    browser = client_of(Role.TEACHER)
    few = make_dossier(make_claim().key)
    many = make_dossier(*(make_claim().key for _ in range(3)))
    with django_assert_num_queries(FEW):
        page = browser.get(f"/teaching/dossiers/{few.key}/").content.decode()
    with django_assert_num_queries(FEW):
        browser.get(f"/teaching/dossiers/{many.key}/")
    assert "¶ 332" in page


def test_a_claim_that_was_withdrawn_or_is_gone_is_shown_as_such(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    claim = make_claim()
    document = make_dossier(claim.key, "never-was")
    Claim.objects.update(review="withdrawn")
    page = client_of(Role.TEACHER).get(f"/teaching/dossiers/{document.key}/").content.decode()
    assert "withdrawn" in page
    assert "never-was" in page


def test_a_private_dossier_is_found_by_its_owner_alone(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    document = make_dossier()
    path = f"/teaching/dossiers/{document.key}/"
    assert client_of(Role.TEACHER).get(path).status_code == 200
    for role in (Role.VISITOR, Role.STUDENT, Role.RESEARCHER, Role.ADMINISTRATOR):
        assert client_of(role).get(path).status_code == 404


def test_a_private_link_opens_the_dossier_and_its_pictures_alone(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    document = make_dossier()
    upload = SimpleUploadedFile("m.png", picture_bytes(), content_type="image/png")
    client_of(Role.TEACHER).post(
        f"/teaching/dossiers/{document.key}/pictures/", {"picture": upload, "caption": "Зауыт"}
    )
    Document.objects.update(visibility=Visibility.LINK)
    path, visitor = f"/teaching/dossiers/{document.key}/", client_of(Role.VISITOR)
    name = document.pictures.get().name
    assert visitor.get(path).status_code == 404
    assert visitor.get(path, {"link": "сырым"}).status_code == 404
    assert visitor.get(path, {"link": document.secret}).status_code == 200
    assert visitor.get(f"{path}pictures/{name}").status_code == 404
    answer = visitor.get(f"{path}pictures/{name}", {"link": document.secret})
    assert answer.headers["Content-Type"] == "image/png"


@pytest.mark.parametrize("bad", [b"", b"<svg onload='x'/>", b"GIF89a" + b"0" * 50])
def test_what_is_no_picture_is_refused_with_a_sentence(
    client_of: Clients, make_dossier: Dossiers, bad: bytes
) -> None:
    document = make_dossier()
    upload = SimpleUploadedFile("x.png", bad)
    path = f"/teaching/dossiers/{document.key}/pictures/"
    answer = client_of(Role.TEACHER).post(path, {"picture": upload})
    assert answer.status_code == 422
    assert not document.pictures.exists()


def test_a_dossier_with_an_entity_and_a_drawing_shows_both(
    client_of: Clients, make_dossier: Dossiers
) -> None:
    claim, entity = make_claim(), make_entity(name_kk="Жүн фабрикасы")
    drawing = f"series?indicator={claim.indicator.key}&subject={claim.subject.key}"
    entries = [{"entity": entity.key}, {"drawing": drawing}, {"words": {"kk": "- бір\n- екі"}}]
    document = make_dossier(sections=[{"entries": entries}])
    page = client_of(Role.TEACHER).get(f"/teaching/dossiers/{document.key}/").content.decode()
    assert "Жүн фабрикасы" in page
    assert "<li>екі</li>" in page


def test_the_list_finds_by_words_of_the_title(client_of: Clients, make_dossier: Dossiers) -> None:
    make_dossier(title={"kk": "Тың игеру"})
    make_dossier(title={"kk": "Ядролық полигон"})
    page = client_of(Role.TEACHER).get("/teaching/dossiers/", {"q": "полигон"}).content.decode()
    assert "Ядролық полигон" in page
    assert "Тың игеру" not in page


def picture_bytes() -> bytes:
    """Return a small picture."""
    out = io.BytesIO()
    Image.new("RGB", (4, 3), "white").save(out, "PNG")
    return out.getvalue()
