"""The lesson editor as a browser without script uses it."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.planning.lessons.proposing import Wish, propose_lesson
from olke.teaching.documents.lesson import Lesson, LessonForm
from olke.teaching.domain.documents import create_document, save_document
from olke.teaching.models import Document, Draft
from tests.planning.lessons.dossiers import make_dossier
from tests.records import make_claim

pytestmark = pytest.mark.django_db
Fields = dict[str, list[str]]


class FormReader(HTMLParser):
    """Reads what a browser would send: the fields of the editor's form with their values."""

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[tuple[str, str]] = []
        self.inside = False
        self.area: str | None = None
        self.select: str | None = None
        self.first: str | None = None
        self.chosen = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.inside = "lesson-form" in (given.get("class") or "")
        name = given.get("name")
        if not self.inside:
            return
        if tag == "input" and name:
            if given.get("type") == "checkbox" and "checked" not in given:
                return
            self.fields.append((name, given.get("value") or ""))
        elif tag == "textarea" and name:
            self.area = name
            self.fields.append((name, ""))
        elif tag == "select":
            self.select, self.chosen, self.first = name, False, None
        elif tag == "option" and self.select:
            self._option(given)

    def _option(self, given: dict[str, str | None]) -> None:
        value = given.get("value")
        self.first = value if self.first is None else self.first
        if "selected" in given and value is not None:
            self.chosen = True
            self.fields.append((str(self.select), value))

    def handle_data(self, data: str) -> None:
        if self.area and self.fields[-1][0] == self.area:
            self.fields[-1] = (self.area, self.fields[-1][1] + data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # A browser leaves out the line break that the page begins the field with.
            name, text = self.fields[-1]
            self.fields[-1] = (name, text.removeprefix("\n").replace("\n", "\r\n"))
            self.area = None
        elif tag == "select":
            if self.select and not self.chosen and self.first:
                self.fields.append((self.select, self.first))
            self.select = None
        elif tag == "form":
            self.inside = False


def form_in(page: str) -> Fields:
    reader = FormReader()
    reader.feed(page)
    found: Fields = {}
    for name, value in reader.fields:
        found.setdefault(name, []).append(value)
    return found


@pytest.fixture
def teacher(person_of: Callable[[Role], Person]) -> Person:
    return person_of(Role.TEACHER)


@pytest.fixture
def document(teacher: Person) -> Document:
    """Return a lesson of the teacher's own, proposed from a dossier of the region."""
    dossier = make_dossier(by=teacher)
    wish = Wish(LessonForm.SCHOOL, None, 45, "kk", seed=3)
    return create_document(propose_lesson(dossier, wish), by=teacher)


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    return client_of(Role.TEACHER)


def opened(browser: Client, document: Document) -> Fields:
    return form_in(browser.get(f"/teaching/lessons/{document.key}/edit/").content.decode())


def sent(browser: Client, document: Document, fields: Fields, do: str) -> Any:
    return browser.post(f"/teaching/lessons/{document.key}/edit/", {**fields, "do": do})


def lesson_of(document: Document) -> Lesson:
    document.refresh_from_db()
    content = document.parsed()
    assert isinstance(content, Lesson)
    return content


def test_saving_what_was_opened_changes_nothing(browser: Client, document: Document) -> None:
    before = lesson_of(document)

    answer = sent(browser, document, opened(browser, document), "save")

    assert answer.status_code == 302
    assert document.versions.count() == 1
    assert lesson_of(document) == before


@pytest.mark.parametrize("language", ["ru", "en"])
def test_nor_does_it_in_another_language(
    language: str, browser: Client, document: Document
) -> None:
    page = browser.get(f"/{language}/teaching/lessons/{document.key}/edit/").content.decode()
    before = lesson_of(document)

    browser.post(
        f"/{language}/teaching/lessons/{document.key}/edit/", {**form_in(page), "do": "save"}
    )

    assert lesson_of(document) == before


def test_an_edit_in_one_language_leaves_the_others_and_makes_a_version(
    browser: Client, document: Document
) -> None:
    fields = opened(browser, document)
    before = lesson_of(document)
    fields["stages-0-activities-0-teacher"] = ["Өзім айтамын"]

    sent(browser, document, {**fields, "why": ["өзгерттім"]}, "save")

    teacher = lesson_of(document).stages[0].activities[0].teacher
    assert teacher.kk == "Өзім айтамын"
    assert teacher.ru == before.stages[0].activities[0].teacher.ru
    assert document.versions.get(number=2).why == "өзгерттім"


def test_an_edited_item_says_so_and_the_others_do_not(browser: Client, document: Document) -> None:
    fields = opened(browser, document)
    activity = next(
        f"stages-{s}-activities-{a}"
        for s, stage in enumerate(lesson_of(document).stages)
        for a, one in enumerate(stage.activities)
        if one.items
    )
    fields[f"{activity}-items-0-text"] = ["Басқаша сұрақ"]

    sent(browser, document, fields, "save")

    edited = [item for a in lesson_of(document).activities for item in a.items if item.edited]
    assert [item.text.kk for item in edited] == ["Басқаша сұрақ"]


def test_a_paste_from_word_becomes_plain_text(browser: Client, document: Document) -> None:
    fields = opened(browser, document)
    fields["homework"] = ["\ufeff•\tжа\u00adз\r\n\uf0b7\tоқы\u0007\u200b"]

    sent(browser, document, fields, "save")

    assert lesson_of(document).homework.kk == "- жаз\n- оқы"


def test_an_activity_is_moved_added_and_taken_out_without_script(
    browser: Client, document: Document
) -> None:
    fields = opened(browser, document)
    titles = [a.id for a in lesson_of(document).activities]

    page = sent(browser, document, fields, "down:stages-0-activities-0")
    fields = form_in(page.content.decode())
    page = sent(browser, document, fields, "method:warm-wishes:stages-0-activities-0")
    fields = form_in(page.content.decode())
    page = sent(browser, document, fields, "remove:stages-2-activities-0")
    sent(browser, document, form_in(page.content.decode()), "save")

    stages = lesson_of(document).stages
    assert stages[0].activities[0].method == "warm-wishes"
    assert stages[1].activities[0].id == titles[0]
    assert titles[-1] in {a.id for a in stages[2].activities}


def test_a_row_that_was_left_empty_is_not_saved(browser: Client, document: Document) -> None:
    page = sent(browser, document, opened(browser, document), "add:objectives")
    fields = form_in(page.content.decode())
    assert "objectives-3-text" in fields
    page = sent(browser, document, fields, "add:aims")

    sent(browser, document, form_in(page.content.decode()), "save")

    lesson = lesson_of(document)
    assert (len(lesson.objectives), len(lesson.aims)) == (3, 1)


def test_items_are_drafted_anew_and_a_teachers_own_stay(
    browser: Client, document: Document
) -> None:
    fields = opened(browser, document)
    lesson = lesson_of(document)
    place, activity = next(
        (f"stages-{s}-activities-{a}", one)
        for s, stage in enumerate(lesson.stages)
        for a, one in enumerate(stage.activities)
        if one.method and len(one.items) > 1
    )
    fields[f"{place}-items-0-text"] = ["Менің сұрағым"]

    page = sent(browser, document, fields, f"draft:{place}")
    sent(browser, document, form_in(page.content.decode()), "save")

    redrawn = next(a for a in lesson_of(document).activities if a.id == activity.id)
    assert redrawn.items[0].text.kk == "Менің сұрағым"
    assert redrawn.items[0].edited
    assert redrawn.seed == 4
    assert len({item.id for item in redrawn.items}) == len(redrawn.items)


def test_a_claim_from_the_tray_becomes_an_item_with_its_citation(
    browser: Client, document: Document
) -> None:
    claim = make_claim()
    fields = {**opened(browser, document), "into": ["stages-1-activities-0"]}

    page = sent(browser, document, fields, f"claim:{claim.key}")
    sent(browser, document, form_in(page.content.decode()), "save")

    item = lesson_of(document).stages[1].activities[0].items[-1]
    assert item.claims == (claim.key,)
    assert document.uses.filter(kind="claim", key=claim.key).exists()


@pytest.mark.parametrize(
    "kind", ["prompt", "choice", "statement", "estimate", "ordering", "exhibit", "grid"]
)
def test_an_item_of_ones_own_can_be_of_every_kind(
    kind: str, browser: Client, document: Document
) -> None:
    place = "stages-1-activities-0"
    page = sent(browser, document, opened(browser, document), f"item:{kind}:{place}")
    fields = form_in(page.content.decode())
    stem = next(
        name.removesuffix("-was")
        for name, values in fields.items()
        if name.startswith(f"{place}-items-") and name.endswith("-was")
        if isinstance(was := json.loads(values[0]), dict) and was.get("id", "").startswith("i-")
    )
    fields[f"{stem}-text"] = ["Сұрақ"]
    fields[f"{stem}-title"] = ["Тақырып"]
    if kind == "estimate":
        fields[f"{stem}-answer"] = ["79,2"]

    answer = sent(browser, document, fields, "save")

    assert answer.status_code == 302, answer.content.decode()
    item = lesson_of(document).stages[1].activities[0].items[-1]
    assert (item.kind, item.text.kk, item.edited) == (kind, "Сұрақ", True)


def test_what_is_wrong_stands_beside_its_field_and_nothing_typed_is_lost(
    browser: Client, document: Document
) -> None:
    fields = opened(browser, document)
    fields |= {"number": ["9" * 30], "stages-0-activities-0-minutes": ["бес"], "homework": ["Оқу"]}
    before = document.versions.count()

    answer = sent(browser, document, fields, "save")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="e-stages-0-activities-0-minutes"' in page
    assert 'id="e-number"' in page
    kept = form_in(page)
    assert kept["stages-0-activities-0-minutes"] == ["бес"]
    assert kept["homework"] == ["Оқу"]
    assert document.versions.count() == before


def test_what_is_typed_is_kept_and_offered_again(
    browser: Client, document: Document, teacher: Person
) -> None:
    fields = opened(browser, document)

    answer = browser.post(
        f"/teaching/lessons/{document.key}/keep/", {**fields, "homework": ["Жазу"]}
    )

    assert answer.status_code == 200
    assert ":" in answer.json()["said"]
    assert opened(browser, document)["homework"] == ["Жазу"]
    assert lesson_of(document).homework.kk != "Жазу"
    browser.post(f"/teaching/lessons/{document.key}/edit/", {"do": "discard"})
    assert not Draft.objects.exists()


def test_two_editors_at_once_keep_what_both_typed(
    browser: Client, document: Document, teacher: Person
) -> None:
    mine = opened(browser, document)
    theirs = lesson_of(document).model_copy(update={"minutes": 50, "number": "8"})
    save_document(document, theirs, revision=1, by=teacher)
    mine |= {"homework": ["Менікі"], "number": ["9"]}

    answer = sent(browser, document, mine, "save")

    page = answer.content.decode()
    together = form_in(page)
    assert answer.status_code == 409
    assert together["homework"] == ["Менікі"]
    assert together["minutes"] == ["50"]
    assert together["number"] == ["9"]
    assert "<td>8</td><td>9</td>" in page
    assert sent(browser, document, together, "save").status_code == 302
    assert lesson_of(document).number == "9"
    assert document.revision == 3


def test_a_place_that_is_not_there_changes_nothing(browser: Client, document: Document) -> None:
    fields = opened(browser, document)

    for do in (
        "up:stages-9-activities-0",
        "claim:no-claim:stages-0-activities-0",
        "dance:1",
        "up:",
        "method:no-method",
        "item:joke:stages-0-activities-0",
        "place:stages-0:x",
        "remove:title",
        "add:",
        "remove:",
    ):
        answer = sent(browser, document, fields, do)
        assert answer.status_code == 200, do
        assert form_in(answer.content.decode())["title"] == fields["title"]


def test_nobody_edits_what_is_not_theirs(
    document: Document, client_of: Callable[[Role], Client]
) -> None:
    address = f"/teaching/lessons/{document.key}/edit/"

    assert client_of(Role.RESEARCHER).get(address).status_code == 404
    assert client_of(Role.STUDENT).get(address).status_code == 403
    assert client_of(Role.VISITOR).get(address).status_code == 302


def test_the_editor_asks_the_same_number_of_statements_for_one_claim_and_many(
    browser: Client, teacher: Person, django_assert_max_num_queries: Any
) -> None:
    counts = []
    for claims in (1, 3):
        dossier = make_dossier(by=teacher, works=claims)
        lesson = propose_lesson(dossier, Wish(LessonForm.SCHOOL, None, 45, "kk"))
        document = create_document(lesson, by=teacher)
        with django_assert_max_num_queries(40) as seen:
            browser.get(f"/teaching/lessons/{document.key}/edit/")
        counts.append(len(seen))

    assert counts[0] == counts[1]
