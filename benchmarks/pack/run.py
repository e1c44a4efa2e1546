"""Loading 100,000 claims with every check, beside a bare ``executemany`` of the same rows.

    python benchmarks/pack/run.py [--claims 100000] [--databases sqlite postgresql] [--pack DIR]

Writes benchmarks/results/pack.json. The load reads and checks the files, compares them with the
database, writes records, citations and one history entry for each record, and sends its signal; it
is timed without and with the search index that follows the signal. The peer is given the claims and
citations as tuples ready for the same tables, with their indexes and constraints, and nothing else.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "pack.json"


class Took(NamedTuple):
    """How long a step took by the clock, and how long this process was busy with it."""

    seconds: float
    busy: float


def main() -> int:
    """Measure on each database and record the figures."""
    arguments = _arguments()
    if arguments.inside:
        print(json.dumps(measure(arguments)))
        return 0
    runs = [_apart(database, arguments) for database in arguments.databases]
    found = {"machine": machine(), "runs": runs}
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def measure(arguments: argparse.Namespace) -> dict[str, Any]:
    """Time check, load, load with index, load of the same again, save, and the bare rows."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from synthetic import make_pack

    from olke.evidence.signals import evidence_changed
    from olke.exchange.pack.commands import check, load, save

    folder = Path(os.environ["OLKE_DATA"])
    pack = make_pack(Path(arguments.pack), folder / "pack", arguments.claims)
    call_command("migrate", verbosity=0)
    receivers, evidence_changed.receivers = evidence_changed.receivers, []
    evidence_changed.sender_receivers_cache.clear()
    took = {"check": _timed(lambda: check(pack))}
    took["load"] = _timed(lambda: _loaded(load(pack, by=None)))
    took["load_again"] = _timed(lambda: _loaded(load(pack, by=None)))
    took["save"] = _timed(lambda: save(folder / "saved"))
    bare = _rows_of_tables()
    _empty()
    took["executemany"] = _timed(lambda: _insert(bare))
    _empty()
    call_command("flush", interactive=False, verbosity=0)
    evidence_changed.receivers = receivers
    evidence_changed.sender_receivers_cache.clear()
    took["load_with_index"] = _timed(lambda: _loaded(load(pack, by=None)))
    rows = sum(len(found) for _, _, found in bare)
    seconds = {name: found.seconds for name, found in took.items()}
    return {
        "database": connection.vendor,
        "claims": arguments.claims,
        "rows": rows,
        "seconds": {name: round(value, 2) for name, value in seconds.items()},
        "busy_seconds": {name: round(found.busy, 2) for name, found in took.items()},
        "claims_per_second": round(arguments.claims / seconds["load"]),
        "claims_per_second_with_index": round(arguments.claims / seconds["load_with_index"]),
        "rows_per_second": round(rows / seconds["load"]),
        "rows_per_second_bare": round(rows / seconds["executemany"]),
        "load_to_bare": round(seconds["load"] / seconds["executemany"], 2),
    }


def _timed(step: Callable[[], object]) -> Took:
    began, busy = time.perf_counter(), time.process_time()
    step()
    took = Took(time.perf_counter() - began, time.process_time() - busy)
    print(f"{took.seconds:.1f} s", file=sys.stderr, flush=True)
    return took


def _loaded(report: Any) -> None:
    if not report.loaded:
        raise SystemExit(report.as_text()[:2000])


Bare = list[tuple[str, list[str], list[tuple[Any, ...]]]]


def _rows_of_tables() -> Bare:
    """Read claims and citations as the database has them: table, columns, rows."""
    from django.db import connection

    found: Bare = []
    with connection.cursor() as cursor:
        for table in ("evidence_claim", "evidence_citation"):
            cursor.execute(f"SELECT * FROM {table} ORDER BY id")
            found.append((table, [column[0] for column in cursor.description], cursor.fetchall()))
    return found


def _insert(bare: Bare) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        for table, columns, rows in bare:
            marks = ", ".join(["%s"] * len(columns))
            named = ", ".join(f'"{column}"' for column in columns)
            cursor.executemany(f"INSERT INTO {table} ({named}) VALUES ({marks})", rows)


def _empty() -> None:
    from olke.evidence.models import Claim

    Claim.objects.all().delete()


def _apart(database: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """Run one measurement in a process, a folder and, for PostgreSQL, a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(Path(__file__)), "--inside"]
        command += ["--claims", str(arguments.claims), "--pack", arguments.pack]
        if database == "postgresql":
            command = [str(ROOT / "tools" / "with-postgres"), *command]
        data = {"OLKE_DATA": folder, "DJANGO_SETTINGS_MODULE": "olke.settings"}
        answer = subprocess.run(
            command, env={**os.environ, **data}, stdout=subprocess.PIPE, check=True
        )
    return dict(json.loads(answer.stdout.decode().strip().splitlines()[-1]))


def machine() -> dict[str, str]:
    """Say what this was measured on."""
    return {
        "cores": str(os.cpu_count()),
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "django": importlib.metadata.version("django"),
        "psycopg": importlib.metadata.version("psycopg"),
        "measured": time.strftime("%Y-%m-%d"),
    }


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--pack", default=str(ROOT / "packs" / "semey"))
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
