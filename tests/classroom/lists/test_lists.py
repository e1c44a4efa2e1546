"""Class lists: pasted, changed, erased, and nobody else's business."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from olke.accounts.models import Person, Role
from olke.classroom.domain.joining import join
from olke.classroom.domain.listing import MOST_NAMES, erase_list, read_names, save_list
from olke.classroom.models import ClassList, Listed, Naming, Participant
from olke.history.models import Entry
from tests.classroom.rooms import started


def test_names_stand_one_a_line() -> None:
    assert read_names("Айша\r\nБек \n\n  Дана  Оспан\n") == ("Айша", "Бек", "Дана Оспан")


def test_a_column_of_a_spreadsheet_brings_its_neighbours_and_they_are_left() -> None:
    assert read_names("1\tАйша Оспан\t7 Б\n2\tБек Ли\t7 Б") == ("Айша Оспан", "Бек Ли")


def test_numbers_before_the_names_are_no_part_of_them() -> None:
    assert read_names("1. Айша\n2) Бек\n№3 Дана") == ("Айша", "Бек", "Дана")


def test_two_who_are_called_alike_are_told_apart() -> None:
    assert read_names("Али Хан\nБек\nАли Хан") == ("Али Хан", "Бек", "Али Хан 2")


def test_a_third_name_that_looks_like_the_second_is_told_apart_from_it() -> None:
    names = read_names("Али\nАли\nАли 2")

    assert len(set(names)) == 3


@given(st.text(max_size=300))
def test_whatever_is_pasted_becomes_names_that_can_be_kept(pasted: str) -> None:
    names = read_names(pasted)

    assert len(set(names)) == len(names)
    assert all(0 < len(name) <= 80 and name == name.strip() for name in names)
    assert read_names("\n".join(names)) == names


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    """Return the teacher's browser."""
    return client_of(Role.TEACHER)


def names_of(class_list: ClassList) -> list[str]:
    return list(class_list.names.values_list("name", flat=True))


def test_a_list_is_pasted_and_found_again(browser: Client, db: None) -> None:
    answer = browser.post("/classes/lists/new/", {"name": "7 Б", "names": "Айша\nБек"}, follow=True)

    made = ClassList.objects.get()
    assert names_of(made) == ["Айша", "Бек"]
    assert "7 Б" in answer.content.decode()


def test_a_name_that_stays_keeps_who_joined_by_it(teacher: Person) -> None:
    made = save_list(by=teacher, name="7 Б", names=["Айша", "Бек"])
    live = started(teacher, naming=Naming.LIST, class_list=made)
    joined = join(live, listed=Listed.objects.get(name="Айша"))

    save_list(by=teacher, name="7 В", names=["Айша", "Дана"], class_list=made)

    joined.refresh_from_db()
    assert joined.listed
    assert joined.listed.name == "Айша"
    assert names_of(made) == ["Айша", "Дана"]


def test_an_erased_list_leaves_the_names_of_those_who_joined(teacher: Person) -> None:
    made = save_list(by=teacher, name="7 Б", names=["Айша"])
    live = started(teacher, naming=Naming.LIST, class_list=made)
    join(live, listed=Listed.objects.get())

    erase_list(made)

    assert not Listed.objects.exists()
    assert Participant.objects.get().name == "Айша"


def test_the_history_knows_no_name_of_a_list(teacher: Person) -> None:
    before = Entry.objects.count()

    erase_list(save_list(by=teacher, name="7 Б", names=["Айша"]))

    assert Entry.objects.count() == before


@pytest.mark.parametrize(
    ("name", "names", "said"),
    [
        ("", "Айша", "Class or group"),
        ("7 A", "1\n2\n3", "No line has a name in it."),
        ("7 A", "\n".join(f"Name {n}" for n in range(MOST_NAMES + 1)), "at the most"),
        ("7 B", "Айша", "You have a list of this name already."),
    ],
)
def test_what_cannot_be_kept_is_said(
    name: str, names: str, said: str, browser: Client, teacher: Person
) -> None:
    save_list(by=teacher, name="7 B", names=["Айша"])

    answer = browser.post("/en/classes/lists/new/", {"name": name, "names": names})

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert ClassList.objects.count() == 1


def test_nobody_else_sees_a_list(teacher: Person, client_of: Callable[[Role], Client]) -> None:
    made = save_list(by=teacher, name="7 B", names=["Айша"])

    for role in (Role.RESEARCHER, Role.ADMINISTRATOR):
        other = client_of(role)
        assert other.get(f"/classes/lists/{made.pk}/").status_code == 404
        assert other.post(f"/classes/lists/{made.pk}/erase/").status_code == 404
        assert "7 B" not in other.get("/classes/lists/").content.decode()
    assert ClassList.objects.exists()
