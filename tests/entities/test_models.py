"""What entities are and how they belong together: the database itself refuses what cannot be."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from olke.entities.labels import inverse_label
from olke.entities.models import RelationKind
from tests.records import make_entity, make_name, make_relation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "planet"},
        {"latitude": Decimal("50.41")},
        {"longitude": Decimal("80.25")},
        {"latitude": Decimal("90.1"), "longitude": Decimal("80.25")},
        {"latitude": Decimal("50.41"), "longitude": Decimal("-180.1")},
    ],
)
def test_an_entity_is_of_a_known_kind_and_lies_on_earth(fields: dict[str, Any]) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        make_entity(**fields)


def test_an_entity_has_a_name_once_in_a_language() -> None:
    name = make_name(language="ru")
    make_name(entity=name.entity, name=name.name, language="kk")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_name(entity=name.entity, name=name.name, language="ru")


def test_no_entity_belongs_to_itself() -> None:
    entity = make_entity()
    with pytest.raises(IntegrityError), transaction.atomic():
        make_relation(entity=entity, other=entity)


def test_a_relation_may_hold_twice_at_different_times() -> None:
    relation = make_relation(period="1939/1945")
    again = {"entity": relation.entity, "other": relation.other, "kind": relation.kind}
    make_relation(**again, period="1950/1960")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_relation(**again, period="1939/1945")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_relation_has_a_name_of_its_own_from_the_other_end(language: str) -> None:
    with override(language):
        named = {inverse_label(kind) for kind in RelationKind.values}
    assert len(named) == len(RelationKind)
