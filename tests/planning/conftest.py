"""Documents of a teacher and of the region."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from olke.accounts.models import Person, Role
from olke.teaching.documents.dossier import Dossier
from olke.teaching.domain.documents import create_document
from olke.teaching.models import Document


@pytest.fixture
def teacher(person_of: Callable[[Role], Person]) -> Person:
    """Return somebody who makes dossiers and lessons."""
    return person_of(Role.TEACHER)


@pytest.fixture
def make_dossier(teacher: Person) -> Callable[..., Document]:
    """Make dossiers of the teacher's own with these claims, in one section."""

    def make(*claims: str, by: Person | None = None, **fields: Any) -> Document:
        entries = [{"claim": key} for key in claims]
        given = {"key": "new", "title": {"kk": "Соғыс жылдары"}}
        given |= {"sections": [{"title": {"kk": "Бірінші"}, "entries": entries}]}
        return create_document(Dossier.model_validate(given | fields), by=by or teacher)

    return make
