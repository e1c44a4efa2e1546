"""The ``olke`` command as scripts use it: what it prints, and the status it ends with."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from olke.cli import build_parser, main
from olke.exchange.pack.commands import save
from olke.history.models import Entry
from tests.records import make_claim, make_pack

PACK = Path(__file__).parents[1] / "packs" / "semey"


def lines_of(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def test_analysing_prints_an_object_a_token(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Совхоздардың халқы\n".encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))

    assert main(["analyse", "--json"]) == 0

    found = [json.loads(line) for line in lines_of(capsys)]
    assert [(token["token"], token["lemmas"][0], token["lang"]) for token in found] == [
        ("Совхоздардың", "совхоз", "kk"),
        ("халқы", "халық", "kk"),
    ]


def test_text_that_is_not_utf8_is_analysed_as_far_as_it_can_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe \xd0\xb0")))

    assert main(["analyse", "--json"]) == 0
    assert all(json.loads(line) for line in lines_of(capsys))


@pytest.mark.django_db
def test_checking_a_pack_without_faults_ends_with_0() -> None:
    assert main(["pack", "check", str(PACK)]) == 0


@pytest.mark.django_db
def test_checking_a_folder_that_is_no_pack_ends_with_1_and_says_why(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "check", str(tmp_path), "--json"]) == 1
    assert json.loads(lines_of(capsys)[0])["code"] == "no-descriptor"


@pytest.mark.django_db
def test_an_edition_is_frozen_once(capsys: pytest.CaptureFixture[str]) -> None:
    make_pack(descriptor='{"name": "koktal", "olke": {}}')
    make_claim()

    assert main(["pack", "freeze", "1.0", "--note", "first"]) == 0
    assert main(["pack", "freeze", "1.0"]) == 1
    assert main(["pack", "freeze", "one"]) == 1

    assert len(lines_of(capsys)[0].split()[-1]) == 64  # a SHA-256 in hexadecimal


@pytest.mark.django_db
def test_a_descriptor_is_brought_up_to_date_with_its_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_pack(descriptor='{"name": "koktal", "olke": {}}')
    make_claim()
    save(tmp_path)

    assert main(["pack", "describe", str(tmp_path)]) == 0
    assert main(["pack", "describe", str(tmp_path)]) == 0
    assert lines_of(capsys)[-1] == "unchanged"


@pytest.mark.django_db
def test_an_altered_history_ends_with_1(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["history", "verify"]) == 0
    Entry.objects.create(
        number=1, at="2026-01-01T00:00:00Z", kind="claim", key="a", action="added", new="{}"
    )
    assert main(["history", "verify"]) == 1
    assert "entry 1" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["nothing"], ["pack"], ["search"], ["serve", "--port"]])
def test_a_misused_command_ends_with_2(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 2


def test_every_command_says_what_it_is_for() -> None:
    assert "COMMAND" in build_parser().format_help()
