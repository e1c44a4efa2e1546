"""Two people do something to one account at the same moment."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from django.db import transaction

from olke.accounts import domain
from olke.accounts.errors import LastAdministratorError, LinkUnusableError
from olke.accounts.links import issue_sign_in_link, redeem_link
from olke.accounts.models import Membership, OrganisationKind, Person, Role
from olke.history.domain import Change, record_changes
from olke.history.models import Action
from olke.history.queries import find_break
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
PersonOf = Callable[[Role], Person]


def secret_of(path: str) -> str:
    return path.rstrip("/").rsplit("/", 1)[-1]


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_clicks_one_signs_in(person_of: PersonOf, attempt: int) -> None:
    secret = secret_of(issue_sign_in_link(person_of(Role.STUDENT)))
    (refused,) = at_once(*[lambda: redeem_link(secret)] * 2)
    assert isinstance(refused, LinkUnusableError)


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_links_one_works(person_of: PersonOf, attempt: int) -> None:
    person, secrets = person_of(Role.STUDENT), list[str]()
    assert not at_once(*[lambda: secrets.append(secret_of(issue_sign_in_link(person)))] * 2)
    signed_in = []
    for secret in secrets:
        with suppress(LinkUnusableError):
            signed_in.append(redeem_link(secret))
    assert signed_in == [person]


@pytest.mark.parametrize("attempt", range(5))
def test_of_two_administrators_who_demote_each_other_one_stays(
    person_of: PersonOf, attempt: int
) -> None:
    first = person_of(Role.ADMINISTRATOR)
    second = domain.create_person(username="second", role=Role.ADMINISTRATOR, by=first)
    (refused,) = at_once(
        lambda: domain.change_role(first, Role.TEACHER, by=second),
        lambda: domain.change_role(second, Role.TEACHER, by=first),
    )
    assert isinstance(refused, LastAdministratorError)


@pytest.mark.parametrize("attempt", range(5))
def test_somebody_may_work_while_the_account_is_changed(person_of: PersonOf, attempt: int) -> None:
    person = person_of(Role.RESEARCHER)

    def work() -> None:
        with transaction.atomic():
            added = Change("claim", f"claim-{attempt}", Action.ADDED, None, {"value": "1"})
            record_changes([added], by=person, why="")

    assert not at_once(work, lambda: domain.change_person(person, by=None, display_name="Айгүл"))
    assert find_break() is None


@pytest.mark.parametrize("attempt", range(5))
def test_a_school_may_be_renamed_while_somebody_joins_it(person_of: PersonOf, attempt: int) -> None:
    by, kind = person_of(Role.ADMINISTRATOR), OrganisationKind.SCHOOL
    school = domain.add_organisation(name="№ 7", kind=kind, by=by)
    assert not at_once(
        lambda: domain.change_organisation(school, name="№ 8", kind=kind, by=by),
        lambda: domain.set_member(school, by, Role.TEACHER, by=by),
    )
    assert [str(member) for member in Membership.objects.all()] == [f"{by}, № 8"]
