"""Joining: by a code typed anyhow, by a name or none, and back again by the seat."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from olke.accounts.models import Person
from olke.classroom.access import COOKIE
from olke.classroom.domain import directing, joining
from olke.classroom.models import ClassList, Listed, LiveClass, Naming, Participant
from tests.classroom.rooms import joined, started

pytestmark = pytest.mark.django_db


def test_a_code_is_asked_for(client: Client) -> None:
    page = client.get("/join/").content.decode()
    assert 'name="code"' in page
    assert "Экрандағы код" in page


@pytest.mark.parametrize(
    "typed",
    ["AB2CEH", "ab2ceh", " ab2 ceh ", "AB2-CEH", "АВ2СЕН", "ав2сен"],
)
def test_a_code_is_read_as_it_was_meant(client: Client, live: LiveClass, typed: str) -> None:
    LiveClass.objects.update(code="AB2CEH")
    response = client.get("/join/", {"code": typed})
    assert response.headers["Location"] == f"/class/{live.key}/"


def test_a_scanned_code_leads_to_the_class_in_the_language_of_the_page(
    client: Client, live: LiveClass
) -> None:
    response = client.get(f"/ru/join/{live.code}/", follow=True)
    assert response.redirect_chain == [(f"/class/{live.key}/?language=ru", 302)]
    assert "Шерстомойная фабрика" in response.content.decode()


@pytest.mark.parametrize(("typed", "says"), [("ZZZZZZ", "мұндай кодты"), ("", "кодты тер")])
def test_a_wrong_code_says_what_to_do(client: Client, typed: str, says: str) -> None:
    response = client.get("/join/", {"code": typed})
    assert response.status_code == 422
    assert says in response.content.decode()


def test_the_code_of_a_class_that_ended_opens_nothing(
    client: Client, live: LiveClass, teacher: Person
) -> None:
    code = live.code
    directing.end_class(live, by=teacher)
    assert client.get(f"/join/{code}/").status_code == 422


def test_a_nickname_is_asked_for_and_not_required(phone, latest, live: LiveClass) -> None:
    assert 'name="name"' in Client().get(f"/class/{live.key}/").content.decode()
    phone(live, "")
    assert latest().name == ""
    phone(live, "  Айгерім   С. ")
    assert latest().name == "Айгерім С."


def test_a_name_too_long_is_refused_in_words(live: LiveClass) -> None:
    response = Client().post(f"/class/{live.key}/join/", {"name": "а" * 41})
    assert response.status_code == 422
    assert not Participant.objects.exists()


def test_where_only_seats_are_used_no_name_is_asked_for(teacher: Person, phone, latest) -> None:
    live = started(teacher, naming=Naming.SEAT)
    assert 'name="name"' not in Client().get(f"/class/{live.key}/").content.decode()
    phone(live)
    assert latest().name == ""


def test_names_of_the_list_that_are_taken_are_not_offered(teacher: Person, phone, latest) -> None:
    listed = ClassList.objects.create(owner=teacher, name="7 B")
    first, second = (Listed.objects.create(class_list=listed, name=n) for n in ("Әсел", "Бекзат"))
    live = started(teacher, naming=Naming.LIST, class_list=listed)
    phone(live, listed=first.pk)
    assert latest().name == "Әсел"

    page = Client().get(f"/class/{live.key}/").content.decode()
    assert "Бекзат" in page
    assert "Әсел" not in page
    again = Client().post(f"/class/{live.key}/join/", {"listed": first.pk})
    assert again.status_code == 422
    assert "басқа біреу таңдап қойған" in again.content.decode()
    phone(live, listed=second.pk)
    assert "бәрі алынған" in Client().get(f"/class/{live.key}/").content.decode()


def test_a_name_of_another_list_is_refused(teacher: Person) -> None:
    mine, other = (ClassList.objects.create(owner=teacher, name=name) for name in "AB")
    stranger = Listed.objects.create(class_list=other, name="Stranger")
    live = started(teacher, naming=Naming.LIST, class_list=mine)
    response = Client().post(f"/class/{live.key}/join/", {"listed": stranger.pk})
    assert response.status_code == 422


def test_the_seat_is_kept_in_a_cookie_of_the_class_alone(live: LiveClass) -> None:
    response = Client().post(f"/class/{live.key}/join/", {"name": "A"})
    cookie = response.cookies[COOKIE + live.key]
    assert cookie["path"] == f"/class/{live.key}/"
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_who_scans_the_code_again_keeps_the_seat(phone, live: LiveClass) -> None:
    client = phone(live, "A")
    page = client.get(f"/join/{live.code}/", follow=True).content.decode()
    assert Participant.objects.get().seat in page
    client.post(f"/class/{live.key}/join/", {"name": "B"})
    assert Participant.objects.count() == 1


def test_the_language_chosen_is_the_learners(live: LiveClass, phone, latest) -> None:
    client = phone(live, "A", language="ru")
    assert latest().language == "ru"
    assert "Подожди: учитель сейчас начнёт." in client.get(f"/class/{live.key}/").content.decode()


def test_the_seat_code_brings_a_learner_back_on_another_phone(live: LiveClass) -> None:
    (learner,) = joined(live, 1)
    other = Client()
    response = other.post(f"/class/{live.key}/return/", {"seat": f" {learner.seat.lower()} "})
    assert response.status_code == 302
    assert learner.seat in other.get(f"/class/{live.key}/").content.decode()
    assert Participant.objects.count() == 1


def test_the_way_back_is_open_when_the_class_has_ended(live: LiveClass, teacher: Person) -> None:
    (learner,) = joined(live, 1)
    directing.end_class(live, by=teacher)
    assert 'name="seat"' in Client().get(f"/class/{live.key}/").content.decode()
    other = Client()
    other.post(f"/class/{live.key}/return/", {"seat": learner.seat})
    assert "Сабақ аяқталды" in other.get(f"/class/{live.key}/").content.decode()


def test_a_wrong_seat_code_says_so(live: LiveClass) -> None:
    response = Client().post(f"/class/{live.key}/return/", {"seat": "ZZZZ"})
    assert response.status_code == 422
    assert "мұндай орын коды жоқ" in response.content.decode()


def test_a_locked_class_lets_nobody_new_in(live: LiveClass, phone) -> None:
    inside = phone(live, "A")
    joining.lock_door(live, locked=True)
    page = Client().get(f"/class/{live.key}/").content.decode()
    assert "есікті жауып" in page
    assert 'name="name"' not in page
    assert Client().post(f"/class/{live.key}/join/", {"name": "B"}).status_code == 422
    assert inside.get(f"/class/{live.key}/").status_code == 200


def test_who_was_taken_out_is_told(live: LiveClass, phone, latest) -> None:
    client = phone(live, "A")
    joining.take_out(live, latest().seat)
    page = client.get(f"/class/{live.key}/").content.decode()
    assert "Мұғалім сені бұл сабақтан шығарды" in page
    assert 'name="name"' not in page
    joining.let_back(live, latest().seat)
    assert latest().seat in client.get(f"/class/{live.key}/").content.decode()


def test_leaving_makes_the_phone_forget_its_seat(live: LiveClass, phone) -> None:
    client = phone(live, "A")
    client.post(f"/class/{live.key}/leave/")
    assert 'name="name"' in client.get(f"/class/{live.key}/").content.decode()
    assert Participant.objects.get().removed_at is None


def test_a_forged_cookie_opens_nothing(live: LiveClass) -> None:
    (learner,) = joined(live, 1)
    client = Client()
    client.cookies[COOKIE + live.key] = f"{learner.pk}:forged"
    assert 'name="name"' in client.get(f"/class/{live.key}/").content.decode()


def test_a_class_that_is_not_there_is_not_found(client: Client) -> None:
    assert client.get("/class/nosuchkey/").status_code == 404


@pytest.mark.parametrize("there", [1, 30])
def test_joining_costs_the_same_whoever_is_there(live: LiveClass, there: int) -> None:
    joined(live, there)
    with CaptureQueriesContext(
        connection,
    ) as counted:
        joining.join(live, name="One more")
    assert len(counted) <= 6  # a transaction begun and ended among them


def test_anybody_may_be_called_anything(phone, live: LiveClass) -> None:
    client = phone(live, "<script>alert(1)</script>")
    page = client.get(f"/class/{live.key}/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page
    assert "\\u003Cscript\\u003E" in page
