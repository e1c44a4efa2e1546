"""What people type is read as they mean it, and left alone where they may mean two things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from olke.editing.typed import number, period, understood
from olke.entities.rows import ENTITIES
from olke.evidence.rows import CITATIONS, CLAIMS
from olke.exchange.pack.schema import TABLES
from olke.packs.columns import ColumnType
from tests.records import make_entity, make_name, make_source


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("79,4", "79.4"),
        ("1 400 000", "1400000"),
        ("1\u00a0400,5", "1400.5"),
        ("−12", "-12"),
        ("9650", "9650"),
        ("1,400", "1,400"),
        ("many", "many"),
        ("1,5E+06", "1,5E+06"),
    ],
)
def test_a_number_is_read_however_it_is_written(typed: str, read: str) -> None:
    assert number(typed) == read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("1943 жылғы 5 мамыр", "1943-05-05"),
        ("1946 жылдың 9 айы", "1946-01/1946-09"),
        ("9 May 1946", "1946-05-09"),
        ("09.05.1946", "1946-05-09"),
        ("1943/1945", "1943/1945"),
        ("194X", "194X"),
        ("in 1943 and in 1945", "in 1943 and in 1945"),
        ("some day", "some day"),
    ],
)
def test_a_date_is_read_in_words_and_in_edtf(typed: str, read: str) -> None:
    assert period(typed) == read


def test_a_wording_that_leaves_a_doubt_stays_for_the_person_to_settle() -> None:
    assert period("5 қарашада") == "5 қарашада"


@given(st.text(max_size=40))
def test_whatever_is_typed_reading_it_again_changes_nothing(text: str) -> None:
    for read in (number, period):
        once = read(text)
        assert read(once) == once


@pytest.mark.django_db
def test_a_name_stands_for_the_only_record_that_bears_it() -> None:
    entity = make_entity(key="glass-works", name_kk="Шыны зауыты")
    make_name(entity=entity, name="Стеклозавод")
    make_entity(key="one", name_kk="Нан зауыты")
    make_entity(key="other", name_kk="Нан зауыты")

    for typed in ("Шыны зауыты", "шыны зауыты", "Стеклозавод", "glass-works"):
        assert understood(CLAIMS, {"subject": typed})["subject"] == "glass-works"
    for typed in ("Нан зауыты", "Тас зауыты"):
        assert understood(CLAIMS, {"subject": typed})["subject"] == typed


@pytest.mark.django_db
def test_units_and_the_rows_of_a_record_are_read_too() -> None:
    source = make_source(title="Есеп")

    assert understood(CLAIMS, {"unit": "тонна"})["unit"] == "t"
    assert understood(CITATIONS, {"source": "Есеп"})["source"] == source.key
    assert understood(ENTITIES, {"latitude": "50,41"})["latitude"] == "50.41"


@pytest.mark.django_db
def test_what_a_form_filled_for_a_number_goes_where_there_is_none() -> None:
    usual = {"aspect": "actual", "measure": "absolute"}

    assert understood(CLAIMS, {"kind": "event", **usual})["aspect"] == ""
    assert understood(CLAIMS, {"kind": "event", "value": "5", **usual})["aspect"] == "actual"
    assert understood(CLAIMS, {"kind": "observation", **usual})["measure"] == "absolute"


@pytest.mark.django_db
def test_every_reference_can_be_named() -> None:
    """A table whose names are not fields of its model would fail here."""
    for table in TABLES:
        names = [c.name for c in table.columns if c.type is ColumnType.REFERENCE]
        row = dict.fromkeys(names, "Ешкім білмейді")
        assert {name: understood(table, row)[name] for name in names} == row
