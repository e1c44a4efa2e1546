"""Lessons as a browser sees them: the list, a new one, the page, bringing it up to date."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.evidence.models import Claim
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from olke.planning.lessons.proposing import Wish, propose_lesson
from olke.teaching.documents.items import Statement
from olke.teaching.documents.lesson import Activity, Lesson, LessonForm, Stage, StagePart
from olke.teaching.documents.parts import Text, Title
from olke.teaching.domain.documents import create_document
from olke.teaching.domain.sharing import set_visibility
from olke.teaching.models import Document, Visibility
from tests.planning.lessons.dossiers import make_dossier
from tests.records import make_claim

pytestmark = pytest.mark.django_db


@pytest.fixture
def teacher(person_of: Callable[[Role], Person]) -> Person:
    return person_of(Role.TEACHER)


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    return client_of(Role.TEACHER)


def make_lesson(by: Person, *claims: str, edited: bool = False) -> Document:
    """Save a lesson with one true statement on each claim."""
    items = tuple(
        Statement(
            id=f"i{number}",
            text=Text(kk=f"Тұжырым {number}"),
            explanation=Text(kk="Құпия түсіндірме"),
            answer=True,
            claims=(key,),
            edited=edited,
        )
        for number, key in enumerate(claims, 1)
    )
    activity = Activity(id="a1", method="true-or-false", minutes=45, items=items, seed=1)
    stage = Stage(part=StagePart.MIDDLE, activities=(activity,))
    title = Title(kk="Зауыттар")
    content = Lesson(key="new", title=title, form=LessonForm.SCHOOL, stages=(stage,))
    return create_document(content, by=by)


def test_a_lesson_is_proposed_from_a_dossier_in_one_step(browser: Client, teacher: Person) -> None:
    make_dossier(by=teacher)
    dossier = Document.objects.get(kind="dossier")
    page = browser.get(f"/teaching/lessons/new/?dossier={dossier.key}&form=lecture")
    assert b'value="lecture" required' in page.content or b"checked" in page.content

    answer = browser.post(
        "/teaching/lessons/new/",
        {"dossier": dossier.key, "form": "lecture", "minutes": "50", "language": "kk"},
    )

    lesson = Document.objects.get(kind="lesson")
    assert answer.headers["Location"] == f"/teaching/lessons/{lesson.key}/"
    assert (lesson.owner, lesson.form, lesson.minutes) == (teacher, "lecture", 50)
    shown = browser.get(answer.headers["Location"]).content.decode()
    assert "Зауыттар" in shown
    assert "Не өзгерді?" in shown


def test_a_lesson_about_nothing_is_asked_for_a_topic(browser: Client) -> None:
    answer = browser.post(
        "/teaching/lessons/new/", {"form": "school", "minutes": "45", "language": "kk"}
    )

    assert answer.status_code == 422
    assert not Document.objects.filter(kind="lesson").exists()


def test_answers_are_for_those_who_may_write(
    client_of: Callable[[Role], Client], teacher: Person
) -> None:
    document = make_lesson(teacher, make_claim().key)
    set_visibility(document, Visibility.PUBLIC, by=teacher)
    address = f"/teaching/lessons/{document.key}/"

    for role, told in ((Role.VISITOR, False), (Role.STUDENT, False), (Role.TEACHER, True)):
        page = client_of(role).get(address).content.decode()
        assert "Тұжырым 1" in page
        assert ("Құпия түсіндірме" in page) is told


def test_the_list_is_narrowed_by_form_and_words(browser: Client, teacher: Person) -> None:
    make_lesson(teacher)

    for query, found in (
        ("", True),
        ("?form=school", True),
        ("?form=lecture", False),
        ("?form=nonsense&whose=mine", True),
        ("?whose=region", False),
        ("?q=зауыт", True),
        ("?q=вокзал", False),
    ):
        page = browser.get(f"/teaching/lessons/{query}").content.decode()
        assert ("Зауыттар" in page) is found, query


@pytest.mark.parametrize("claims", [1, 3])
def test_the_page_asks_a_known_number_of_statements(
    claims: int, browser: Client, teacher: Person, django_assert_num_queries: Any
) -> None:
    document = make_lesson(teacher, *(make_claim().key for _ in range(claims)))

    with django_assert_num_queries(STATEMENTS):
        browser.get(f"/teaching/lessons/{document.key}/")


STATEMENTS = 9


def corrected(claim: Claim, by: Person) -> None:
    """Enter a correction of a claim, as an editor would."""
    change = Change("claim", claim.key, Action.CHANGED, {"value": "1"}, {"value": "2"})
    record_changes([change], by=by, why="read again")


def test_a_correction_is_shown_and_what_was_drafted_is_drafted_anew(
    browser: Client, teacher: Person
) -> None:
    material = make_dossier(by=teacher)
    content = propose_lesson(material, Wish(LessonForm.SCHOOL, None, 45, "kk", seed=5))
    document = create_document(content, by=teacher)
    drafted = next(a for a in content.activities if a.method == "true-or-false")
    named = [key for item in drafted.items for key in item.claims]
    claim = Claim.objects.filter(key__in=named, kind="observation").order_by("position")[0]
    claim.value = "9999"
    claim.save()
    corrected(claim, teacher)
    assert "read again" in browser.get(f"/teaching/lessons/{document.key}/").content.decode()

    browser.post(f"/teaching/lessons/{document.key}/update/")

    document.refresh_from_db()
    parsed = document.parsed()
    assert isinstance(parsed, Lesson)
    assert document.revision == 2
    old = {i.text.kk for a in content.activities for i in a.items if claim.key in i.claims}
    new = {i.text.kk for a in parsed.activities for i in a.items}
    assert not any("9999" in text for text in old)
    assert old - new
    assert [a.id for a in parsed.activities] == [a.id for a in content.activities]


def test_what_a_teacher_edited_is_marked_and_stays(browser: Client, teacher: Person) -> None:
    claim = make_claim()
    document = make_lesson(teacher, claim.key, edited=True)
    corrected(claim, teacher)

    browser.post(f"/teaching/lessons/{document.key}/update/")

    document.refresh_from_db()
    page = browser.get(f"/teaching/lessons/{document.key}/").content.decode()
    assert document.revision == 1
    assert "Тұжырым 1" in page
    assert "read again" in page


def test_a_claim_that_is_gone_is_told(browser: Client, teacher: Person) -> None:
    document = make_lesson(teacher, "no-such-claim")

    page = browser.get(f"/teaching/lessons/{document.key}/").content.decode()

    assert 'class="item item-statement withdrawn"' in page
