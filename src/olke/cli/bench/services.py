"""PostgreSQL and Redis of the benchmark's own, in a folder that goes with it.

Both keep their promises: what PostgreSQL says is written has reached the disk.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from olke.environment import StartError

PATIENCE = 120.0
"""Seconds; a first start prepares fonts and styles."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a PostgreSQL server and yield its address as ``OLKE_DATABASE_URL`` takes it."""
    programs = _postgresql_programs()
    owner = _owner(folder)
    data, port = folder / "postgresql", free_port()
    _run([programs / "initdb", "-D", data, "-U", "olke", "--auth=trust", "--encoding=UTF8"], owner)
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1"
    log = folder / "postgresql.log"
    _run([programs / "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start"], owner)
    try:
        yield f"postgresql://olke@127.0.0.1:{port}/postgres"
    finally:
        _run([programs / "pg_ctl", "-D", data, "-m", "immediate", "stop"], owner)


@contextmanager
def redis_server(folder: Path, port: int = 0) -> Iterator[str]:
    """Run a Redis server and yield its address as ``OLKE_REDIS_URL`` takes it."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if not program:
        raise StartError("more than one process needs redis-server: install Redis or Valkey.")
    port = port or free_port()
    where = ["--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    command = [program, *where, "--save", ""]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=quiet) as server:  # noqa: S603 - found above
        try:
            wait_for(port)
            yield f"redis://127.0.0.1:{port}/0"
        finally:
            server.terminate()


def wait_for(port: int) -> None:
    """Wait until somebody listens on a port. Raises ``StartError``."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise StartError(f"nothing answers on port {port}.")


def _postgresql_programs() -> Path:
    found = [Path(path).parent for path in [shutil.which("initdb")] if path]
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: path.parent.name)
    if not found:
        raise StartError("more than one process needs PostgreSQL: install it.")
    return found[-1]


def _owner(folder: Path) -> str:
    """Return as whom PostgreSQL runs, which refuses root; the folder becomes theirs."""
    if os.geteuid() != 0:
        return ""
    shutil.chown(folder, "postgres")
    return "postgres"


def _run(command: Sequence[str | Path], owner: str) -> None:
    identity: dict[str, Any] = {}
    if owner:
        who = pwd.getpwnam(owner)
        identity = {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
    ended = subprocess.run(  # noqa: S603 - programs found above
        command, check=False, stdout=subprocess.DEVNULL, cwd="/", **identity
    )
    if ended.returncode:
        raise StartError(f"{command[0]} ended with {ended.returncode}.")
