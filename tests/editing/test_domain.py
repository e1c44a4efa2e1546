"""A person's write is judged like a file, recorded once, and never lost or overwritten unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from olke.accounts.models import Person
from olke.editing.domain import (
    add_record,
    change_record,
    revert_record,
    set_cell,
    stored_snapshot,
)
from olke.editing.drafts import Draft, draft_of
from olke.editing.errors import (
    ChangedMeanwhileError,
    DraftRefusedError,
    NothingChangedError,
)
from olke.editing.queries import snapshot_before
from olke.entities.models import Entity
from olke.evidence.models import Claim
from olke.evidence.signals import evidence_changed
from olke.exchange.pack.schema import BY_NAME
from olke.history.models import Action, Entry
from olke.history.queries import find_break
from tests.records import make_claim, make_entity, make_indicator, make_pack, make_source

pytestmark = pytest.mark.django_db
CLAIMS, ENTITIES = BY_NAME["claims"], BY_NAME["entities"]
KEYS_OF_CLAIMS = re.compile(r'^SELECT .*"evidence_claim"\."key".* FROM "evidence_claim"')
NARROWED = re.compile(r'WHERE .*"evidence_claim"\."(key|id)" (=|IN)')


def of_records() -> QuerySet[Entry]:
    """Return what the history says of records; that of people's accounts stands beside it."""
    return Entry.objects.exclude(kind="person")


def claim_row(**cells: str) -> dict[str, str]:
    given = {
        "key": "new-claim",
        "kind": "observation",
        "subject": make_entity().key,
        "indicator": make_indicator().key,
        "value": "79.40",
        "unit": "t",
        "period": "1946",
        "aspect": "actual",
        "measure": "absolute",
        "rank": "normal",
        "review": "unreviewed",
    }
    return given | cells


def citation_row(**cells: str) -> dict[str, str]:
    return {
        "source": make_source().key,
        "locator_kind": "paragraph",
        "locator": "332",
    } | cells


@contextmanager
def told() -> Iterator[list[dict[str, Any]]]:
    heard: list[dict[str, Any]] = []

    def listen(**message: Any) -> None:
        heard.append({"keys": message["keys"], "everything": message["everything"]})

    evidence_changed.connect(listen)
    try:
        yield heard
    finally:
        evidence_changed.disconnect(listen)


def test_an_added_claim_keeps_its_digits_its_citation_and_who_added_it(researcher: Person) -> None:
    draft = Draft(claim_row(), {"citations": [citation_row()]})

    add_record(CLAIMS, draft, pack=make_pack(), by=researcher, why="found in fond 103")

    claim = Claim.objects.get(key="new-claim")
    assert format(claim.value or 0, "f") == "79.40"
    assert claim.citations.get().locator == "332"
    entry = Entry.objects.get(kind="claim", key="new-claim")
    assert (entry.action, entry.by, entry.why) == (Action.ADDED, researcher, "found in fond 103")
    assert find_break() is None


def test_search_is_told_of_a_change_in_its_transaction(researcher: Person) -> None:
    with told() as heard:
        add_record(
            CLAIMS,
            Draft(claim_row(), {"citations": [citation_row()]}),
            pack=make_pack(),
            by=researcher,
            why="new",
        )
    assert heard == [{"keys": {"claim": frozenset({"new-claim"})}, "everything": False}]


def test_a_claim_without_a_citation_is_refused(researcher: Person) -> None:
    with pytest.raises(DraftRefusedError) as refused:
        add_record(CLAIMS, Draft(claim_row()), pack=make_pack(), by=researcher, why="new")

    assert [found.fault.code for found in refused.value.faults] == ["uncited"]
    assert not Claim.objects.exists()
    assert not of_records().exists()


def test_every_fault_is_told_at_once(researcher: Person) -> None:
    row = claim_row(value="79,4", unit="parsec", period="1946-13", subject="nobody")

    with pytest.raises(DraftRefusedError) as refused:
        add_record(
            CLAIMS,
            Draft(row, {"citations": [citation_row(source="no-book")]}),
            pack=make_pack(),
            by=researcher,
            why="new",
        )

    wrong = {(found.table, found.fault.column) for found in refused.value.faults}
    assert wrong >= {
        ("claims", "value"),
        ("claims", "unit"),
        ("claims", "period"),
        ("claims", "subject"),
        ("citations", "source"),
    }


