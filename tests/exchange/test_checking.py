"""Bad packs: each fault is reported with file, row, column, reason and suggestion, all at once."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from django.utils import translation

from olke.exchange.pack.checking import check_folder
from olke.exchange.pack.commands import check, load
from olke.exchange.pack.keeping import MOST_ALIKE
from olke.exchange.pack.messages import ADVICE, DIMENSIONS, REASONS
from olke.exchange.pack.report import Problem, Report
from olke.measures import builtin_registry


def found(path: Path) -> list[tuple[str, int | None, str, str]]:
    """Return file, row, column and code of each problem."""
    problems = check_folder(path).report.problems
    return [(p.file, p.row, p.column, p.code) for p in problems]


def codes(report: Report) -> list[str]:
    return [problem.code for problem in report.problems]


def rewrite(path: Path, name: str, change) -> None:
    file = path / name
    file.write_bytes(change(file.read_bytes()))


def test_a_sound_pack_has_no_problem(region) -> None:
    assert found(region.path) == []


@pytest.mark.parametrize(
    ("table", "key", "cells", "column", "code", "meant"),
    [
        ("claims", "5-02", {"unit": "tonn"}, "unit", "unit", "t"),
        ("claims", "5-02", {"unit": "spindel"}, "unit", "unit", "spindle"),
        ("claims", "5-02", {"value": "12,5"}, "value", "decimal-comma", "12.5"),
        ("claims", "5-02", {"value": "1 250,5"}, "value", "decimal-comma", "1250.5"),
        ("claims", "5-02", {"value": "1\u00a0250"}, "value", "decimal", "1250"),
        ("claims", "5-02", {"value": "1,5E+06"}, "value", "exponent", "1500000"),
        ("claims", "5-02", {"value": "012"}, "value", "decimal", "12"),
        ("claims", "5-02", {"value": "май.46"}, "value", "became-date", ""),
        ("claims", "5-02", {"value": "01.05.2026"}, "value", "became-date", ""),
        ("claims", "5-02", {"value": "many"}, "value", "decimal", ""),
        ("claims", "5-02", {"approximate": "TRUE"}, "approximate", "boolean", "true"),
        ("claims", "5-02", {"aspect": "planed"}, "aspect", "enum", "planned"),
        ("claims", "5-02", {"period": "09.05.1946"}, "period", "edtf", "1946-05-09"),
        ("claims", "5-02", {"period": "1946-13"}, "period", "edtf-month", ""),
        ("claims", "5-02", {"period": "1946-02-30"}, "period", "edtf-day", ""),
        ("claims", "5-02", {"subject": "wool-mil"}, "subject", "dangling", "wool-mill"),
        ("claims", "5-02", {"subject": "Wool Mill"}, "subject", "dangling", "wool-mill"),
        ("claims", "5-02", {"value_max": "12"}, "value_max", "range-goes-down", ""),
        ("claims", "5-02", {"value": "", "value_max": ""}, "value", "observation-needs", ""),
        ("claims", "5-02", {"measure": ""}, "measure", "observation-needs", ""),
        ("claims", "5-02", {"unit": "person"}, "unit", "other-dimension", "t"),
        ("claims", "6-02", {"unit": "t"}, "unit", "unit-of-measure", "percent"),
        ("claims", "5-02", {"base_period": "1940"}, "base_period", "base-needs-change", ""),
        ("claims", "5-02", {"indicator": "founded"}, "indicator", "indicator-of-other-kind", ""),
        ("claims", "5-01", {"title_ru": ""}, "title_ru", "event-needs-title", ""),
        ("claims", "5-01", {"aspect": "actual"}, "aspect", "only-for-observation", ""),
        ("claims", "5-01", {"rank": ""}, "rank", "required", "normal"),
        ("claims", "5-02", {"wording": "x" * 121}, "wording", "too-long", ""),
        ("claims", "5-02", {"note": "a\x07b"}, "note", "control-character", ""),
        ("citations", "5-01", {"locator_kind": ""}, "locator_kind", "locator-needs-kind", ""),
        ("citations", "5-01", {"through_locator": "5"}, "through", "locator-needs-source", ""),
        ("citations", "5-01", {"through": "study"}, "through", "cites-itself", ""),
        ("entities", "tasozen", {"latitude": "91"}, "latitude", "off-earth", ""),
        ("entities", "tasozen", {"latitude": "50,1"}, "latitude", "decimal-comma", "50.1"),
        ("entities", "tasozen", {"longitude": ""}, "longitude", "needs-other", ""),
        ("entities", "wool-mill", {"end": "1930"}, "end", "end-before-start", ""),
        ("entities", "asan", {"key": "Асан"}, "key", "bad-key", ""),
        ("sources", "handbook", {"sheet": "3"}, "sheet", "needs-fond", ""),
        ("sources", "handbook", {"url": "www.kz"}, "url", "url", "https://www.kz"),
        ("sources", "handbook", {"language": "Russian"}, "language", "language-code", ""),
        ("repositories", "district-archive", {"place": "almaty"}, "place", "dangling", ""),
        ("themes", "economy", {"parent": "wool"}, "parent", "cycle", ""),
        ("products", "cloth", {"parent": "felt"}, "parent", "cycle", ""),
        ("periods", "after", {"span": "1945/1953"}, "span", "overlap", ""),
        ("periods", "after", {"span": "1946/.."}, "span", "open-span", ""),
        ("indicators", "output", {"dimension": "count"}, "dimension", "other-dimension", "mass"),
        ("indicators", "founded", {"unit": "t"}, "unit", "only-for-quantity", ""),
        ("indicators", "output", {"summable": ""}, "summable", "required", ""),
        ("units", "spindle", {"key": "t"}, "key", "unit-exists", ""),
        ("units", "spindle", {"base": "t", "factor": "0"}, "factor", "factor", ""),
        ("units", "spindle", {"factor": "2"}, "base", "factor-needs-base", ""),
        ("relations", "wool-mill", {"other": "wool-mill"}, "other", "relation-to-itself", ""),
        ("names", "tasozen", {"language": "kz"}, "language", "enum", "kk"),
    ],
)
def test_a_wrong_cell_is_reported(region, table, key, cells, column, code, meant) -> None:
    number = region.number(table, key)
    region.set(table, key, **cells)
    problems = check_folder(region.path).report.errors
    problem = next(p for p in problems if p.code == code and p.column == column)
    assert (problem.file, problem.row, problem.meant) == (f"{table}.csv", number, meant)
    assert problem.reason
    assert "%(" not in problem.reason + problem.suggestion


def test_all_problems_are_reported_in_one_run(region) -> None:
    region.set("claims", "5-02", unit="tn", value="1,5", period="1946-13")
    region.set("entities", "wool-mill", theme="woool").add("citations", claim="9-99", source="x")
    told = found(region.path)
    assert {(f, c) for f, _, c, _ in told} >= {
        ("claims.csv", "unit"),
        ("claims.csv", "value"),
        ("claims.csv", "period"),
        ("entities.csv", "theme"),
        ("citations.csv", "claim"),
        ("citations.csv", "source"),
    }


def test_a_claim_needs_a_citation(region) -> None:
    region.drop("citations", "6-01")
    assert found(region.path) == [("claims.csv", 4, "key", "uncited")]


def test_both_rows_of_a_duplicate_are_named(region) -> None:
    region.add("products", **region.rows["products"][0])
    (problem,) = check_folder(region.path).report.problems
    assert (problem.row, problem.code, problem.details["row"]) == (4, "duplicate", "2")


def test_a_repeated_citation_is_a_duplicate(region) -> None:
    region.add("citations", **region.rows["citations"][0])
    assert found(region.path) == [("citations.csv", 7, "claim", "duplicate")]


def test_a_missing_label_is_a_warning_and_no_label_an_error(region) -> None:
    region.set("products", "felt", label_kk="")
    report = check_folder(region.path).report
    assert (codes(report), report.loadable) == (["untranslated"], True)
    region.set("products", "felt", label_ru="", label_en="")
    assert codes(check_folder(region.path).report) == ["required"]


def test_relations_that_go_round_are_a_cycle_only_at_one_time(region) -> None:
    region.add("relations", entity="asan", kind="part-of", other="tasozen", period="1930/1940")
    region.add("relations", entity="tasozen", kind="part-of", other="asan", period="1941/1950")
    assert found(region.path) == []
    region.rows["relations"][-1]["period"] = "1939/1950"
    region.write()
    assert [code for *_, code in found(region.path)] == ["cycle"]


def test_a_lost_leading_zero_is_recognised(region) -> None:
    region.rows["claims"][0]["key"] = "005-01"
    region.rows["citations"][0]["claim"] = "5-01"
    (problem, uncited) = check_folder(region.write().path).report.problems
    assert (problem.code, problem.meant, uncited.code) == ("dangling", "005-01", "uncited")


@pytest.mark.parametrize(
    ("encoding", "code", "name"),
    [
        ("cp1251", "encoding", "Windows-1251"),
        ("cp866", "encoding", "CP866"),
        ("utf-16", "encoding", "UTF-16"),
        ("utf-16-le", "encoding", "UTF-16"),
        ("utf-8-sig", "bom", "UTF-8 BOM"),
    ],
)
def test_an_encoding_is_recognised_and_the_rest_still_checked(region, encoding, code, name) -> None:
    for row in region.rows["entities"]:
        row.update(name_kk=row["name_ru"])
    region.set("entities", "asan", theme="none")
    rewrite(region.path, "entities.csv", lambda b: b.decode().encode(encoding))
    problems = check_folder(region.path).report.problems
    assert {p.code for p in problems} == {code, "dangling"}
    told = next(p for p in problems if p.code == code)
    assert told.file == "entities.csv"
    if code == "encoding":
        assert name in told.reason


def test_kazakh_in_utf8_with_one_broken_byte_is_not_another_encoding(region) -> None:
    rewrite(region.path, "entities.csv", lambda b: b.replace("ө".encode(), b"\xd3", 1))
    (problem, *rest) = check_folder(region.path).report.problems
    assert (problem.code, problem.row) == ("broken-utf8", 2)
    assert [p.code for p in rest] == ["control-character"]


@pytest.mark.parametrize(("mark", "name"), [(b";", ";"), (b"\t", "\t")])
def test_another_delimiter_is_recognised_and_the_cells_still_checked(region, mark, name) -> None:
    region.set("products", "felt", parent="none")
    rewrite(region.path, "products.csv", lambda b: b.replace(b",", mark))
    problems = check_folder(region.path).report.problems
    assert [p.code for p in problems] == ["delimiter", "dangling"]
    assert name in problems[0].reason


def test_excels_own_csv_is_told_by_each_of_its_marks(region) -> None:
    region.set("claims", "5-02", value="1,5E+06", approximate="ИСТИНА", period="май.46")
    rewrite(
        region.path,
        "claims.csv",
        lambda b: "\ufeff".encode() + b.replace(b'"A range, with a comma"', b"note")
        .replace(b'"1,5E+06"', b"1|5E+06").replace(b"-14 ", b" ").replace(b'"12,50 ', b'"12.50 ')
        .replace(b",", b";").replace(b"|", b",").replace(b"\n", b"\r\n"),
    )  # fmt: skip
    told = codes(check_folder(region.path).report)
    assert {"bom", "delimiter", "line-ends", "exponent", "boolean", "edtf"} <= set(told)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda b: b.replace(b"\n", b"\r\n"), [(1, "", "line-ends")]),
        (lambda _: b"", [(None, "", "empty-file")]),
        (lambda b: b.replace(b"felt,", b"felt\0,"), [(3, "", "nul")]),
        (lambda b: b + b"\n", [(4, "", "blank-row")]),
        (lambda b: b.replace(b"felt,cloth", b"felt,cloth,extra"), [(3, "", "ragged-row")]),
        (lambda b: b.replace(b"label_en", b"label_eng"), [(1, "label_eng", "unknown-column")]),
        (lambda b: b.replace(b"label_en", b"key"), [(1, "key", "column-twice")]),
        (lambda b: b.replace(b"felt,", b'"felt,'), [(3, "", "quote")]),
        (lambda b: b.replace(b",cloth\n", b',"clo"th\n'), [(2, "", "quote")]),
        (lambda b: b.replace(b"felt,", b'"felt",'), [(None, "", "not-canonical")]),
        (lambda b: b.removesuffix(b"\n"), [(None, "", "not-canonical")]),
        (lambda b: b.replace(b"cloth\n", b"clo\rth\n", 1), [(2, "", "carriage-return")]),
        (lambda b: b.replace(b"rug", b"x" * 2_000_000), []),
    ],
)
def test_every_slip_of_form_is_reported(region, change, expected) -> None:
    rewrite(region.path, "products.csv", change)
    told = {(row, column, code) for file, row, column, code in found(region.path) if "prod" in file}
    assert told >= set(expected)
    assert bool(told) == bool(expected)


def test_after_an_unclosed_quote_the_other_rows_are_still_read(region) -> None:
    region.add("products", key="rug", label_kk="к", label_ru="к", label_en="", parent="none")
    rewrite(region.path, "products.csv", lambda b: b.replace(b"cloth,,", b'"cloth,,'))
    told = [(row, column, code) for _, row, column, code in found(region.path)]
    assert (2, "", "quote") in told
    assert (4, "parent", "dangling") in told


def test_a_cell_of_two_million_letters_is_refused(region) -> None:
    rewrite(region.path, "products.csv", lambda b: b.replace(b"felt", b"x" * 2_000_000))
    assert "oversize" in codes(check_folder(region.path).report)


def test_missing_and_unknown_columns_suggest_one_another(region) -> None:
    rewrite(region.path, "products.csv", lambda b: b.replace(b"label_ru", b"lable_ru"))
    problems = [p for p in check_folder(region.path).report.problems if p.row == 1]
    assert [(p.code, p.column, p.meant) for p in problems] == [
        ("missing-column", "label_ru", ""),
        ("unknown-column", "lable_ru", "label_ru"),
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda _: b"{", "json"),
        (lambda _: b"[]", "json"),
        (lambda b: b.replace(b'"tasozen"', b'"Tas ozen"', 1), "pack-name"),
        (lambda b: b.replace(b'"format": 1', b'"format": 99'), "format"),
        (lambda b: b.replace(b'"region": "tasozen"', b'"region": "tasozem"'), "dangling"),
        (lambda b: b.replace(b"1931/1960", b"1960/1931"), "edtf"),
        (lambda b: b.replace(b'"claims.csv"', b'"../claims.csv"'), "path-leaves-folder"),
        (lambda b: b.replace(b'"claims.csv"', b'"/etc/passwd"'), "path-leaves-folder"),
        (lambda b: b.replace(b'"claims.csv"', b'"http://x/claims.csv"'), "path-leaves-folder"),
        (lambda b: b.replace(b'"claims.csv"', b'"claim.csv"'), "missing-file"),
        (lambda b: b.replace(b'"claims.csv"', b'"themes.csv"'), "resource-twice"),
        (lambda b: b.replace(b'"resources": [', b'"resources": [7,'), "descriptor-type"),
        (lambda b: b.replace(b'"titles": {', b'"title": {'), "required"),
    ],
)
def test_every_slip_of_the_descriptor_is_reported(region, change, code) -> None:
    rewrite(region.path, "datapackage.json", change)
    report = check_folder(region.path).report
    assert code in codes(report)
    assert not report.loadable


def test_a_missing_descriptor_and_a_missing_folder_are_reported(region, tmp_path) -> None:
    (region.path / "datapackage.json").unlink()
    assert "no-descriptor" in codes(check_folder(region.path).report)
    assert "no-folder" in codes(check_folder(tmp_path / "nowhere").report)


@pytest.mark.parametrize("line", [b"sep=;", b"SEP=;;;;", b'"sep=;"', b"sep=\t"])
def test_the_line_before_excels_header_is_told_and_the_rest_still_checked(region, line) -> None:
    row = region.set("claims", "5-02", period="1946-13").number("claims", "5-02")
    rewrite(region.path, "claims.csv", lambda content: line + b"\r\n" + content.replace(b",", b";"))

    assert [code for _, _, _, code in found(region.path)].count("dangling") == 0
    assert ("claims.csv", 1, "", "sep-line") in found(region.path)
    assert ("claims.csv", 2, "", "delimiter") in found(region.path)
    assert ("claims.csv", row + 1, "period", "edtf-month") in found(region.path)


def spoil(path: Path, how: str) -> None:
    """Make a table one whose keys nobody can read."""
    if how == "missing":
        path.unlink()
    elif how == "folder":
        path.unlink()
        path.mkdir()
    elif how == "link":
        path.rename(path.with_suffix(".txt"))
        path.symlink_to(path.with_suffix(".txt"))
    elif how == "empty":
        path.write_bytes(b"")
    elif how == "renamed key":
        path.write_bytes(path.read_bytes().replace(b"key", b"code", 1))
    else:
        path.write_bytes(bytes(range(256)) * 40)


@pytest.mark.parametrize(
    "how", ["missing", "folder", "link", "empty", "renamed key", "no table at all"]
)
@pytest.mark.parametrize("name", ["themes", "units", "indicators", "entities", "sources", "claims"])
def test_a_table_that_cannot_be_read_is_one_fault_and_not_one_for_each_reference(
    region, name, how
) -> None:
    spoil(region.path / f"{name}.csv", how)

    report = check_folder(region.path).report

    assert not report.loadable
    assert not {"dangling", "unit", "uncited"} & set(codes(report))


@pytest.mark.parametrize("how", ["missing", "empty", "no table at all"])
def test_without_readable_citations_no_claim_is_called_uncited(region, how) -> None:
    spoil(region.path / "citations.csv", how)

    report = check_folder(region.path).report

    assert not report.loadable
    assert "uncited" not in codes(report)


def test_every_problem_comes_with_a_suggestion() -> None:
    assert set(ADVICE) == set(REASONS)


def test_a_number_of_thousands_of_digits_in_the_descriptor_is_a_fault_of_it(region) -> None:
    rewrite(region.path, "datapackage.json", lambda text: b'{"n": ' + b"9" * 5000 + b"," + text[1:])

    assert ("datapackage.json", 1, "", "json") in found(region.path)


def test_a_missing_table_is_reported(region) -> None:
    (region.path / "claims.csv").unlink()
    assert ("datapackage.json", None, "resources[11].path", "missing-file") in found(region.path)


def test_links_are_refused(region, tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (region.path / "notes.txt").symlink_to(secret)
    (region.path / "products.csv").unlink()
    (region.path / "products.csv").symlink_to(secret)
    told = {(file, code) for file, _, _, code in found(region.path)}
    assert {("notes.txt", "link"), ("products.csv", "link")} <= told


def test_a_spreadsheet_left_beside_the_tables_is_a_warning(region) -> None:
    (region.path / "claim.csv").write_text("key\n")
    (region.path / "~$claims.xlsx").write_text("lock")
    (problem,) = check_folder(region.path).report.problems
    assert (problem.code, problem.meant, problem.severity) == (
        "stray-table",
        "claims.csv",
        "warning",
    )


@pytest.mark.django_db
def test_keys_of_another_loaded_pack_are_reported(loaded, make_region) -> None:
    report = check(make_region("other").path)
    assert {p.code for p in report.errors} == {"key-of-other-pack"}
    assert report.errors[0].details["pack"] == "tasozen"
    assert not load(make_region("other").path, by=None).loaded


def test_a_report_is_lines_of_text_and_of_json(region) -> None:
    region.set("claims", "5-02", unit="tonn")
    report = check_folder(region.path).report
    with translation.override("en"):
        assert report.as_text().split("\n") == [
            "claims.csv:3:unit: error: “tonn” is no unit that is known. Did you mean “t”?",
            "tasozen: 31 rows, 1 error, 0 warnings. Nothing was loaded.",
        ]
        assert json.loads(report.as_json_lines()) == {
            "severity": "error",
            "file": "claims.csv",
            "row": 3,
            "column": "unit",
            "code": "unit",
            "reason": "“tonn” is no unit that is known.",
            "suggestion": "Did you mean “t”?",
            "meant": "t",
        }


def test_long_runs_of_one_problem_are_shortened_in_text_only(region) -> None:
    for number in range(30):
        region.rows["products"].append({"key": f"p{number}", "parent": "none", "label_kk": "x"})
    report = check_folder(region.write().path).report
    with translation.override("en"):
        assert "… and 10 more like it" in report.as_text()
    dangling = [line for line in report.as_json_lines().split("\n") if '"dangling"' in line]
    assert len(dangling) == 30


def test_of_very_many_problems_alike_the_first_are_kept_and_all_are_counted(region) -> None:
    wrong = MOST_ALIKE + 500
    for number in range(wrong):
        region.rows["products"].append({"key": f"p{number}", "parent": "none", "label_kk": "x"})
    region.set("claims", "5-02", unit="tonn")
    report = check_folder(region.write().path).report
    dangling = [p for p in report.problems if p.code == "dangling"]
    assert len(dangling) == MOST_ALIKE
    assert [p.row for p in dangling] == sorted(p.row or 0 for p in dangling)
    assert "unit" in codes(report)
    last = [json.loads(line) for line in report.as_json_lines().split("\n")][-3:]
    assert ("dangling", 500) in {(line["code"], line.get("more")) for line in last}
    with translation.override("en"):
        assert f"{wrong + 1} errors" in report.summary
        assert f"and {wrong - 20} more like it" in report.as_text()


def test_lines_that_are_all_ragged_are_counted_without_keeping_each(region) -> None:
    wrong = MOST_ALIKE + 300
    rewrite(region.path, "names.csv", lambda content: content + b"mill,x\n" * wrong)
    report = check_folder(region.path).report
    assert sum(p.code == "ragged-row" for p in report.problems) == MOST_ALIKE
    ragged = [n for alike, n in report.left_out.items() if alike.code == "ragged-row"]
    assert ragged == [300]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("code", sorted(REASONS))
def test_every_message_keeps_its_names_in_every_language(code, language) -> None:
    names = re.compile(r"%\((\w+)\)s")
    with translation.override(language):
        for text in filter(None, (REASONS[code], ADVICE.get(code))):
            said = translation.gettext(text)
            assert set(names.findall(said)) == set(names.findall(text))
            assert language == "en" or said != text


@pytest.mark.parametrize(
    ("language", "said"), [("kk", ("масса", "сан")), ("ru", ("масса", "число предметов"))]
)
def test_what_a_unit_measures_is_said_in_the_reader_s_language(
    language: str, said: tuple[str, str]
) -> None:
    details = {"unit": "t", "of_unit": "mass", "dimension": "count"}
    with translation.override(language):
        reason = Problem("claims.csv", "other-dimension", details=details).reason
    assert all(f"«{word}»" in reason for word in said)


def test_every_built_in_dimension_has_a_name() -> None:
    registry = builtin_registry()
    assert {registry[key].dimension for key in registry.keys()} <= DIMENSIONS.keys()  # noqa: SIM118
