"""Where a teacher begins: a known number of statements, however much there is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from olke.accounts.models import Person, Role
from olke.teaching.domain.sharing import share_with
from olke.teaching.models import Document
from olke.teaching.queries import dossiers_to_fill
from tests.records import make_pack

pytestmark = pytest.mark.django_db
Dossiers = Callable[..., Document]


@pytest.mark.parametrize("path", ["/teaching/", "/teaching/dossiers/"])
def test_a_page_asks_as_often_for_three_documents_as_for_one(
    path: str,
    client_of: Callable[[Role], Client],
    make_dossier: Dossiers,
    django_assert_max_num_queries,
) -> None:
    make_pack()
    browser = client_of(Role.TEACHER)
    make_dossier()
    with django_assert_max_num_queries(30) as one:
        browser.get(path)
    for _ in range(2):
        make_dossier()
    with django_assert_max_num_queries(len(one)):
        page = browser.get(path).content.decode()
    assert page.count('<article class="card') == 3


def test_a_dossier_shared_twice_over_is_offered_once(
    make_dossier: Dossiers, teacher: Person, person_of: Callable[[Role], Person]
) -> None:
    document, colleague = make_dossier(), person_of(Role.RESEARCHER)
    share_with(document, colleague, may_change=True, by=teacher)
    share_with(document, teacher, may_change=True, by=teacher)
    assert list(dossiers_to_fill(colleague)) == [document]
    assert list(dossiers_to_fill(teacher)) == [document]
