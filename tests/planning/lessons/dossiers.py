"""Dossiers that lessons are made from."""

from __future__ import annotations

from olke.accounts.models import Person
from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.parts import Text, Title
from olke.teaching.domain.documents import create_document
from olke.teaching.drafters.material import Material, material_of
from tests.teaching.drafters.dossiers import foundings, works_of_many_years


def make_dossier(*, by: Person, works: int = 4) -> Material:
    """Save a dossier about some works and return its evidence."""
    claims = [*works_of_many_years(count=works), *foundings("1941", "1943", "1946")]
    entries = tuple(ClaimEntry(claim=claim.key) for claim in claims)
    section = Section(title=Text(kk="Өнім", ru="Выпуск", en="Output"), entries=entries)
    content = Dossier(
        key="new",
        title=Title(kk="Зауыттар", ru="Заводы", en="Works"),
        question=Text(kk="Не өзгерді?", ru="Что изменилось?", en="What changed?"),
        sections=(section,),
    )
    parsed = create_document(content, by=by).parsed()
    assert isinstance(parsed, Dossier)
    return material_of(parsed)
