"""Closing and erasing an account: the name is gone everywhere, the work stays, the chain holds."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import translation

from olke.accounts import domain
from olke.accounts.errors import LastAdministratorError, LinkUnusableError
from olke.accounts.links import issue_sign_in_link, redeem_link
from olke.accounts.models import OrganisationKind, Person, Role
from olke.history.domain import Change, record_changes
from olke.history.models import Action, Entry
from olke.history.queries import Break, find_break

pytestmark = pytest.mark.django_db
Browser = Callable[[Role], Client]


@pytest.fixture
def aigul(administrator: Person) -> Person:
    """Return somebody who has left traces wherever an account can."""
    person = domain.create_person(
        username="aigul.s", display_name="Айгүл Сағатова", role=Role.RESEARCHER, by=administrator
    )
    person = domain.change_person(person, by=person, display_name="Айгүл Серікқызы")
    school = domain.add_organisation(name="№ 7", kind=OrganisationKind.SCHOOL, by=person)
    domain.set_member(school, person, Role.TEACHER, by=administrator)
    with transaction.atomic():
        record_changes([Change("claim", "a", Action.ADDED, None, {"v": "1"})], by=person, why="")
    Client().post("/accounts/sign-in/", {"username": "aigul.s", "password": "wrong"})
    return person


def everything_kept() -> str:
    """Return every row of every table as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows = []
        for table in tables:
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")  # noqa: S608
            rows += cursor.fetchall()
    return str(rows)


def signed_in_as(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_no_table_knows_an_erased_name(aigul: Person, administrator: Person) -> None:
    assert "aigul.s" in everything_kept()
    domain.erase_person(aigul, by=administrator)
    kept = everything_kept()
    assert [name for name in ("aigul.s", "Айгүл", "Сағатова", "Серікқызы") if name in kept] == []


def test_the_history_of_an_erased_person_stays_and_verifies(
    aigul: Person, administrator: Person
) -> None:
    before = list(Entry.objects.values_list("number", "digest"))
    domain.erase_person(aigul, by=administrator, why="asked for it")
    assert list(Entry.objects.values_list("number", "digest"))[: len(before)] == before
    assert find_break() is None
    with translation.override("ru"):
        assert Entry.objects.get(kind="claim").by_name == f"Удалённая учётная запись № {aigul.pk}"
    last = Entry.objects.last()
    assert last is not None
    assert (last.kind, last.by, last.why) == ("person", administrator, "asked for it")


def test_the_history_names_people_as_they_are_called_today(
    aigul: Person, administrator: Person
) -> None:
    domain.change_person(aigul, by=aigul, display_name="А. Серікқызы")
    assert Entry.objects.get(kind="claim").by_name == "А. Серікқызы"


def test_a_name_changed_behind_the_back_of_the_history_is_found(
    aigul: Person, administrator: Person
) -> None:
    assert find_break() is None
    number = Entry.objects.filter(kind="person", key=str(aigul.pk)).latest("number").number
    Person.objects.filter(pk=aigul.pk).update(display_name="Somebody else")
    assert find_break() == Break(number, "contradicted by a name")


def test_the_sign_in_name_is_free_again(aigul: Person, administrator: Person) -> None:
    domain.erase_person(aigul, by=administrator)
    again = domain.create_person(username="aigul.s", role=Role.STUDENT, by=administrator)
    assert again.pk != aigul.pk


def test_an_erased_person_is_out_at_once_and_stays_out(
    aigul: Person, administrator: Person
) -> None:
    client = signed_in_as(aigul)
    secret = issue_sign_in_link(aigul).rstrip("/").rsplit("/", 1)[-1]
    sessions = Session.objects.count()
    domain.erase_person(aigul, by=administrator)
    assert client.get("/accounts/profile/").status_code == 302
    assert Session.objects.count() == sessions - 1
    assert not AccessAttempt.objects.exists()
    with pytest.raises(LinkUnusableError):
        redeem_link(secret)


def test_an_account_is_erased_once(aigul: Person, administrator: Person) -> None:
    domain.erase_person(aigul, by=administrator)
    with pytest.raises(Person.DoesNotExist):
        domain.erase_person(aigul, by=administrator)
    with pytest.raises(Person.DoesNotExist):
        domain.change_person(aigul, by=administrator, display_name="Айгүл", is_active=True)


def test_the_database_refuses_an_erased_account_with_a_name(
    aigul: Person, administrator: Person
) -> None:
    domain.erase_person(aigul, by=administrator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Person.objects.filter(pk=aigul.pk).update(display_name="Айгүл")


def test_the_last_administrator_cannot_be_erased(aigul: Person, administrator: Person) -> None:
    with pytest.raises(LastAdministratorError):
        domain.erase_person(administrator, by=administrator)
    assert Person.objects.get(pk=administrator.pk).erased_at is None


def test_a_closed_account_loses_its_sessions_and_its_link(
    aigul: Person, administrator: Person
) -> None:
    client, path = signed_in_as(aigul), issue_sign_in_link(aigul)
    domain.change_person(aigul, by=administrator, is_active=False)
    domain.change_person(aigul, by=administrator, is_active=True)
    assert client.get("/accounts/profile/").status_code == 302
    assert Client().get(path).status_code == 410


def test_other_people_stay_signed_in(
    aigul: Person, administrator: Person, client_of: Browser
) -> None:
    other = client_of(Role.ADMINISTRATOR)
    domain.erase_person(aigul, by=administrator)
    assert other.get("/accounts/profile/").status_code == 200


def test_an_administrator_erases_by_typing_the_sign_in_name(
    aigul: Person, client_of: Browser
) -> None:
    client, url = client_of(Role.ADMINISTRATOR), f"/en/accounts/people/{aigul.pk}/erase/"
    assert f"Erased account no. {aigul.pk}" in client.get(url).content.decode()
    refused = client.post(url, {"username": "aigul"})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["username"])
    answer = client.post(url, {"username": " AIGUL.S "}, follow=True)
    assert "The account is erased." in answer.content.decode()
    assert aigul.pk not in [person.pk for person in answer.context["page"]]
    closed = [url, f"/accounts/people/{aigul.pk}/", f"/accounts/people/{aigul.pk}/link/"]
    assert [client.post(address).status_code for address in closed] == [404, 404, 404]


def test_the_last_administrator_is_told_why_not_to_erase(
    administrator: Person, client_of: Browser
) -> None:
    url = f"/en/accounts/people/{administrator.pk}/erase/"
    answer = client_of(Role.ADMINISTRATOR).post(url, {"username": administrator.username})
    assert answer.status_code == 422
    assert "the only administrator" in answer.content.decode()


def test_an_erased_account_gets_no_password_and_no_link(aigul: Person) -> None:
    domain.erase_person(aigul, by=None)
    with pytest.raises(Person.DoesNotExist):
        domain.set_password(aigul, "өте ұзын құпиясөз", by=aigul)
    with pytest.raises(Person.DoesNotExist):
        issue_sign_in_link(aigul)
