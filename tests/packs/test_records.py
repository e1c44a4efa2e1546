"""Every table's declaration fits its model, and a record is the same as a row and back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.db.models import Field, ForeignKey

from olke.exchange.pack.schema import BY_NAME, KEYED, OWNED, TABLES
from olke.packs.columns import ColumnType, Table
from olke.packs.records import coordinate_text, decimal_text, fields_of, filled, row_of

HIDDEN = {"id", "pack", "position", "revision"}


def field(table: Table, name: str) -> Field:
    return table.model._meta.get_field(name)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_columns_and_derived_fields_are_all_that_a_model_has(table) -> None:
    derived = {derived.name for derived in table.derived}
    fields = {field.name for field in table.model._meta.concrete_fields}
    assert fields - HIDDEN == {*table.names, *derived}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_choices_and_requirements_are_those_of_the_model(table) -> None:
    for column in table.columns:
        of = field(table, column.name)
        if column.type is ColumnType.ENUM and of.choices:
            assert column.choices == tuple(value for value, _ in of.choices)
        if column.required:
            assert not of.null
            assert not of.blank
        if not isinstance(of, ForeignKey) and column.type is ColumnType.REFERENCE:
            assert of.get_internal_type() == "CharField"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_references_lead_to_tables_that_have_keys(table) -> None:
    for column in table.references:
        assert BY_NAME[column.refers_to] in KEYED
    if table.owner:
        assert table in OWNED[table.owner]
        assert table.column(table.owned_by).refers_to == table.owner


def test_what_is_referred_to_comes_before_what_refers() -> None:
    order = [table.name for table in TABLES]
    for table in TABLES:
        for column in table.references:
            if isinstance(field(table, column.name), ForeignKey):
                assert order.index(column.refers_to) <= order.index(table.name)


@pytest.mark.django_db
def test_a_record_is_written_as_a_row_and_read_as_the_same_fields() -> None:
    claims = BY_NAME["claims"]
    row = dict.fromkeys(claims.names, "") | {
        "key": "5-02",
        "kind": "observation",
        "subject": "mill",
        "indicator": "output",
        "value": "12.50",
        "approximate": "true",
        "unit": "t",
        "period": "1946",
        "rank": "normal",
        "review": "unreviewed",
    }
    pks = {("entities", "mill"): 7, ("indicators", "output"): 9}
    keys = {(table, pk): key for (table, key), pk in pks.items()}
    fields = fields_of(claims, row, lambda table, key: pks[table, key])
    assert (fields["subject_id"], fields["product_id"], fields["value"]) == (
        7,
        None,
        Decimal("12.50"),
    )
    assert (fields["value_sort"], fields["earliest"].year) == (12.5, 1946)
    record = claims.model(**fields)
    assert row_of(claims, record, lambda table, pk: keys[table, pk]) == row


def test_a_reference_that_leads_nowhere_raises() -> None:
    with pytest.raises(KeyError):
        fields_of(BY_NAME["products"], {"key": "felt", "parent": "x"}, lambda _, key: {}[key])


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Decimal("1E+6"), "1000000"),
        (Decimal("1.50"), "1.50"),
        (Decimal("-0.0"), "-0.0"),
    ],
)
def test_a_number_is_written_in_full(value, text) -> None:
    assert decimal_text(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (Decimal("50.40000"), "50.4"),
        (Decimal("80.00000"), "80"),
        (Decimal("-0.10000"), "-0.1"),
        (50.42064, "50.42064"),
    ],
)
def test_degrees_lose_the_zeros_the_database_adds(value, text) -> None:
    assert coordinate_text(value) == text


def test_a_snapshot_keeps_what_is_filled() -> None:
    assert filled({"key": "a", "note": "", "claim": "x"}, without="claim") == {"key": "a"}
