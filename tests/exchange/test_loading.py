"""Loading a pack: whole or not at all, and what it leaves in the history."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from olke.accounts.models import Person
from olke.editing.domain import add_record
from olke.editing.drafts import Draft
from olke.entities.models import Entity
from olke.evidence.models import Citation, Claim
from olke.evidence.signals import evidence_changed
from olke.exchange.pack.commands import load, save
from olke.history.models import Action, Entry
from olke.history.queries import find_break
from olke.packs.models import Pack, PackFile
from olke.vocabulary.models import PackUnit, Theme
from olke.vocabulary.rows import INDICATORS

pytestmark = pytest.mark.django_db


def test_load_makes_every_record_of_the_folder(loaded) -> None:
    claim = Claim.objects.get(key="5-02")
    assert (claim.subject.key, claim.product.key, claim.indicator.key) == (
        "wool-mill",
        "felt",
        "output",
    )
    assert (claim.value, claim.value_max, claim.approximate) == (
        Decimal("12.50"),
        Decimal(14),
        True,
    )
    assert (claim.value_sort, claim.value_max_sort) == (12.5, 14.0)
    assert (claim.earliest, claim.latest) == (date(1946, 1, 1), date(1946, 12, 31))
    assert [c.source.key for c in claim.citations.all()] == ["study", "handbook"]
    assert claim.citations.first().through.key == "mill-file"
    assert Theme.objects.get(key="wool").parent.key == "economy"
    assert Entity.objects.get(key="tasozen").latitude == Decimal("50.1")


def test_load_keeps_the_digits_of_a_number(loaded) -> None:
    assert str(Claim.objects.get(key="5-02").value) == "12.50"


def test_loaded_columns_that_follow_are_those_that_saving_a_claim_gives(loaded) -> None:
    for claim in Claim.objects.all():
        before = (claim.value_sort, claim.value_max_sort, claim.earliest, claim.latest)
        claim.derive()
        assert before == (claim.value_sort, claim.value_max_sort, claim.earliest, claim.latest)


def test_load_fills_the_pack_from_its_descriptor(pack) -> None:
    assert (pack.title_kk, pack.lead_en, pack.span, pack.region_key) == (
        "Тасөзен ауданы",
        "Wool and a river.",
        "1931/1960",
        "tasozen",
    )
    assert set(pack.files.values_list("path", flat=True)) == {"NOTICE.md", "map/rivers.geojson"}


def test_each_record_gets_one_entry_that_nests_what_it_owns(loaded) -> None:
    entry = Entry.objects.get(kind="claim", key="5-02")
    assert entry.action == Action.ADDED
    assert entry.why == "pack tasozen loaded"
    new = json.loads(entry.new)
    assert new["value"] == "12.50"
    assert [citation["source"] for citation in new["citations"]] == ["study", "handbook"]
    assert "bound" not in new
    entity = json.loads(Entry.objects.get(kind="entity", key="wool-mill").new)
    assert entity["relations"] == [
        {"kind": "located-in", "other": "tasozen", "period": "1931/1960"}
    ]
    assert not Entry.objects.filter(kind__in=["citation", "name", "relation"]).exists()
    assert find_break() is None


def test_loading_the_same_folder_again_changes_nothing(loaded) -> None:
    entries = Entry.objects.count()
    report = load(loaded.path, by=None)
    assert report.changes == {"unchanged": entries}
    assert Entry.objects.count() == entries


def test_a_changed_row_is_changed_and_its_revision_counted_up(loaded) -> None:
    loaded.set("claims", "5-02", value="13.25", note="read again")
    report = load(loaded.path, by=None, why="new reading")
    assert report.changes["changed"] == 1
    claim = Claim.objects.get(key="5-02")
    assert (str(claim.value), claim.revision, claim.value_sort) == ("13.25", 2, 13.25)
    entry = Entry.objects.get(kind="claim", key="5-02", action=Action.CHANGED)
    assert (json.loads(entry.old)["value"], json.loads(entry.new)["value"]) == ("12.50", "13.25")
    assert entry.why == "new reading"


def test_a_changed_citation_is_a_change_of_its_claim(loaded) -> None:
    loaded.rows["citations"][2]["locator"] = "33"
    report = load(loaded.write().path, by=None)
    assert report.changes["changed"] == 1
    assert [c.locator for c in Claim.objects.get(key="5-02").citations.all()] == ["5", "33"]
    assert Citation.objects.count() == 5


def test_the_person_who_loads_stands_in_the_history(loaded) -> None:
    person = Person.objects.create(username="aigul", display_name="Айгүл")
    loaded.set("entities", "asan", note="born in Tasozen")
    load(loaded.path, by=person)
    assert Entry.objects.last().by == person


def test_a_claim_that_vanished_is_withdrawn_and_reported(loaded) -> None:
    loaded.drop("citations", "6-01").drop("claims", "6-01")
    report = load(loaded.path, by=None)
    assert Claim.objects.get(key="6-01").review == "withdrawn"
    assert [p.code for p in report.warnings] == ["vanished-withdrawn"]
    assert Entry.objects.last().action == Action.WITHDRAWN
    again = load(loaded.path, by=None)
    assert (again.warnings, set(again.changes)) == ((), {"unchanged"})


def test_a_withdrawn_claim_that_comes_back_is_restored(loaded) -> None:
    claims, citations = list(loaded.rows["claims"]), list(loaded.rows["citations"])
    load(loaded.drop("citations", "6-01").drop("claims", "6-01").path, by=None)
    loaded.rows.update(claims=claims, citations=citations)
    load(loaded.write().path, by=None)
    assert Claim.objects.get(key="6-01").review == "unreviewed"
    assert Entry.objects.last().action == Action.RESTORED


def test_a_record_that_vanished_is_kept_while_something_refers_to_it(loaded) -> None:
    loaded.drop("citations", "6-01").drop("claims", "6-01").drop("entities", "asan")
    report = load(loaded.path, by=None)
    assert {p.code for p in report.warnings} == {"vanished-withdrawn", "vanished-kept"}
    assert Entity.objects.filter(key="asan").exists()


def test_a_unit_that_vanished_is_kept_while_an_indicator_added_here_uses_it(
    loaded, pack, researcher
) -> None:
    row = {"key": "idle", "kind": "quantity", "unit": "spindle", "summable": "stock"}
    row |= dict.fromkeys(("label_kk", "label_ru", "label_en"), "Idle spindles")
    add_record(INDICATORS, Draft(row), pack=pack, by=researcher, why="counted in the mill")
    loaded.set("indicators", "spindles", unit="", dimension="").drop("units", "spindle")
    report = load(loaded.path, by=None)
    assert [(p.file, p.code) for p in report.warnings] == [("units.csv", "vanished-kept")]
    assert PackUnit.objects.filter(key="spindle").exists()


def test_a_record_that_vanished_unused_is_removed_and_its_state_kept(loaded) -> None:
    loaded.add("products", key="rug", label_kk="кілем", label_ru="ковёр", label_en="rug")
    load(loaded.path, by=None)
    report = load(loaded.drop("products", "rug").path, by=None)
    assert [p.code for p in report.warnings] == ["vanished-removed"]
    entry = Entry.objects.last()
    assert (entry.action, json.loads(entry.old)["label_en"], entry.new) == ("removed", "rug", "")


def test_rows_in_another_order_are_no_change_and_are_saved_in_that_order(
    loaded, tmp_path: Path
) -> None:
    loaded.rows["claims"].reverse()
    loaded.rows["citations"].reverse()
    report = load(loaded.write().path, by=None)
    assert set(report.changes) == {
        "unchanged",
        "changed",
    }  # the two citations of 5-02 changed place
    save(tmp_path / "out")
    assert (tmp_path / "out" / "claims.csv").read_bytes() == loaded.bytes()["claims.csv"]
    assert (tmp_path / "out" / "citations.csv").read_bytes() == loaded.bytes()["citations.csv"]


def test_nothing_is_loaded_when_one_cell_is_wrong(region) -> None:
    report = load(region.set("claims", "5-02", unit="tn").path, by=None)
    assert not report.loaded
    assert (Pack.objects.count(), Claim.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_a_receiver_that_fails_undoes_the_load(region) -> None:
    def refuse(**_: object) -> None:
        raise RuntimeError("no index")

    evidence_changed.connect(refuse)
    try:
        with pytest.raises(RuntimeError):
            load(region.path, by=None)
    finally:
        evidence_changed.disconnect(refuse)
    assert (Pack.objects.count(), Claim.objects.count(), Entry.objects.count()) == (0, 0, 0)


def test_receivers_are_told_which_records_changed(loaded) -> None:
    told = []

    def note(*, keys, everything, **_: object) -> None:
        told.append((keys, everything))

    evidence_changed.connect(note)
    try:
        load(loaded.set("claims", "5-02", note="x").path, by=None)
        load(loaded.path, by=None)
    finally:
        evidence_changed.disconnect(note)
    assert told == [({"claim": frozenset({"5-02"})}, False)]


def test_files_beside_the_tables_follow_the_folder(loaded) -> None:
    loaded.files = {"NOTICE.md": b"changed\n"}
    (loaded.path / "map" / "rivers.geojson").unlink()
    descriptor = json.loads((loaded.path / "datapackage.json").read_text())
    load(loaded.write().path, by=None)
    assert {f.path: bytes(f.content) for f in PackFile.objects.all()} == {"NOTICE.md": b"changed\n"}
    assert descriptor["name"] == "tasozen"