def test_a_key_that_is_taken_is_refused(researcher: Person) -> None:
    taken = make_claim()

    with pytest.raises(DraftRefusedError) as refused:
        add_record(
            CLAIMS,
            Draft(claim_row(key=taken.key), {"citations": [citation_row()]}),
            pack=make_pack(),
            by=researcher,
            why="new",
        )
    assert [found.fault.column for found in refused.value.faults] == ["key"]


def test_a_correction_keeps_what_was_before(researcher: Person) -> None:
    claim = make_claim(value="7646")
    old = stored_snapshot(CLAIMS, claim)

    set_cell(CLAIMS, claim.key, "value", "7664", revision=1, by=researcher, why="misread")

    entry = Entry.objects.get(key=claim.key)
    assert snapshot_before(entry) == old
    assert Claim.objects.get().value_sort == 7664.0
    assert Claim.objects.get().revision == 2


def test_two_people_cannot_overwrite_one_another_unseen(researcher: Person) -> None:
    claim = make_claim()
    set_cell(CLAIMS, claim.key, "value", "1", revision=1, by=researcher, why="first")

    with pytest.raises(ChangedMeanwhileError):
        set_cell(CLAIMS, claim.key, "value", "2", revision=1, by=researcher, why="second")

    assert Claim.objects.get().value_sort == 1.0


def test_a_change_of_nothing_leaves_no_entry(researcher: Person) -> None:
    claim = make_claim()

    with pytest.raises(NothingChangedError):
        set_cell(CLAIMS, claim.key, "rank", "normal", revision=1, by=researcher, why="?")

    assert not of_records().exists()


def test_reverting_gives_back_the_earlier_state_with_its_citations(researcher: Person) -> None:
    claim = make_claim()
    before = stored_snapshot(CLAIMS, claim)
    other = citation_row(locator="999")
    changed = draft_of(CLAIMS, {**before, "value": "1", "citations": [other]})
    change_record(CLAIMS, changed, revision=1, by=researcher, why="wrong idea")
    entry = Entry.objects.latest("number")

    revert_record(CLAIMS, entry, before, revision=2, by=researcher, why="it was right")

    assert stored_snapshot(CLAIMS, Claim.objects.get()) == before
    assert Entry.objects.latest("number").action == Action.REVERTED
    assert find_break() is None


def test_withdrawing_and_taking_it_back_are_named_as_such(researcher: Person) -> None:
    claim = make_claim()
    set_cell(CLAIMS, claim.key, "review", "withdrawn", revision=1, by=researcher, why="a copy")
    set_cell(CLAIMS, claim.key, "review", "unreviewed", revision=2, by=researcher, why="no copy")

    actions = list(of_records().order_by("number").values_list("action", flat=True))
    assert actions == [Action.WITHDRAWN, Action.RESTORED]


def test_an_entity_changes_together_with_its_names(researcher: Person) -> None:
    entity = make_entity()
    draft = draft_of(ENTITIES, stored_snapshot(ENTITIES, entity))
    names = [{"entity": entity.key, "name": "Старое", "language": "ru", "kind": "former"}]

    change_record(
        ENTITIES, Draft(draft.row, {"names": names}), revision=1, by=researcher, why="old maps"
    )

    assert [name.name for name in Entity.objects.get().names.all()] == ["Старое"]
    assert '"names":[{' in of_records().get().new


def test_a_write_that_fails_half_way_leaves_nothing(researcher: Person) -> None:
    def refuse(**_: Any) -> None:
        raise RuntimeError

    evidence_changed.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            add_record(
                CLAIMS,
                Draft(claim_row(), {"citations": [citation_row()]}),
                pack=make_pack(),
                by=researcher,
                why="new",
            )
    finally:
        evidence_changed.disconnect(refuse)
    assert not Claim.objects.exists()
    assert not of_records().exists()


def test_work_on_one_claim_reads_no_other() -> None:
    """Not even its key: a region may have a hundred thousand."""
    claim = make_claim(key="one")
    make_claim(key="another")
    owned = {"citations": [{"claim": "fresh", "source": make_source().key}]}
    with CaptureQueriesContext(connection) as asked:
        set_cell(CLAIMS, "one", "note", "n", revision=1, by=None, why="")  # type: ignore[arg-type]
        stored_snapshot(CLAIMS, claim)
        draft = draft_of(CLAIMS, claim_row(key="fresh") | owned)
        add_record(CLAIMS, draft, pack=claim.pack, by=None, why="")  # type: ignore[arg-type]
    read = [query["sql"] for query in asked if KEYS_OF_CLAIMS.search(query["sql"])]
    assert len(read) > 3
    assert [sql for sql in read if not NARROWED.search(sql)] == []
