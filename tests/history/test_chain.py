"""The history is a chain: nothing in it can be altered, cut out or cut off unseen."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.db import transaction
from pytest_django import DjangoAssertNumQueries

from olke.accounts.models import Person
from olke.history.domain import Change, record_changes
from olke.history.models import Action, Entry, Head
from olke.history.queries import Break, entries_of, find_break

pytestmark = pytest.mark.django_db


def record(*keys: str) -> None:
    changes = [Change("claim", key, Action.ADDED, None, {"value": "1"}) for key in keys]
    with transaction.atomic():
        record_changes(changes, by=None, why="a test")


def test_an_empty_history_is_whole() -> None:
    assert find_break() is None


def test_entries_are_numbered_without_gaps_across_writes() -> None:
    record("a", "b")
    record("c")

    assert list(Entry.objects.values_list("number", "key")) == [(1, "a"), (2, "b"), (3, "c")]
    assert find_break() is None


def test_an_altered_entry_is_found() -> None:
    record("a", "b", "c")
    Entry.objects.filter(number=2).update(new='{"value":"2"}')

    assert find_break() == Break(2, "altered")


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("at", datetime(1946, 5, 9, tzinfo=UTC)),
        ("by", "the researcher"),
        ("kind", "source"),
        ("key", "d"),
        ("action", Action.CHANGED),
        ("why", "another reason"),
        ("old", "{}"),
        ("new", "{}"),
        ("previous", "0" * 64),
        ("digest", "0" * 64),
    ],
)
def test_no_part_of_an_entry_can_be_altered_unseen(
    part: str, value: object, researcher: Person
) -> None:
    record("a", "b", "c")
    last = Entry.objects.filter(key="b")
    number = last.get().number
    last.update(**{part: researcher if part == "by" else value})

    assert find_break() == Break(number, "altered")


def test_more_entries_than_are_written_at_once_are_one_chain(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("olke.history.domain.BATCH", 2)
    record("a", "b", "c", "d", "e")

    assert list(Entry.objects.values_list("number", "key")) == list(enumerate("abcde", 1))
    assert find_break() is None


def test_an_entry_cut_out_is_found() -> None:
    record("a", "b", "c")
    Entry.objects.filter(number=2).delete()

    assert find_break() == Break(2, "missing")


def test_entries_cut_off_at_the_end_are_found() -> None:
    record("a", "b", "c")
    Entry.objects.filter(number=3).delete()

    assert find_break() == Break(3, "cut off")


def test_a_history_written_anew_from_the_middle_does_not_fit_its_head() -> None:
    record("a", "b")
    Head.objects.update(digest="0" * 64)

    assert find_break() == Break(3, "cut off")


@pytest.mark.django_db(transaction=True)
def test_history_is_refused_outside_the_transaction_of_its_change() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        record_changes([], by=None, why="a test")


def test_a_record_shows_its_own_changes_newest_first() -> None:
    record("a", "b")
    record("a")

    assert [entry.number for entry in entries_of("claim", "a")] == [3, 1]


@pytest.mark.parametrize("several", [1, 3])
def test_the_changes_of_a_record_and_who_made_them_are_one_statement(
    several: int, researcher: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(several):
        with transaction.atomic():
            change = Change("claim", "a", Action.ADDED, None, {"value": "1"})
            record_changes([change], by=researcher, why="a test")

    with django_assert_num_queries(1):
        names = [entry.by_name for entry in entries_of("claim", "a")]
    assert names == [str(researcher)] * several
