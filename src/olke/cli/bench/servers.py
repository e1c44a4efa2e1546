"""The two servers as processes: started, watched, ended."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from olke.cli.bench.services import free_port, postgresql, redis_server, wait_for
from olke.serving import SOCKETS
from olke.settings import ENVIRONMENT

TICKS = os.sysconf("SC_CLK_TCK")
IDLE = 0.03
"""Share of a processor below which a server has settled."""


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int
    process: subprocess.Popen[bytes]

    def memory(self) -> int:
        """Return the bytes that its processes keep resident."""
        return sum(_resident(pid) for pid in self._pids())

    def processor(self) -> float:
        """Return the seconds that its processes have computed."""
        return sum(_computed(pid) for pid in self._pids())

    def settle(self) -> None:
        """Wait until it does nothing, at most ten seconds."""
        for _ in range(20):
            before = self.processor()
            time.sleep(0.5)
            if self.processor() - before < 0.5 * IDLE:
                return

    def _pids(self) -> list[int]:
        own = self.process.pid
        return [own, *_children(own)]


@contextmanager
def ours(folder: Path, processes: int, size: int) -> Iterator[tuple[Server, dict[str, Any]]]:
    """Serve Olke with a class of a size; yields the server and what the stage says of the class.

    One process is ``olke serve`` with SQLite; several are uvicorn's, with a PostgreSQL and a Redis.
    """
    with ExitStack() as services:
        environment = _environment(folder)
        if processes > 1:
            environment["OLKE_DATABASE_URL"] = services.enter_context(postgresql(folder))
            environment["OLKE_REDIS_URL"] = services.enter_context(redis_server(folder))
        told = stage(environment, str(size))
        port = free_port()
        one = [sys.executable, "-m", "olke.cli", "serve", "--no-browser", "--port", str(port)]
        many = [sys.executable, "-m", "uvicorn", "olke.asgi:application", "--port", str(port)]
        command = one if processes == 1 else [*many, "--workers", str(processes), *_options()]
        with _running(command, port, environment) as server:
            yield server, told | {"environment": environment}


@contextmanager
def reference() -> Iterator[Server]:
    """Serve the bare one."""
    port = free_port()
    command = [sys.executable, "-m", "olke.cli.bench.reference", str(port)]
    with _running(command, port, dict(os.environ)) as server:
        yield server


def stage(environment: Mapping[str, str], *arguments: str) -> dict[str, Any]:
    """Run the stage's process and return what it says."""
    command = [sys.executable, "-m", "olke.cli.bench.stage", *arguments]
    ended = subprocess.run(  # noqa: S603 - this program
        command, env=environment, check=True, stdout=subprocess.PIPE
    )
    found: dict[str, Any] = json.loads(ended.stdout)
    return found


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("OLKE_")}
    (folder / "packs").mkdir()
    _take_fonts(folder / "data")
    return kept | {"OLKE_DATA": str(folder / "data"), "OLKE_PACKS": str(folder / "packs")}


def _take_fonts(data: Path) -> None:
    """Copy the fonts that this installation has prepared: a first start makes them for a minute."""
    data.mkdir()
    for pattern in ("fonts*", "print-fonts-*", "typefaces-*"):
        for prepared in ENVIRONMENT.data.glob(pattern):
            copy = shutil.copytree if prepared.is_dir() else shutil.copy
            copy(prepared, data / prepared.name)


def _options() -> list[str]:
    """Return the options of ``olke serve`` as uvicorn's command takes them."""
    quiet = ["--lifespan", "off", "--log-level", "warning", "--no-access-log"]
    return quiet + [
        part
        for name, value in SOCKETS.items()
        for part in (f"--{name.replace('_', '-')}", str(value).lower())
    ]


@contextmanager
def _running(command: list[str], port: int, environment: Mapping[str, str]) -> Iterator[Server]:
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        wait_for(port)
        yield Server(port, process)
    finally:
        process.terminate()
        process.wait()


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _computed(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(child) for child in text.split()]
