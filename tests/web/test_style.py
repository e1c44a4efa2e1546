from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from olke.accounts.models import Role


@pytest.mark.parametrize("role", list(Role))
def test_the_style_page_is_for_researchers(client_of: Callable[[Role], Client], role: Role) -> None:
    answer = client_of(role).get("/style/")
    if role == Role.VISITOR:
        assert answer.status_code == 302
    else:
        assert answer.status_code == (200 if role.rank >= Role.RESEARCHER.rank else 403)


def test_the_style_page_shows_a_form_with_its_errors(client_of: Callable[[Role], Client]) -> None:
    text = client_of(Role.RESEARCHER).get("/ru/style/").content.decode()
    assert "Исправьте, пожалуйста" in text
    assert text.count('class="error"') == 3
