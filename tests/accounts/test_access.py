from __future__ import annotations

from collections.abc import Callable

import pytest
from django.contrib.auth.models import AnonymousUser

from olke.accounts import access, domain
from olke.accounts.models import Person, Role

MAY = {
    access.may_edit: Role.RESEARCHER,
    access.may_administer: Role.ADMINISTRATOR,
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_may_do_what_the_roles_before_it_may(
    person_of: Callable[[Role], Person], role: Role
) -> None:
    person = person_of(role)
    assert {may: may(person) for may in MAY} == {
        may: role.rank >= needed.rank for may, needed in MAY.items()
    }


def test_a_visitor_may_only_look() -> None:
    assert not any(may(AnonymousUser()) for may in MAY)
    assert access.has_role(AnonymousUser(), Role.VISITOR)


def test_somebody_who_may_not_sign_in_may_do_nothing(researcher: Person) -> None:
    barred = domain.change_person(researcher, by=None, is_active=False)
    assert not access.may_edit(barred)
