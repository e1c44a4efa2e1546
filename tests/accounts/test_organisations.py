"""Organisations and who belongs to them: the writes, their history, and the pages."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from olke.accounts import domain
from olke.accounts.errors import OrganisationNameTakenError
from olke.accounts.models import Membership, Organisation, OrganisationKind, Person, Role
from olke.history.models import Entry
from olke.history.queries import find_break

pytestmark = pytest.mark.django_db
Browser = Callable[[Role], Client]
LIST = "/en/accounts/organisations/"


@pytest.fixture
def school(administrator: Person) -> Organisation:
    return domain.add_organisation(
        name="School no. 7", kind=OrganisationKind.SCHOOL, by=administrator
    )


def page_of(organisation: Organisation, *more: object) -> str:
    return f"{LIST}{'/'.join(map(str, (organisation.pk, *more)))}/"


def entries(kind: str) -> list[tuple[str, dict[str, str], dict[str, str]]]:
    found = Entry.objects.filter(kind=kind).values_list("action", "old", "new")
    return [
        (action, json.loads(old or "{}"), json.loads(new or "{}")) for action, old, new in found
    ]


def test_an_organisation_and_its_new_name_are_in_the_history(
    school: Organisation, administrator: Person
) -> None:
    kind = OrganisationKind.UNIVERSITY
    changed = domain.change_organisation(school, name=" Institute ", kind=kind, by=administrator)
    assert changed.name == "Institute"
    first, then = (
        {"name": "School no. 7", "kind": "school"},
        {"name": "Institute", "kind": "university"},
    )
    assert entries("organisation") == [("added", {}, first), ("changed", first, then)]
    assert find_break() is None


def test_two_organisations_cannot_have_one_name(
    school: Organisation, administrator: Person
) -> None:
    kind = OrganisationKind.SCHOOL
    with pytest.raises(OrganisationNameTakenError):
        domain.add_organisation(name="School  no. 7", kind=kind, by=administrator)
    other = domain.add_organisation(name="Other", kind=kind, by=administrator)
    with pytest.raises(OrganisationNameTakenError):
        domain.change_organisation(other, name="School no. 7", kind=kind, by=administrator)
    assert Organisation.objects.get(pk=other.pk).name == "Other"


def test_a_role_in_an_organisation_is_not_the_role_in_olke(
    school: Organisation, administrator: Person, researcher: Person
) -> None:
    domain.set_member(school, researcher, Role.TEACHER, by=administrator)
    domain.set_member(school, researcher, Role.ADMINISTRATOR, by=administrator)
    assert Person.objects.get(pk=researcher.pk).role == Role.RESEARCHER
    here = {"organisation": str(school.pk), "person": str(researcher.pk)}
    teacher, head = here | {"role": "teacher"}, here | {"role": "administrator"}
    assert entries("membership") == [("added", {}, teacher), ("changed", teacher, head)]


def test_a_membership_that_ends_is_in_the_history_once(
    school: Organisation, administrator: Person, researcher: Person
) -> None:
    member = domain.set_member(school, researcher, Role.TEACHER, by=administrator)
    domain.remove_member(member, by=administrator)
    domain.remove_member(member, by=administrator)
    assert [action for action, _, _ in entries("membership")] == ["added", "removed"]
    assert not Membership.objects.exists()
    assert Person.objects.filter(pk=researcher.pk).exists()


def test_an_administrator_adds_an_organisation_and_lands_on_its_page(client_of: Browser) -> None:
    data = {"name": "State archive", "kind": "archive"}
    answer = client_of(Role.ADMINISTRATOR).post(f"{LIST}add/", data, follow=True)
    assert "<h1>State archive</h1>" in answer.content.decode()
    assert "No members yet" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({"name": "School no. 7", "kind": "school"}, "name"),
        ({"name": "   ", "kind": "school"}, "name"),
        ({"name": "x" * 201, "kind": "school"}, "name"),
        ({"name": "Other", "kind": "castle"}, "kind"),
    ],
)
def test_what_cannot_be_is_said_beside_its_field(
    client_of: Browser, school: Organisation, data: dict[str, str], field: str
) -> None:
    other = Organisation.objects.create(name="Some other", kind="school")
    for url in (f"{LIST}add/", page_of(other)):
        answer = client_of(Role.ADMINISTRATOR).post(url, data)
        assert answer.status_code == 422
        assert list(answer.context["form"].errors) == [field]
    assert Organisation.objects.count() == 2


def test_an_administrator_renames_an_organisation(client_of: Browser, school: Organisation) -> None:
    data = {"name": "Lyceum", "kind": "school"}
    assert client_of(Role.ADMINISTRATOR).post(page_of(school), data).status_code == 302
    assert Organisation.objects.get().name == "Lyceum"


def test_a_member_is_added_changed_and_removed_on_the_page(
    client_of: Browser, school: Organisation, researcher: Person
) -> None:
    client = client_of(Role.ADMINISTRATOR)
    members = page_of(school, "members")
    client.post(members, {"person": " The-Researcher", "role": "teacher"})
    member = page_of(school, "members", researcher.pk)
    client.post(member, {"role": "administrator"})
    assert list(Membership.objects.values_list("person", "role")) == [
        (researcher.pk, "administrator")
    ]
    page = client.post(f"{member}remove/", follow=True).content.decode()
    assert "No longer a member: the-researcher." in page
    assert not Membership.objects.exists()


def test_a_member_needs_an_account(client_of: Browser, school: Organisation) -> None:
    data = {"person": "nobody", "role": "teacher"}
    answer = client_of(Role.ADMINISTRATOR).post(page_of(school, "members"), data)
    assert answer.status_code == 422
    assert list(answer.context["member_form"].errors) == ["person"]
    assert answer.context["form"].initial == {"name": "School no. 7", "kind": "school"}


def test_a_role_that_is_none_changes_nothing(
    client_of: Browser, school: Organisation, researcher: Person, administrator: Person
) -> None:
    domain.set_member(school, researcher, Role.TEACHER, by=administrator)
    data = {"role": "king"}
    client_of(Role.ADMINISTRATOR).post(page_of(school, "members", researcher.pk), data)
    assert Membership.objects.get().role == Role.TEACHER


def test_somebody_else_is_not_a_member(
    client_of: Browser, school: Organisation, researcher: Person
) -> None:
    member = page_of(school, "members", researcher.pk)
    answers = [client_of(Role.ADMINISTRATOR).post(url) for url in (member, f"{member}remove/")]
    assert [answer.status_code for answer in answers] == [404, 404]


def test_names_are_suggested_in_either_letter_case(client_of: Browser) -> None:
    domain.create_person(username="aigul", display_name="Айгүл", role=Role.TEACHER, by=None)
    client = client_of(Role.ADMINISTRATOR)
    item = {"value": "aigul", "label": "Айгүл", "note": "aigul"}
    for words in ("айг", "АЙГҮЛ", "Aig"):
        answer = client.get("/accounts/people/suggestions/", {"q": words})
        assert answer.json() == {"items": [item]}, words
    assert client.get("/accounts/people/suggestions/").json() == {"items": []}


def test_a_profile_shows_where_somebody_belongs(
    client_of: Browser, school: Organisation, researcher: Person, administrator: Person
) -> None:
    domain.set_member(school, researcher, Role.TEACHER, by=administrator)
    own = client_of(Role.RESEARCHER).get("/en/accounts/profile/").content.decode()
    seen = client_of(Role.ADMINISTRATOR).get(f"/en/accounts/people/{researcher.pk}/")
    assert "School no. 7" in own
    assert page_of(school) not in own
    assert page_of(school) in seen.content.decode()


@pytest.mark.parametrize("several", [1, 3])
def test_lists_cost_the_same_for_any_number(
    client_of: Browser,
    school: Organisation,
    several: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for n in range(several):
        person = domain.create_person(username=f"t{n}", role=Role.TEACHER, by=None)
        domain.set_member(school, person, Role.TEACHER, by=None)
        Organisation.objects.create(name=f"Other {n}", kind="school")
    client = client_of(Role.ADMINISTRATOR)
    client.get(LIST)
    with django_assert_num_queries(5):
        assert client.get(LIST).context["page"].paginator.count == several + 1
    with django_assert_num_queries(5):
        assert len(client.get(page_of(school)).context["members"]) == several


@pytest.mark.parametrize("role", [Role.STUDENT, Role.TEACHER, Role.RESEARCHER])
def test_only_administrators_change_organisations(
    client_of: Browser, school: Organisation, researcher: Person, role: Role
) -> None:
    domain.set_member(school, researcher, Role.TEACHER, by=None)
    before = Entry.objects.count()
    client = client_of(role)
    made = Entry.objects.count() - before
    member = page_of(school, "members", researcher.pk)
    for url in (f"{LIST}add/", page_of(school), page_of(school, "members"), member):
        data = {"name": "x", "kind": "school", "person": "x", "role": "teacher"}
        assert client.post(url, data).status_code == 403
    assert client.post(f"{member}remove/").status_code == 403
    assert client.get("/accounts/people/suggestions/?q=a").status_code == 403
    assert Entry.objects.count() == before + made
