"""A table out to a spreadsheet, and the corrected spreadsheet back in."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import zipfile
from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from olke.entities.models import Entity
from olke.entities.rows import ENTITIES
from olke.evidence.models import Citation, Claim
from olke.evidence.rows import CITATIONS, CLAIMS
from olke.exchange.pack.commands import load
from olke.exchange.pack.schema import TABLES
from olke.exchange.tables import ImportRefusedError, apply, export_table, preview
from olke.exchange.tables.export import export_header, exported_rows
from olke.exchange.tables.harmless import guarded, unguarded
from olke.exchange.tables.uploads import UploadRefusedError, read_upload
from olke.history.models import Entry
from olke.history.queries import find_break
from olke.packs.models import Pack

pytestmark = pytest.mark.django_db


def as_csv(rows: list[dict[str, str]]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, list(rows[0]), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode("utf-8-sig")


def read_csv(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def as_xlsx(rows: list[list[object]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def with_member(content: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, data)
    return out.getvalue()


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_an_exported_table_comes_back_without_a_change(pack, table, form) -> None:
    found = preview(export_table(table, pack, form), f"x.{form}", pack)
    assert found.table == table
    assert found.problems == ()
    assert {row.state for row in found.rows} == {"unchanged"}
    assert len(found.rows) == table.model.objects.count()


def test_export_takes_a_choice_of_records(pack) -> None:
    chosen = Claim.objects.filter(subject__key="asan")
    rows = read_csv(export_table(CLAIMS, pack, "csv", chosen))
    assert [row["key"] for row in rows] == ["6-01"]


@pytest.mark.parametrize("count", [1, 3])
def test_an_export_asks_a_fixed_number_of_statements(
    pack, count, django_assert_num_queries
) -> None:
    chosen = Claim.objects.filter(key__in=["5-02", "5-01", "6-01"][:count])
    with django_assert_num_queries(4):  # the claims; keys of entities, indicators and products
        assert len(list(exported_rows(CLAIMS, pack, chosen))) == count


def test_numbers_are_numbers_in_a_workbook_and_show_their_digits(pack) -> None:
    sheet = load_workbook(io.BytesIO(export_table(CLAIMS, pack, "xlsx"))).active
    column = export_header(CLAIMS).index("value") + 1
    cell = sheet.cell(3, column)
    assert (cell.value, cell.number_format) == (12.5, "0.00")


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1+1", "-1+1", "@SUM(A1)", "\t=1", "＝1+1"])
def test_no_exported_cell_is_a_formula(loaded, pack, form, cell) -> None:
    Entity.objects.filter(key="asan").update(note=cell)
    content = export_table(ENTITIES, pack, form)
    if form == "xlsx":
        sheet = load_workbook(io.BytesIO(content)).active
        assert not [c for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    else:
        assert [row["note"] for row in read_csv(content) if row["key"] == "asan"] == [f"'{cell}"]


@given(st.text(max_size=20))
def test_a_guarded_text_comes_back_as_it_was(text) -> None:
    assert unguarded(guarded(text)) == text


@given(st.from_regex(r"'{0,3}[=+@＝-].?", fullmatch=True))
def test_what_looks_guarded_already_comes_back_as_it_was(text) -> None:
    assert unguarded(guarded(text)) == text


def test_a_corrected_cell_is_shown_old_and_new_and_applied(pack) -> None:
    content = as_csv([{"key": "5-02", "value": "13,5", "note": "A range, with a comma"}])
    found = preview(content, "claims.csv", pack)
    (row,) = found.rows
    assert [(c.column, c.old, c.new) for c in row.changes] == [("value", "12.50", "13.5")]
    assert apply(found, by=None, why="misread") == 1
    claim = Claim.objects.get(key="5-02")
    assert (str(claim.value), claim.value_sort, claim.revision) == ("13.5", 13.5, 2)
    entry = Entry.objects.last()
    assert (entry.key, entry.why, json.loads(entry.new)["value"]) == ("5-02", "misread", "13.5")
    assert len(json.loads(entry.new)["citations"]) == 2
    assert find_break() is None


def test_a_corrected_citation_is_a_change_of_its_claim(pack) -> None:
    rows = read_csv(export_table(CITATIONS, pack, "csv"))
    rows[2]["locator"] = "33"
    found = preview(as_csv(rows), "citations.csv", pack)
    assert [(row.key, row.state) for row in found.changed] == [("5-02", "changed")]
    assert apply(found, by=None, why="page") == 1
    assert Citation.objects.get(source__key="handbook").locator == "33"
    assert Claim.objects.get(key="5-02").revision == 2
    assert Entry.objects.last().kind == "claim"


def test_two_corrected_citations_of_a_claim_are_one_change(pack) -> None:
    rows = read_csv(export_table(CITATIONS, pack, "csv"))
    rows[1]["note"] = rows[2]["note"] = "seen"
    assert apply(preview(as_csv(rows), "citations.csv", pack), by=None, why="") == 1
    assert Claim.objects.get(key="5-02").revision == 2


def test_left_out_columns_and_rows_stay_as_they_are(pack) -> None:
    apply(preview(as_csv([{"key": "asan", "note": "new"}]), "e.csv", pack), by=None, why="")
    asan = Entity.objects.get(key="asan")
    assert (asan.note, asan.name_kk) == ("new", "Асан Бекұлы")
    assert Entity.objects.count() == 3


def test_every_wrong_cell_is_reported_with_its_row_and_column(pack) -> None:
    found = preview(
        as_csv(
            [
                {"key": "5-02", "unit": "tn", "period": "1946-13"},
                {"key": "5-2", "unit": "", "period": ""},
                {"key": "6-02", "unit": "percent", "period": "1947"},
                {"key": "6-02", "unit": "percent", "period": "1947"},
            ]
        ),
        "claims.csv",
        pack,
    )
    told = [(p.row, p.column, p.code, p.meant) for row in found.rows for p in row.problems]
    assert told == [
        (2, "unit", "unit", "t"),
        (2, "period", "edtf-month", ""),
        (3, "key", "upload-unknown-row", "5-02"),
        (5, "key", "duplicate", ""),
    ]
    assert not found.acceptable
    with pytest.raises(ImportRefusedError):
        apply(found, by=None, why="")


def test_a_row_that_somebody_changed_since_the_export_is_refused(loaded, pack) -> None:
    rows = read_csv(export_table(ENTITIES, pack, "csv"))
    load(loaded.set("entities", "asan", note="from the pack").path, by=None)
    rows[2]["note"] = "from the spreadsheet"
    found = preview(as_csv(rows), "e.csv", pack)
    assert [p.code for row in found.refused for p in row.problems] == ["upload-changed-meanwhile"]


def test_a_record_changed_between_preview_and_apply_stops_everything(loaded, pack) -> None:
    rows = [{"key": "asan", "note": "1"}, {"key": "tasozen", "note": "2"}]
    found = preview(as_csv(rows), "e.csv", pack)
    load(loaded.set("entities", "asan", note="meanwhile").path, by=None)
    with pytest.raises(ImportRefusedError) as refused:
        apply(found, by=None, why="")
    assert refused.value.keys == ("asan",)
    assert Entity.objects.get(key="tasozen").note == ""


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("entities.csv", {"key": "bela", "note": "n"}),
        ("claims.csv", {"key": "5-01", "place": "bela"}),
    ],
)
def test_a_record_removed_between_preview_and_apply_stops_everything(
    loaded, name: str, row: dict[str, str]
) -> None:
    loaded.add("entities", key="bela", kind="farm", name_kk="Б", name_ru="Б", name_en="B")
    load(loaded.path, by=None)
    found = preview(as_csv([row]), name, Pack.objects.get())
    assert found.acceptable
    loaded.drop("entities", "bela")
    load(loaded.path, by=None)
    with pytest.raises(ImportRefusedError) as refused:
        apply(found, by=None, why="")
    assert (refused.value.keys, refused.value.removed) == ((), ("bela",))
    assert Claim.objects.get(key="5-01").place == Entity.objects.get(key="tasozen")


def test_a_citation_cannot_be_given_to_another_claim(pack) -> None:
    rows = read_csv(export_table(CITATIONS, pack, "csv"))
    rows[0]["claim"] = "6-01"
    found = preview(as_csv(rows), "c.csv", pack)
    assert [p.code for row in found.refused for p in row.problems] == ["upload-moved"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["asan", "=1+1"], "upload-formula"),
        (["asan", date(1946, 5, 9)], "became-date"),
        (["asan", "x", "more"], "ragged-row"),
    ],
)
def test_a_cell_of_a_workbook_that_is_no_text_is_refused(pack, cells, code) -> None:
    found = preview(as_xlsx([["key", "note"], cells]), "e.xlsx", pack)
    (row,) = found.refused
    assert [(p.code, p.row) for p in row.problems] == [(code, 2)]


@pytest.mark.parametrize(
    ("member", "data", "code"),
    [
        ("xl/vbaProject.bin", b"x", "upload-macros"),
        ("xl/externalLinks/externalLink1.xml", b"<x/>", "upload-external"),
        ("xl/embeddings/oleObject1.bin", b"x", "upload-embedded"),
        ("xl/big.xml", b"\0" * (201 * 1024**2), "upload-bomb"),
        ("xl/odd.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x/>', "upload-damaged"),
    ],
)
def test_a_workbook_that_could_do_harm_is_not_read(pack, member, data, code) -> None:
    content = with_member(as_xlsx([["key", "note"], ["asan", "x"]]), member, data)
    assert [p.code for p in preview(content, "e.xlsx", pack).problems] == [code]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty-file"),
        (b"\xd0\xcf\x11\xe0 old excel", "upload-kind"),
        (b"PK\x03\x04 broken", "upload-damaged"),
        (b"x" * (21 * 1024**2), "upload-too-large"),
        ("key,note\nasan,Ескі жазба\n".encode("utf-16"), ""),
        ("key;note\r\nasan;жаңа\r\n".encode("utf-8-sig"), ""),
        ("key,note\nasan,Привет всем\n".encode("cp1251"), "encoding"),
        (b"foo,bar\n1,2\n", "upload-no-table"),
        (b"key,nota\nasan,x\n", "upload-no-table"),
        (b"key,note,note\nasan,x,y\n", "column-twice"),
        (b"key,note,nota\nasan,x,y\n", "unknown-column"),
        (b'key,note\nasan,"open\ntasozen,x\n', "quote"),
        (b"key,note\nasan,a\0b\n", ""),
    ],
)
def test_every_kind_of_file_is_told_what_it_is(pack, content, code) -> None:
    found = preview(content, "upload", pack)
    assert [p.code for p in found.problems] == ([code] if code else [])
    assert all(p.reason for p in found.problems)


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda b: b"PK\x03\x04" + b))
def test_any_bytes_are_read_or_refused(content) -> None:
    with suppress(UploadRefusedError):
        read_upload(content, "x")


def test_a_start_that_handles_no_workbook_does_not_import_openpyxl() -> None:
    said = "import django, sys; django.setup(); import olke.exchange.tables; "
    said += "sys.exit('openpyxl' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", said], check=False).returncode == 0
