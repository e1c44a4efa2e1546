"""Saving gives the bytes that were loaded; what changed since is all that differs."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from olke.evidence.models import Claim
from olke.exchange.pack.commands import SaveError, check, load, save
from olke.exchange.pack.editions import freeze_edition
from olke.exchange.tables import apply, preview
from olke.history.models import Entry
from olke.history.queries import find_break
from olke.packs.domain import EditionExistsError
from olke.packs.models import Pack
from tests.exchange.conftest import ROWS, Region, folder_bytes

pytestmark = pytest.mark.django_db


def correct(pack: Pack, **cells: str) -> None:
    """Change one record the way a person does, through a spreadsheet."""
    content = ",".join(cells) + "\n" + ",".join(cells.values()) + "\n"
    apply(preview(content.encode(), "x.csv", pack), by=None, why="correction")


def test_a_loaded_pack_is_saved_as_the_same_bytes(loaded, tmp_path) -> None:
    saved = save(tmp_path / "out")
    assert folder_bytes(tmp_path / "out") == loaded.bytes()
    assert len(saved.written) == len(loaded.bytes())


def test_columns_and_rows_keep_the_order_of_the_files(region, tmp_path) -> None:
    file = region.path / "products.csv"
    file.write_text("label_en,key,label_ru,label_kk,parent\nfelt,felt,войлок,киіз,cloth\n"
                    "cloth,cloth,ткань,мата,\n")  # fmt: skip
    assert load(region.path, by=None).loaded
    save(tmp_path / "out")
    assert folder_bytes(tmp_path / "out") == region.bytes()


def test_tables_that_were_not_there_are_not_written(region, tmp_path) -> None:
    for name in ("glossary", "names"):
        (region.path / f"{name}.csv").unlink()
        del region.rows[name]
    (region.path / "datapackage.json").unlink()
    assert load(region.write().path, by=None).loaded
    save(tmp_path / "out")
    assert folder_bytes(tmp_path / "out") == region.bytes()


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=12).map(
    lambda text: text.strip().replace("\ufffd", "").replace("\u2028", "").replace("\u2029", "")
)
numbers = st.decimals(-(10**9), 10**9, places=3, allow_nan=False).map(lambda d: format(d, "f"))
periods = st.sampled_from(["1946", "1946-05~", "1943/1945", "../1941", "194X", "1943-33", ""])


@given(
    notes=st.lists(st.tuples(words, numbers, periods), max_size=8),
    quoted=st.lists(st.sampled_from(["a,b", 'say "no"', "two\nlines", " x", "", "'", "=1"])),
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_sound_pack_comes_back_as_it_was(tmp_path_factory, notes, quoted) -> None:
    region = Region(tmp_path_factory.mktemp("any") / "tasozen")
    for number, (note, value, period) in enumerate(notes):
        key = f"9-{number:02}"
        claim = dict(ROWS["claims"][3])
        claim |= {"key": key, "note": note, "value": value, "period": period}
        region.rows["claims"].insert(number % 3, claim)
        region.rows["citations"].insert(0, {"claim": key, "source": "study", "note": note})
    for number, note in enumerate(quoted):
        region.add("sources", key=f"s{number}", kind="book", title=f"t{number}", note=note)
    out = tmp_path_factory.mktemp("out")
    with transaction.atomic():
        report = load(region.path, by=None)
        assert report.loaded, report.as_text()
        save(out)
        transaction.set_rollback(True)  # the next example begins with an empty database
    assert folder_bytes(out) == region.bytes()


def test_saving_into_the_folder_again_writes_nothing(loaded) -> None:
    before = {path: path.stat().st_mtime_ns for path in loaded.path.rglob("*")}
    saved = save(loaded.path)
    assert saved.written == ()
    assert {path: path.stat().st_mtime_ns for path in loaded.path.rglob("*")} == before


def test_a_correction_changes_its_cell_and_the_descriptors_mark_alone(loaded, pack) -> None:
    before = loaded.bytes()
    correct(pack, key="5-02", value="13")
    saved = save(loaded.path)
    assert saved.written == ("claims.csv", "datapackage.json")
    assert loaded.bytes()["claims.csv"] == before["claims.csv"].replace(b",12.50,14", b",13,14")
    mark = json.loads(loaded.bytes()["datapackage.json"])["olke"]["saved"]
    assert mark == {"number": Entry.objects.last().number, "digest": Entry.objects.last().digest}
    assert load(loaded.path, by=None).changes == {"unchanged": 23}


def test_files_that_are_not_the_packs_are_left_alone(loaded) -> None:
    (loaded.path / ".gitignore").write_text("x")
    (loaded.path / "own.txt").write_text("mine")
    save(loaded.path)
    assert (loaded.path / "own.txt").read_text() == "mine"
    assert not list(loaded.path.glob(".saving-*"))


def test_a_folder_that_cannot_be_written_is_told(loaded, tmp_path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="file"):
        save(tmp_path / "file")
    with pytest.raises(SaveError, match="tasozen"):
        save(tmp_path / "out", key="other")


def test_what_was_changed_here_alone_is_kept_by_a_load(loaded, pack) -> None:
    correct(pack, key="5-02", note="checked in the archive")
    report = load(loaded.set("claims", "6-01", note="from the file").path, by=None)
    assert (report.changes["yours"], report.changes["changed"]) == (1, 1)
    assert Claim.objects.get(key="5-02").note == "checked in the archive"
    assert Claim.objects.get(key="6-01").note == "from the file"


def test_what_was_changed_on_both_sides_is_a_conflict_and_nothing_is_loaded(loaded, pack) -> None:
    correct(pack, key="5-02", note="here")
    loaded.set("claims", "5-02", note="there").set("claims", "6-01", note="x")
    report = load(loaded.path, by=None)
    assert [(p.code, p.row, p.details["columns"]) for p in report.errors] == [
        ("conflict", 3, "note")
    ]
    assert not report.loaded
    assert Claim.objects.get(key="6-01").note == ""


@pytest.mark.parametrize(("prefer", "note"), [("pack", "there"), ("database", "here")])
def test_a_conflict_is_settled_by_saying_who_is_right(loaded, pack, prefer, note) -> None:
    correct(pack, key="5-02", note="here")
    loaded.set("claims", "5-02", note="there").set("claims", "6-01", note="x")
    assert load(loaded.path, by=None, prefer=prefer).loaded
    assert Claim.objects.get(key="5-02").note == note
    assert Claim.objects.get(key="6-01").note == "x"


def test_a_folder_edited_after_a_save_is_no_conflict(loaded, pack) -> None:
    correct(pack, key="5-02", note="here")
    save(loaded.path)
    claims = loaded.path / "claims.csv"
    claims.write_bytes(claims.read_bytes().replace(b",here\n", b",here and there\n"))
    assert load(loaded.path, by=None).changes["changed"] == 1
    assert Claim.objects.get(key="5-02").note == "here and there"


def test_an_edition_is_recorded_and_written_into_the_descriptor(loaded, pack) -> None:
    edition = freeze_edition(pack, number="1.0", by=None, note="first")
    saved = save(loaded.path)
    assert saved.written == ("datapackage.json",)
    data = json.loads(loaded.bytes()["datapackage.json"])
    assert data["version"] == "1.0"
    assert data["olke"]["edition"]["checksum"] == edition.checksum
    assert all(resource["hash"].startswith("sha256:") for resource in data["resources"])
    assert check(loaded.path).problems == ()
    assert (Entry.objects.last().kind, find_break()) == ("edition", None)


def test_an_editions_number_is_given_once(pack) -> None:
    freeze_edition(pack, number="1", by=None)
    with pytest.raises(EditionExistsError):
        freeze_edition(pack, number="1", by=None)
    with pytest.raises(ValueError, match="one"):
        freeze_edition(pack, number="one", by=None)


def test_the_same_pack_has_the_same_checksum_anywhere(loaded, pack, tmp_path) -> None:
    first = freeze_edition(pack, number="1", by=None)
    second = freeze_edition(pack, number="2", by=None)
    assert first.checksum == second.checksum


def test_a_file_edited_after_freezing_is_a_warning(loaded, pack) -> None:
    freeze_edition(pack, number="1", by=None)
    save(loaded.path)
    report = check(loaded.set("claims", "5-02", note="later").path)
    assert [(p.file, p.code) for p in report.warnings] == [("claims.csv", "edited-after-freezing")]
    assert load(loaded.path, by=None).loaded
    assert pack.editions.count() == 1


def test_a_frozen_pack_brings_its_edition_along(loaded, pack) -> None:
    frozen = freeze_edition(pack, number="1", by=None)
    save(loaded.path)
    pack.editions.all().delete()
    load(loaded.path, by=None)
    assert [(e.number, e.checksum) for e in pack.editions.all()] == [("1", frozen.checksum)]


KILLED = """
import os, signal, sys
import django
django.setup()
from pathlib import Path
from olke.exchange.pack import loading
from olke.exchange.pack.commands import load
def end(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
setattr(loading, sys.argv[2], end)
load(Path(sys.argv[1]), by=None)
"""


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("step", ["record_changes", "store_files", "_finish", "tell_changes"])
def test_a_load_that_is_killed_leaves_the_data_as_it_was(loaded, step, tmp_path) -> None:
    loaded.set("claims", "5-02", value="13").set("entities", "asan", note="x")
    settings_ = connection.settings_dict
    name = settings_["NAME"]
    if connection.vendor == "sqlite":
        copy = tmp_path / "copy.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(copy)])
        url = f"sqlite:///{copy}"
    else:
        connection.close()
        host, port, user = (settings_[part] for part in ("HOST", "PORT", "USER"))
        url = f"postgresql://{user}@{host}:{port}/{name}"
    environment = {**os.environ, "DJANGO_SETTINGS_MODULE": "olke.settings"}
    environment["OLKE_DATABASE_URL"] = url
    run = [sys.executable, "-c", KILLED, str(loaded.path), step]
    ended = subprocess.run(run, env=environment, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr.decode()
    run = [sys.executable, "-c", STATE]
    told = subprocess.run(run, env=environment, check=True, capture_output=True)
    assert json.loads(told.stdout) == {"value": "12.50", "note": "", "entries": 23, "break": None}


STATE = """
import json
import django
django.setup()
from olke.entities.models import Entity
from olke.evidence.models import Claim
from olke.history.models import Entry
from olke.history.queries import find_break
print(json.dumps({
    "value": str(Claim.objects.get(key="5-02").value),
    "note": Entity.objects.get(key="asan").note,
    "entries": Entry.objects.count(),
    "break": find_break(),
}))
"""


def test_the_semey_pack_has_no_fault_and_comes_back_as_it_was(tmp_path) -> None:
    semey = Path(__file__).resolve().parents[2] / "packs" / "semey"
    report = load(semey, by=None)
    assert report.loaded, report.as_text()
    save(tmp_path / "semey")
    assert folder_bytes(tmp_path / "semey") == folder_bytes(semey)
