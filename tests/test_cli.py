"""The ``olke`` command as scripts use it: what it prints, and the status it ends with."""

from __future__ import annotations

import io
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import IntegrityError

from olke.cli import build_parser, main
from olke.evidence.models import Claim
from olke.exchange.pack.commands import save
from olke.history.models import Entry
from olke.serving import database_told_plainly, ended_by_interrupt
from olke.teaching.documents.dossier import ClaimEntry, Dossier, Section
from olke.teaching.documents.parts import Title
from olke.teaching.domain.pack import put_pack_document
from tests.records import make_claim, make_pack
from tests.teaching.drafters.dossiers import works_of_many_years

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


@pytest.mark.parametrize("port", ["0", "-1", "65536", "99999", "http", "٣"])
def test_a_port_that_cannot_be_is_a_misuse(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", port, "--no-browser"])
    assert ended.value.code == 2
    assert "from 1 to 65535" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["-1", "many", "1.5"])
def test_a_limit_is_a_whole_number_from_0_up(limit: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["search", "ет", "--limit", limit])
    assert ended.value.code == 2


def run_alone(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own, which opens a database of its own."""
    return subprocess.run(
        [sys.executable, "-m", "olke.cli", *arguments],
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_data_folder_that_cannot_be_is_told_in_a_sentence(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("")

    ended = run_alone("search", "ет", "--data", str(taken))

    assert ended.returncode == 2
    assert ended.stderr.startswith(f"olke: the data folder {taken} cannot be used (")
    assert ended.stderr.count("\n") == 1


def test_a_database_that_is_none_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "olke.sqlite3").write_text("this is no database, however long it may be" * 30)

    ended = run_alone("history", "verify", OLKE_DATA=str(tmp_path))

    assert ended.returncode == 1
    assert ended.stderr.startswith("olke: the database cannot be used (file is not a database);")
    assert ended.stderr.count("\n") == 1


def test_a_server_of_another_database_that_is_away_is_told_in_a_sentence(tmp_path: Path) -> None:
    url = "postgresql://olke@127.0.0.1:1/olke"

    ended = run_alone("serve", "--no-browser", OLKE_DATA=str(tmp_path), OLKE_DATABASE_URL=url)

    assert ended.returncode == 1
    assert ended.stderr.startswith("olke: the database cannot be used (")
    assert "Traceback" not in ended.stderr


def test_an_interrupt_ends_a_load_wherever_it_falls() -> None:
    usual = signal.getsignal(signal.SIGINT)
    with ended_by_interrupt():
        within = signal.getsignal(signal.SIGINT)

    assert within is signal.SIG_DFL  # the kernel's own: nothing of Python can lose it
    assert signal.getsignal(signal.SIGINT) is usual


def test_a_fault_of_the_program_is_not_taken_for_one_of_the_database() -> None:
    with pytest.raises(IntegrityError), database_told_plainly():
        raise IntegrityError


def dossier_of(claims: list[Claim]) -> str:
    entries = tuple(ClaimEntry(claim=claim.key) for claim in claims)
    content = Dossier(key="output", title=Title(en="Output"), sections=(Section(entries=entries),))
    put_pack_document(make_pack(), content, layout="", by=None, why="test")
    return content.key


@pytest.mark.django_db
def test_drafted_items_are_printed_with_answer_explanation_and_citations(
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = dossier_of(works_of_many_years())
    arguments = ["draft", "true-or-false", "--dossier", key, "--seed", "7", "--language", "en"]

    assert main([*arguments, "--json"]) == 0
    first = lines_of(capsys)
    assert main([*arguments, "--json"]) == 0

    assert lines_of(capsys) == first
    items = [json.loads(line) for line in first]
    assert {"id", "kind", "text", "answer", "explanation", "claims", "citations"} <= set(items[0])
    assert {item["answer"] for item in items} == {True, False}
    for item in items:
        assert item["text"]
        assert item["explanation"]
        assert [cited["claim"] for cited in item["citations"]] == item["claims"]
        assert all(cited["source"] and cited["reference"] for cited in item["citations"])


@pytest.mark.django_db
def test_a_dossier_that_is_too_thin_says_what_is_missing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    key = dossier_of([])

    assert main(["draft", "jigsaw", "--dossier", key, "--language", "ru"]) == 1

    told = capsys.readouterr()
    assert told.out == ""
    assert "нужно" in told.err


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("method", "dossier", "told"),
    [
        ("nothing", "output", "no method 'nothing'"),
        ("jigsaw", "nothing", "no dossier 'nothing'"),
        ("warm-wishes", "output", "needs no drafting"),
    ],
)
def test_what_cannot_be_drafted_ends_with_1_and_says_why(
    method: str, dossier: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dossier_of([])

    assert main(["draft", method, "--dossier", dossier]) == 1
    assert told in capsys.readouterr().err
