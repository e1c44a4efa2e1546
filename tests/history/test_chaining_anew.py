"""An installation from before names were sealed keeps its history, without the names.

Runs the commands themselves on a database of their own: a chain is never taken back.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

AT = "2026-01-02 03:04:05.000006"
PERSON = (
    '{"display_name":"Айгүл","has_password":false,"is_active":true,"role":"%s","username":"aigul"}'
)
CHANGES = [
    ("person", "1", "added", "", PERSON % "teacher", None, ""),
    ("person", "1", "changed", PERSON % "teacher", PERSON % "researcher", 1, "Айгүл"),
    ("claim", "a", "added", "", '{"value":"1"}', 1, "Айгүл"),
]


def run(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    surroundings = {name: text for name, text in os.environ.items() if not name.startswith("OLKE_")}
    surroundings |= {"OLKE_DATA": str(folder), "DJANGO_SETTINGS_MODULE": "olke.settings"}
    return subprocess.run(
        [sys.executable, *command], env=surroundings, capture_output=True, text=True, check=False
    )


def verify(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(
        folder, "-c", "import olke.cli as c; raise SystemExit(c.main(['history', 'verify']))"
    )


def chained_by_name() -> list[tuple[object, ...]]:
    """Write the chain as it was written before: every digest covers the name."""
    rows, previous = [], ""
    for number, (kind, key, action, old, new, by, name) in enumerate(CHANGES, 1):
        at = f"{AT.replace(' ', 'T')}+00:00"
        parts = (str(number), at, name, kind, key, action, "", old, new, previous)
        joined = "".join(f"{len(part)}:{part}" for part in parts)
        digest = hashlib.sha256(joined.encode()).hexdigest()
        rows.append((number, AT, by, name, kind, key, action, "", old, new, previous, digest))
        previous = digest
    return rows


@pytest.fixture(scope="module")
def old_installation(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database as it was, with one account and three entries."""
    folder = tmp_path_factory.mktemp("before")
    for room in ("accounts", "history"):
        done = run(folder, "-m", "django", "migrate", "-v0", room, "0001_begin")
        assert done.returncode == 0, done.stderr
    rows = chained_by_name()
    with closing(sqlite3.connect(folder / "olke.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO accounts_person (id, username, display_name, role, is_active,"
            " password) VALUES (1, 'aigul', 'Айгүл', 'researcher', 1, '!')"
        )
        database.executemany(
            "INSERT INTO history_entry (number, at, by_id, by_name, kind, key, action, why,"
            " old, new, previous, digest) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            rows,
        )
        head = (len(rows), rows[-1][-1])
        database.execute("INSERT INTO history_head (id, number, digest) VALUES (1, ?, ?)", head)
    return folder / "olke.sqlite3"


@pytest.fixture
def before(old_installation: Path, tmp_path: Path) -> Callable[[str], Path]:
    """Return the function that copies the installation of before and spoils it by a statement."""

    def make(spoil: str) -> Path:
        copy = shutil.copy(old_installation, tmp_path)
        with closing(sqlite3.connect(copy)) as database, database:
            database.execute(spoil)
        return tmp_path

    return make


def test_a_chain_of_names_becomes_a_chain_of_numbers(before: Callable[[str], Path]) -> None:
    folder = before("SELECT 1")

    told = verify(folder)

    assert (told.returncode, told.stdout[:35]) == (0, "The history is whole: 3 entries, di"), told
    with closing(sqlite3.connect(folder / "olke.sqlite3")) as database, database:
        kept = str(database.execute("SELECT * FROM history_entry").fetchall())
    assert "Айгүл" not in kept
    assert "aigul" not in kept
    assert '"role":"teacher"' in kept


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        ("UPDATE history_entry SET why = 'x' WHERE number = 2", "altered at entry 2"),
        ("DELETE FROM history_entry WHERE number = 3", "cut off at entry 3"),
        ("UPDATE accounts_person SET display_name = 'Дана'", "contradicted by a name at entry 2"),
    ],
)
def test_a_break_of_before_stays_a_break(
    before: Callable[[str], Path], spoil: str, said: str
) -> None:
    told = verify(before(spoil))

    assert (told.returncode, told.stderr.strip()) == (1, f"The history is {said}.")
