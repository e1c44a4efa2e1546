"""The history is a chain: nothing in it can be altered, cut out or cut off unseen."""

from __future__ import annotations

import pytest
from django.db import transaction

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
