"""What a teacher may bring that fits no lesson: clear words, and nothing lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from olke.accounts.models import Person, Role
from olke.evidence.models import Claim
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from olke.teaching.documents.dossier import Dossier
from olke.teaching.documents.lesson import Lesson
from olke.teaching.models import Document
from tests.records import make_claim, make_entity, make_indicator

pytestmark = pytest.mark.django_db
Dossiers = Callable[..., Document]
MEGABYTE = 1024**2


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    return client_of(Role.TEACHER)


def propose(browser: Client, dossier: Document) -> Document:
    """Have a school lesson proposed from a dossier, and look at each of its pages."""
    sent = {"dossier": dossier.key, "form": "school", "minutes": "45", "language": "kk"}
    assert browser.post("/teaching/lessons/new/", sent).status_code == 302
    lesson = Document.objects.get(kind="lesson")
    pages = [f"lessons/{lesson.key}/", f"lessons/{lesson.key}/edit/"]
    pages += [f"documents/{lesson.key}/print/", f"documents/{lesson.key}/print/plan.docx"]
    pages += [f"dossiers/{dossier.key}/", f"dossiers/{dossier.key}/edit/"]
    for page in pages:
        assert browser.get(f"/teaching/{page}").status_code == 200, page
    return lesson


def content(lesson: Document) -> Lesson:
    lesson.refresh_from_db()
    found = lesson.parsed()
    assert isinstance(found, Lesson)
    return found


def events(count: int) -> list[str]:
    """Return claims that something happened: none of them has a value."""
    return [make_claim(kind="event", period=str(1940 + n)).key for n in range(count)]


def test_an_empty_dossier_says_so_and_gives_stages_and_minutes(
    browser: Client, make_dossier: Dossiers
) -> None:
    dossier = make_dossier(sections=[])

    lesson = content(propose(browser, dossier))

    assert "Бұл жинақ бос" in browser.get(f"/teaching/dossiers/{dossier.key}/").content.decode()
    assert lesson.planned_minutes == 45
    assert not any(item.claims for activity in lesson.activities for item in activity.items)


def test_one_claim_is_told_and_a_method_says_what_is_missing(
    browser: Client, make_dossier: Dossiers
) -> None:
    dossier = make_dossier(claim := make_claim().key)

    lesson = content(propose(browser, dossier))
    page = browser.get(f"/teaching/methods/jigsaw/?dossier={dossier.key}").content.decode()

    assert any(claim in item.claims for a in lesson.activities for item in a.items)
    assert "Жинақта дерек аз" in page


def test_claims_without_values_are_ordered_and_told(
    browser: Client, make_dossier: Dossiers
) -> None:
    lesson = content(propose(browser, make_dossier(*events(6))))

    assert lesson.planned_minutes == 45
    assert any(item.claims for activity in lesson.activities for item in activity.items)


def test_five_hundred_claims_are_shown_and_proposed_from(
    browser: Client, make_dossier: Dossiers
) -> None:
    output, works = make_indicator(), [make_entity() for _ in range(50)]
    claims = [
        make_claim(subject=one, indicator=output, period=str(1940 + n), value=str(1000 + 90 * n))
        for one in works
        for n in range(10)
    ]

    dossier = make_dossier(*(claim.key for claim in claims))
    lesson = content(propose(browser, dossier))

    page = browser.get(f"/teaching/dossiers/{dossier.key}/").content.decode()
    assert page.count('class="dossier-claim"') == 500
    assert lesson.planned_minutes == 45


def test_evidence_that_was_withdrawn_is_struck_out_and_the_update_takes_it_away(
    browser: Client, make_dossier: Dossiers, teacher: Person
) -> None:
    lesson = propose(browser, make_dossier(*events(6)))
    gone = next(key for a in content(lesson).activities for i in a.items for key in i.claims)
    Claim.objects.filter(key=gone).update(review="withdrawn")
    change = Change("claim", gone, Action.CHANGED, {"review": "new"}, {"review": "withdrawn"})
    record_changes([change], by=teacher, why="not in the archive")

    page = browser.get(f"/teaching/lessons/{lesson.key}/").content.decode()
    assert "not in the archive" in page
    assert "дерек қайтарып алынған" in page
    browser.post(f"/teaching/lessons/{lesson.key}/update/")

    assert not any(gone in item.claims for a in content(lesson).activities for item in a.items)
    assert lesson.versions.count() == 2


def test_evidence_that_was_merged_into_another_record_is_told_by_its_key(
    browser: Client, make_dossier: Dossiers
) -> None:
    dossier = make_dossier(make_claim().key, "merged-claim", "merged-claim-2")

    for page in (f"dossiers/{dossier.key}/", f"dossiers/{dossier.key}/edit/"):
        shown = browser.get(f"/teaching/{page}").content.decode()
        assert shown.count("деректер қорында енді жоқ") == 2
        assert "<code>merged-claim</code>" in shown


WORD = "\ufeff\u200b•\tбір\u00adінші\r\n\uf0b7\tекінші\u0007"


def test_a_paste_from_word_into_a_dossier_becomes_plain_text(
    browser: Client, make_dossier: Dossiers
) -> None:
    dossier = make_dossier(make_claim().key)
    address = f"/teaching/dossiers/{dossier.key}"

    browser.post(f"{address}/change/", {"do": "note", "words": WORD})
    browser.post(f"{address}/change/", {"do": "note-on:0-0", "note": WORD})
    browser.post(f"{address}/change/", {"do": "section", "title": "Бір\u00adінші\r\nбөлім"})
    browser.post(f"{address}/edit/", {"title": "Жү\u00adн\u00a0жуу", "lead": WORD})

    dossier.refresh_from_db()
    found = dossier.parsed()
    assert isinstance(found, Dossier)
    assert found.entries[-1].model_dump()["words"]["kk"] == "- бірінші\n- екінші"
    assert found.entries[0].note.kk == "- бірінші\n- екінші"
    assert found.sections[-1].title.kk == "Бірінші бөлім"
    assert (found.title.kk, found.lead.kk) == ("Жүн жуу", "- бірінші\n- екінші")


def test_saving_the_head_of_a_dossier_as_it_was_opened_changes_nothing(
    browser: Client, make_dossier: Dossiers
) -> None:
    dossier = make_dossier(lead={"kk": "Бір абзац.\n\nЕкінші абзац."})

    sent = {"title": "Соғыс жылдары", "question": "", "lead": "Бір абзац.\r\n\r\nЕкінші абзац."}
    browser.post(f"/teaching/dossiers/{dossier.key}/edit/", sent)

    dossier.refresh_from_db()
    assert dossier.revision == 1


def test_a_picture_of_fifty_megabytes_is_refused_and_what_was_typed_stays(
    browser: Client, make_dossier: Dossiers
) -> None:
    dossier = make_dossier()
    large = SimpleUploadedFile("large.png", b"\x89PNG\r\n\x1a\n" + bytes(50 * MEGABYTE))

    answer = browser.post(
        f"/teaching/dossiers/{dossier.key}/pictures/", {"picture": large, "caption": "Цех"}
    )

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "10" in page
    assert 'value="Цех"' in page
    assert not dossier.pictures.exists()


def test_a_schools_form_with_an_unknown_field_is_told_where_it_is_printed(
    browser: Client, make_dossier: Dossiers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("olke.exchange.forms.library.own_folder", lambda: tmp_path)
    (tmp_path / "ours.toml").write_text('key = "ours"\nsinse = 2027-01-01\n', encoding="utf-8")

    lesson = propose(browser, make_dossier())
    page = browser.get(f"/teaching/documents/{lesson.key}/print/").content.decode()

    assert "Мектебіңіздің нысаны оқылмады" in page
    assert "ours.toml" in page
    assert "sinse" in page


def test_an_edit_that_leaves_the_explanation_behind_asks_about_it_until_answered(
    browser: Client, make_dossier: Dossiers
) -> None:
    from tests.planning.lessons.test_editing import form_in  # noqa: PLC0415 - reads any form

    lesson = propose(browser, make_dossier(*events(6)))
    address = f"/teaching/lessons/{lesson.key}/edit/"
    place, item = explained(content(lesson))
    fields: dict[str, Any] = form_in(browser.get(address).content.decode())

    page = browser.post(address, {**fields, f"{place}-text": ["Менің сөзім"], "do": "show"})
    fields = form_in(page.content.decode())
    assert "түсіндірме әлі сәйкес келе ме?" in page.content.decode()
    browser.post(address, {**fields, "do": "save"})
    shown = browser.get(f"/teaching/lessons/{lesson.key}/").content.decode()
    assert "түсіндірме мәтінге сәйкес келмеуі мүмкін" in shown

    fields = form_in(browser.get(address).content.decode())
    page = browser.post(address, {**fields, "do": f"fits:{place}"})
    browser.post(address, {**form_in(page.content.decode()), "do": "save"})

    kept = next(i for a in content(lesson).activities for i in a.items if i.text.kk.startswith("М"))
    assert (kept.id, kept.explanation_stale, kept.edited) == (item, False, True)


def explained(lesson: Lesson) -> tuple[str, str]:
    """Return place and id of the first item that has an explanation."""
    return next(
        (f"stages-{s}-activities-{a}-items-{i}", item.id)
        for s, stage in enumerate(lesson.stages)
        for a, activity in enumerate(stage.activities)
        for i, item in enumerate(activity.items)
        if item.explanation
    )
