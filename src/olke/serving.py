"""Starting: the database made ready, the first pack loaded, the pages served."""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import warnings
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django
import uvicorn
from asgiref.sync import sync_to_async
from django.conf import settings
from django.core.management import call_command
from django.db import DatabaseError, OperationalError

from olke.environment import StartError
from olke.web.network import NETWORK, own_addresses

EVERYWHERE = {"0.0.0.0", "::"}  # noqa: S104 - asked for by name
SOCKETS: dict[str, Any] = {
    "ws": "websockets-sansio",
    "ws_max_size": 64 * 1024,
    # A prepared text goes to a thousand phones; compressing it for each would take the most time.
    "ws_per_message_deflate": False,
}
"""How uvicorn serves the live class; ``docs/howto/many-processes.md`` says the same in options."""


@contextmanager
def database_told_plainly() -> Iterator[None]:
    """Turn what a database says when it cannot be used into ``StartError``."""
    try:
        yield
    except DatabaseError as fault:
        if type(fault) not in {DatabaseError, OperationalError}:
            raise  # what was asked of it is wrong: a fault of the program
        said = str(fault).strip().splitlines()[0]
        raise StartError(f"the database cannot be used ({said}); {_advice(said)}") from fault


def _advice(said: str) -> str:
    if "locked" in said:
        return "another program is writing to it: try again when that is done."
    if "readonly" in said or "unable to open" in said:
        return "its folder must be writable: choose one with --data or OLKE_DATA."
    return "see OLKE_DATA and OLKE_DATABASE_URL in docs/reference/settings.md."


@contextmanager
def ended_by_interrupt() -> Iterator[None]:
    """Let Ctrl+C end the program at once, which a database under transaction does not mind.

    Python's own way, KeyboardInterrupt, is lost where it falls into a finalizer, and a load of some
    seconds runs many.
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not usual or threading.current_thread() is not threading.main_thread():
        yield
        return
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def start_django(*, migrate: bool = True) -> None:
    """Set Django up and, unless ``migrate`` is false, bring the database to this version."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "olke.settings")
    django.setup()
    if migrate:
        call_command("migrate", verbosity=0, interactive=False)


def load_first_packs() -> None:
    """Load every pack of the packs folder into a database that has none."""
    from olke.exchange.pack.commands import load
    from olke.packs.models import Pack
    from olke.settings import ENVIRONMENT

    if Pack.objects.exists():
        return
    for folder in _packs_in(ENVIRONMENT.packs):
        print(f"Loading {folder.name} ...", file=sys.stderr, flush=True)
        with ended_by_interrupt():
            report = load(folder, by=None)
        if not report.loaded:
            raise StartError(f"The pack in {folder} has faults:\n{report.as_text()}")


def serve(*, host: str, port: int, browser: bool) -> int:
    """Serve the pages until interrupted; returns the exit status.

    The first start prints a link that signs the first administrator in once.
    Raises ``StartError`` where the port is taken or the database cannot be used.
    """
    _refuse_taken_port(host, port)
    os.environ.setdefault("OLKE_HOSTS", ",".join(_names_of(host)))
    with database_told_plainly():
        _make_ready()
    # WhiteNoise hands Django files to read in a thread; that is meant, and said once a request.
    warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")
    address = f"http://{'127.0.0.1' if host in EVERYWHERE else host}:{port}/"
    config = uvicorn.Config(
        "olke.asgi:application",
        host=host,
        port=port,
        log_level="warning",
        lifespan="off",
        server_header=False,
        **SOCKETS,
        # Who asks is what the connection says, unless a proxy in front is known to say it.
        proxy_headers=settings.SECURE_PROXY_SSL_HEADER is not None,
    )
    others = _network_addresses(host, port)
    _Server(config, address=address, browser=browser, others=others).run()
    return 0


def _make_ready() -> None:
    start_django()
    from olke.exchange.printing.typefaces import cut_beforehand
    from olke.explore.search.warming import warm_up
    from olke.web.assets import prepare_assets

    prepare_assets()
    load_first_packs()
    warm_up()
    cut_beforehand()


def _network_addresses(host: str, port: int) -> list[str]:
    """Return where other machines of the local network reach a server on every address."""
    if host not in EVERYWHERE:
        return []
    return [f"http://{address}:{port}/" for address in own_addresses()]


class _Server(uvicorn.Server):
    """Says where it is once it really answers."""

    def __init__(
        self, config: uvicorn.Config, *, address: str, browser: bool, others: list[str]
    ) -> None:
        super().__init__(config)
        self._others = others
        self._address = address
        self._browser = browser

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            await sync_to_async(_welcome)(self._address, browser=self._browser, others=self._others)


def _welcome(address: str, *, browser: bool, others: list[str]) -> None:
    from olke.accounts.domain import first_administrator

    print(f"Olke is at {address} (Ctrl+C stops it)", flush=True)
    for other in others:
        print(f"In this network: {other}", flush=True)
    if link := first_administrator():
        print(f"To sign in, open this link once: {address.rstrip('/')}{link}", flush=True)
    if browser:
        webbrowser.open(address)


def _packs_in(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(path.parent for path in folder.glob("*/datapackage.json"))


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as fault:
            raise StartError(
                f"port {port} on {host} cannot be used ({fault.strerror}); choose another."
            ) from fault


def _names_of(host: str) -> list[str]:
    """Return the names by which browsers may call a server that listens on ``host``."""
    names = ["localhost", "127.0.0.1", "[::1]"]
    if host in {"127.0.0.1", "localhost", "::1"}:
        return names
    machine = socket.gethostname()
    names += [host, machine, f"{machine}.local"]
    names += [NETWORK] if host in EVERYWHERE else []
    return list(dict.fromkeys(names))
