"""The reference says what the declarations say, and Frictionless understands a pack."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from frictionless import Package

from olke.exchange.pack.commands import SaveError, describe
from olke.exchange.pack.messages import ADVICE, REASONS
from olke.exchange.pack.reference import codes_in_markdown, tables_in_markdown

ROOT = Path(__file__).resolve().parents[2]
REFERENCE = ROOT / "docs" / "reference" / "pack.md"


@pytest.mark.parametrize(
    ("mark", "made"), [("tables", tables_in_markdown), ("codes", codes_in_markdown)]
)
def test_the_reference_holds_what_the_declarations_say(mark, made) -> None:
    text = REFERENCE.read_text(encoding="utf-8")
    written = text.split(f"<!-- {mark} -->\n")[1].split(f"<!-- /{mark} -->")[0]
    assert written == made(), "docs/howto/make-a-pack.md says how to write it again"


def test_every_code_that_is_reported_has_a_sentence() -> None:
    source = ROOT / "src" / "olke"
    folders = [source / "exchange", source / "evidence", source / "entities", source / "sources"]
    folders += [source / "vocabulary", source / "packs"]
    texts = [path.read_text(encoding="utf-8") for f in folders for path in f.rglob("*.py")]
    text = "".join(texts)
    assert {code for code in REASONS if f'"{code}"' not in text} <= {
        "edtf-day",
        "edtf-month",
        "edtf-reversed",
        "vanished-withdrawn",
        "vanished-removed",
        "vanished-kept",
    }
    assert set(ADVICE) <= set(REASONS)


def test_frictionless_finds_a_described_pack_valid(region) -> None:
    report = Package(str(region.path / "datapackage.json")).validate()
    assert report.valid, report.flatten(["path", "type", "message"])


def test_frictionless_finds_a_dangling_reference_from_the_schema_alone(region) -> None:
    region.set("claims", "5-02", subject="nobody")
    report = Package(str(region.path / "datapackage.json")).validate()
    assert report.flatten(["type"]) == [["foreign-key"]]


def test_describing_adds_a_new_table_and_keeps_the_rest(region) -> None:
    file = region.path / "datapackage.json"
    data = json.loads(file.read_text(encoding="utf-8"))
    data["resources"] = [r for r in data["resources"] if r["name"] != "glossary"]
    data["custom"] = "kept"
    file.write_text(json.dumps(data), encoding="utf-8")
    assert describe(region.path)
    again = json.loads(file.read_text(encoding="utf-8"))
    assert "glossary" in [resource["name"] for resource in again["resources"]]
    assert again["custom"] == "kept"
    assert not describe(region.path)


def test_a_folder_without_a_descriptor_cannot_be_described(tmp_path) -> None:
    with pytest.raises(SaveError):
        describe(tmp_path)
