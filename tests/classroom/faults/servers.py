"""Real servers that can be killed, cut off and filled up, and what their database holds."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PATIENCE = 40.0
ROOT = Path(__file__).resolve().parents[3]


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(answers: Any, what: str, seconds: float = PATIENCE) -> None:
    """Ask until something is so. Raises ``TimeoutError``."""
    end = time.monotonic() + seconds
    while not answers():
        if time.monotonic() > end:
            raise TimeoutError(what)
        time.sleep(0.02)


@dataclass
class Place:
    """An installation of its own: a data folder, and perhaps PostgreSQL and Redis beside it."""

    folder: Path
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What its processes are told."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith(("OLKE_", "DJANGO_"))}
        packs = self.folder / "no-packs"
        packs.mkdir(parents=True, exist_ok=True)
        own = {"OLKE_DATA": str(self.folder / "data"), "OLKE_PACKS": str(packs)}
        return {**kept, **own, **self.extra}

    def stage(self, *words: object) -> dict[str, Any]:
        """Prepare the database, set a class up, or read what the database holds of one."""
        command = [sys.executable, "-m", "tests.classroom.faults.stage", *map(str, words)]
        done = subprocess.run(
            command, env=self.environment, capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return dict(json.loads(done.stdout.splitlines()[-1]))


class Server:
    """One process that serves an installation. ``port`` stays when it is started again."""

    def __init__(self, place: Place, port: int = 0) -> None:
        self.place = place
        self.port = port or free_port()
        self.process: subprocess.Popen[bytes] | None = None

    def start(self) -> Server:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "uvicorn", "olke.asgi:application", "--lifespan", "off"]
        command += ["--port", str(self.port), "--ws", "websockets-sansio"]
        command += ["--ws-per-message-deflate", "false", "--log-level", "warning"]
        with (self.place.folder / f"server-{self.port}.log").open("ab") as log:
            self.process = subprocess.Popen(
                command, env=self.place.environment, stdout=log, stderr=log
            )
        wait_until(self._answers, f"the server at {self.port}")
        return self

    def kill(self) -> None:
        """Let it die as a power cut would: SIGKILL."""
        assert self.process
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def allow_files_of(self, size: int) -> None:
        """Let no file grow beyond a size from now: what a full disk looks like from inside."""
        assert self.process
        hard = resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE)[1]
        resource.prlimit(self.process.pid, resource.RLIMIT_FSIZE, (size, hard))

    def stop(self) -> None:
        """End it, if it still runs."""
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def post(self, path: str, cookie: str, **fields: str) -> int:
        """Send a form as the teacher's browser does and return the status."""
        token = "t" * 32
        body = "&".join(f"{k}={v}" for k, v in {**fields, "csrfmiddlewaretoken": token}.items())
        headers = {
            "Cookie": f"{cookie}; csrftoken={token}",
            "Content-Type": "application/x-www-form-urlencoded",
            "Origin": f"http://127.0.0.1:{self.port}",
        }
        caller = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        with contextlib.closing(caller):
            caller.request("POST", path, body, headers)
            return caller.getresponse().status

    def _answers(self) -> bool:
        assert self.process
        if self.process.poll() is not None:
            raise RuntimeError((self.place.folder / f"server-{self.port}.log").read_text()[-3000:])
        return listens(self.port)


@contextlib.contextmanager
def own_redis(folder: Path) -> Iterator[OwnRedis]:
    """Run a Redis of one's own."""
    redis = OwnRedis(folder, free_port())
    redis.start()
    try:
        yield redis
    finally:
        redis.kill()


@dataclass
class OwnRedis:
    """A Redis that can be killed and started again on its port."""

    folder: Path
    port: int
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Where it is."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        self.folder.mkdir(parents=True, exist_ok=True)
        path = shutil.which("redis-server")
        assert path, "tools/servers installs Redis"
        words = ["--port", str(self.port), "--save", "", "--dir", str(self.folder)]
        self.process = subprocess.Popen([path, *words], stdout=subprocess.DEVNULL)
        wait_until(lambda: listens(self.port), "Redis")

    def kill(self) -> None:
        """Let it die."""
        if self.process:
            self.process.kill()
            self.process.wait()


@dataclass
class OwnPostgres:
    """A PostgreSQL that can be restarted at once, with a database of its own."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        """Where it is."""
        return f"postgresql://olke@127.0.0.1:{self.port}/postgres"

    def create(self) -> None:
        """Make the cluster and start it."""
        self.folder.mkdir(parents=True)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        self._run("initdb", "-U", "olke", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")
        self.start()

    def start(self) -> None:
        """Start it and wait until it takes connections."""
        options = f"-p {self.port} -k /tmp -c listen_addresses=127.0.0.1"
        self._run("pg_ctl", "-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        """Stop it at once, as a crash would: open transactions are gone."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def _run(self, program: str, *words: str) -> None:
        path = max(Path("/usr/lib/postgresql").glob("*/bin")) / program
        root = os.geteuid() == 0  # PostgreSQL refuses to run as root
        ahead = (
            ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
        )
        command: Sequence[str] = [*ahead, str(path), "-D", str(self.folder / "data"), *words]
        done = subprocess.run(
            command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/"
        )
        assert done.returncode == 0, done.stderr.decode()


def listens(port: int) -> bool:
    """Tell whether something takes connections at a port."""
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
