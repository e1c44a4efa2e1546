"""Files go out and come in while somebody works."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from olke.editing.domain import set_cell
from olke.editing.errors import ChangedMeanwhileError
from olke.entities.models import Entity
from olke.evidence.rows import CLAIMS
from olke.exchange.pack.commands import load
from olke.exchange.pack.editions import freeze_edition
from olke.exchange.pack.saving import pack_files
from olke.exchange.tables import ImportRefusedError, apply, preview
from olke.history.models import Head
from olke.history.queries import find_break
from olke.packs.models import Pack
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)
ATTEMPTS = pytest.mark.parametrize("attempt", range(3))


@ATTEMPTS
def test_of_a_spreadsheet_and_a_review_of_its_claim_the_later_is_refused(
    pack, researcher, attempt: int
) -> None:
    found = preview(b"key,note\n5-01,from the spreadsheet\n", "claims.csv", pack)
    (refused,) = at_once(
        lambda: apply(found, by=researcher, why="note"),
        lambda: set_cell(
            CLAIMS, "5-01", "review", "questioned", revision=1, by=researcher, why="doubt"
        ),
    )
    assert isinstance(refused, ImportRefusedError | ChangedMeanwhileError)
    assert find_break() is None


@ATTEMPTS
def test_an_edition_is_frozen_while_the_pack_is_loaded(loaded, attempt: int) -> None:
    stale = Pack.objects.get()
    loaded.set("entities", "asan", note=f"changed {attempt}")
    raised = at_once(
        lambda: freeze_edition(stale, number="1", by=None),
        lambda: load(loaded.path, by=None),
    )
    assert raised == []
    assert Entity.objects.get(key="asan").note == f"changed {attempt}"
    assert Pack.objects.get().layout["history"] <= Head.objects.get().number
    assert find_break() is None


def test_an_edition_keeps_what_a_load_noted_of_the_files(loaded) -> None:
    before = Pack.objects.get()
    loaded.add("entities", key="bela", kind="farm", name_kk="Б", name_ru="Б", name_en="B")
    load(loaded.path, by=None)
    noted = Pack.objects.get().layout["history"]
    freeze_edition(before, number="1", by=None)
    assert Pack.objects.get().layout["history"] == noted


@ATTEMPTS
def test_a_saved_pack_is_of_one_moment(pack, researcher, attempt: int) -> None:
    """Each change adds one entry, so the entry that the descriptor names counts the changes."""
    loaded = Head.objects.get().number
    saved: list[dict[str, bytes]] = []

    def change() -> None:
        for revision in range(1, 6):
            for key in ("5-01", "5-02"):
                note = f"note {revision}"
                set_cell(CLAIMS, key, "note", note, revision=revision, by=researcher, why="")

    assert at_once(lambda: saved.extend(pack_files(pack) for _ in range(8)), change) == []
    for files in saved:
        rows = csv.DictReader(io.StringIO(files["claims.csv"].decode()))
        notes = [re.search(r"note (\d)", row["note"]) for row in rows]
        changes = sum(int(note[1]) for note in notes if note)
        named = json.loads(files["datapackage.json"])["olke"].get("saved", {"number": loaded})
        assert named["number"] == loaded + changes
