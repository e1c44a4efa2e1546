"""A change is told in words: labels for columns, names for keys."""

from __future__ import annotations

from typing import Any

import pytest
from django.utils.translation import override

from olke.evidence.changes import BY_KIND, ChangedField, changed_records, column_label
from olke.exchange.pack.schema import KEYED, TABLES
from olke.history.domain import Change, record_changes
from olke.history.models import Action, Entry
from tests.records import make_entity, make_indicator, make_source

pytestmark = pytest.mark.django_db


def told(old: dict[str, Any] | None, new: dict[str, Any] | None, kind: str = "claim") -> Any:
    record_changes([Change(kind, "a-key", Action.CHANGED, old, new)], by=None, why="")
    with override("en"):
        return changed_records(Entry.objects.filter(kind=kind))[-1].fields


def test_a_reference_is_told_by_name_and_key() -> None:
    make_entity(key="works", name_en="Works")
    make_entity(key="mill", name_en="Mill")

    assert told({"subject": "works"}, {"subject": "mill"}) == (
        ChangedField("Subject", "Works (works)", "Mill (mill)"),
    )


def test_a_key_that_leads_nowhere_any_more_stays_a_key() -> None:
    assert told({"subject": "gone"}, {}) == (ChangedField("Subject", "gone", ""),)


def test_a_choice_is_told_by_its_label() -> None:
    assert told({"review": "unreviewed"}, {"review": "reviewed"}) == (
        ChangedField("Review", "not reviewed", "reviewed"),
    )


def test_a_tick_is_a_yes() -> None:
    assert told({}, {"approximate": "true"}) == (ChangedField("Approximate", "", "yes"),)


def test_a_citation_is_told_by_its_place_in_the_list() -> None:
    make_source(key="thesis", title="A thesis")
    old = {"citations": [{"source": "thesis", "locator": "1"}]}
    new = {"citations": [{"source": "thesis", "locator": "1"}, {"source": "thesis"}]}

    assert told(old, new) == (ChangedField("Citation 2: source", "", "A thesis (thesis)"),)


def test_what_stayed_the_same_is_not_told() -> None:
    assert told({"value": "1", "unit": "t"}, {"value": "2", "unit": "t"}) == (
        ChangedField("Value", "1", "2"),
    )


def test_an_added_record_changed_nothing() -> None:
    assert told(None, {"value": "1"}) == ()


def test_a_change_of_something_that_is_no_record_is_told_without_fields() -> None:
    assert told({"role": "visitor"}, {"role": "teacher"}, kind="person") == ()


def test_a_column_that_a_later_version_dropped_breaks_nothing() -> None:
    assert told({"colour": "red"}, {"colour": "blue"}) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_many_changes_take_one_statement_a_table(
    count: int, django_assert_num_queries: Any
) -> None:
    for number in range(count):
        entity, indicator = make_entity(), make_indicator()
        old = {"subject": entity.key, "value": str(number)}
        new = {"subject": entity.key, "indicator": indicator.key}
        record_changes([Change("claim", "a-key", Action.CHANGED, old, new)], by=None, why="")
    entries = list(Entry.objects.all())
    with django_assert_num_queries(1):
        changed_records(entries)


def test_every_table_of_a_pack_is_known() -> None:
    assert set(BY_KIND) == {table.kind for table in KEYED}


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_column_has_a_name_in_the_readers_language(language: str) -> None:
    with override(language):
        latin = [
            f"{table.name}.{column.name}: {label}"
            for table in TABLES
            for column in table.columns
            if column.name != table.owned_by
            and (label := column_label(table, column.name)).isascii()
        ]
    assert latin == []
