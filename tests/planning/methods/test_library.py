"""The method library: narrowing it, reading a method, trying it, using it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.planning.lessons.proposing import Wish, propose_lesson
from olke.planning.methods.choosing import Wanted, library
from olke.planning.methods.settings import said_settings
from olke.teaching.documents.lesson import Lesson, LessonForm
from olke.teaching.domain.documents import create_document
from olke.teaching.methods.library import methods
from olke.teaching.models import Document
from tests.planning.lessons.dossiers import make_dossier
from tests.teaching.drafters.dossiers import material_about, works_of_many_years

pytestmark = pytest.mark.django_db


def keys(wanted: Wanted) -> set[str]:
    parts = library(wanted, None)
    return {one.method.key for p in parts for _name, listed in p.traditions for one in listed}


def test_everything_is_listed_once() -> None:
    assert keys(Wanted()) == set(methods())


def test_methods_are_narrowed_by_form_time_and_library() -> None:
    assert "press-conference" not in keys(Wanted(form="independent"))
    assert "poster-debate" not in keys(Wanted(minutes=10))
    assert keys(Wanted(tradition="Source criticism")) == {
        "close-reading",
        "contextualising",
        "corroborating",
        "sourcing",
    }


def test_an_address_that_makes_no_sense_asks_for_nothing() -> None:
    assert Wanted.of({"form": "dance", "minutes": "minus"}) == Wanted()


def test_a_dossier_tells_which_methods_it_is_too_thin_for() -> None:
    parts = library(Wanted(), material_about(*works_of_many_years(count=1, years=1)))
    short = {o.method.key: o.lacking for p in parts for _n, listed in p.traditions for o in listed}

    assert short["warm-wishes"] == ()
    assert {one.code for one in short["corroborating"]} == {"claims", "disagreements"}


def test_every_step_says_its_settings_in_words() -> None:
    for method in methods().values():
        for step in method.steps:
            for name, said in said_settings(step):
                assert name
                assert said


def test_a_method_is_tried_with_a_dossier(
    client_of: Callable[[Role], Client], person_of: Callable[[Role], Person]
) -> None:
    make_dossier(by=person_of(Role.TEACHER))
    dossier = Document.objects.get(kind="dossier")

    page = client_of(Role.TEACHER).get(f"/teaching/methods/true-or-false/?dossier={dossier.key}")

    assert 'class="item item-statement"' in page.content.decode()
    assert client_of(Role.TEACHER).get("/teaching/methods/no-method/").status_code == 404


def test_a_method_is_put_into_a_lesson_with_items(
    client_of: Callable[[Role], Client], person_of: Callable[[Role], Person]
) -> None:
    teacher = person_of(Role.TEACHER)
    content = propose_lesson(make_dossier(by=teacher), Wish(LessonForm.LECTURE, None, 50, "kk"))
    document = create_document(content, by=teacher)

    answer = client_of(Role.TEACHER).post(
        "/teaching/methods/levelled-tasks/use/", {"lesson": document.key}
    )

    document.refresh_from_db()
    changed = document.parsed()
    assert isinstance(changed, Lesson)
    assert answer.headers["Location"].endswith(f"{document.key}/edit/")
    assert changed.stages[1].activities[-1].method == "levelled-tasks"
    assert changed.stages[1].activities[-1].items
