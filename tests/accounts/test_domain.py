from __future__ import annotations

import json

import pytest
from django.db import DatabaseError, transaction

from olke.accounts import domain
from olke.accounts.changes import account_changed
from olke.accounts.errors import LastAdministratorError, NameTakenError
from olke.accounts.models import Person, Role
from olke.history.models import Entry

pytestmark = pytest.mark.django_db


def test_a_name_is_the_same_in_either_letter_case() -> None:
    domain.create_person(username="АЙГҮЛ", role=Role.TEACHER, by=None)
    with pytest.raises(NameTakenError):
        domain.create_person(username=" Айгүл ", role=Role.STUDENT, by=None)
    assert list(Person.objects.values_list("username", flat=True)) == ["айгүл"]


def test_a_new_account_has_no_password() -> None:
    person = domain.create_person(username="aigul", role=Role.STUDENT, by=None)
    assert not person.has_usable_password()
    assert str(person) == "aigul"


def test_a_change_of_role_is_in_the_history(administrator: Person, researcher: Person) -> None:
    domain.change_role(researcher, Role.TEACHER, by=administrator, why="until summer")
    entry = Entry.objects.get(kind="person", key=str(researcher.pk), action="changed")
    assert (entry.by, entry.why) == (administrator, "until summer")
    assert json.loads(entry.old)["role"] == "researcher"
    assert json.loads(entry.new)["role"] == "teacher"


def test_the_history_of_a_password_does_not_hold_it(researcher: Person) -> None:
    domain.set_password(researcher, "өте ұзын құпиясөз", by=researcher)
    entry = Entry.objects.get(kind="person", key=str(researcher.pk), action="changed")
    assert json.loads(entry.new)["has_password"] is True
    assert "pbkdf2" not in entry.new
    assert "құпиясөз" not in entry.new


def test_what_changes_nothing_is_not_in_the_history(researcher: Person) -> None:
    domain.change_role(researcher, Role.RESEARCHER, by=researcher)
    assert not Entry.objects.filter(action="changed").exists()


def test_a_change_that_cannot_be_recorded_is_undone(researcher: Person) -> None:
    def refuse(**_kwargs: object) -> None:
        raise DatabaseError

    account_changed.connect(refuse)
    try:
        with pytest.raises(DatabaseError), transaction.atomic():
            domain.change_role(researcher, Role.STUDENT, by=None)
    finally:
        account_changed.disconnect(refuse)
    assert Person.objects.get(pk=researcher.pk).role == Role.RESEARCHER


@pytest.mark.parametrize("fields", [{"role": Role.RESEARCHER}, {"is_active": False}])
def test_the_last_administrator_stays(administrator: Person, fields: domain.PersonFields) -> None:
    with pytest.raises(LastAdministratorError):
        domain.change_person(administrator, by=administrator, **fields)
    assert Person.objects.get(pk=administrator.pk).has_role(Role.ADMINISTRATOR)


def test_one_of_two_administrators_may_go(administrator: Person) -> None:
    domain.create_person(username="second", role=Role.ADMINISTRATOR, by=administrator)
    changed = domain.change_role(administrator, Role.TEACHER, by=administrator)
    assert changed.role == Role.TEACHER


def test_an_administrator_who_may_not_sign_in_does_not_count(administrator: Person) -> None:
    second = domain.create_person(username="second", role=Role.ADMINISTRATOR, by=administrator)
    domain.change_person(second, by=administrator, is_active=False)
    with pytest.raises(LastAdministratorError):
        domain.change_role(administrator, Role.TEACHER, by=administrator)


def test_the_first_start_makes_one_administrator_however_often_it_happens() -> None:
    assert domain.first_administrator() != domain.first_administrator()
    (person,) = Person.objects.all()
    assert person.has_role(Role.ADMINISTRATOR)
    assert person.has_role(Role.RESEARCHER)


def test_no_link_is_printed_once_an_administrator_can_enter(administrator: Person) -> None:
    assert domain.first_administrator() is not None
    domain.set_password(administrator, "өте ұзын құпиясөз", by=administrator)
    assert domain.first_administrator() is None
