from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries, Settings

from olke.accounts import domain
from olke.accounts.models import Person, Role

pytestmark = pytest.mark.django_db
PASSWORD = "ертіс жағасы жарма"
SIGN_IN = "/accounts/sign-in/"
Browser = Callable[[Role], Client]


@pytest.fixture
def aigul(settings: Settings) -> Person:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    person = domain.create_person(username="Айгүл", role=Role.TEACHER, by=None)
    domain.set_password(person, PASSWORD, by=person)
    return person


def sign_in(client: Client, password: str, **more: str) -> object:
    return client.post(SIGN_IN, {"username": "АЙГҮЛ", "password": password, **more})


def test_signing_in_with_a_password_leads_back(aigul: Person, client: Client) -> None:
    answer = sign_in(client, PASSWORD, next="/accounts/profile/")
    assert answer.headers["Location"] == "/accounts/profile/"
    assert client.get("/accounts/profile/").context["user"] == aigul


@pytest.mark.parametrize("target", ["https://example.com/", "//example.com", "javascript:x"])
def test_signing_in_never_leads_elsewhere(aigul: Person, client: Client, target: str) -> None:
    assert sign_in(client, PASSWORD, next=target).headers["Location"] == "/"


def test_a_wrong_password_says_nothing_about_which_part_is_wrong(
    aigul: Person, client: Client
) -> None:
    known = sign_in(client, "wrong")
    unknown = client.post(SIGN_IN, {"username": "nobody", "password": "wrong"})
    assert known.status_code == unknown.status_code == 422
    assert known.context["form"].errors == unknown.context["form"].errors


def test_wrong_passwords_slow_down_and_the_page_says_for_how_long(
    aigul: Person, client: Client
) -> None:
    statuses = [sign_in(client, f"wrong {n}").status_code for n in range(5)]
    assert statuses == [422, 422, 422, 422, 429]
    locked = sign_in(client, PASSWORD)
    assert locked.status_code == 429
    assert locked.headers["Retry-After"] == "900"
    assert "15 минут" in locked.content.decode()
    assert "_auth_user_id" not in client.session


def test_a_locked_name_in_other_letters_stays_locked(aigul: Person, client: Client) -> None:
    for n in range(5):
        client.post(SIGN_IN, {"username": "айгүл", "password": f"wrong {n}"})
    assert client.post(SIGN_IN, {"username": "АйГүЛ", "password": PASSWORD}).status_code == 429


@pytest.mark.parametrize("name", ["\x00", "x" * 200, "'; --", "💥"])
def test_signing_in_survives_any_name(client: Client, name: str) -> None:
    assert client.post(SIGN_IN, {"username": name, "password": "x"}).status_code == 422


def test_somebody_who_may_not_sign_in_is_out_at_once(client_of: Browser, person_of: object) -> None:
    client = client_of(Role.TEACHER)
    assert client.get("/accounts/profile/").status_code == 200
    person = Person.objects.get(role=Role.TEACHER)
    domain.change_person(person, by=None, is_active=False)
    assert client.get("/accounts/profile/").status_code == 302


def test_whoever_is_signed_in_is_not_asked_again(client_of: Browser) -> None:
    assert client_of(Role.STUDENT).get(SIGN_IN).headers["Location"] == "/accounts/profile/"


def test_signing_out_takes_a_post(client_of: Browser) -> None:
    client = client_of(Role.STUDENT)
    assert client.get("/accounts/sign-out/").status_code == 405
    client.post("/accounts/sign-out/")
    assert "_auth_user_id" not in client.session


def test_a_form_without_its_token_is_refused(aigul: Person) -> None:
    client = Client(enforce_csrf_checks=True)
    answer = sign_in(client, PASSWORD)
    assert answer.status_code == 403
    assert "Пішін тым ұзақ ашық тұрған" in answer.content.decode()


def test_a_person_sets_a_password_and_stays_signed_in(client_of: Browser) -> None:
    client = client_of(Role.STUDENT)
    answer = client.post(
        "/accounts/profile/password/", {"password": PASSWORD, "repeated": PASSWORD}
    )
    assert answer.status_code == 302
    assert client.get("/accounts/profile/").status_code == 200
    assert Person.objects.get(role=Role.STUDENT).check_password(PASSWORD)


