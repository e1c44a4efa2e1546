"""Very many rows at once: the same rows that the models would write."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from olke.accounts.models import Person
from olke.history.bulk import field_of, in_batches, insert, prepare, update
from olke.history.domain import BATCH, Change, record_changes
from olke.history.models import Action, Entry
from olke.history.queries import find_break
from olke.packs.models import Pack
from olke.vocabulary.models import HistoricalPeriod, Product

pytestmark = pytest.mark.django_db


@pytest.fixture
def pack() -> Pack:
    return Pack.objects.create(key="p", descriptor="{}", loaded_at=datetime.now(UTC))


def columns(pack: Pack, keys: list[str]) -> dict[str, list[object]]:
    texts = {f"label_{code}": [""] * len(keys) for code in ("kk", "ru", "en")}
    numbers = {"position": list(range(len(keys))), "revision": [1] * len(keys)}
    return {"pack_id": [pack.pk] * len(keys), "parent_id": [None] * len(keys), "key": keys} | (
        texts | numbers
    )


@pytest.mark.parametrize("count", [0, 1, 3])
def test_inserted_rows_are_records(pack, count) -> None:
    keys = [f"k{number}" for number in range(count)]
    insert(Product, columns(pack, keys))
    assert list(Product.objects.values_list("key", "position")) == list(
        zip(keys, range(count), strict=True)
    )


def test_inserting_asks_one_statement_for_any_number(pack, django_assert_num_queries) -> None:
    keys = [f"k{number}" for number in range(5000)]
    with django_assert_num_queries(1):
        insert(Product, columns(pack, keys))
    assert Product.objects.count() == 5000


def test_constraints_of_the_database_still_hold(pack) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(Product, columns(pack, ["same", "same"]))


def test_a_record_can_be_made_after_rows_were_inserted(pack) -> None:
    insert(Product, columns(pack, ["one"]))
    assert Product.objects.create(pack=pack, key="two").pk != Product.objects.get(key="one").pk


def test_updating_counts_the_revision_up_only_when_asked(pack) -> None:
    insert(Product, columns(pack, ["one", "two"]))
    first, second = Product.objects.values_list("pk", flat=True)
    update(Product, [first], {"label_en": ["x"]}, revise=True)
    update(Product, [second], {"position": [9]}, revise=False)
    assert list(Product.objects.values_list("label_en", "position", "revision")) == [
        ("x", 0, 2),
        ("", 9, 1),
    ]


def test_cells_become_what_the_field_keeps(pack) -> None:
    days = prepare(HistoricalPeriod, "earliest", ["1946", "1946"], lambda _: date(1946, 1, 1))
    assert str(days[0]) == str(days[1]) == "1946-01-01"
    assert field_of(Product, "parent_id").name == "parent"
    with pytest.raises(KeyError):
        field_of(Product, "colour")


def test_lists_are_cut_for_a_statement() -> None:
    assert [list(batch) for batch in in_batches([1, 2, 3, 4, 5], 2)] == [[1, 2], [3, 4], [5]]


def test_a_history_of_several_batches_is_one_chain() -> None:
    changes = (Change("claim", f"{n}", Action.ADDED, None, {"n": str(n)}) for n in range(BATCH + 3))
    with transaction.atomic():
        assert record_changes(changes, by=None, why="many") == BATCH + 3
    assert Entry.objects.count() == BATCH + 3
    assert find_break() is None


def test_an_entry_keeps_who_did_it() -> None:
    person = Person.objects.create(username="a", display_name="Айгүл")
    with transaction.atomic():
        record_changes([Change("claim", "1", Action.ADDED, None, {})], by=person, why="")
    assert (Entry.objects.get().by, Entry.objects.get().by_name) == (person, "Айгүл")
