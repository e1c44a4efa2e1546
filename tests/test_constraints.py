"""What the database checks it checks truly: SQL takes a check that comes out NULL for kept."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models

Model = type[models.Model]


def fields_of(model: Model, check: models.CheckConstraint) -> list[Any]:
    assert isinstance(check.condition, models.Q)
    return [model._meta.get_field(name) for name in sorted(check.condition.referenced_base_fields)]


CHECKS = [
    pytest.param(model, check, id=str(check.name))
    for model in apps.get_models()
    if model.__module__.startswith("olke.")
    for check in model._meta.constraints
    if isinstance(check, models.CheckConstraint)
    if any(field.null for field in fields_of(model, check))
]


@pytest.mark.django_db
@pytest.mark.parametrize(("model", "check"), CHECKS)
def test_no_check_is_left_undecided_by_a_missing_value(
    model: Model, check: models.CheckConstraint
) -> None:
    fields = fields_of(model, check)
    editor = connection.schema_editor(collect_sql=True)
    condition = check._get_check_sql(model, editor)  # type: ignore[attr-defined]
    judged = f"SELECT ({condition}) FROM (SELECT {_columns(fields)}) AS one"  # noqa: S608
    undecided = []
    with connection.cursor() as cursor:
        for row in product(*map(_samples, fields)):
            cursor.execute(judged, row)
            if cursor.fetchone() == (None,):
                undecided.append(
                    {field.name: value for field, value in zip(fields, row, strict=True)}
                )
    assert undecided == []


def _columns(fields: list[Any]) -> str:
    return ", ".join(
        f"CAST(%s AS {field.cast_db_type(connection)}) AS {connection.ops.quote_name(field.column)}"
        for field in fields
    )


def _samples(field: Any) -> list[str | None]:
    """Return some values of a column: a text's choices, any other's single one, and none."""
    kind = field.get_internal_type()
    if kind in ("CharField", "TextField"):
        found = sorted({"", "1", *(value for value, _ in field.flatchoices)})
    else:
        found = ["1941-06-22" if kind.startswith("Date") else "1"]
    return [*found, None] if field.null else [*found]