@pytest.mark.parametrize(
    ("password", "repeated", "field"),
    [
        ("short", "short", "password"),
        ("1234567890", "1234567890", "password"),
        (PASSWORD, "other", "repeated"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused(
    client_of: Browser, password: str, repeated: str, field: str
) -> None:
    answer = client_of(Role.STUDENT).post(
        "/accounts/profile/password/", {"password": password, "repeated": repeated}
    )
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_an_administrator_adds_a_person_and_gets_a_working_link(client_of: Browser) -> None:
    answer = client_of(Role.ADMINISTRATOR).post(
        "/accounts/people/add/", {"username": "Dana", "display_name": "Дана", "role": "researcher"}
    )
    (address,) = re.findall(r"http://testserver(/accounts/sign-in/[^<]+)", answer.content.decode())
    assert answer.headers["Cache-Control"] == "no-store"
    visitor = Client()
    assert visitor.get(address).status_code == 302
    person = visitor.get("/accounts/profile/").context["user"]
    assert (person.username, person.role) == ("dana", "researcher")


def test_a_taken_name_is_said_beside_the_field(client_of: Browser) -> None:
    client = client_of(Role.ADMINISTRATOR)
    data = {"username": "the-administrator", "role": "student"}
    answer = client.post("/accounts/people/add/", data)
    assert list(answer.context["form"].errors) == ["username"]


def test_an_administrator_changes_a_role(client_of: Browser, researcher: Person) -> None:
    data = {"display_name": "Ержан", "role": "teacher", "is_active": "on"}
    client_of(Role.ADMINISTRATOR).post(f"/accounts/people/{researcher.pk}/", data)
    changed = Person.objects.get(pk=researcher.pk)
    assert (changed.display_name, changed.role, changed.is_active) == ("Ержан", "teacher", True)


def test_the_last_administrator_is_told_why_not(client_of: Browser, administrator: Person) -> None:
    data = {"display_name": "x", "role": "teacher", "is_active": "on"}
    url = f"/en/accounts/people/{administrator.pk}/"
    answer = client_of(Role.ADMINISTRATOR).post(url, data)
    assert answer.status_code == 422
    assert "the only administrator" in answer.content.decode()


@pytest.mark.parametrize("people", [1, 3])
def test_the_list_of_people_costs_the_same_for_any_number(
    client_of: Browser, people: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for n in range(people):
        domain.create_person(username=f"student-{n}", role=Role.STUDENT, by=None)
    client = client_of(Role.ADMINISTRATOR)
    client.get("/accounts/people/")
    with django_assert_num_queries(5):
        assert client.get("/accounts/people/").context["page"].paginator.count == people + 1


PAGES = {
    "accounts:profile": Role.STUDENT,
    "accounts:password": Role.STUDENT,
    "accounts:people": Role.ADMINISTRATOR,
    "accounts:add_person": Role.ADMINISTRATOR,
    "accounts:person": Role.ADMINISTRATOR,
    "accounts:erase_person": Role.ADMINISTRATOR,
    "accounts:organisations": Role.ADMINISTRATOR,
    "accounts:add_organisation": Role.ADMINISTRATOR,
}
OF_A_PERSON = {"accounts:person", "accounts:erase_person"}


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("page", PAGES)
def test_each_page_opens_for_its_role_and_above(
    client_of: Browser, administrator: Person, page: str, role: Role
) -> None:
    url = reverse(page, args=[administrator.pk] if page in OF_A_PERSON else [])
    answer = client_of(role).get(url)
    if role == Role.VISITOR:
        assert answer.headers["Location"] == f"{SIGN_IN}?next={url}"
    else:
        assert answer.status_code == (200 if role.rank >= PAGES[page].rank else 403)


def test_a_closed_page_says_for_whom_it_is(client_of: Browser) -> None:
    text = client_of(Role.TEACHER).get("/en/accounts/people/").content.decode()
    assert "This page is for administrators." in text
    assert "your role is: Teacher." in text
