"""Search beside Datasette 0.65.5: the same claims, the same questions, one run.

    python benchmarks/search/run.py [--sizes 100000 1000000] [--pack packs/semey]

Writes benchmarks/results/search.json. Both are real server processes on the loopback, asked in turn
over kept-alive connections; times are the client's, from the request to the last byte.
"""

from __future__ import annotations

import argparse
import http.client
import importlib.metadata
import json
import os
import platform
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "benchmarks" / "results" / "search.json"
ROUNDS = 3


def main() -> int:
    """Measure every size on SQLite and on PostgreSQL, and record the figures."""
    arguments = _arguments()
    if arguments.inside:
        print(json.dumps(measure(arguments.sizes[0], arguments)))
        return 0
    for size in arguments.sizes:
        for database in arguments.databases:
            _record(_apart(database, size, arguments))
    return 0


def _record(run: dict[str, Any]) -> None:
    """Put a run in the place of the one before with the same database and number of claims."""
    print(json.dumps(run, ensure_ascii=False, indent=1), flush=True)
    known = json.loads(RESULTS.read_text(encoding="utf-8"))["runs"] if RESULTS.exists() else []
    same = (run["database"], run["claims"])
    runs = [other for other in known if (other["database"], other["claims"]) != same]
    runs = sorted([*runs, run], key=lambda one: (one["claims"], one["database"]))
    RESULTS.parent.mkdir(exist_ok=True)
    results = {"machine": machine(), "runs": runs}
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def measure(size: int, arguments: argparse.Namespace) -> dict[str, Any]:
    """Build the claims and the index in this process's database, serve both, and ask."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection, transaction
    from peer import write_peer
    from queries import mixture
    from synthetic import add_claims

    from olke.exchange.pack.loading import load_folder
    from olke.explore.search.indexing import rebuild_index
    from olke.packs.models import Pack

    call_command("migrate", verbosity=0)
    report = load_folder(Path(arguments.pack), by=None)
    if not report.loaded:
        raise SystemExit(f"{arguments.pack} has errors: {report.problems[:3]}")
    with transaction.atomic():
        for number in add_claims(Pack.objects.get(), size):
            _progress(f"{number} claims")
    began = time.perf_counter()
    documents = rebuild_index()
    built = time.perf_counter() - began
    _progress(f"{documents} documents in {built:.1f} s")
    folder = Path(os.environ["OLKE_DATA"])
    write_peer(folder / "peer.db")
    _progress("peer written")
    queries = mixture(folder / "peer.db")
    vendor = connection.vendor
    connection.close()
    with _served(_ours(arguments)) as our_port, _served(_theirs(folder, arguments)) as their_port:
        times = _ask(queries, our_port, their_port)
    return {
        "database": vendor,
        "claims": size,
        "documents": documents,
        "index_seconds": round(built, 1),
        "index_documents_per_second": round(documents / built),
        "queries": len(queries) * ROUNDS,
        **_figures(times),
    }


def _ask(queries: list[Any], ours: int, theirs: int) -> dict[str, dict[str, list[float]]]:
    """Put each query to both in turn, ROUNDS times; a first round of other words warms both up."""
    us, them = (
        http.client.HTTPConnection("127.0.0.1", port, timeout=60) for port in (ours, theirs)
    )
    for query in queries[::6]:
        _timed(us, query.ours("api"))
        _timed(us, query.ours("page"))
        _timed(them, query.theirs())
    times: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for turn in range(ROUNDS):
        for query in queries:
            asked = [
                ("json", us, query.ours("api")),
                ("peer", them, query.theirs()),
                ("page", us, query.ours("page")),
            ]
            for name, connection, address in asked[turn:] + asked[:turn]:
                times[name][query.sort].append(_timed(connection, address))
        _progress(f"round {turn + 1}")
    return times


def _timed(connection: http.client.HTTPConnection, address: str) -> float:
    began = time.perf_counter()
    connection.request("GET", address, headers={"Accept-Encoding": "identity"})
    answer = connection.getresponse()
    body = answer.read()
    took = (time.perf_counter() - began) * 1000
    if answer.status != 200:
        raise SystemExit(f"{address} answered {answer.status}: {body[:300]!r}")
    return took


def _figures(times: dict[str, dict[str, list[float]]]) -> dict[str, Any]:
    figures: dict[str, Any] = {}
    for name, by_sort in times.items():
        together = [time for found in by_sort.values() for time in found]
        figures[name] = {
            "p50_ms": _percentile(together, 50),
            "p95_ms": _percentile(together, 95),
            "p95_ms_by_class": {sort: _percentile(found, 95) for sort, found in by_sort.items()},
        }
    figures["ratio_json_to_peer_p95"] = round(
        figures["json"]["p95_ms"] / figures["peer"]["p95_ms"], 3
    )
    return figures


def _percentile(times: list[float], percent: int) -> float:
    return round(statistics.quantiles(times, n=100, method="inclusive")[percent - 1], 1)


@contextmanager
def _served(command: list[str]) -> Any:
    """Start a server on a free port and end it afterwards."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([part.replace("PORT", str(port)) for part in command])
    try:
        for _ in range(300):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _ours(arguments: argparse.Namespace) -> list[str]:
    program = [sys.executable, "-m", "uvicorn", arguments.application, "--port", "PORT"]
    return [*program, "--log-level", "warning", "--lifespan", "off"]


def _theirs(folder: Path, arguments: argparse.Namespace) -> list[str]:
    settings = ("suggest_facets", "off", "num_sql_threads", "3")
    pairs = [part for i in range(0, 4, 2) for part in ("--setting", settings[i], settings[i + 1])]
    return [arguments.datasette, "serve", str(folder / "peer.db"), "--port", "PORT", *pairs]


def _apart(database: str, size: int, arguments: argparse.Namespace) -> dict[str, Any]:
    """Run one measurement in a process, a folder and, for PostgreSQL, a server of its own."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, str(Path(__file__)), "--inside", "--sizes", str(size)]
        command += ["--pack", arguments.pack, "--datasette", arguments.datasette]
        command += ["--application", arguments.application]
        if database == "postgresql":
            command = [str(ROOT / "tools" / "with-postgres"), *command]
        environment = {
            **os.environ,
            "OLKE_DATA": folder,
            "DJANGO_SETTINGS_MODULE": "olke.settings",
        }
        answer = subprocess.run(command, env=environment, stdout=subprocess.PIPE, check=True)
    return dict(json.loads(answer.stdout.decode().strip().splitlines()[-1]))


def machine() -> dict[str, str]:
    """Say what this was measured on."""
    return {
        "cores": str(os.cpu_count()),
        "processor": _processor(),
        "python": platform.python_version(),
        "sqlite": __import__("sqlite3").sqlite_version,
        "django": importlib.metadata.version("django"),
        "measured": time.strftime("%Y-%m-%d"),
    }


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def _progress(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--databases", nargs="+", default=["sqlite", "postgresql"])
    parser.add_argument("--pack", default=str(ROOT / "packs" / "semey"))
    parser.add_argument("--datasette", default=str(Path(sys.executable).with_name("datasette")))
    parser.add_argument("--application", default="olke.asgi:application")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
