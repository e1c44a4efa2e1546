"""Settings from outside: a fresh clone needs none, a wrong one stops the program."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from olke.environment import VARIABLES, SettingError, read_environment, secret_key


def test_a_fresh_clone_runs_with_nothing_set() -> None:
    found = read_environment({})

    assert found.language == "kk"
    assert found.database_url == ""
    assert found.packs.name == "packs"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("OLKE_LANGUAGE", "kz"),
        ("OLKE_DATABASE_URL", "mysql://localhost"),
        ("OLKE_REDIS_URL", "localhost:6379"),
        ("OLKE_TIME_ZONE", "Semey"),
        ("OLKE_HTTPS", "yes"),
        ("OLKE_DEBUG", "true"),
        ("OLKE_LANGAUGE", "kk"),
    ],
)
def test_a_wrong_value_or_name_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(SettingError, match=name):
        read_environment({name: value})


def test_a_command_says_a_wrong_setting_in_a_sentence() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "olke.cli", "history", "verify"],
        env={"OLKE_LANGUAGE": "kz"},
        capture_output=True,
        text=True,
        check=False,
    )

    assert ended.returncode == 2
    assert ended.stderr == "olke: OLKE_LANGUAGE is one of kk, ru, en; it is 'kz'.\n"


def test_a_password_in_an_address_is_not_repeated_in_the_refusal() -> None:
    with pytest.raises(SettingError) as refused:
        read_environment({"OLKE_DATABASE_URL": "mysql://olke:secret@localhost/olke"})
    assert "secret" not in str(refused.value)


def test_the_secret_is_made_once_and_kept_from_others(tmp_path: Path) -> None:
    first = secret_key(tmp_path / "data")

    assert secret_key(tmp_path / "data") == first
    assert len(first) >= 50
    assert stat.S_IMODE((tmp_path / "data" / "secret_key").stat().st_mode) == 0o600


def test_processes_that_start_together_have_one_secret(tmp_path: Path) -> None:
    """Each in its own process: a lock on a file does not part the threads of one from another."""
    told = (
        "import sys, pathlib, olke.environment as e; print(e.secret_key(pathlib.Path(sys.argv[1])))"
    )
    starting = [
        subprocess.Popen([sys.executable, "-c", told, str(tmp_path)], stdout=subprocess.PIPE)
        for _ in range(4)
    ]
    secrets = {process.communicate()[0].strip() for process in starting}

    assert len(secrets) == 1
    assert b"" not in secrets


def test_a_secret_that_was_never_written_is_made(tmp_path: Path) -> None:
    (tmp_path / "secret_key").touch()

    assert len(secret_key(tmp_path)) >= 50


def test_every_variable_is_told_with_its_meaning() -> None:
    assert all(variable.meaning and variable.default for variable in VARIABLES)
